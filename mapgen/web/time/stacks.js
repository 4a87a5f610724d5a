/**
 * Where the marks of events stand on the timeline: five high, then side by side, then as a number.
 */

import * as switches from "../facts/switches.js";

export const HIGH = 5;
const MOST_ABREAST = 4;
const PITCH = 6.8; // px from mark to mark
const REST_PX = 22; // of the number of what finds no room

/** Violence stands below, the rest in the order of their ids. @param {EventFeature[]} events */
function inOrder(events) {
  /** @param {EventFeature} event */
  const rank = (event) => (switches.isViolent(event.category) ? 0 : 1);
  return [...events].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** @typedef {{day: string, count: number, x: number, middle: number}} Overflow */

/**
 * Those of a day, row by row from below, around the middle of its column.
 * @param {EventFeature[]} events
 * @param {number} middle px
 * @param {number} width
 * @param {string | null} chosen
 * @returns {{marks: Mark[], more: Overflow[]}}
 */
function ofColumn(events, middle, width, chosen) {
  const abreast = Math.max(1, Math.min(MOST_ABREAST, Math.floor((width - 1) / PITCH), Math.ceil(events.length / HIGH)));
  const room = abreast * HIGH;
  const ordered = inOrder(events);
  const shown = ordered.slice(0, room);
  const hidden = ordered.slice(room);
  const kept = hidden.findIndex((event) => event.id === chosen);
  if (kept >= 0) [shown[room - 1], hidden[kept]] = [hidden[kept], shown[room - 1]];
  const marks = shown.map((event, i) => ({
    event,
    x: middle + ((i % abreast) - (abreast - 1) / 2) * PITCH,
    row: Math.floor(i / abreast),
  }));
  const more = hidden.length
    ? [{ day: events[0].date, count: hidden.length, middle, x: middle + (abreast / 2) * PITCH }]
    : [];
  return { marks, more };
}

/**
 * In the months before, columns as wide as a mark; what finds no room in its own goes to the nearest.
 * @param {EventFeature[]} events
 * @param {TimeScale} scale
 * @param {number} width
 */
function ofMonths(events, scale, width) {
  const last = scale.breakAt ? Math.floor((scale.breakAt[0] * width) / PITCH) : 0;
  const heights = new Map();
  return events.map((event) => {
    const own = Math.max(0, Math.min(last, Math.round((scale.atEvent(event) * width) / PITCH)));
    const nearest = Array.from({ length: last + 1 }, (_, bin) => bin).sort(
      (a, b) => Math.abs(a - own) - Math.abs(b - own),
    );
    const bin = nearest.find((candidate) => (heights.get(candidate) ?? 0) < HIGH) ?? own;
    const row = heights.get(bin) ?? 0;
    heights.set(bin, row + 1);
    return { event, x: bin * PITCH, row };
  });
}

/**
 * A number stands beside its stack, or above it where the next day's marks are in the way.
 * @param {Overflow} rest
 * @param {Mark[]} marks
 * @returns {Rest}
 */
function placeRest(rest, marks) {
  const above = marks.some(({ x, row }) => row === HIGH - 1 && x > rest.x && x < rest.x + REST_PX);
  return { ...rest, x: above ? rest.middle : rest.x, above };
}

/** @param {Mark} a @param {Mark} b */
const inTime = (a, b) => a.x - b.x || a.row - b.row;

/**
 * @param {EventFeature[]} events
 * @param {TimeScale} scale
 * @param {number} width px of the timeline
 * @param {string | null} [chosen] id of an event that keeps a mark
 * @returns {{marks: Mark[], more: Rest[]}}
 *   x in px from the start, rows from below; `more` is what finds no room, with its number beside or above
 */
export function arrange(events, scale, width, chosen = null) {
  /** @type {Map<number, EventFeature[]>} */
  const places = new Map();
  const early = [];
  for (const event of events) {
    const at = scale.atEvent(event);
    if (scale.breakAt && at < scale.breakAt[1]) early.push(event);
    else places.set(at, [...(places.get(at) ?? []), event]);
  }
  early.sort((a, b) => scale.atEvent(a) - scale.atEvent(b));
  const columns = [...places].map(([at, here]) => ofColumn(here, at * width, scale.column * width, chosen));
  const marks = [...ofMonths(early, scale, width), ...columns.flatMap((column) => column.marks)];
  return {
    marks: marks.sort(inTime),
    more: columns.flatMap((column) => column.more.map((rest) => placeRest(rest, marks))),
  };
}
