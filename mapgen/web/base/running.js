/**
 * Whether the map runs, for styles: an element of our own that only a running script defines. A copy that was saved
 * while the map ran keeps attributes and classes, but not this; so what the styles hide for the map is in view there.
 */

const NAME = "map-running";

/** From now on the page is laid out around the map. */
export function set() {
  if (!customElements.get(NAME)) customElements.define(NAME, class extends HTMLElement {});
  if (!document.querySelector(NAME)) document.body.prepend(document.createElement(NAME));
}

/** The map stopped: the page is a document again. */
export function unset() {
  document.querySelector(NAME)?.remove();
}
