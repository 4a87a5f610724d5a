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
const MARKS = /[\p{M}\u0640]/gu;
/** What nobody sees: soft hyphens, joiners, marks of direction. Dictation and copying leave them in a name. */
const UNSEEN = /[\p{Cf}\u034f]|[\ufe00-\ufe0f]/gu;
const HYPHENS = /[\p{Pd}\u2043\u2212]/gu;
const SIGNS = /[_/().,;:!?"«»“”„…\u060c\u061b\u061f\u06d4]+/g;
/** Letters that Persian and Urdu keyboards write for Arabic ones, and Latin letters without a form of their own. */
const STRANGE = new Map([
  ["\u06cc", "ي"],
  ["\u06d2", "ي"],
  ["\u06a9", "ك"],
  ["\u06be", "ه"],
  ["\u06c1", "ه"],
  ["\u06d5", "ه"],
  ["đ", "d"],
  ["ø", "o"],
  ["ł", "l"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["ð", "dh"],
]);
const ZEROS = [0x660, 0x6f0]; // of Arabic and of Persian digits
/** @param {string} phrase */
const isArabic = (phrase) => /[\u0600-\u06ff]/.test(phrase);

/** @param {string} digit of any script @returns {string} 0 to 9 */
function digitOf(digit) {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** Letters without case, marks and signs; hyphens stay, for they tell an article. @param {string} phrase */
function plain(phrase) {
  return phrase
    .replace(UNSEEN, "")
    .normalize("NFKC") // presentation forms, letters of full width
    .replace(/[İI]/g, "i")
    .replace(/[şŞ]/g, "sh")
    .replace(/[ğĞ]/g, "gh")
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/[^\0-\x7f]/g, (letter) => STRANGE.get(letter) ?? letter)
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[’'ʿʾ‘`´ʼ]/g, "")
    .replace(HYPHENS, "-")
    .replace(SIGNS, " ")
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
