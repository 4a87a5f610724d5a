/** Bases of foreign forces. */

import { localName, term, text } from "../base/text.js";
import { heldOn } from "../facts/days.js";
import { hasPlace } from "../facts/document.js";
import * as samples from "../drawing/samples.js";
import { holderFact, pointFact, since } from "./describe.js";
import { glyphMarker, RANK } from "./marks.js";
import { held } from "./relations.js";

/** @param {Base} base */
const what = (base) => term("what.base", base.kind);

/** @type {Kind<Base>} */
export const bases = {
  hasPlaceName: true,
  what,
  facts: (app, base) => [...holderFact(app, base), ...since(base), ...pointFact(base)],
  symbol: () => samples.glyph("base", 24),
  hasEvidence: true,
  walk: { order: 5, name: (app, base) => [localName(base.name), what(base), held(app, base)] },
  markers: (scene, view, all) =>
    all.filter(hasPlace).map((base) => glyphMarker(scene, view, base, "base", { rank: RANK.base })),
  legend: (drawn) => (drawn.length ? [{ sample: samples.glyph("base", 17, 22), words: text("key.bases") }] : []),
  key: { title: "key.bases", sample: () => samples.glyph("base", 18) },
  places: {
    order: 3,
    title: "places.bases",
    atFirst: 20,
    symbol: () => samples.glyph("base", 16),
    aside: () => "",
  },
  search: { order: 3 },
  isOwn: ({ holder }, actor) => Boolean(holder?.split("+").includes(actor)),
  onDay: (all, day) => all.map((base) => heldOn(base, day)),
};
