/**
 * Controls over the map: zoom, whole frame, scale bar, tooltip.
 */

import { el, fill, icon, lessMotion, only, renew } from "../base/dom.js";
import * as focus from "../base/focus.js";
import * as format from "../base/format.js";
import { kilometresToPixels } from "../base/geometry.js";
import { text } from "../base/text.js";
import * as fullscreen from "./fullscreen.js";

const NICE_KM = [0.5, 1, 2, 5, 10, 20, 25, 50, 100];
const BAR_PX = 100;

/**
 * @param {Parameters<typeof icon>[0]} shape
 * @param {string} key
 * @param {() => void} onclick
 * @param {string} [className]
 * @returns {HTMLButtonElement}
 */
function button(shape, key, onclick, className = "") {
  const label = text(key);
  return el(
    /** @type {"button"} */ (`button${className}`),
    { type: "button", "aria-label": label, title: label, onclick },
    icon(shape),
  );
}

/**
 * @param {L.Map} map
 * @param {string} events
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
function listen(map, events, listener, signal) {
  map.on(events, listener);
  signal.addEventListener("abort", () => map.off(events, listener));
}

/** @param {App} app @param {HTMLElement} root */
export function buildZoom(app, root) {
  /** @param {number} by */
  const step = (by) => {
    app.scene.moved = true;
    app.map.setZoom(app.map.getZoom() + by, { animate: !lessMotion() });
  };
  const plus = button("plus", "control.zoom-in", () => step(1));
  const minus = button("minus", "control.zoom-out", () => step(-1));
  const life = renew(root);
  fill(
    root,
    plus,
    minus,
    button("frame", "control.home", () => app.goHome(), ".home"),
    fullscreen.button(app, life),
  );
  const update = () => {
    focus.disable(plus, app.map.getZoom() >= app.map.getMaxZoom(), minus);
    focus.disable(minus, app.map.getZoom() <= app.map.getMinZoom(), plus);
  };
  listen(app.map, "zoomend zoomlevelschange", update, life);
  update();
}

/** @param {App} app @returns {{px: number, words: string}} a bar of a round length at the middle of the map */
export function scaleOf({ map }) {
  const latitude = map.getCenter().lat;
  const pxPerKm = kilometresToPixels(1, latitude, map.getZoom());
  const km = NICE_KM.filter((length) => length * pxPerKm <= BAR_PX).pop() ?? NICE_KM[0];
  return { px: Math.round(km * pxPerKm), words: text("unit.km", { n: format.number(km, 1) }) };
}

/** Part of the layout: labels keep clear of the bar. @param {App} app @param {HTMLElement} root */
export function updateScale(app, root) {
  const { px, words } = scaleOf(app);
  only(root, ".scale-bar").style.width = `${px}px`;
  only(root, ".scale-text").textContent = words;
}

/** @param {HTMLElement} root */
export function buildScale(root) {
  fill(root, el("span.scale-bar"), el("span.scale-text"));
}

/**
 * Rectangles of everything that lies over the map, or of some of it, in px of the map.
 * @param {HTMLElement} frame
 * @param {string} [selector]
 * @returns {Box[]}
 */
export function rectangles(frame, selector = "[data-over-map]") {
  const base = frame.getBoundingClientRect();
  return [...frame.querySelectorAll(selector)]
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.width && box.height)
    .map((box) => [
      box.left - base.left - 4,
      box.top - base.top - 4,
      box.right - base.left + 4,
      box.bottom - base.top + 4,
    ]);
}

/** Short words beside the pointer. @param {HTMLElement} frame @returns {Tip} */
export function createTooltip(frame) {
  const tip = el("div.tooltip", { "aria-hidden": "true", hidden: true });
  frame.append(tip);
  return {
    show(words, x, y) {
      if (tip.textContent !== words) tip.textContent = words;
      tip.hidden = false;
      const right = x + 14 + tip.offsetWidth > frame.clientWidth;
      const above = y + 18 + tip.offsetHeight > frame.clientHeight;
      tip.style.left = `${Math.max(4, right ? x - tip.offsetWidth - 10 : x + 14)}px`;
      tip.style.top = `${above ? y - tip.offsetHeight - 10 : y + 18}px`;
    },
    hide() {
      tip.hidden = true;
    },
  };
}
