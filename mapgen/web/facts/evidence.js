/**
 * What speaks for a place: the settlements nearest to it, and the area it lies in.
 */

import { distanceKm } from "../base/geometry.js";
import { heldOn } from "./days.js";
import { activeOn, featuresOf, toWorld } from "./document.js";
import { areaContains } from "./topology.js";
import * as explain from "../panels/explain.js";

const ROWS = 3; // lines on the map

/**
 * @param {Object} model @param {number[]} degrees longitude, latitude @param {?string} except id to leave out
 * @param {string} [day] whose holders are asked for
 * @returns {{feature: Object, held: Object, km: number}[]} the settlements of the evidence, nearest first, and as they stood on the day
 */
export function byDistance(model, degrees, except = null, day = undefined) {
  return featuresOf(model, "settlements")
    .filter((item) => item.degrees && item.id !== except)
    .map((feature) => ({ feature, km: distanceKm(degrees, feature.degrees) }))
    .sort((a, b) => a.km - b.km)
    .map((row) => ({ ...row, held: heldOn(row.feature, day) }));
}

/** @returns {?Object} the area of the day that holds the place */
export function areaAt(model, world, date) {
  return featuresOf(model, "areas_of_control").find((area) => activeOn(area, date) && areaContains(model, area, world)) ?? null;
}

/** @param {?string} id "@lat,lon" @returns {?number[]} longitude, latitude of a clicked spot */
export function spotOf(id) {
  const match = /^@(-?\d{1,2}\.\d{1,6}),(-?\d{1,3}\.\d{1,6})$/.exec(id ?? "");
  return match ? [Number(match[2]), Number(match[1])] : null;
}

/** @param {number[]} degrees @returns {string} id of a spot, about 10 m exact */
export function spotId([longitude, latitude]) {
  return `@${latitude.toFixed(4)},${longitude.toFixed(4)}`;
}

/** What the map draws for the selection. @returns {?Object} world, rows and against to draw, found (all that Details lists), spot */
export function forSelection(model, id, day) {
  const spot = spotOf(id);
  const feature = model.byId.get(id);
  const degrees = spot ?? feature?.degrees;
  if (!degrees || feature?.off_frame) return null;
  const found = explain.explain(model, degrees, id, day);
  return { world: toWorld(degrees), found, rows: found.rows.slice(0, ROWS), against: found.against, spot: Boolean(spot) };
}

/** @returns {Object[]} the settlements inside an area */
export function settlementsIn(model, area) {
  area.known ??= featuresOf(model, "settlements").filter((item) => item.world && areaContains(model, area, item.world));
  return area.known;
}

/** Certainty 0..1 at a place, from the picture that fades the areas. @returns {?number} */
export function certaintyAt(pictures, world) {
  const certainty = pictures.certainty;
  if (!certainty) return null;
  const { box, pixels } = certainty;
  const x = Math.floor(((world[0] - box[0]) / (box[2] - box[0])) * pixels.width);
  const y = Math.floor(((world[1] - box[1]) / (box[3] - box[1])) * pixels.height);
  if (x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) return null;
  return pixels.data[(y * pixels.width + x) * 4] / 255;
}
