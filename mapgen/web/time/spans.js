/**
 * The days that belong to what is selected or pointed at: those of an event, and those on which a settlement changed
 * hands, each from the first to the last day that sources give.
 */

import { el, fill } from "../base/dom.js";
import { firstDay, lastDay } from "./scale.js";

/**
 * The days over which an event lasted, or within which it lies: a mark alone would look like one day.
 * @param {EventFeature} event
 * @returns {[string, string][]}
 */
function daysOfEvent({ date, date_end }) {
  const [first, last] = [firstDay(date), lastDay(date_end ?? date)];
  return first === last ? [] : [[first, last]];
}

/** @param {Feature} settlement @returns {[string, string][]} the days between which each of its periods ended */
function daysOfChanges({ history }) {
  return (history ?? []).map(([, to, , , , , span]) => span ?? [firstDay(to), lastDay(to)]);
}

/** @param {Feature | undefined} feature @returns {[string, string][]} first and last day of each stretch */
function stretches(feature) {
  if (feature?.layerKind === "events") return daysOfEvent(/** @type {EventFeature} */ (feature));
  return feature ? daysOfChanges(feature) : [];
}

/**
 * @param {Track} track
 * @returns {(feature?: Feature) => void} shows the days of a feature, or none
 */
export function createSpans(track) {
  const root = el("div.time-spans", { "aria-hidden": "true" });
  track.axis.append(root);
  return (feature) =>
    fill(
      root,
      stretches(feature).map(([first, last]) => {
        const span = el("div.time-span");
        const [from, until] = track.scale.span(first, last);
        span.style.setProperty("--at", String(from));
        span.style.setProperty("--until", String(until));
        return span;
      }),
    );
}
