/**
 * What the tables say, text by text, and the same in another language.
 */

import { phrase } from "../base/text.js";

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
  if (row.cells[0]?.tagName === "TH") yield row.cells[0].firstChild;
  else for (const [i, cell] of [...row.cells].entries()) yield* cellTexts(cell, keys[i] ?? "");
}

/**
 * @param {Document|Element} root of the tables @returns {Generator<Node | null>} every text that another language says
 * otherwise; nothing where something else, a translator of the browser say, has changed the table
 */
function* textsOf(root) {
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = root.querySelectorAll("table[data-layer]");
  for (const table of tables) {
    yield table.caption?.firstChild ?? null;
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
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

/** Let the tables speak the language of the page. @param {Document | Element} root */
export function speak(root) {
  for (const node of [...textsOf(root)]) if (isText(node)) node.data = phrase(original(node));
}
