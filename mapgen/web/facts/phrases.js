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
const written = new WeakMap(); // what a text of the page was in the page's first language

const isText = (node) => node?.nodeType === 3 && node.data.trim() !== "";

/** The texts of a cell: what it says, accounts that differ, links that are no numbers of sources. */
function* cellTexts(cell, key) {
  if (key.startsWith("name:")) return;
  const child = cell.firstChild;
  const said = child?.nodeType === 1 && child.matches("button") ? child.firstChild : child;
  if (isText(said)) yield said;
  for (const item of cell.querySelectorAll("li")) yield item.firstChild;
  if (key === "sources") return;
  for (const link of cell.querySelectorAll("a")) yield link.firstChild;
}

function* rowTexts(row, keys) {
  if (!row.dataset.id) yield row.cells[0].firstChild;
  else for (let i = 0; i < keys.length; i += 1) yield* cellTexts(row.cells[i], keys[i]);
}

/**
 * @param {Document|Element} root of the tables @returns {Generator<Text>} every text that another language says
 * otherwise, in the order of `said_in` in mapgen/encoding/phrases.py
 */
function* textsOf(root) {
  for (const table of root.querySelectorAll("table[data-layer]")) {
    yield table.caption.firstChild;
    const heads = [...table.tHead.rows[0].cells];
    for (const head of heads) yield head.firstChild;
    const keys = heads.map((head) => head.dataset.key);
    for (const body of table.tBodies) for (const row of body.rows) yield* rowTexts(row, keys);
  }
}

/** @returns {string} a text as it was in the first language */
function original(node) {
  if (!written.has(node)) written.set(node, node.data.trim());
  return written.get(node);
}

/** The texts of lessons, in the order of `taught_in` in mapgen/encoding/lessons.py. */
function taughtIn(lessons) {
  const tasks = (steps) => steps.map((step) => step.task).filter(Boolean);
  const records = lessons.flatMap((lesson) => [lesson, ...lesson.steps, ...tasks(lesson.steps)]);
  return records.flatMap((record) => TAUGHT.flatMap((key) => record[key] ?? []));
}

/**
 * @param {Object} stored by language: `said`, a phrase for each different one of the tables and lessons or 0 where it
 * is the same, and `more`, by phrase @param {Document|Element} root of the tables @param {Object[]} lessons
 * @returns {Object<string, Object<string, string>>} by language and by what the page says in its first
 */
export function read(stored, root, lessons) {
  if (!Object.keys(stored ?? {}).length) return {};
  const said = [...new Set([...[...textsOf(root)].filter((node) => isText(node)).map(original), ...taughtIn(lessons)])];
  return Object.fromEntries(
    Object.entries(stored).map(([language, phrases]) => {
      if (phrases.said.length !== said.length)
        throw new Error(`${language}: ${phrases.said.length} phrases, not ${said.length}`);
      const pairs = said.map((text, i) => [text, phrases.said[i]]).filter(([, other]) => other);
      return [language, { ...Object.fromEntries(pairs), ...phrases.more }];
    }),
  );
}

/** Let the tables speak the language of the page. @param {Element} root */
export function speak(root) {
  for (const node of [...textsOf(root)]) if (isText(node)) node.data = phrase(original(node));
}
