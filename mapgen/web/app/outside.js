/**
 * What leaves the map where the page around it may forbid that: the address is there to be copied.
 */

import { el, fill, first, targetOf } from "../base/dom.js";
import { text } from "../base/text.js";
import { isFramed, PATIENCE_MS } from "../base/window.js";

/**
 * A field from which an address is copied by hand.
 * @param {string} label
 * @param {string} address
 * @param {Attributes} [given] further attributes and listeners
 * @returns {HTMLInputElement}
 */
export function addressField(label, address, given) {
  return el("input.share-field", {
    readonly: true,
    value: address,
    dir: "ltr",
    "aria-label": label,
    onfocus: (event) => event.target.select(),
    ...given,
  });
}

/**
 * One sentence and an address below what was pressed.
 * @param {Element} pressed
 * @param {string} words
 * @param {string} address
 */
export function offer(pressed, words, address) {
  first(document, ".by-hand")?.remove();
  const note = el("p.by-hand", { role: "status" });
  (pressed.closest("li, dd, p, section") ?? pressed.parentElement)?.append(note);
  fill(note, words, addressField(words, address)); // a status is read when it changes
}

/**
 * A tab that opens takes the focus from this window. Where none does, no script is told why.
 * @param {MouseEvent} event
 */
function follow(event) {
  /** @type {HTMLAnchorElement | null | undefined} */
  const link = targetOf(event).closest?.("a[target=_blank]");
  if (!link || event.defaultPrevented || !isFramed()) return;
  const opened = new AbortController();
  const { signal } = opened;
  for (const name of ["blur", "pagehide"]) addEventListener(name, () => opened.abort(), { signal });
  document.addEventListener("visibilitychange", () => opened.abort(), { signal });
  setTimeout(() => {
    if (!signal.aborted && link.isConnected) offer(link, text("link.no-tab"), link.href);
    opened.abort();
  }, PATIENCE_MS);
}

export function wire() {
  document.addEventListener("click", follow);
}
