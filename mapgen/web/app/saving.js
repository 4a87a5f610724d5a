/**
 * Puts the tables back before the page may be saved: extensions that save a page keep what it has become and take its
 * scripts out, and the copy is to be read. No script is told of saving, but the reader leaves the page with the pointer
 * for it, opens a menu or presses a key of commands.
 */

import { isFramed } from "../base/window.js";
import * as bibliography from "../panels/bibliography.js";

/** @param {Event} event @returns {boolean} whether it may be followed by saving */
function maySave(event) {
  if (event instanceof KeyboardEvent) return event.ctrlKey || event.metaKey;
  return event.type === "contextmenu" || !isFramed(); // out of a frame leads into the page around it
}

/** @param {App} app */
export function wire(app) {
  const root = document.documentElement;
  const signs = ["mouseleave", "contextmenu", "keydown"];
  /** @param {Event} event */
  function follow(event) {
    if (!maySave(event)) return;
    for (const sign of signs) root.removeEventListener(sign, follow);
    bibliography.bring(app);
  }
  for (const sign of signs) root.addEventListener(sign, follow);
}
