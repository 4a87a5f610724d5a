/**
 * Where the focus goes back to when what had it is gone.
 */

import { pageScrolls } from "./window.js";

const isSeen = (element) => Boolean(element?.isConnected && element.getClientRects().length);

/** Remember what opened Details, unless Details did so itself. @param {App} app */
export function remember(app) {
  const { activeElement } = document;
  if (!activeElement.closest("#panel-details")) app.opener = activeElement === document.body ? null : activeElement;
}

/** Details are closed: back to what opened them, else to the tab that is shown. @param {App} app */
export function giveBack(app) {
  const opener = isSeen(app.opener) ? app.opener : null;
  const tab = document.querySelector("#panel [role=tab][aria-selected=true]");
  (opener ?? (isSeen(tab) ? tab : app.map.getContainer())).focus({ preventScroll: !pageScrolls() });
  app.opener = null;
}

/** @returns {boolean} whether nothing that can be seen has the focus */
export function isLost() {
  return !isSeen(document.activeElement) || document.activeElement === document.body;
}

/** Switch a button off; if it has the focus, another takes it. */
export function disable(button, off, other) {
  const focused = document.activeElement === button;
  button.disabled = off;
  if (off && focused) other.focus({ preventScroll: true });
}

/** The first of what a button adds to a list takes the focus, for the button may go. */
export function toFirstNew(list, add) {
  const before = list.childElementCount;
  add();
  list.children[before]?.querySelector("a, button")?.focus();
}
