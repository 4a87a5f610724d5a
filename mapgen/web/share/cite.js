/**
 * How to cite the map: as a sentence, BibTeX, RIS and CSL-JSON. None names the day on which the page was made.
 */

import * as address from "../base/address.js";
import * as format from "../base/format.js";
import { currentLanguage, direction, localName, text } from "../base/text.js";
import { licenceName } from "../kinds/describe.js";
import * as legend from "../map/legend.js";

const ESCAPED = /[&%$#_{}~^\\]/g; // what TeX reads otherwise
/** @type {Record<string, string>} */
const OF_TEX = { "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}" };

/** @param {string} words */
const tex = (words) => words.replace(ESCAPED, (sign) => OF_TEX[sign] ?? `\\${sign}`);

/**
 * @param {App} app @param {(words: string) => string} apart marks names of another script in a sentence
 * @returns {Citation} in the language of the page
 */
function partsOf({ model, store }, apart) {
  const { atlas } = model;
  const { date } = store.get();
  const article = model.sources[atlas.article];
  return {
    id: `${atlas.id}-${date}`,
    title: text("cite.title", { title: localName(atlas.title), subtitle: localName(atlas.subtitle) }),
    note: text("cite.note", {
      date: format.date(date),
      author: apart(atlas.article_author),
      article: apart(article.title),
      publisher: apart(article.publisher ?? ""),
      published: format.date(article.date),
      url: apart(article.url ?? ""),
      licence: apart(licenceName(atlas)),
    }),
    url: address.place() === "file" ? address.published() : address.ofPage(),
  };
}

/** @typedef {{id: string, title: string, note: string, url: string | null}} Citation */

/** @type {Record<string, (citation: Citation) => string>} */
const FORMS = {
  text: ({ title, note, url }) => [`${title} [${text("cite.map")}].`, note, url].filter(Boolean).join(" "),
  bibtex: ({ id, title, note, url }) =>
    [
      `@misc{${id},`,
      `  title = {{${tex(title)}}},`,
      `  howpublished = {${tex(text("cite.map"))}},`,
      url && `  url = {${url}},`,
      `  note = {${tex(note)}}`,
      "}",
    ]
      .filter(Boolean)
      .join("\n"),
  ris: ({ id, title, note, url }) =>
    [
      "TY  - MAP",
      `ID  - ${id}`,
      `TI  - ${title}`,
      `N1  - ${note}`,
      `LA  - ${currentLanguage()}`,
      url && `UR  - ${url}`,
      "ER  - ",
    ]
      .filter(Boolean)
      .join("\r\n"),
  csl: ({ id, title, note, url }) =>
    JSON.stringify([{ id, type: "map", title, note, language: currentLanguage(), ...(url && { URL: url }) }], null, 1),
};

/** @param {App} app @param {string} form one of FORM_NAMES @returns {string} */
export function cite(app, form) {
  const turned = form === "text" && direction(currentLanguage()) === "rtl";
  return FORMS[form](partsOf(app, turned ? legend.isolate : (words) => words));
}

export const FORM_NAMES = Object.keys(FORMS);
