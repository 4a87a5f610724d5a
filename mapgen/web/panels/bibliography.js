/**
 * The bibliography and the tables, as parts of the page that scripts put back when they are asked for.
 */

import * as aside from "../base/aside.js";
import { allOf } from "../base/dom.js";
import { speakWords, text } from "../base/text.js";

/** The words of a source in the bibliography, in their order. @param {Source} source @returns {(string | null)[]} */
const wordsOf = ({ leaning, accessed, archive_url, address_missing }) => [
  leaning && `leaning.${leaning}`,
  accessed && "source.accessed",
  archive_url && "source.archived",
  address_missing ? "source.address-missing" : null,
];

/** Entries that something else has changed keep their words. @param {Model} model */
export function speak(model) {
  const entries = allOf(document, "#bibliography li");
  if (!entries.length || entries.length !== model.sources.length) return;
  const { sources } = model;
  entries.forEach((entry, i) => {
    const keys = wordsOf(sources[i]).filter((key) => key !== null);
    const words = [...allOf(entry, "span")];
    if (words.length === keys.length) words.forEach((word, at) => (word.textContent = text(keys[at])));
  });
}

/**
 * Put tables and bibliography back into the page, in its language, if they are still aside.
 * @param {App} app
 */
export function bring({ model }) {
  if (!aside.bring()) return;
  speakWords(document);
  speak(model);
}
