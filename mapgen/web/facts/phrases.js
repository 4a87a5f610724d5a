/**
 * What the tables say, text by text, and the same in another language.
 */

import { phrase } from "../base/text.js";

const TAUGHT = [
  "title",
  "summary",
  "level",
  "material",
  "content_note",
  "curriculum",
  "objectives",
  "text",
  "observe",
  "reflect",
  "notes",
  "question",
  "answers",
  "explanation",
];
/** @type {WeakMap<Text, string>} */
const written = new WeakMap(); // what a text of the page was in the page's first language

/** @param {Node | null | undefined} node @returns {node is Text} */
const isText = (node) => node?.nodeType === 3 && /** @type {Text} */ (node).data.trim() !== "";

/**
 * The texts of a cell: what it says, accounts that differ, links that are no numbers of sources.
 * @param {HTMLTableCellElement} cell
 * @param {string} key
 * @returns {Generator<Node | null>}
 */
function* cellTexts(cell, key) {
  if (key.startsWith("name:")) return;
  const child = cell.firstChild;
  const said = cell.firstElementChild === child && child?.nodeName === "BUTTON" ? child.firstChild : child;
  if (isText(said)) yield said;
  for (const item of cell.querySelectorAll("li")) yield item.firstChild;
  if (key === "sources") return;
  for (const link of cell.querySelectorAll("a")) yield link.firstChild;
}

/** @param {HTMLTableRowElement} row @param {string[]} keys @returns {Generator<Node | null>} */
function* rowTexts(row, keys) {
  if (!row.dataset.id) yield row.cells[0].firstChild;
  else for (let i = 0; i < keys.length; i += 1) yield* cellTexts(row.cells[i], keys[i]);
}

/**
 * @param {Document|Element} root of the tables @returns {Generator<Node | null>} every text that another language says
 * otherwise, in the order of `said_in` in mapgen/encoding/phrases.py
 */
function* textsOf(root) {
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = root.querySelectorAll("table[data-layer]");
  for (const table of tables) {
    yield table.caption?.firstChild ?? null;
    const heads = [...(table.tHead?.rows[0].cells ?? [])];
    for (const head of heads) yield head.firstChild;
    const keys = heads.map((head) => head.dataset.key ?? "");
    for (const body of table.tBodies) for (const row of body.rows) yield* rowTexts(row, keys);
  }
}

/** @param {Text} node @returns {string} a text as it was in the first language */
function original(node) {
  const text = written.get(node) ?? node.data.trim();
  written.set(node, text);
  return text;
}

/**
 * The texts of lessons, in the order of `taught_in` in mapgen/encoding/lessons.py.
 * @param {Record<string, any>[]} lessons
 */
function taughtIn(lessons) {
  /** @param {Record<string, any>[]} steps */
  const tasks = (steps) => steps.map((step) => step.task).filter(Boolean);
  const records = lessons.flatMap((lesson) => [lesson, ...lesson.steps, ...tasks(lesson.steps)]);
  return records.flatMap((record) => TAUGHT.flatMap((key) => record[key] ?? []));
}

/**
 * @param {Record<string, {said: string[], more: Record<string, string>}>} stored by language: `said`, a phrase for
 * each different one of the tables and lessons or 0 where it
 * is the same, and `more`, by phrase @param {Document|Element} root of the tables @param {Object[]} lessons
 * @returns {Record<string, Record<string, string>>} by language and by what the page says in its first
 */
export function read(stored, root, lessons) {
  if (!Object.keys(stored ?? {}).length) return {};
  const said = [...new Set([...[...textsOf(root)].filter(isText).map(original), ...taughtIn(lessons)])];
  return Object.fromEntries(
    Object.entries(stored).map(([language, phrases]) => {
      if (phrases.said.length !== said.length)
        throw new Error(`${language}: ${phrases.said.length} phrases, not ${said.length}`);
      const pairs = said.map((text, i) => [text, phrases.said[i]]).filter(([, other]) => other);
      return [language, { ...Object.fromEntries(pairs), ...phrases.more }];
    }),
  );
}

/** Let the tables speak the language of the page. @param {Document | Element} root */
export function speak(root) {
  for (const node of [...textsOf(root)]) if (isText(node)) node.data = phrase(original(node));
}
