/**
 * How a feature stands to holders, fronts and time, in the few words of a name: for those who do not see the map.
 */

import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import * as evidence from "../facts/evidence.js";
import { kmToFront } from "../facts/statistics.js";
import { heldName, holderName, periodWords } from "./describe.js";

/** @param {Model} model @param {string} id */
export const shortHolder = (model, id) => localName(model.holders.get(id)?.short) || holderName(model, id);

/**
 * In whose area a feature stands on the date.
 * @param {App} app
 * @param {Feature & {holder_here?: string | null}} feature
 * @param {string} date
 */
export function ground({ model }, feature, date) {
  const here = date === model.atlas.as_of ? feature.holder_here : null;
  const id = here ?? (feature.world && evidence.areaAt(model, feature.world, date)?.holder);
  return id ? text("walk.in-area", { holder: shortHolder(model, id) }) : "";
}

/** @param {App} app @param {Feature} feature @param {string} date */
export function toFront({ model }, feature, date) {
  const km = kmToFront(model, feature.id, date);
  return km === null ? "" : text("walk.to-front", { distance: format.kilometres(km) });
}

/** @param {App} app @param {Feature} feature */
export const held = ({ model }, feature) => (feature.holder || feature.side ? heldName(model, feature) : "");

/** @param {Feature} feature */
export function since(feature) {
  if (feature.period) return periodWords(feature.period);
  return feature.as_of ? text("walk.as-of", { date: format.date(feature.as_of) }) : "";
}
