/** Front lines, the boundaries between forces, and lines within a side. */

import * as format from "../base/format.js";
import { text } from "../base/text.js";
import { activeOn } from "../facts/document.js";
import { styleName } from "../drawing/lines.js";
import * as samples from "../drawing/samples.js";
import { distance, fact, holderName } from "./describe.js";
import { shortHolder } from "./relations.js";

/** @param {FrontLine} line */
const what = (line) => text(`what.line.${line.kind}`);

/** @type {Kind<FrontLine>} */
export const fronts = {
  what,
  facts: (app, line) => [
    ...fact("between", format.list((line.holders ?? []).map((id) => holderName(app.model, id)))),
    ...fact("quality", text(`quality-words.${styleName(line)}`)),
    ...fact("length", line.length_km ? distance(line.length_km) : null),
  ],
  symbol: (app, line) => samples.lineSample(styleName(line), 38),
  hasEvidence: false,
  walk: {
    order: 2,
    name: ({ model }, line) => [
      text("walk.line", {
        kind: what(line),
        a: shortHolder(model, line.holders[0]),
        b: shortHolder(model, line.holders[1]),
      }),
      line.kind !== "inner" ? text(`walk.quality.${line.quality}`) : "",
      line.length_km ? format.kilometres(line.length_km) : "",
    ],
    compare: (a, b) => (b.length_km ?? 0) - (a.length_km ?? 0),
  },
  markers: null,
  legend: null,
  key: null,
  places: null,
  search: null,
  isDerived: true,
  onDay: (all, day) => all.filter((line) => activeOn(line, day)),
};
