/**
 * Where the focus goes back to when what had it is gone.
 */

import { pageScrolls } from "./window.js";

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
