/**
 * Dragging on the timeline: along the axis through the dates, over the marks to a period.
 */

import { only } from "../base/dom.js";
import * as eventPeriod from "./period.js";

const DRAG_PX = 4;
const EDGE_PX = 6;

/**
 * @param {HTMLElement} inner
 * @param {number} clientX
 * @returns {number} 0..1 along the timeline, in the direction of the page
 */
function shareAt(inner, clientX) {
  const box = inner.getBoundingClientRect();
  const share = (clientX - box.left) / box.width;
  return Math.max(0, Math.min(1, document.documentElement.dir === "rtl" ? 1 - share : share));
}

/** The handle goes to the date nearest on the scale. @param {App} app @param {Track} track @param {Player} player */
function dragDates(app, track, player) {
  const { dates } = app.model;
  /** @param {PointerEvent} event */
  const go = (event) => {
    const share = shareAt(track.inner, event.clientX);
    /** @param {string} date */
    const away = (date) => Math.abs(track.scale.at(date) - share);
    player.stop();
    player.go(dates.indexOf(dates.reduce((best, date) => (away(date) < away(best) ? date : best))));
  };
  track.axis.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    track.axis.setPointerCapture(event.pointerId);
    only(track.axis, "input").focus({ preventScroll: true });
    go(event);
  });
  track.axis.addEventListener("pointermove", (event) => track.axis.hasPointerCapture(event.pointerId) && go(event));
}

/**
 * @param {App} app
 * @param {Track} track
 * @param {number} clientX
 * @returns {string} the day from which a drag begins: the far end of a chosen period, if its edge was taken hold
 * of
 */
function anchorOf(app, track, clientX) {
  const { period } = app.store.get();
  const share = shareAt(track.inner, clientX);
  const near =
    period &&
    track.scale.span(...period).findIndex((edge) => Math.abs(edge - share) * track.inner.clientWidth <= EDGE_PX);
  return period && near !== null && near >= 0 ? period[1 - near] : track.scale.dayAt(share);
}

/** From where the pointer went down to where it came up. @param {App} app @param {Track} track */
function dragPeriod(app, track) {
  const { zone, scale } = track;
  /** @type {{x: number, day: string} | null} */
  let start = null;
  /** @param {PointerEvent} event */
  const days = (event) => {
    const there = scale.dayAt(shareAt(track.inner, event.clientX));
    return /** @type {[string, string]} */ ([start?.day ?? there, there].sort());
  };
  zone.addEventListener("pointerdown", (event) => {
    zone.brushed = false;
    start = event.button ? null : { x: event.clientX, day: anchorOf(app, track, event.clientX) };
  });
  zone.addEventListener("pointermove", (event) => {
    if (!start || (!zone.brushed && Math.abs(event.clientX - start.x) < DRAG_PX)) return;
    if (!zone.brushed) zone.setPointerCapture(event.pointerId);
    zone.brushed = true;
    zone.classList.add("brushing");
    track.showDays(days(event));
  });
  /** @param {PointerEvent} event */
  const end = (event) => {
    const done = start && zone.brushed && event.type === "pointerup" ? days(event) : null;
    start = null;
    zone.classList.remove("brushing");
    if (done) eventPeriod.choose(app, done);
    else track.update();
  };
  zone.addEventListener("pointerup", end);
  zone.addEventListener("pointercancel", end);
  zone.addEventListener("lostpointercapture", () => start && track.update());
}

/** @param {App} app @param {Track} track @param {Player} player */
export function wire(app, track, player) {
  dragDates(app, track, player);
  dragPeriod(app, track);
}
