/**
 * The tables of the page as a view of their own; every row leads to its place on the map.
 */

import { byId, el } from "../base/dom.js";
import { currentLanguage, text } from "../base/text.js";
import { activeOn, featuresOf } from "../facts/document.js";
import { topicOf } from "../facts/people.js";
import * as phrases from "../facts/phrases.js";
import { kindOf } from "../kinds/index.js";
import * as eventPeriod from "../time/period.js";
import * as bibliography from "./bibliography.js";

/** @type {WeakSet<HTMLElement>} */
const bound = new WeakSet();

/** @param {ParentNode} root @returns {HTMLTableElement[]} */
const tablesOf = (root) => [
  .../** @type {NodeListOf<HTMLTableElement>} */ (root.querySelectorAll("table[data-layer]")),
];

/**
 * What the rows of a table stand for, in their order.
 * @param {App} app
 * @param {HTMLTableElement} table
 * @returns {string[]}
 */
function idsOf({ model }, table) {
  const id = table.dataset.layer;
  if (id === "actors") return [...model.actors.keys()].map((actor) => `actor-${actor}`);
  if (id === "relations") return model.relations.map((relation) => relation.id);
  if (id === "statistics") return model.dates.map((day) => `day-${day}`);
  /** @param {Feature} feature */
  const today = (feature) => !kindOf(feature.layerKind).isDerived || activeOn(feature, model.atlas.as_of);
  return featuresOf(model, /** @type {LayerId} */ (id))
    .filter(today)
    .map((feature) => feature.id);
}

/**
 * A name in another language says so and stays as it is, one of a place in any: a translator of the browser is told so.
 * What the other columns say, and what events are called, it may translate.
 * @param {HTMLTableCellElement | undefined} cell @param {string | undefined} language where it is another
 */
function keepName(cell, language) {
  if (cell?.tagName !== "TD") return;
  cell.translate = false;
  if (language) cell.lang = language;
}

/** @param {App} app @param {HTMLTableElement} table */
function keepNames({ model }, table) {
  const layer = model.layers.get(/** @type {LayerId} */ (table.dataset.layer));
  const first = layer && kindOf(layer.kind).hasPlaceName ? 0 : 1;
  const keys = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.dataset.key ?? "");
  const columns = keys.flatMap((key, i) => (i >= first && key.startsWith("name") ? [i] : []));
  const languages = keys.map((key, i) => model.languages.find((tag) => i && key === `name:${tag}`));
  for (const row of table.rows) for (const i of columns) keepName(row.cells[i], languages[i]);
}

/**
 * Tell each row what it stands for, while the tables are as they were written. One that lacks a row or has another
 * stays a table without ways to the map.
 * @param {App} app @param {HTMLElement} root the section of the tables
 * @returns {boolean} whether they were not told before: their buttons, if any, are those of a page that was copied
 */
function bind(app, root) {
  if (bound.has(root)) return false;
  bound.add(root);
  for (const table of tablesOf(root)) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.cells[0]?.tagName === "TD");
    const ids = idsOf(app, table);
    if (ids.length === rows.length) rows.forEach((row, i) => (row.dataset.id = ids[i]));
    keepNames(app, table);
  }
  return true;
}

/**
 * Give each row's first cell a button that opens the feature. Made when the tables are first looked at.
 * @param {App} app
 * @param {HTMLElement} root
 */
function makeButtons(app, root) {
  /** @type {NodeListOf<HTMLTableRowElement>} */
  const rows = root.querySelectorAll("tbody tr[data-id]");
  for (const row of rows) {
    const cell = row.cells[0];
    const id = row.dataset.id ?? "";
    if (!cell || !(app.model.byId.has(id) || topicOf(app.model, id))) continue;
    const button = el("button.link", { type: "button", onclick: () => app.open(id, true) });
    button.append(...cell.childNodes);
    cell.append(button);
  }
}

/** @param {HTMLElement} root */
function removeButtons(root) {
  for (const button of root.querySelectorAll("tbody td:first-child > button.link"))
    button.replaceWith(...button.childNodes);
}

/**
 * The names in the language of the page come first, the others in the order of the page's languages.
 * @param {HTMLTableElement} table
 * @param {string[]} languages
 */
function orderNames(table, languages) {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const keys = heads.map((cell) => cell.dataset.key);
  const here = currentLanguage();
  const wanted = [here, ...languages.filter((tag) => tag !== here)];
  const order = wanted.map((tag) => keys.indexOf(`name:${tag}`));
  if (languages.length < 2 || order.includes(-1)) return;
  for (const row of table.rows) if (row.dataset.id) reorder(row, order, wanted);
  wanted.forEach((tag, i) => (heads[i].dataset.key = `name:${tag}`));
}

/**
 * A name says its language where it is not the page's.
 * @param {HTMLTableRowElement} row
 * @param {number[]} order
 * @param {string[]} languages
 */
function reorder(row, order, languages) {
  const cells = order.map((i) => row.cells[i]);
  const after = row.cells[order.length];
  for (const cell of cells) row.insertBefore(cell, after);
  cells.forEach((cell, i) => {
    if (i) cell.lang = languages[i];
    else cell.removeAttribute("lang");
  });
}

/** A short way to each table. @param {HTMLElement} root */
function makeIndex(root) {
  const links = tablesOf(root).map((table) => {
    const caption = table.caption?.textContent.trim() ?? table.dataset.layer;
    return el(
      "li",
      {},
      el(
        "button.link",
        {
          type: "button",
          onclick: () => {
            table.parentElement?.scrollIntoView();
            table.parentElement?.focus({ preventScroll: true });
          },
        },
        caption,
      ),
    );
  });
  const nav = el("nav.table-index", { "aria-label": text("tables.index") }, el("ul", {}, links));
  root.querySelector(".table-index")?.remove();
  root.querySelector("h2")?.after(nav);
}

/** Put the tables into the language of the page. @param {App} app @param {HTMLElement} root */
function speak(app, root) {
  for (const table of tablesOf(root)) orderNames(table, app.model.languages);
  phrases.speak(root);
}

/** Make the tables ready in the language of the page. @param {App} app */
export function prepare(app) {
  bibliography.bring(app);
  const root = byId("tables");
  const isFirst = bind(app, root);
  const language = currentLanguage();
  eventPeriod.filterTable(app, root);
  if (!isFirst && root.dataset.language === language) return;
  removeButtons(root);
  if ((root.dataset.language ?? app.model.languages[0]) !== language) speak(app, root);
  root.dataset.language = language;
  makeButtons(app, root);
  makeIndex(root);
}
