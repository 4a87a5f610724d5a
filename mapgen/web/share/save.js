/**
 * Files out of the page without a network: a link to a blob that the browser saves.
 */

import { el } from "../base/dom.js";

const KEPT_MS = 60000; // slow browsers ask for the blob after the click

/** @returns {boolean} whether a frame is around the page: it may forbid to save, and no script is told */
export function mayBeRefused() {
  return globalThis.self !== globalThis.top;
}

/** @param {string} name of the file @param {Blob} blob @returns {string} its address, good for a minute */
export function save(name, blob) {
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  return url;
}

/**
 * Copy what a field holds; where the browser refuses the clipboard, the old way.
 * @param {HTMLTextAreaElement} field
 * @returns {Promise<boolean>}
 */
export async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand?.("copy") ?? false;
  }
}
