/**
 * Where the page can be reached, and with which state it begins.
 */

import { FLAG, formatHash, parseHash } from "./hash.js";

/**
 * @returns {"web"|"file"|"nowhere"} nowhere: written into another page (srcdoc, a notebook), without an address of its
 * own
 */
export function place() {
  if (/^https?:$/.test(location.protocol)) return "web";
  return location.protocol === "file:" ? "file" : "nowhere";
}

/** @returns {string | null} the address at which the page was said to be published when it was built */
export function published() {
  /** @type {HTMLLinkElement | null} */
  const link = document.querySelector("link[rel=canonical]");
  return link?.href ?? null;
}

/** @returns {boolean} whether the address asks for the small form before its hash */
export function asksInQuery() {
  return Boolean(parseHash(location.search.slice(1)).embed);
}

/**
 * What stands before the hash counts where it is well-formed, and the hash goes before it: some hosts write "?" where
 * "#" is meant, and add what is theirs.
 * @returns {string} the state to begin with: that of the address, or where it says none that of the page's author
 */
export function begin() {
  const before = Object.entries(parseHash(location.search.slice(1))).filter(([key]) => key !== FLAG);
  const asked = formatHash(Object.fromEntries(before));
  const state = [asked, location.hash.replace(/^#/, "")].filter(Boolean).join("&");
  return state || (document.documentElement.dataset.start ?? "");
}

/** @returns {string | null} of the page in its full form, without a state */
export function ofPage() {
  if (place() === "nowhere") return published();
  const url = new URL(location.href);
  url.hash = "";
  if (asksInQuery()) url.searchParams.delete(FLAG);
  return url.href;
}

/**
 * As the address has it, without the flag. Where the author wrote a state into the page, the usual one is said
 * too.
 * @param {App} app
 */
function stateOf(app) {
  const state = (location.hash.replace(/^#/, "") || app.hash())
    .split("&")
    .filter((pair) => pair.split("=")[0] !== FLAG)
    .join("&");
  return state || (document.documentElement.dataset.start ? "panel=key" : "");
}

/** @param {App} app @returns {string | null} of the full page in this state; null where nobody knows it */
export function ofView(app) {
  const page = ofPage();
  const state = stateOf(app);
  return page && (state ? `${page}#${state}` : page);
}

/**
 * A file is embedded by its name, to lie beside the page that shows it. What would lie over the map is left out.
 * @param {App} app
 */
export function toEmbed(app) {
  const page = place() === "file" ? (published() ?? location.pathname.split("/").pop()) : ofPage();
  const state = stateOf(app)
    .split("&")
    .filter((pair) => !/^panel=(key|places|about)$/.test(pair));
  return page && [`${page}#${FLAG}`, ...state].filter(Boolean).join("&");
}
