/**
 * What the page stands in: a window of its own, or a frame; high enough, or to scroll.
 */

/** @returns {boolean} whether the page stands in a frame of another */
export function isFramed() {
  return globalThis.self !== globalThis.top;
}

/** @returns {boolean} whether this page is a document to scroll, as it is in a low window */
export function pageScrolls() {
  const { scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement;
  return scrollHeight > clientHeight + 1 && getComputedStyle(document.documentElement).overflowY !== "hidden";
}
