/**
 * What tests ask of the page from inside: the app, which stands at the map, and modules that read it.
 * A test brings this into the page; the page itself knows nothing of it.
 */
import { parseHash } from "../../mapgen/web/base/hash.js";
import { useTexts } from "../../mapgen/web/base/text.js";
import { activeOn, featuresOf, toWorld } from "../../mapgen/web/facts/document.js";
import { certaintyAt } from "../../mapgen/web/facts/certainty.js";
import * as evidence from "../../mapgen/web/facts/evidence.js";
import { readStored } from "../../mapgen/web/facts/restore.js";
import * as switches from "../../mapgen/web/facts/switches.js";
import * as areas from "../../mapgen/web/drawing/areas.js";
import * as walkNames from "../../mapgen/web/kinds/walk-names.js";
import * as lit from "../../mapgen/web/map/lit.js";
import * as walkItems from "../../mapgen/web/map/keyboard/items.js";
import * as shareData from "../../mapgen/web/share/data.js";
import * as tour from "../../mapgen/web/lessons/tour.js";
import * as frameHeight from "../../mapgen/web/app/frame-height.js";

globalThis.inside = {
  /** @returns {App} what `atlas` of the map's variable holds, once the page is ready */
  get current() {
    const { atlas } = globalThis[document.querySelector(".folium-map").id];
    useTexts(atlas.model.texts, atlas.store.get().lang, atlas.model.phrases); // these modules speak as the page does
    return atlas;
  },
  activeOn,
  areas,
  certaintyAt,
  evidence,
  featuresOf,
  frameHeight,
  hash: { parse: parseHash },
  lit,
  readStored,
  shareData,
  switches,
  toWorld,
  tour,
  walkItems,
  walkNames,
};
