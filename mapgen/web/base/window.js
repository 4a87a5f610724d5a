/**
 * What the page stands in: a window of its own, or a frame; high enough, or to scroll.
 */

/** @returns {boolean} whether the page stands in a frame of another */
export function isFramed() {
  return globalThis.self !== globalThis.top;
}

/** Wait until the page has room: a frame in a closed tab of a lesson has none. @returns {Promise<void>} */
export function hasSize() {
  const root = document.documentElement;
  const isThere = () => root.clientWidth > 0 && globalThis.innerHeight > 0;
  return new Promise((resolve) => {
    const observer = new ResizeObserver(look);
    function look() {
      if (!isThere()) return;
      observer.disconnect();
      globalThis.removeEventListener("resize", look);
      resolve();
    }
    observer.observe(root);
    globalThis.addEventListener("resize", look);
    look();
  });
}

/** After which what has not begun counts as forbidden: no script is told. */
export const PATIENCE_MS = 1500;

/**
 * Print, where the browser and the page around this one allow it: a sandbox does nothing, and tells no script.
 * @param {() => void} refused
 */
export function printPage(refused) {
  let begun = false;
  globalThis.addEventListener("beforeprint", () => (begun = true), { once: true });
  globalThis.print?.(); // some browsers of phones have none
  setTimeout(() => begun || refused(), PATIENCE_MS);
}

/** @returns {boolean} whether this page is a document to scroll, as it is in a low window */
export function pageScrolls() {
  const { scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement;
  return scrollHeight > clientHeight + 1 && getComputedStyle(document.documentElement).overflowY !== "hidden";
}
