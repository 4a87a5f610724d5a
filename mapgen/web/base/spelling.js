/**
 * Names as a search compares them: the same place however its name is written in English, Turkish or Arabic.
 */

const ARTICLE = /(^| )(?:a|e|ı|i|u)(?:l|d|n|r|s|sh|ş|t|th|z|dh|ṣ|ḍ|ṭ)-+/g;
const BARE_ARTICLE = /(^| )(?:al|el|ul|il) (?=\S)/g;
/** @type {[RegExp, string][]} */
const ARABIC = [
  [/[أإآٱ]/g, "ا"],
  [/ة/g, "ه"],
  [/ى/g, "ي"],
  [/ؤ/g, "و"],
  [/ئ/g, "ي"],
  [/ء/g, ""],
  [/(^| )(?:وال|ال|لل)(?=\S{2})/g, "$1"],
];
// What differs between transliterations; two letters before one, so that "sh" does not count as "s" and "h".
/** @type {[RegExp, string][]} */
const SOUNDS = [
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/sh|ch/g, "s"],
  [/dh/g, "d"],
  [/th/g, "t"],
  [/dj/g, "j"],
  [/[c]/g, "j"],
  [/[qk]/g, "k"],
  [/[vw]/g, "v"],
  [/ph/g, "f"],
  [/x/g, "ks"],
  [/p/g, "b"],
];
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;
/** @param {string} phrase */
const isArabic = (phrase) => /[\u0600-\u06ff]/.test(phrase);

/** Letters without case, marks and signs; hyphens stay, for they tell an article. @param {string} phrase */
function plain(phrase) {
  return phrase
    .replace(/[İI]/g, "i")
    .replace(/[şŞ]/g, "sh")
    .replace(/[ğĞ]/g, "gh")
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/[’'ʿʾ‘`´]/g, "")
    .replace(/[‐–—−]/g, "-")
    .replace(/[_/().,;:"«»]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * @param {string} phrase @returns {string} letters without case, marks, articles and signs, words apart:
 * what is written alike is alike
 */
export function written(phrase) {
  let form = plain(phrase);
  if (isArabic(form)) for (const [from, to] of ARABIC) form = form.replace(from, to);
  else form = form.replace(ARTICLE, "$1").replace(BARE_ARTICLE, "$1");
  return form.replace(/-+/g, " ").replace(/\s+/g, " ").trim();
}

/**
 * @param {string} phrase @returns {string} what sounds alike is alike: consonants as one of their spellings,
 * each once, the vowel of the beginning of a word as "a", words apart
 */
export function sounded(phrase) {
  let form = written(phrase);
  if (isArabic(form)) return form.replace(/(?<=\S)[اويه]/g, "").replace(/(\S)\1+/g, "$1");
  for (const [from, to] of SOUNDS) form = form.replace(from, to);
  return form
    .split(" ")
    .map((word) =>
      word
        .replace(/^[aeiou]+/, "A")
        .replace(/(?<=[^aeiou])h$|(?<=[aeiou])h$/, "")
        .replace(/(?!^)[aeiouyv]/g, "")
        .replace(/(.)\1+/g, "$1"),
    )
    .join(" ")
    .trim();
}

/** @param {string} form */
const joined = (form) => form.replace(/ /g, "");

/** @param {string} text @returns {NameForms} a name in the forms in which it is looked for */
export function formsOf(text) {
  const form = written(text);
  const sounds = sounded(text);
  return { text, written: joined(form), words: form.split(" "), sounded: joined(sounds), sounds: sounds.split(" ") };
}

/**
 * How well a name fits what is looked for: 0 best, null not at all.
 * @param {NameForms} name
 * @param {NameForms} wanted
 */
export function fit(name, wanted) {
  if (!wanted.written) return null;
  if (name.written === wanted.written) return 0;
  if (name.written.startsWith(wanted.written)) return 1;
  if (name.words.some((word) => word.startsWith(wanted.written))) return 2;
  if (wanted.sounded.length < 2) return null;
  if (name.sounded === wanted.sounded) return 3;
  if (name.sounds.includes(wanted.sounded)) return 4;
  if (name.sounded.startsWith(wanted.sounded)) return 5;
  if (name.written.includes(wanted.written)) return 6;
  return wanted.sounded.length > 2 && name.sounds.some((word) => word.startsWith(wanted.sounded)) ? 7 : null;
}

/**
 * The shortest part of a name, from the beginning of a word, that is what was looked for.
 * @param {string} text
 * @param {NameForms} wanted
 * @returns {number[] | null} start and end
 */
export function partOf(text, wanted) {
  /** @type {((part: string) => boolean)[]} */
  const same = [(part) => joined(written(part)) === wanted.written, (part) => joined(sounded(part)) === wanted.sounded];
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]/gu)].map((match) => match.index);
  for (const isSame of same) {
    for (const start of starts) {
      for (let end = start + 1; end <= text.length; end += 1) if (isSame(text.slice(start, end))) return [start, end];
    }
  }
  return null;
}
