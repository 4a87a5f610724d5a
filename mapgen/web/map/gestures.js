/**
 * Wheel and fingers where another page, or this one, scrolls around the map: scrolling comes first, the map is
 * zoomed with a key and moved with two fingers, and says so.
 */

import { el, targetOf } from "../base/dom.js";
import { text } from "../base/text.js";
import { isFramed, pageScrolls } from "../base/window.js";

const SHOWN_MS = 1600;

/** @returns {boolean} whether the wheel and a finger belong to the scrolling around the map */
export function yields() {
  return !document.fullscreenElement && (isFramed() || pageScrolls());
}

/** @param {HTMLElement} frame @returns {(words: string) => void} */
function createHint(frame) {
  const hint = el("p.gesture-hint", { "aria-hidden": "true", hidden: true });
  frame.append(hint);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (words) => {
    hint.textContent = words;
    hint.hidden = !words;
    clearTimeout(timer);
    if (words) timer = setTimeout(() => (hint.hidden = true), SHOWN_MS);
  };
}

function wheelWords() {
  const apple = /Mac|iPhone|iPad/.test(globalThis.navigator.platform);
  return text("gesture.wheel", { key: apple ? "⌘" : "Ctrl" });
}

/** @param {HTMLElement} frame around the map */
export function wire(frame) {
  const say = createHint(frame);
  /** @param {Event} event */
  const onMap = (event) => yields() && targetOf(event).closest(".folium-map");
  // In the capture phase, before Leaflet, whose handlers would take the gesture.
  /**
   * @template {"wheel" | "touchstart" | "touchmove"} K
   * @param {K} type
   * @param {(event: HTMLElementEventMap[K]) => void} listener
   */
  const listen = (type, listener) => frame.addEventListener(type, listener, { capture: true, passive: true });
  const update = () => frame.classList.toggle("yields", yields());
  listen("wheel", (event) => {
    if (!onMap(event)) return;
    if (event.ctrlKey || event.metaKey) {
      say("");
      return;
    }
    event.stopPropagation();
    say(wheelWords());
  });
  listen("touchstart", (event) => {
    update();
    if (event.touches.length > 1) say("");
    else if (onMap(event)) event.stopPropagation();
  });
  listen("touchmove", (event) => event.touches.length === 1 && onMap(event) && say(text("gesture.touch")));
  for (const target of [globalThis, document])
    target.addEventListener(target === document ? "fullscreenchange" : "resize", update);
  update();
}
