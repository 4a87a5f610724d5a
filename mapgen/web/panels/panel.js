/**
 * The panel: tabs, and on a phone the sheet with three heights.
 */

import { fill, icon } from "../base/dom.js";
import { text } from "../base/text.js";

const HEIGHTS = ["low", "half", "full"];
const TAP_PX = 6;
const scrolled = new Map(); // where each panel was left

const tabsOf = (root) => [...root.querySelectorAll("[role=tab]")];

/** Arrow keys walk along the tabs, in the direction of the page. */
function onTabKey(app, root, event) {
  const tabs = tabsOf(root);
  const at = tabs.indexOf(event.target);
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
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
  app.showPanel(tab.dataset.panel);
}

/** @param {HTMLElement} root @param {string} panel */
export function select(root, panel) {
  const body = root.querySelector(".panel-body");
  const before = root.querySelector("[role=tab][aria-selected=true]").dataset.panel;
  if (before !== panel) scrolled.set(before, body.scrollTop);
  for (const tab of tabsOf(root)) {
    const on = tab.dataset.panel === panel;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !on;
  }
  if (before !== panel) body.scrollTop = panel === "details" ? 0 : (scrolled.get(panel) ?? 0);
}

export function currentHeight(root) {
  return root.dataset.height ?? "half";
}

/** @param {App} app @param {HTMLElement} root @param {"low"|"half"|"full"} height of the sheet */
export function setHeight(app, root, height) {
  root.dataset.height = height;
  root.style.removeProperty("height");
  const higher = root.querySelector("[data-sheet-toggle]");
  const label = text(height === "full" ? "sheet.lower" : "sheet.raise");
  higher.setAttribute("aria-label", label);
  higher.title = label;
  fill(higher, icon(height === "full" ? "down" : "up"));
  app.resized();
}

function nearestHeight(root, px) {
  const whole = document.documentElement.clientHeight;
  const at = { low: 64, half: whole * 0.46, full: whole - 58 };
  return HEIGHTS.reduce(
    (best, name) => (Math.abs(at[name] - px) < Math.abs(at[best] - px) ? name : best),
    root.dataset.height ?? "half",
  );
}

/** Dragging the handle; a tap on it raises the sheet, or lowers it from the top. */
function makeDraggable(app, root, handle) {
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

function nextHeight(root) {
  const at = HEIGHTS.indexOf(currentHeight(root));
  return at === HEIGHTS.length - 1 ? "half" : HEIGHTS[at + 1];
}

/** @param {App} app @param {HTMLElement} root the panel */
export function wire(app, root) {
  for (const tab of tabsOf(root)) {
    tab.addEventListener("click", () => {
      if (currentHeight(root) === "low") setHeight(app, root, "half");
      app.showPanel(tab.dataset.panel);
    });
  }
  root.querySelector("[role=tablist]").addEventListener("keydown", (event) => onTabKey(app, root, event));
  root.querySelector("[data-sheet-toggle]").addEventListener("click", () => setHeight(app, root, nextHeight(root)));
  makeDraggable(app, root, root.querySelector(".sheet-handle"));
  app.store.watch((state, changed) => changed.has("lang") && setHeight(app, root, currentHeight(root)));
  setHeight(app, root, "half");
}
