/**
 * What speaks for a place: the settlements nearest to it, and the area it lies in.
 */

import look from "../../look/look.json" with { type: "json" };
import { distanceKm } from "../base/geometry.js";
import { heldOn } from "./days.js";
import { activeOn, featuresOf, hasPlace, toWorld } from "./document.js";
import { areaContains } from "./topology.js";

export const NEAR_KM = look.nearEvidenceKm; // how near a settlement of another holder speaks against one
const ROWS = 3; // lines on the map
const FOR_AT_MOST = 5;
const AGAINST_AT_MOST = 3;

/**
 * @param {Model} model @param {Point} degrees longitude, latitude @param {string | null} except id to leave out
 * @param {string} [day] whose holders are asked for
 * @returns {EvidenceRow[]} the settlements of the evidence, nearest first, and as they
 * stood on the day
 */
export function byDistance(model, degrees, except = null, day = undefined) {
  return featuresOf(model, "settlements")
    .filter(hasPlace)
    .filter((item) => item.id !== except)
    .map((feature) => ({ feature, km: distanceKm(degrees, feature.degrees) }))
    .sort((a, b) => a.km - b.km)
    .map((row) => ({ ...row, held: heldOn(row.feature, day) }));
}

/**
 * @param {Model} model
 * @param {Point} world
 * @param {string} date
 * @returns {Area | null} the area of the day that holds the place
 */
export function areaAt(model, world, date) {
  return (
    featuresOf(model, "areas_of_control").find((area) => activeOn(area, date) && areaContains(model, area, world)) ??
    null
  );
}

/** @param {string | null} id "@lat,lon" @returns {Point | null} longitude, latitude of a clicked spot */
export function spotOf(id) {
  const match = /^@(-?\d{1,2}\.\d{1,6}),(-?\d{1,3}\.\d{1,6})$/.exec(id ?? "");
  return match ? [Number(match[2]), Number(match[1])] : null;
}

/** @param {Point} degrees @returns {string} id of a spot, about 10 m exact */
export function spotId([longitude, latitude]) {
  return `@${latitude.toFixed(4)},${longitude.toFixed(4)}`;
}

/**
 * What the map draws for the selection.
 * @param {Model} model
 * @param {string | null} id
 * @param {string} day
 * @returns {ShownEvidence | null} world, rows and against to draw, found (all that Details lists), spot
 */
export function forSelection(model, id, day) {
  const spot = spotOf(id);
  const feature = model.byId.get(id ?? "");
  const degrees = spot ?? feature?.degrees;
  if (!id || !degrees || feature?.off_frame) return null;
  const explanation = explain(model, degrees, id, day);
  return {
    world: toWorld(degrees),
    found: explanation,
    rows: explanation.rows.slice(0, ROWS),
    against: explanation.against,
    spot: Boolean(spot),
  };
}

/** @param {Model} model @param {Area} area @returns {Settlement[]} the settlements inside an area */
export function settlementsIn(model, area) {
  area.known ??= featuresOf(model, "settlements")
    .filter(hasPlace)
    .filter((item) => areaContains(model, area, item.world));
  return area.known;
}

/**
 * Whether a settlement's holder, or its side where only that is known, is among the holders of the ground.
 * @param {Model} model
 * @param {Settlement} held
 * @param {string} holderId
 */
export function speaksFor(model, held, holderId) {
  /** @param {string} id */
  const drawn = (id) => model.holders.get(id)?.drawn_as ?? id;
  const ground = holderId.split("+");
  if (held.holder)
    return drawn(held.holder)
      .split("+")
      .some((id) => ground.includes(id));
  return held.side === (model.holders.get(holderId)?.side ?? holderId);
}

/**
 * @param {Model} model
 * @param {Point} degrees longitude, latitude
 * @param {string | null} except id to leave out
 * @param {string} day
 * @returns {Explanation} nearest first
 */
export function explain(model, degrees, except, day) {
  const all = byDistance(model, degrees, except, day);
  const area = areaAt(model, toWorld(degrees), day);
  const nearestKm = all[0]?.km;
  if (!area) return { area, rows: all.slice(0, FOR_AT_MOST), against: [], nearestKm };
  const against = all.filter((row) => row.km <= NEAR_KM && !speaksFor(model, row.held, area.holder));
  const rows = all.filter((row) => speaksFor(model, row.held, area.holder));
  return { area, rows: rows.slice(0, FOR_AT_MOST), against: against.slice(0, AGAINST_AT_MOST), nearestKm };
}

/**
 * The row of the key that counts a holder's places: its own, or that of the ground it is drawn as.
 * @param {Model} model
 * @param {string | null} id
 */
function rowOf(model, id) {
  const wanted = model.holders.get(id ?? "")?.drawn_as ?? id;
  return model.drawnHolders.find((holder) => holder.id === wanted);
}

/**
 * Known places by holder, and how many are known only by their side.
 * @param {Model} model
 * @param {string} [day]
 */
export function knownPlaces(model, day) {
  const counts = new Map();
  let sideOnly = 0;
  for (const item of featuresOf(model, "settlements")) {
    const row = rowOf(model, heldOn(item, day).holder);
    if (row) counts.set(row.id, (counts.get(row.id) ?? 0) + 1);
    else sideOnly += 1;
  }
  return { counts, sideOnly };
}
