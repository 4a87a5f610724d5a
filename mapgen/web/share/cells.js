/**
 * Records as tables: CSV (RFC 4180), with lists as one text.
 */

/**
 * @typedef {Record<string, unknown>} Properties of a feature or a source under the keys of docs/data.md
 * @typedef {{source: Properties, locator: Properties, "says:en"?: string}} Said what a source says
 * @typedef {{sources?: Properties[], disagreement?: Properties[], told_by_loser?: Properties[]}} Sources
 * @typedef {Sources & {statements?: Said[]}} Lists
 * @typedef {Properties & Lists} Known with lists that a table flattens
 */

const BETWEEN = " | "; // of several things in one cell
const BYTE_ORDER_MARK = "\ufeff"; // tells Excel that a table is UTF-8

/** A title may hold what parts the sources. @param {Properties} source */
const cited = ({ publisher, title, date }) =>
  [publisher, title, date].filter(Boolean).join(", ").replaceAll(BETWEEN, " / ");

/** What a source says, with where it stands, such as "paragraph 3". @param {Said} statement */
function saidIn({ source, locator, ...says }) {
  const said = `${source.publisher ?? ""}: ${says["says:en"]} (${Object.values(locator).join(" ")})`;
  return said.replaceAll(BETWEEN, " / ");
}

/**
 * Lists as one text: sources and their addresses in the same order, accounts that differ, numbers.
 * @param {Known} record
 */
export function flatten(record) {
  const { sources, disagreement, statements, told_by_loser, ...rest } = record;
  /** @type {Properties} */
  const flat = { ...rest };
  if (disagreement) flat["disagreement:en"] = disagreement.map((each) => each["version:en"]).join(BETWEEN);
  for (const [key, value] of Object.entries(flat)) if (Array.isArray(value)) flat[key] = value.join(" ");
  if (statements) flat["statements:en"] = statements.map(saidIn).join(BETWEEN);
  if (told_by_loser) flat.told_by_loser = told_by_loser.map(cited).join(BETWEEN);
  if (sources)
    Object.assign(flat, {
      sources: sources.map(cited).join(BETWEEN),
      source_urls: sources.map(({ url }) => url ?? "").join(BETWEEN),
    });
  return flat;
}

const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u; // what a program of tables would compute, half or full width
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?$/i;

/** An apostrophe says that a cell is text; numbers stay as they are. @param {string} cell */
const uncomputed = (cell) => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);

/** @param {unknown} value */
function quote(value) {
  const cell = uncomputed(String(value ?? ""));
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/**
 * RFC 4180, with a mark of UTF-8.
 * @param {Properties[]} records @param {string[]} [columns] first ones; whatever else the records hold follows
 */
export function table(records, columns = []) {
  const heads = [...new Set([...columns, ...records.flatMap(Object.keys)])];
  const rows = records.map((record) => heads.map((head) => record[head]));
  return BYTE_ORDER_MARK + [heads, ...rows].map((row) => `${row.map(quote).join(",")}\r\n`).join("");
}
