/** The border with its wall. */

import { localName, text } from "../base/text.js";
import { activeOn } from "../facts/document.js";
import * as samples from "../drawing/samples.js";
import { asOf, distance, fact } from "./describe.js";

/** @type {Kind<Line>} */
export const border = {
  what: () => text("what.border"),
  facts: (app, line) => [
    ...fact("wall", text(`wall-words.${line.wall}`)),
    ...fact("state", localName(line.state)),
    ...asOf(line),
    ...fact("length", line.length_km ? distance(line.length_km) : null),
  ],
  symbol: () => samples.wallSample(38),
  hasEvidence: false,
  walk: { order: 3, name: (app, line) => [localName(line.name), text(`wall-words.${line.wall}`)] },
  markers: null,
  legend: null,
  key: null,
  places: { order: 5, title: "places.border", atFirst: 10, symbol: () => null, aside: () => "" },
  search: null,
  onDay: (all, day) => all.filter((line) => activeOn(line, day)),
};
