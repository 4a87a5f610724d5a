/** Areas of control: ground with its holder and how certain that is. */

import * as format from "../base/format.js";
import { text } from "../base/text.js";
import { activeOn } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import * as samples from "../drawing/samples.js";
import { certaintyWords, fact, holderName } from "./describe.js";

/** @param {Area} area */
const size = (area) => text("unit.km2", { n: format.number(area.area_km2) });

/** @type {Kind<Area>} */
export const areas = {
  what: () => text("what.area"),
  facts: (app, area) => [
    ...fact("certainty", certaintyWords(app.model, area.certainty)),
    ...fact("area", area.area_km2 ? size(area) : null),
    ...fact("known-places", format.number(evidence.settlementsIn(app.model, area).length)),
  ],
  symbol: ({ model }, area) => samples.holderSwatch(model, area.holder, 38),
  hasEvidence: false,
  walk: {
    order: 1,
    name: ({ model }, area) => [
      text("walk.area", { holder: holderName(model, area.holder) }),
      size(area),
      text("walk.certainty", { certainty: certaintyWords(model, area.certainty) ?? "" }),
    ],
    compare: (a, b) => b.area_km2 - a.area_km2,
  },
  markers: null,
  legend: null,
  key: null,
  places: null,
  search: null,
  isDerived: true,
  onDay: (all, day) => all.filter((area) => activeOn(area, day)),
};
