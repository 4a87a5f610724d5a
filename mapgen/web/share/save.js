/**
 * Files out of the page without a network: a link to a blob that the browser saves.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const KEPT_MS = 60000; // slow browsers ask for the blob after the click

  /** @returns {boolean} whether a frame is around the page: it may forbid to save, and no script is told */
  function mayBeRefused() {
    return globalThis.self !== globalThis.top;
  }

  /** @param {string} name of the file @param {Blob} blob @returns {string} its address, good for a minute */
  function save(name, blob) {
    const url = URL.createObjectURL(blob);
    mapgen.dom.el("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
    return url;
  }

  /** Copy what a field holds; where the browser refuses the clipboard, the old way. @returns {Promise<boolean>} */
  async function copy(field) {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      field.focus();
      field.select();
      return document.execCommand?.("copy") ?? false;
    }
  }

  mapgen.shareSave = { mayBeRefused, save, copy };
})();
