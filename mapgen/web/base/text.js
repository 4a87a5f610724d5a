/**
 * Words and names in the language of the page.
 * Every string comes from the document; this file holds none.
 */

/**
 * @type {{language: string, first: string, strings: Record<string, string>, phrases: Record<string, string>,
 * locale: string}}
 */
const current = { language: "en", first: "en", strings: {}, phrases: {}, locale: "en" };

/**
 * Choose the language and its strings.
 * @param {Record<string, Record<string, string>>} texts strings by language and key
 * @param {string} wanted BCP 47 tag of the language
 * @param {Record<string, Record<string, string>>} [phrases] by language, what facts say in the first
 */
export function useTexts(texts, wanted, phrases = {}) {
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
 * @param {Record<string, string|number>} [params] values for {name} marks
 * @returns {string} the string, or the key where there is none
 */
export function text(key, params = {}) {
  const pattern = current.strings[key];
  if (pattern === undefined) return key;
  return pattern.replace(/\{(\w+)\}/g, (mark, param) => (param in params ? String(params[param]) : mark));
}

/** @param {string} key @returns {boolean} whether the language has this string */
export function hasText(key) {
  return current.strings[key] !== undefined;
}

/** @param {Texts | null | undefined} names by language @returns {string} the name to show */
export function localName(names) {
  if (!names) return "";
  return names[current.language] || phrase(names.en) || Object.values(names)[0] || "";
}

/**
 * @param {string | null | undefined} said in the first language
 * @returns {string} the same in the language of the page, if it is known
 */
export function phrase(said) {
  return said ? (current.phrases[said] ?? said) : "";
}

/**
 * @param {string} words
 * @returns {boolean} whether what is said in the first language is known in that of the page
 */
export function knows(words) {
  return current.language === current.first || words in current.phrases;
}

/**
 * Forms of a name in the other languages, without repeats of what is already shown.
 * @param {Record<string, string>} names @returns {{language: string, text: string}[]}
 */
export function otherNames(names) {
  const seen = new Set([localName(names)]);
  const forms = [];
  for (const [tag, form] of Object.entries(names ?? {})) {
    if (!form || seen.has(form)) continue;
    seen.add(form);
    forms.push({ language: tag, text: form });
  }
  return forms;
}

/**
 * A word of the data: its string if the language has one, else the word itself.
 * @param {string} prefix
 * @param {string | null | undefined} value
 */
export function term(prefix, value) {
  if (!value) return "";
  return hasText(`${prefix}.${value}`) ? text(`${prefix}.${value}`) : String(value).replace(/_/g, " ");
}

/** @returns {string} BCP 47 tag of the language of the page */
export function currentLanguage() {
  return current.language;
}

/** @param {string} tag @returns {"rtl"|"ltr"} */
export function direction(tag) {
  return /^(ar|fa|he|ur|ckb|syr)\b/.test(tag) ? "rtl" : "ltr";
}

/** @param {string} words @returns {"rtl"|"ltr"} by its first letter of the Arabic block */
export function directionOf(words) {
  return /[\u0590-\u08FF\uFB1D-\uFEFC]/.test(words) ? "rtl" : "ltr";
}

/** @returns {string} how the language writes dates and numbers: a tag that the browser knows */
export const locale = () => current.locale;

/** @returns {string} of the facts: what they say without a translation */
export const firstLanguage = () => current.first;

/** Say the words of the page in its language. @param {ParentNode} root */
export function speakWords(root) {
  /** @type {NodeListOf<HTMLElement>} */
  const elements = root.querySelectorAll("[data-text]");
  for (const element of elements) element.textContent = text(String(element.dataset.text));
}
