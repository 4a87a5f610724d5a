/** Figures: what sources counted. They have no place on the map. */

import * as format from "../base/format.js";
import { localName, phrase, text } from "../base/text.js";
import { activeOn } from "../facts/document.js";
import { fact } from "./describe.js";

/**
 * The number, or what the source says instead, with its unit. How a language counts stands in the table of
 * figures, whose words the phrases of a language have: the English ones lead there.
 * @param {Pick<Figure, "value" | "unit">} figure
 * @returns {string}
 */
export function figureValue({ value, unit }) {
  const said = typeof value === "number" ? format.englishNumber(value) : value;
  return phrase([said, unit?.en].filter(Boolean).join(" "));
}

/** @type {Kind<Figure>} */
export const figures = {
  what: () => text("what.figure"),
  facts: (app, figure) => [
    ...fact("value", figureValue(figure)),
    ...fact("area-named", localName(figure.area)),
    ...fact("date", format.dateRange(figure.period_start, figure.period_end)),
  ],
  symbol: () => null,
  hasEvidence: false,
  walk: { order: 8, name: (app, figure) => [localName(figure.name)] },
  markers: null,
  legend: null,
  key: null,
  places: {
    order: 6,
    title: "places.figures",
    atFirst: 20,
    symbol: () => null,
    aside: () => "",
    onlyDoubted: true,
  },
  search: null,
  onDay: (all, day) => all.filter((figure) => activeOn(figure, day)),
};
