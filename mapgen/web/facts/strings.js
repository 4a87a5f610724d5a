/**
 * The texts of the document: one string table, with a column for each language.
 *
 * mapgen/page/strings.py makes it. What holds a text holds its number: `{t: 5}` stands for the texts of all languages,
 * `{f: 5}` for that of the first language alone, `{p: 5}` for the plain text of the first language.
 */

const NONE = 0; // no text
const SAME = 1; // a text that is the same as in the first language

/** @param {Texts} texts @param {string} language */
function putLast(texts, language) {
  const own = texts[language];
  if (own === undefined) return;
  delete texts[language];
  texts[language] = own;
}

/**
 * Objects of texts, which have the languages that were asked for so far, in the page's order.
 * @param {string[]} languages @param {Record<string, () => TextColumn>} columns
 */
function createTable(languages, columns) {
  const [first] = languages;
  /** @type {Map<string, TextColumn>} */
  const spoken = new Map([[first, columns[first]()]]);
  /** @type {[Texts, number][]} */
  const made = [];

  /** @param {number} number @returns {string} every number has a text of the first language */
  const plain = (number) => /** @type {string} */ (spoken.get(first)?.[number]);

  /** @param {Texts} texts @param {string | number} key @param {number} number @param {string} language */
  function add(texts, key, number, language) {
    const own = spoken.get(language)?.[number] ?? NONE;
    if (own !== NONE) texts[key] = own === SAME ? plain(number) : own;
  }

  /** @param {number} number @returns {Texts} */
  function textsOf(number) {
    /** @type {Texts} */
    const texts = {};
    for (const language of spoken.keys()) add(texts, language, number, language);
    made.push([texts, number]);
    return texts;
  }

  /** Give all texts one more language. @param {string} language @returns {boolean} whether it was not spoken yet */
  function speak(language) {
    if (spoken.has(language)) return false;
    spoken.set(language, columns[language]());
    const later = languages.slice(languages.indexOf(language) + 1).filter((other) => spoken.has(other));
    for (const [texts, number] of made) {
      add(texts, language, number, language);
      for (const other of later) putLast(texts, other);
    }
    return true;
  }

  return { plain, add, textsOf, speak };
}

/**
 * @param {string[]} languages the page's first one first
 * @param {Record<string, () => TextColumn>} columns gives the texts of a language when they are asked for
 */
export function createStrings(languages, columns) {
  const [first] = languages;
  const { plain, add, textsOf, speak } = createTable(languages, columns);

  const of = {
    t: textsOf,
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

  /** @param {number} count of phrases, the first texts @param {string} language @returns {Texts} by what is first */
  function phrases(count, language) {
    /** @type {Texts} */
    const texts = {};
    for (let number = 0; number < count; number += 1) add(texts, plain(number), number, language);
    return texts;
  }

  return { filled, column, phrases, speak };
}
