/**
 * What held on a day, the frame that a day shows, and the events that its map shows. Python answers the same
 * (mapgen/facts/days.py): tests/cases/days.json has cases for both.
 */

import { activeOn, featuresOf } from "./document.js";

const DAY_MS = 86400000;
const WINDOW_DAYS = 10; // the map of a day shows its events and those of so many days before it

/**
 * @param {Model} model @param {string} day ISO day
 * @returns {string} the last date of the document at or before the day, or the first of all
 */
export function frameAt(model, day) {
  const { dates } = model;
  if (!dates.length) return day;
  return dates.findLast((date) => date <= day) ?? dates[0];
}

/** @param {Row} row of a history @returns {Period} */
function readPeriod([from, to, side, holder, confidence, sources, span]) {
  return { from, to, side, holder, confidence, sources, span };
}

/** @param {Feature} feature @returns {Period[]} all periods of a settlement, the earliest first; the last is open */
export function periodsOf(feature) {
  const earlier = (feature.history ?? []).map(readPeriod);
  const { side = "", holder, confidence, sources } = feature;
  return [...earlier, { from: earlier.at(-1)?.to ?? null, to: null, side, holder, confidence, sources, span: null }];
}

const UNTOLD = new Set(["crossings", "bases"]); // kinds that say nothing of a day outside their own time

/**
 * @param {Feature} feature
 * @param {string} day
 * @returns {boolean} whether its sources speak of a day: its period holds it, or the day, month or year of `as_of`
 * does
 */
export function speaksOf(feature, day) {
  return feature.as_of ? day.startsWith(feature.as_of) : activeOn(feature, day);
}

/**
 * A feature as it stood on a day. The end of a period is the first day on which it no longer held.
 * @template {Feature} F
 * @param {F} feature @param {string} [day] ISO day; without it, the feature's own
 * @returns {F} the feature itself in its last period, else a copy: a settlement with what held then and its
 * `period`, a crossing or base with state and holder left open and `recorded`, what it says of its own time
 */
export function heldOn(feature, day) {
  if (day && UNTOLD.has(feature.layerKind) && !speaksOf(feature, day)) {
    return {
      ...feature,
      state: feature.state && "unknown",
      holder: null,
      as_of: null,
      valid_from: null,
      valid_to: null,
      recorded: feature,
    };
  }
  const row = day && feature.history?.find(([, to]) => day < to);
  if (!row) return feature;
  const period = readPeriod(row);
  const { side, holder, confidence, sources } = period;
  return { ...feature, side, holder, confidence, sources, period };
}

/**
 * Whose colour a settlement takes. One that is known only as opposition has none: a holder of that name stands for
 * the factions of neither coalition.
 * @param {{holder: string | null, side?: string}} held
 * @returns {string | null} id of a holder
 */
export function holderShown({ holder, side }) {
  return holder ?? (side === "opposition" ? null : (side ?? null));
}

/** @param {Model} model @param {string} day @returns {Set<string>} the holders with ground of their own on a day */
export function holdersOn(model, day) {
  return new Set(
    featuresOf(model, "areas_of_control")
      .filter((area) => activeOn(area, day))
      .map((area) => area.holder),
  );
}

/**
 * @param {Feature | undefined} feature
 * @returns {feature is Feature & {valid_from: string}} whether it is an area or a line of some days alone
 */
const passing = (feature) => Boolean((feature?.polygons || feature?.lines) && feature.valid_from);

/**
 * @param {Model} model
 * @param {EventFeature} event
 * @param {string} day
 * @returns {string} the first day of the map that has the event among its events, else the first one after it
 */
function dayOfEvent(model, event, day) {
  const after = model.dates.filter((date) => date >= event.date);
  return after.find((date) => inWindow(event, eventWindow(date))) ?? (day >= event.date ? day : (after[0] ?? day));
}

/**
 * @param {Model} model
 * @param {string | null} id
 * @param {string} day
 * @param {[string, string] | null} [period] of events, if one is chosen
 * @returns {string} the day itself, or one on which the area or line exists, or the event is on the map
 */
export function dayShowing(model, id, day, period = null) {
  const feature = model.byId.get(id ?? "");
  if (passing(feature)) return activeOn(feature, day) ? day : frameAt(model, feature.valid_from);
  const event = feature?.layerKind === "events" ? /** @type {EventFeature} */ (feature) : null;
  return event && !inWindow(event, eventWindow(day, period)) ? dayOfEvent(model, event, day) : day;
}

/**
 * The same holder's area on another day.
 * @param {Model} model
 * @param {string | null} id
 * @param {string} day
 * @returns {string | null} id of what stays selected, null where nothing does
 */
export function sameOn(model, id, day) {
  const feature = model.byId.get(id ?? "");
  if (!passing(feature) || activeOn(feature, day)) return id;
  if (!feature.polygons) return null;
  return (
    featuresOf(model, "areas_of_control").find((area) => area.holder === feature.holder && activeOn(area, day))?.id ??
    null
  );
}

/**
 * @param {string} date ISO day
 * @param {[string, string] | null} [period] a chosen one
 * @returns {[string, string]} first and last day whose events are on the map: those of the period, or the days before
 * the date
 */
export function eventWindow(date, period = null) {
  if (period) return period;
  return [new Date(Date.parse(date) - WINDOW_DAYS * DAY_MS).toISOString().slice(0, 10), date];
}

/**
 * @param {{date: string, date_end?: string | null}} event
 * @param {[string, string]} window
 * @returns {boolean} whether an event happened, at least partly, within the days
 */
export function inWindow(event, [first, last]) {
  const end = event.date_end ?? event.date;
  return event.date <= last && (end >= first || first.startsWith(end));
}
