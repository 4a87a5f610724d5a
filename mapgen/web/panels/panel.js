/**
 * The panel: tabs, and on a phone the sheet with three heights.
 */

import { allOf, byId, fill, icon, only, targetOf } from "../base/dom.js";
import { text } from "../base/text.js";

/** @typedef {"low" | "half" | "full"} Height */
/** @type {Height[]} */
const HEIGHTS = ["low", "half", "full"];
const TAP_PX = 6;
/** @type {Map<string | undefined, number>} */
const scrolled = new Map(); // where each panel was left

/** @param {HTMLElement} root */
const tabsOf = (root) => allOf(root, "[role=tab]");

/**
 * Arrow keys walk along the tabs, in the direction of the page.
 * @param {App} app
 * @param {HTMLElement} root
 * @param {KeyboardEvent} event
 */
function onTabKey(app, root, event) {
  const tabs = tabsOf(root);
  const at = tabs.indexOf(targetOf(event));
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  /** @type {Record<string, number>} */
  const steps = {
    [forward]: at + 1,
    [forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: at - 1,
    Home: 0,
    End: tabs.length - 1,
  };
  if (at < 0 || !(event.key in steps)) return;
  event.preventDefault();
  const tab = tabs[(steps[event.key] + tabs.length) % tabs.length];
  tab.focus();
  app.showPanel(tab.dataset.panel ?? "key");
}

/** @param {HTMLElement} root @param {string} panel */
export function select(root, panel) {
  const body = only(root, ".panel-body");
  const before = only(root, "[role=tab][aria-selected=true]").dataset.panel;
  if (before !== panel) scrolled.set(before, body.scrollTop);
  for (const tab of tabsOf(root)) {
    const on = tab.dataset.panel === panel;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    byId(tab.getAttribute("aria-controls") ?? "").hidden = !on;
  }
  if (before !== panel) body.scrollTop = panel === "details" ? 0 : (scrolled.get(panel) ?? 0);
}

/** @param {HTMLElement} root @returns {Height} */
export function currentHeight(root) {
  return /** @type {Height} */ (root.dataset.height ?? "half");
}

/** @param {App} app @param {HTMLElement} root @param {Height} height of the sheet */
export function setHeight(app, root, height) {
  root.dataset.height = height;
  root.style.removeProperty("height");
  const higher = only(root, "[data-sheet-toggle]");
  const label = text(height === "full" ? "sheet.lower" : "sheet.raise");
  higher.setAttribute("aria-label", label);
  higher.title = label;
  fill(higher, icon(height === "full" ? "down" : "up"));
  app.resized();
}

/** @param {HTMLElement} root @param {number} px */
function nearestHeight(root, px) {
  const whole = document.documentElement.clientHeight;
  const at = { low: 64, half: whole * 0.46, full: whole - 58 };
  return HEIGHTS.reduce(
    (best, name) => (Math.abs(at[name] - px) < Math.abs(at[best] - px) ? name : best),
    currentHeight(root),
  );
}

/**
 * Dragging the handle; a tap on it raises the sheet, or lowers it from the top.
 * @param {App} app
 * @param {HTMLElement} root
 * @param {HTMLElement} handle
 */
function makeDraggable(app, root, handle) {
  /** @type {{y: number, height: number, moved: boolean} | null} */
  let start = null;
  handle.addEventListener("pointerdown", (event) => {
    start = { y: event.clientY, height: root.offsetHeight, moved: false };
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (!start) return;
    const by = start.y - event.clientY;
    if (Math.abs(by) > TAP_PX) start.moved = true;
    if (start.moved) root.style.height = `${Math.max(64, start.height + by)}px`;
  });
  const end = () => {
    if (!start) return;
    const height = start.moved ? nearestHeight(root, root.offsetHeight) : nextHeight(root);
    start = null;
    setHeight(app, root, height);
  };
  handle.addEventListener("pointerup", end);
  handle.addEventListener("pointercancel", end);
}

/** @param {HTMLElement} root @returns {Height} */
function nextHeight(root) {
  const at = HEIGHTS.indexOf(currentHeight(root));
  return at === HEIGHTS.length - 1 ? "half" : HEIGHTS[at + 1];
}

/** @param {App} app @param {HTMLElement} root the panel */
export function wire(app, root) {
  for (const tab of tabsOf(root)) {
    tab.addEventListener("click", () => {
      if (currentHeight(root) === "low") setHeight(app, root, "half");
      app.showPanel(tab.dataset.panel ?? "key");
    });
  }
  only(root, "[role=tablist]").addEventListener("keydown", (event) => onTabKey(app, root, event));
  only(root, "[data-sheet-toggle]").addEventListener("click", () => setHeight(app, root, nextHeight(root)));
  makeDraggable(app, root, only(root, ".sheet-handle"));
  app.store.watch((state, changed) => changed.has("lang") && setHeight(app, root, currentHeight(root)));
  setHeight(app, root, "half");
}
