/**
 * The texts of the document: one string table, with a column for each language.
 *
 * mapgen/page/strings.py makes it. What holds a text holds its number: `{t: 5}` stands for the texts of all languages,
 * `{f: 5}` for that of the first language alone, `{p: 5}` for the plain text of the first language.
 */

const NONE = 0; // no text
const SAME = 1; // a text that is the same as in the first language

/** @param {[string, string | undefined]} pair @returns {pair is [string, string]} */
const isThere = (pair) => pair[1] !== undefined;

/** @param {[string, string | undefined][]} pairs @returns {Texts} those that have a text */
const known = (pairs) => Object.fromEntries(pairs.filter(isThere));

/**
 * @param {string[]} languages the page's first one first
 * @param {Record<string, TextColumn>} columns the texts of each language
 */
export function createStrings(languages, columns) {
  const [first, ...others] = languages;

  /** @param {number} number @returns {string} every number has a text of the first language */
  const plain = (number) => /** @type {string} */ (columns[first][number]);

  /** @param {number} number @param {string} language @returns {string | undefined} */
  function text(number, language) {
    const own = columns[language][number];
    if (own !== NONE) return own === SAME ? plain(number) : own;
  }

  const of = {
    /** @param {number} number */
    t: (number) => known(languages.map((language) => [language, text(number, language)])),
    /** @param {number} number */
    f: (number) => ({ [first]: plain(number) }),
    p: plain,
  };

  /** @param {string} key @returns {key is keyof typeof of} */
  const isMark = (key) => key in of;

  /** @param {Json} value @returns {Json} the value with the texts in it */
  function filled(value) {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(filled);
    const keys = Object.keys(value);
    if (keys.length === 1 && isMark(keys[0])) return of[keys[0]](Number(value[keys[0]]));
    return Object.fromEntries(keys.map((key) => [key, filled(value[key])]));
  }

  /** @param {"t" | "f"} mark @param {number[]} steps differences of numbers from 1, 0 is no text */
  function column(mark, steps) {
    let last = 0;
    return steps.map((step) => {
      last += step;
      return last ? of[mark](last - 1) : null;
    });
  }

  /** @param {number} count of phrases, which come first @returns {Record<string, Texts>} */
  function phrases(count) {
    const numbers = Array.from({ length: count }, (_, number) => number);
    /** @param {string} language */
    const pairs = (language) => known(numbers.map((number) => [plain(number), text(number, language)]));
    return Object.fromEntries(others.map((language) => [language, pairs(language)]));
  }

  return { filled, column, phrases };
}
