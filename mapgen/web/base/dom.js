/**
 * Small helpers to make elements. Text always goes in as text.
 */

import { direction, firstLanguage, knows, phrase } from "./text.js";

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  plus: ["M9 3v12M3 9h12"],
  minus: ["M3 9h12"],
  frame: ["M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4"],
  larger: ["M11 3h4v4M15 3l-5 5M7 15H3v-4M3 15l5-5"],
  smaller: ["M14 8h-4V4M10 8l5-5M4 10h4v4M8 10l-5 5"],
  close: ["M4 4l10 10M14 4L4 14"],
  arrow: ["M3 9h12M10 4l5 5-5 5"],
  back: ["M11 4L6 9l5 5"],
  forward: ["M7 4l5 5-5 5"],
  play: ["M6 3.500l8 5.500-8 5.500z"],
  pause: ["M6.500 4v10M11.500 4v10"],
  about: ["M9 8.500v4M9 5.500v.100", "M9 2a7 7 0 1 1 0 14a7 7 0 1 1 0-14z"],
  up: ["M4 11l5-5 5 5"],
  search: ["M7.800 13a5.200 5.200 0 1 0 0-10.400a5.200 5.200 0 0 0 0 10.400M11.600 11.600L16 16"],
  check: ["M3.500 9.500l3.500 3.500L14.500 5"],
  down: ["M4 7l5 5 5-5"],
};

/**
 * @template {string} T
 * @param {T} tag with optional classes: "p.note"
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {Made<T>}
 */
export function el(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = /** @type {Made<T>} */ (document.createElement(name));
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes ?? {})) setAttribute(element, key, value);
  element.append(...solid(children));
  return element;
}

/** @param {Child[]} children @returns {(Node | string)[]} those that are there, in one list */
function solid(children) {
  return children.flatMap((child) => {
    if (Array.isArray(child)) return solid(child);
    return child === null || child === undefined || child === "" ? [] : [child];
  });
}

/** @param {HTMLElement} element @param {string} key @param {Attributes[string]} value */
function setAttribute(element, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") element.addEventListener(key.slice(2), value);
  else element.setAttribute(key, value === true ? "" : String(value));
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [words]
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, attributes, words) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (words !== undefined) element.textContent = words;
  return element;
}

/** @param {keyof typeof ICONS} name @returns {SVGElement} hidden from assistive technology */
export function icon(name) {
  const drawn = svg("svg", { viewBox: "0 0 18 18", class: "icon", "aria-hidden": "true" });
  drawn.append(...ICONS[name].map((d) => svg("path", { d })));
  return drawn;
}

/** Text in its own language and direction. @param {string} words @param {string} language */
export function bdi(words, language) {
  return el("bdi", { lang: language, dir: direction(language) }, words);
}

/**
 * What the data say, in the language of the page, or marked as what it is where it is not translated.
 * @param {string} words
 * @returns {string | HTMLElement}
 */
export function said(words) {
  return knows(words) ? phrase(words) : bdi(words, firstLanguage());
}

/** Replace everything inside an element. @param {Element} element @param {...Child} children */
export function fill(element, ...children) {
  element.replaceChildren(...solid(children));
}

/**
 * @param {Element} element
 * @returns {AbortSignal} for what listens on behalf of an element's content: over when it is built anew
 */
export function renew(element) {
  element.life?.abort();
  element.life = new AbortController();
  return element.life.signal;
}

/**
 * A canvas of a size in px, sharp on dense screens, for swatches and glyphs.
 * @param {number} width
 * @param {number} height
 * @param {string} className
 * @param {(ctx: CanvasRenderingContext2D, density: number) => void} paint gets the context in px and the density
 */
export function picture(width, height, className, paint) {
  const density = Math.max(2, Math.min(3, Math.ceil(globalThis.devicePixelRatio || 1)));
  const canvas = el("canvas", {
    class: className,
    width: width * density,
    height: height * density,
    "aria-hidden": "true",
  });
  canvas.style.inlineSize = `${width}px`;
  canvas.style.blockSize = `${height}px`;
  const ctx = canvas.getContext("2d");
  if (ctx) {
    ctx.scale(density, density);
    paint(ctx, density);
  }
  return canvas;
}

/**
 * @param {string | null | undefined} href a place in the page or an address outside; outside ones open apart
 * @param {...Child} children
 */
export function outsideLink(href, ...children) {
  if (!href || !/^https?:\/\//i.test(href)) return el("span", {}, ...children);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** @returns {boolean} whether the reader asked for less motion */
export function lessMotion() {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
}

/** @param {string} id of a part that every page has @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasRenderingContext2DSettings} [settings]
 * @returns {CanvasRenderingContext2D}
 */
export function contextOf(canvas, settings) {
  const ctx = canvas.getContext("2d", settings);
  if (!ctx) throw new Error("this browser draws on no canvas");
  return ctx;
}

/**
 * @param {ParentNode} root
 * @param {string} selector of what is always there
 * @returns {HTMLElement} the first of them
 */
export function only(root, selector) {
  /** @type {HTMLElement | null} */
  const element = root.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  return element;
}

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement | null} the first of them, if any */
export const first = (root, selector) => /** @type {HTMLElement | null} */ (root.querySelector(selector));

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement[]} */
export const allOf = (root, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector))];

/** @param {Event} event @returns {HTMLElement} where it happened */
export const targetOf = (event) => /** @type {HTMLElement} */ (event.target);
