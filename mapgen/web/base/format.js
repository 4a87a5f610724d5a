/**
 * Numbers, lengths, dates and lists as the language of the page writes them.
 */

import { hasText, locale, text } from "./text.js";

/**
 * Formatters are kept: to make one takes longer than a hundred numbers.
 * @template {object} O, F
 * @param {new (locale: string, options: O) => F} Formatter
 */
function kept(Formatter) {
  /** @type {Map<string, F>} */
  const made = new Map();
  return (/** @type {O} */ options, tag = locale()) => {
    const key = `${tag}${JSON.stringify(options)}`;
    const formatter = made.get(key) ?? new Formatter(tag, options);
    made.set(key, formatter);
    return formatter;
  };
}

const numbers = kept(Intl.NumberFormat);
const dates = kept(Intl.DateTimeFormat);
const plurals = kept(Intl.PluralRules);
const lists = kept(Intl.ListFormat);

/**
 * The form of a counted string: keys end in the plural category (".one", ".few", ".other").
 * @param {string} key @param {number} count @param {Record<string, string|number>} [params]
 */
export function plural(key, count, params = {}) {
  const category = plurals({}).select(count);
  const chosen = hasText(`${key}.${category}`) ? category : "other";
  return text(`${key}.${chosen}`, { n: number(count), ...params });
}

/** @param {number} value @param {number} [digits] most digits after the point */
export function number(value, digits = 0) {
  return numbers({ maximumFractionDigits: digits, numberingSystem: "latn" }).format(value);
}

/** @param {number} value @returns {string} as the tables write it in the first language */
export function englishNumber(value) {
  return numbers({ maximumFractionDigits: 1 }, "en-GB").format(value);
}

/** @param {number} km @returns {string} a length with its unit; one digit below 10 km */
export function kilometres(km) {
  return text("unit.km", { n: number(km, km < 9.95 ? 1 : 0) });
}

/** @param {number} value @returns {string} a whole number with its sign */
export function signed(value) {
  return numbers({ maximumFractionDigits: 0, signDisplay: "exceptZero", numberingSystem: "latn" }).format(value);
}

/**
 * @param {string[]} match
 * @param {{short?: boolean, shortMonth?: boolean, weekday?: boolean}} options
 * @returns {Intl.DateTimeFormatOptions}
 */
function dateParts([, , month, day], { short, shortMonth, weekday }) {
  return {
    ...((!short || !month) && { year: "numeric" }),
    ...(month && { month: short || shortMonth ? "short" : "long" }),
    ...(day && { day: "numeric", ...(weekday && { weekday: "long" }) }),
  };
}

/**
 * @param {string | null | undefined} iso a day, month or year
 * @param {{short?: boolean, shortMonth?: boolean, weekday?: boolean}} [options] short leaves out the year, too
 * @returns {string} the date in words, as exact as it was given
 */
export function date(iso, options = {}) {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso ?? "");
  if (!match) return iso ?? "";
  const [, year, month = "01", day = "01"] = match;
  const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const parts = { timeZone: "UTC", numberingSystem: "latn", ...dateParts(match, options) };
  return dates(parts).format(when);
}

/** @param {string} first @param {string | null | undefined} last ISO dates @returns {string} one date, or both ends */
export function dateRange(first, last) {
  if (!last || last === first) return date(first);
  return text("date.range", { from: date(first), to: date(last) });
}

/** @param {string} first @param {string} last ISO days @returns {string} days and months, no year */
export function dayRange(first, last) {
  const format = dates({ timeZone: "UTC", numberingSystem: "latn", day: "numeric", month: "long" });
  return format.formatRange(new Date(`${first}T00:00Z`), new Date(`${last}T00:00Z`));
}

/** @param {string} first @param {string} last ISO days @returns {string} a range, with years only if they differ */
export function daysOf(first, last) {
  if (first.slice(0, 4) !== last.slice(0, 4)) return dateRange(first, last);
  return dayRange(first, last);
}

/**
 * @param {string} first
 * @param {string} last ISO days
 * @returns {string} as short as can be: in numbers where the year changes
 */
export function shortRange(first, last) {
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = sameYear ? { day: "numeric", month: "short" } : { day: "numeric", month: "numeric", year: "2-digit" };
  const format = dates({ timeZone: "UTC", numberingSystem: "latn", ...parts });
  return format.formatRange(new Date(`${first}T00:00Z`), new Date(`${last}T00:00Z`));
}

/** @param {string[]} items @returns {string} the items joined as the language joins a list */
export function list(items) {
  return lists({ type: "conjunction" }).format(items);
}
