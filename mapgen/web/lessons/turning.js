/**
 * Keys and fingers that turn to the next step of a tour, or to the one before.
 */

import { byId, targetOf } from "../base/dom.js";
import * as tours from "./tour.js";

const SWIPE_PX = 60;
const TYPING = "input, textarea, select, [role=tablist], .folium-map, .time, .table-frame, dialog, .diagram";

/**
 * Arrows, Page Down and Page Up (which remote controls send) lead through the steps, except where a key has
 * another use.
 * @param {App} app
 * @param {KeyboardEvent} event
 */
function onKey(app, event) {
  if (
    app.store.get().panel !== "tour" ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    targetOf(event).closest?.(TYPING)
  )
    return;
  const by = tours.byKey(event);
  if (!by || !tours.shown(app)) return;
  event.preventDefault();
  tours.move(app, by);
}

/**
 * A finger that moves sideways over the step turns to the next or the one before.
 * @param {App} app
 * @param {HTMLElement} root
 */
function wireSwipe(app, root) {
  /** @type {Point | null} */
  let start = null;
  root.addEventListener(
    "touchstart",
    (event) => {
      const [touch] = event.touches;
      start =
        event.touches.length === 1 && !targetOf(event).closest("input, textarea")
          ? [touch.clientX, touch.clientY]
          : null;
    },
    { passive: true },
  );
  root.addEventListener(
    "touchend",
    (event) => {
      if (!start || !tours.shown(app)) return;
      const [touch] = event.changedTouches;
      const [dx, dy] = [touch.clientX - start[0], touch.clientY - start[1]];
      start = null;
      if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < 2 * Math.abs(dy)) return;
      const leftwards = dx < 0 ? 1 : -1;
      tours.move(app, document.documentElement.dir === "rtl" ? -leftwards : leftwards);
    },
    { passive: true },
  );
}

/** @param {App} app */
export function wire(app) {
  document.addEventListener("keydown", (event) => onKey(app, event));
  wireSwipe(app, byId("panel-tour"));
}
