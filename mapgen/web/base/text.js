/**
 * Words, names, numbers and dates in the language of the page.
 * Every string comes from the document; this file holds none.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const current = { language: "en", strings: {}, phrases: {}, locale: "en" };

  /**
   * Choose the language and its strings.
   * @param {Object<string, Object<string, string>>} texts strings by language and key
   * @param {string} wanted BCP 47 tag of the language
   * @param {Object<string, Object<string, string>>} [phrases] by language, what facts say in the first
   */
  function useTexts(texts, wanted, phrases = {}) {
    current.language = wanted;
    current.first = Object.keys(texts)[0] ?? wanted;
    current.strings = texts[wanted] ?? texts.en ?? {};
    current.phrases = phrases[wanted] ?? {};
    current.locale = safeLocale(current.strings.locale ?? wanted);
  }

  /** @param {string} tag @returns {string} the tag if the browser knows it, else "en" */
  function safeLocale(tag) {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? "en";
    } catch {
      return "en";
    }
  }

  /**
   * @param {string} key
   * @param {Object<string, string|number>} [params] values for {name} marks
   * @returns {string} the string, or the key where there is none
   */
  function text(key, params = {}) {
    const pattern = current.strings[key];
    if (pattern === undefined) return key;
    return pattern.replace(/\{(\w+)\}/g, (mark, param) => (param in params ? String(params[param]) : mark));
  }

  /** @param {string} key @returns {boolean} whether the language has this string */
  function hasText(key) {
    return current.strings[key] !== undefined;
  }

  /**
   * The form of a counted string: keys end in the plural category (".one", ".few", ".other").
   * @param {string} key @param {number} count @param {Object<string, string|number>} [params]
   */
  function plural(key, count, params = {}) {
    const category = new Intl.PluralRules(current.locale).select(count);
    const chosen = hasText(`${key}.${category}`) ? category : "other";
    return text(`${key}.${chosen}`, { n: number(count), ...params });
  }

  /** @param {?Object<string, string>} names by language @returns {string} the name to show */
  function name(names) {
    if (!names) return "";
    return names[current.language] || phrase(names.en) || Object.values(names)[0] || "";
  }

  /** @param {?string} said in the first language @returns {string} the same in the language of the page, if it is known */
  function phrase(said) {
    return current.phrases[said] ?? said ?? "";
  }

  /** @returns {boolean} whether what is said in the first language is known in that of the page */
  function knows(words) {
    return current.language === current.first || words in current.phrases;
  }

  /**
   * Forms of a name in the other languages, without repeats of what is already shown.
   * @param {Object<string, string>} names @returns {{language: string, text: string}[]}
   */
  function otherNames(names) {
    const seen = new Set([name(names)]);
    const found = [];
    for (const [tag, form] of Object.entries(names ?? {})) {
      if (!form || seen.has(form)) continue;
      seen.add(form);
      found.push({ language: tag, text: form });
    }
    return found;
  }

  /** @param {number} value @param {number} [digits] most digits after the point */
  function number(value, digits = 0) {
    return new Intl.NumberFormat(current.locale, { maximumFractionDigits: digits, numberingSystem: "latn" }).format(value);
  }

  /** @param {number} value @returns {string} as the tables write it in the first language */
  function englishNumber(value) {
    return new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }).format(value);
  }

  /** @param {number} km @returns {string} a length with its unit; one digit below 10 km */
  function kilometres(km) {
    return text("unit.km", { n: number(km, km < 9.95 ? 1 : 0) });
  }

  /** @param {number} value @returns {string} a whole number with its sign */
  function signed(value) {
    return new Intl.NumberFormat(current.locale, { maximumFractionDigits: 0, signDisplay: "exceptZero", numberingSystem: "latn" }).format(value);
  }

  function dateParts([, , month, day], { short, shortMonth, weekday }) {
    return {
      ...((!short || !month) && { year: "numeric" }),
      ...(month && { month: short || shortMonth ? "short" : "long" }),
      ...(day && { day: "numeric", ...(weekday && { weekday: "long" }) }),
    };
  }

  /**
   * @param {?string} iso a day, month or year
   * @param {{short?: boolean, shortMonth?: boolean, weekday?: boolean}} [options] short leaves out the year, too
   * @returns {string} the date in words, as exact as it was given
   */
  function date(iso, options = {}) {
    const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso ?? "");
    if (!match) return iso ?? "";
    const [, year, month = "01", day = "01"] = match;
    const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const parts = { timeZone: "UTC", numberingSystem: "latn", ...dateParts(match, options) };
    return new Intl.DateTimeFormat(current.locale, parts).format(when);
  }

  /** @param {string} first @param {?string} last ISO dates @returns {string} one date, or both ends */
  function dateRange(first, last) {
    if (!last || last === first) return date(first);
    return text("date.range", { from: date(first), to: date(last) });
  }

  /** @param {string} first @param {string} last ISO days @returns {string} days and months, no year */
  function dayRange(first, last) {
    const format = new Intl.DateTimeFormat(current.locale, { timeZone: "UTC", numberingSystem: "latn", day: "numeric", month: "long" });
    return format.formatRange(new Date(`${first}T00:00Z`), new Date(`${last}T00:00Z`));
  }

  /** @param {string} first @param {string} last ISO days @returns {string} as short as can be: in numbers where the year changes */
  function shortRange(first, last) {
    const sameYear = first.slice(0, 4) === last.slice(0, 4);
    const parts = sameYear ? { day: "numeric", month: "short" } : { day: "numeric", month: "numeric", year: "2-digit" };
    const format = new Intl.DateTimeFormat(current.locale, { timeZone: "UTC", numberingSystem: "latn", ...parts });
    return format.formatRange(new Date(`${first}T00:00Z`), new Date(`${last}T00:00Z`));
  }

  /** @param {string[]} items @returns {string} the items joined as the language joins a list */
  function list(items) {
    return new Intl.ListFormat(current.locale, { type: "conjunction" }).format(items);
  }

  /** @returns {string} */
  function language() {
    return current.language;
  }

  /** @param {string} tag @returns {"rtl"|"ltr"} */
  function direction(tag) {
    return /^(ar|fa|he|ur|ckb|syr)\b/.test(tag) ? "rtl" : "ltr";
  }

  /** @param {string} phrase @returns {"rtl"|"ltr"} by its first letter of the Arabic block */
  function directionOf(words) {
    return /[\u0590-\u08FF\uFB1D-\uFEFC]/.test(words) ? "rtl" : "ltr";
  }

  /** A word of the data: its string if the language has one, else the word itself. */
  function term(prefix, value) {
    if (!value) return "";
    return hasText(`${prefix}.${value}`) ? text(`${prefix}.${value}`) : String(value).replace(/_/g, " ");
  }

  Object.assign(mapgen, { useTexts, text, hasText, term, plural, name, phrase, knows, otherNames });
  const firstLanguage = () => current.first;

  mapgen.format = { firstLanguage, number, englishNumber, signed, kilometres, date, dateRange, dayRange, shortRange, list, language, direction, directionOf };
})();
