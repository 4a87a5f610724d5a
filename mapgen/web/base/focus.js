/**
 * What the reader moves the focus with, and where it goes back to when what had it is gone.
 */

import { pageScrolls } from "./window.js";

const NOT_MOVING = new Set(["Escape", "Control", "Shift", "Alt", "Meta"]); // keys that pointers go with

/**
 * Remember what was used last, as `html[data-input]`: "keys", or the kind of pointer. Browsers take a focus by script,
 * as Leaflet gives it to the map at a press, for one by keys.
 */
export function followInput() {
  const { dataset } = document.documentElement;
  delete dataset.input; // in a copy it is that of another reader
  const capture = { capture: true };
  addEventListener("keydown", ({ key }) => NOT_MOVING.has(key) || (dataset.input = "keys"), capture);
  addEventListener("pointerdown", ({ pointerType }) => (dataset.input = pointerType || "mouse"), capture);
}

/** @returns {boolean} whether the reader uses a finger, which points at nothing once it is lifted */
export const isByFinger = () => document.documentElement.dataset.input === "touch";

/** @param {Element | null | undefined} element @returns {boolean} */
const isSeen = (element) => Boolean(element?.isConnected && element.getClientRects().length);

/** Remember what opened Details, unless Details did so itself. @param {App} app */
export function remember(app) {
  const opener = /** @type {HTMLElement} */ (document.activeElement ?? document.body);
  if (!opener.closest("#panel-details")) app.opener = opener === document.body ? null : opener;
}

/** Details are closed: back to what opened them, else to the tab that is shown. @param {App} app */
export function giveBack(app) {
  const opener = isSeen(app.opener) ? app.opener : null;
  /** @type {HTMLElement | null} */
  const tab = document.querySelector("#panel [role=tab][aria-selected=true]");
  ((opener ?? (isSeen(tab) && tab)) || app.map.getContainer()).focus({ preventScroll: !pageScrolls() });
  app.opener = null;
}

/** @returns {boolean} whether nothing that can be seen has the focus */
export function isLost() {
  return !isSeen(document.activeElement) || document.activeElement === document.body;
}

/**
 * Switch a button off; if it has the focus, another takes it.
 * @param {HTMLButtonElement} button
 * @param {boolean} off
 * @param {HTMLElement} other
 */
export function disable(button, off, other) {
  const focused = document.activeElement === button;
  button.disabled = off;
  if (off && focused) other.focus({ preventScroll: true });
}

/**
 * The first of what a button adds to a list takes the focus, for the button may go.
 * @param {Element} list
 * @param {() => void} add
 */
export function toFirstNew(list, add) {
  const before = list.childElementCount;
  add();
  /** @type {HTMLElement | null | undefined} */
  const first = list.children[before]?.querySelector("a, button");
  first?.focus();
}
