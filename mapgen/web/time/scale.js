/**
 * The one scale of the timeline: the months before are squeezed, the days around the map's date have a column
 * each, and what is known by its month alone stands in a column of its own behind them.
 */

import look from "../../look/look.json" with { type: "json" };
import { featuresOf } from "../facts/document.js";

const DAY_MS = 86400000;
const DAYS_BEFORE = 14;
const MOST_DAYS_AFTER = look.timelineDaysAfter;
const SQUEEZED = 0.18; // share of the width for the months before
const BREAK = 0.02; // and for the gap that says that the scale changes
const SOME_DAY = 1.4; // columns for what has no day

/** @param {string} day */
const numberOf = (day) => Date.parse(day) / DAY_MS;
/** @param {number} number */
const dayOf = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** @param {string} date a day, month or year @returns {string} the day, or the middle of the month or year */
function middleOf(date) {
  return date.length === 10 ? date : date.length === 7 ? `${date}-16` : `${date}-07-02`;
}

/** @param {string} date a day, month or year @returns {string} its first day */
export function firstDay(date) {
  return `${date}${"-01-01".slice(date.length - 4)}`.slice(0, 10);
}

/** @param {string} date a day, month or year @returns {string} its last day */
export function lastDay(date) {
  if (date.length === 10) return date;
  const [year, month = 12] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * @param {Model} model
 * @param {EventFeature[]} events
 * @returns {[number, number]} numbers of the first and the last day that has a column
 */
function columnDays({ atlas, dates }, events) {
  const shown = numberOf(atlas.as_of);
  const known = events
    .map((event) => event.date_end ?? event.date)
    .filter((date) => date.length === 10)
    .map(numberOf);
  const last = known.filter((day) => day <= shown + MOST_DAYS_AFTER).reduce((a, b) => Math.max(a, b), shown);
  return [Math.max(numberOf(dates[0] ?? atlas.as_of), shown - DAYS_BEFORE), last];
}

/**
 * @param {Model} model
 * @returns {TimeScale} `days` with a column, `column` its share of the width, `someDay` where what has no day stands
 *   (null where nothing is), `breakAt` the gap; `at`, `atEvent`, `span` give shares of the width 0..1, `dayAt` a day
 */
export function createScale(model) {
  const events = featuresOf(model, "events");
  const first = numberOf(model.dates[0] ?? model.atlas.as_of);
  const [from, to] = columnDays(model, events);
  const count = to - from + 1;
  const hasSomeDay = events.some((event) => event.date.length < 10 && numberOf(middleOf(event.date)) >= from);
  const squeezed = first < from ? SQUEEZED : 0;
  const start = squeezed ? SQUEEZED + BREAK : 0;
  const column = (1 - start) / (count + (hasSomeDay ? SOME_DAY : 0));
  const someDay = hasSomeDay ? 1 - (SOME_DAY / 2) * column : null;
  /** @param {number} number */
  const edge = (number) => {
    if (number >= from) return start + (Math.min(number, to + 1) - from) * column;
    return (squeezed * Math.max(0, number - first)) / (from - first);
  };
  /** @param {string} day */
  const at = (day) => {
    const number = numberOf(day);
    if (number > to) return 1;
    return number < from ? edge(number) : edge(number) + column / 2;
  };
  return {
    from: dayOf(from),
    days: Array.from({ length: count }, (_, i) => dayOf(from + i)),
    column,
    someDay,
    at,
    breakAt: squeezed ? [squeezed, start] : null,
    /** @param {{date: string}} event */
    atEvent: ({ date }) => {
      const isLate = date.length < 10 && numberOf(middleOf(date)) >= from;
      return isLate && someDay !== null ? someDay : at(middleOf(date));
    },
    /** @param {string} one @param {string} other */
    span: (one, other) => [edge(numberOf(one)), edge(numberOf(other) + 1)],
    /** @param {number} share */
    dayAt: (share) => {
      if (share >= start) return dayOf(Math.min(to, from + Math.floor((share - start) / column + 1e-9)));
      return dayOf(Math.max(first, Math.min(from - 1, Math.round(first + (share / squeezed) * (from - first)))));
    },
  };
}
