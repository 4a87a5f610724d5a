/**
 * The whole page on the whole screen, where the browser and the page around it allow it.
 */

import { el, fill, icon } from "../base/dom.js";
import { text } from "../base/text.js";

/** A refusal leaves everything as it is. @param {App} app */
async function toggle(app) {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  } catch {
    app.refuse("fullscreen");
  }
}

/** @param {App} app @param {AbortSignal} signal of the controls @returns {HTMLElement | null} */
export function button(app, signal) {
  if (!document.fullscreenEnabled) return null;
  const element = el("button.fullscreen", { type: "button", onclick: () => toggle(app) });
  const update = () => {
    const on = Boolean(document.fullscreenElement);
    const label = text(on ? "control.fullscreen-off" : "control.fullscreen");
    element.setAttribute("aria-label", label);
    element.title = label;
    fill(element, icon(on ? "smaller" : "larger"));
  };
  document.addEventListener("fullscreenchange", update, { signal });
  update();
  return element;
}
