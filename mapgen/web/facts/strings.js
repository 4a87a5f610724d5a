// @ts-nocheck - what is packed has no types of its own; what comes out has
/**
 * The texts of the document: one string table, with a column for each language.
 *
 * mapgen/page/strings.py makes it. What holds a text holds its number: `{t: 5}` stands for the texts of all languages,
 * `{f: 5}` for that of the first language alone, `{p: 5}` for the plain text of the first language.
 */

const NONE = 0; // no text
const SAME = 1; // a text that is the same as in the first language

/** @param {string} charset as TextDecoder knows it @param {Uint8Array} bytes @returns {(string | number)[]} */
export function decodeTexts(charset, bytes) {
  return JSON.parse(new TextDecoder(charset).decode(bytes));
}

/**
 * @param {string[]} languages the page's first one first
 * @param {Object<string, (string | number)[]>} columns the texts of each language
 */
export function createStrings(languages, columns) {
  const [first, ...others] = languages;

  /** @param {number} number @param {string} language @returns {string | undefined} */
  function text(number, language) {
    const own = columns[language][number];
    if (own !== NONE) return own === SAME ? columns[first][number] : own;
  }

  const isThere = ([, own]) => own !== undefined;

  const of = {
    /** @param {number} number */
    t: (number) => Object.fromEntries(languages.map((language) => [language, text(number, language)]).filter(isThere)),
    /** @param {number} number */
    f: (number) => ({ [first]: columns[first][number] }),
    /** @param {number} number */
    p: (number) => columns[first][number],
  };

  /** @param {*} value @returns {*} the value with the texts in it */
  function filled(value) {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(filled);
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] in of) return of[keys[0]](value[keys[0]]);
    return Object.fromEntries(keys.map((key) => [key, filled(value[key])]));
  }

  /** @param {"t"|"f"} mark @param {number[]} steps differences of numbers from 1, 0 is no text */
  function column(mark, steps) {
    let last = 0;
    return steps.map((step) => {
      last += step;
      return last ? of[mark](last - 1) : null;
    });
  }

  /** @param {number} count of phrases, which come first @returns {Object<string, Object<string, string>>} */
  function phrases(count) {
    const numbers = Array.from({ length: count }, (_, number) => number);
    const pairs = (language) =>
      numbers.map((number) => [columns[first][number], text(number, language)]).filter(isThere);
    return Object.fromEntries(others.map((language) => [language, Object.fromEntries(pairs(language))]));
  }

  return { filled, column, phrases };
}
