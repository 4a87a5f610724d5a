/**
 * Files out of the page without a network: a link to a blob that the browser saves.
 */

import { el } from "../base/dom.js";

const KEPT_MS = 60000; // slow browsers ask for the blob after the click

/** @param {string} name of the file @param {Blob} blob */
export function save(name, blob) {
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
