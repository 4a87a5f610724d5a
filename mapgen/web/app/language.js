/**
 * The language of the page: which one it begins with, and the change to another without a new start.
 */

import { allOf } from "../base/dom.js";
import { direction, localName, speakWords, text, useTexts } from "../base/text.js";
import * as bibliography from "../panels/bibliography.js";

/** @returns {NodeListOf<HTMLSelectElement>} the lists of languages, where there is no room for buttons */
const selects = () => document.querySelectorAll("select[data-languages]");

/**
 * @param {string[]} languages
 * @param {readonly string[]} [wishes]
 * @returns {string} the first language of the browser that the page has, or the page's first
 */
export function preferred(languages, wishes = globalThis.navigator?.languages ?? []) {
  const known = wishes.map((wish) => wish.toLowerCase().split("-")[0]).find((wish) => languages.includes(wish));
  return known ?? languages[0];
}

/**
 * What texts of the page are in a language: those that the scripts write, and the words of the page itself.
 * @param {Model} model
 * @param {string} language
 */
export function speak(model, language) {
  model.speak(language);
  useTexts(model.texts, language, model.phrases);
  const root = document.documentElement;
  root.lang = language;
  root.dir = direction(language);
  document.title = localName(model.atlas.title);
  document.querySelector("meta[name=description]")?.setAttribute("content", localName(model.atlas.description));
  speakWords(document);
  bibliography.speak(model);
  /** @type {Record<string, any>} */
  const words = model.atlas;
  for (const element of allOf(document, "[data-atlas]"))
    element.textContent = localName(words[String(element.dataset.atlas)]);
  for (const element of allOf(document, "[data-label]")) {
    const label = text(String(element.dataset.label));
    element.setAttribute("aria-label", label);
    if (element.hasAttribute("title")) element.title = label;
  }
  for (const button of allOf(document, "button[data-language]"))
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  for (const select of selects()) select.value = language;
}

/** @param {App} app speaks another language when the state does: before all that is written in it */
export function follow({ model, store }) {
  store.watch((state, changed) => changed.has("lang") && speak(model, state.lang));
}

/** @param {App} app lets the reader choose */
export function wire(app) {
  /** @param {string} lang */
  const choose = (lang) => app.store.set({ lang });
  for (const button of allOf(document, "button[data-language]"))
    button.addEventListener("click", () => choose(String(button.dataset.language)));
  for (const select of selects()) select.addEventListener("change", () => choose(select.value));
}
