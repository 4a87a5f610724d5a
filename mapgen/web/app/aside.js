/**
 * Stands before the tables: what follows, up to the end of the next comment, is no part of the page for the time being.
 * See base/aside.js. A copy of the page keeps the comment; this script goes, so that it does not set it aside twice.
 */

if (document.documentElement.dataset.mapgen === "loading") {
  document.currentScript?.remove();
  // eslint-disable-next-line no-restricted-properties, no-restricted-syntax -- a comment holds no markup
  document.write(["<!", "--"].join("")); // whole it would look like a comment to hosts that take those out
}
