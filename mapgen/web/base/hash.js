/**
 * The state of the page in location.hash: read with suspicion, written without defaults.
 */

const PANELS = ["key", "details", "places", "table", "about", "tour"];
export const FLAG = "embed"; // asks for the small form; stands without a value
const NUMBER = /^-?\d{1,3}(\.\d{1,8})?$/;

/**
 * What the address can say: each value as it is read, null where it is not well-formed.
 * @typedef {{
 *   embed?: boolean, lang?: string, view?: MapView, layers?: string[], date?: string,
 *   period?: [string, string] | "none",
 *   feature?: string, tour?: string, step?: number, panel?: string
 * }} Said
 */

const SEPARATORS = /#|&(?:amp;)*/; // mail and wikis write "&amp;"; a second "#" begins a part as well
const ENDS = /[\s)\]}>.,;:!?'"”’»]+$/; // what stands after a link in a sentence
const NO = new Set(["0", "no", "false", "off"]);

/** @type {Record<string, (value: string) => unknown>} */
const READERS = {
  embed: (value) => (value === "" || value === "1" || value === "true" ? true : NO.has(value) ? false : null),
  lang: (value) => (/^[a-z]{2,3}$/.test(value) ? value : null),
  view: readView,
  layers: (value) => (/^[\w.+,-]{0,600}$/.test(value) ? value.split(",").filter(Boolean) : null),
  date: (value) => (isDay(value) ? value : null),
  period: readPeriod,
  feature: (value) => (/^@?[\w.+,-]{1,120}$/.test(value) ? value : null),
  tour: (value) => (/^[a-z0-9-]{1,80}$/.test(value) ? value : null),
  step: (value) => (/^\d{1,2}$/.test(value) ? Number(value) : null),
  panel: (value) => (PANELS.includes(value) ? value : null),
};

/** @param {string} value @returns {boolean} whether the calendar has the day */
function isDay(value) {
  const day = new Date(`${value}T00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** @param {string} value */
function readPeriod(value) {
  if (value === "none") return value; // where a step of a tour has one
  const days = value.split("..");
  return days.length === 2 && days.every(isDay) && days[0] <= days[1] ? days : null;
}

/** @param {string} value */
function readView(value) {
  const parts = value.split(",");
  if (parts.length !== 3 || !parts.every((part) => NUMBER.test(part))) return null;
  const [latitude, longitude, zoom] = parts.map(Number);
  if (Math.abs(latitude) > 85 || Math.abs(longitude) > 180 || zoom < 0 || zoom > 20) return null;
  return { latitude, longitude, zoom };
}

/** @param {string} value */
function decode(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/** @param {string} hash @returns {string[]} its pairs; a whole address that was escaped once more is understood */
function pairsOf(hash) {
  return hash.split(SEPARATORS).flatMap((pair) => {
    const plain = pair.includes("=") ? pair : (decode(pair) ?? pair);
    return plain === pair ? [pair] : plain.split(SEPARATORS);
  });
}

/** @param {string} key @param {string | null} value @returns {unknown} null where it is not well-formed */
function read(key, value) {
  if (value === null) return null;
  const whole = READERS[key](value);
  return whole === null || ENDS.test(value) ? READERS[key](value.replace(ENDS, "")) : whole;
}

/**
 * @param {string} hash with or without "#"
 * @returns {{said: Said, unread: string[]}} the well-formed values, and the pairs of ours that are not
 */
export function readHash(hash) {
  /** @type {Record<string, unknown>} */
  const said = {};
  const unread = [];
  for (const pair of pairsOf(String(hash ?? ""))) {
    const [key, ...rest] = pair.split("=");
    const name = rest.length ? key : key.replace(ENDS, "");
    if (!Object.hasOwn(READERS, name) || (!rest.length && name !== FLAG)) continue;
    const value = read(name, decode(rest.join("=")));
    if (value === null) unread.push(pair);
    else said[name] = value;
  }
  return { said, unread };
}

/** @param {string} hash with or without "#" @returns {Said} only the well-formed values */
export const parseHash = (hash) => readHash(hash).said;

/** Escape what would end a value; commas, "+" and "@" stay readable. @param {string} value */
function encode(value) {
  return encodeURIComponent(value).replace(/%2C/g, ",").replace(/%2B/g, "+").replace(/%40/g, "@");
}

/** @type {Record<string, (value: any) => string>} */
const WRITERS = {
  view: formatView,
  layers: (names) => names.join(","),
  period: (days) => (days === "none" ? days : days.join("..")),
};

/**
 * @param {{[key in keyof Said]: unknown}} state values that differ from their defaults
 * @returns {string} without "#"
 */
export function formatHash(state) {
  const parts = [];
  for (const key of Object.keys(READERS)) {
    const value = state[/** @type {keyof Said} */ (key)];
    if (value === undefined || value === null) continue;
    parts.push(value === true ? key : `${key}=${encode(WRITERS[key]?.(value) ?? String(value))}`);
  }
  return parts.join("&");
}

/** @param {MapView} view */
function formatView({ latitude, longitude, zoom }) {
  return [latitude.toFixed(4), longitude.toFixed(4), String(Math.round(zoom * 100) / 100)].join(",");
}

/** @returns {string} what hosts added to the address before the hash, and the flag; our state stands in the hash */
function ownSearch() {
  const kept = location.search.slice(1).split("&");
  const theirs = kept.filter((pair) => pair && !Object.keys(parseHash(pair)).some((key) => key !== FLAG));
  return theirs.length ? `?${theirs.join("&")}` : "";
}

/**
 * Write the hash; sandboxed frames refuse replaceState. A page that is written into another (about:srcdoc) has the
 * addresses of that page: its state stays in memory.
 * @param {string} hash
 * @param {boolean} [isStep] whether the reader can go back from it: a step in the history of the browser
 */
export function writeHash(hash, isStep = false) {
  if (location.protocol === "about:") return;
  if (location.hash.replace(/^#/, "") === hash) return;
  try {
    history[isStep ? "pushState" : "replaceState"](
      null,
      "",
      location.pathname + ownSearch() + (hash ? `#${hash}` : ""),
    );
  } catch {
    location.hash = hash;
  }
}
