/**
 * Columns of a layer in the forms that mapgen/page/columns.py gives them, as a value for each row.
 *
 * @import { createPositions } from "./positions.js"
 * @import { createStrings } from "./strings.js"
 */

/** @param {Differences} lists @returns {lists is Differences[]} */
const areLists = (lists) => Array.isArray(lists[0]);

/** Numbers of arcs from differences, in lists of any depth. @param {Differences} lists @returns {Json[]} */
function readReferences(lists) {
  if (areLists(lists)) return lists.map(readReferences);
  let last = 0;
  return lists.map((item) => {
    last += item >> 1;
    return item & 1 ? ~last : last;
  });
}

/**
 * Lists of sources: 0 and what changes between a row and the one before, in the order of the bibliography, or 1 and
 * all of the row in their own order; both as differences.
 * @param {number[][]} groups
 */
function readChanges(groups) {
  /** @type {number[]} */
  let held = [];
  return groups.map(([anew, ...gaps]) => {
    let source = 0;
    const named = gaps.map((gap) => (source += gap));
    if (anew) held = named;
    else {
      const changed = new Set(held);
      for (const one of named) if (!changed.delete(one)) changed.add(one);
      held = [...changed].sort((one, other) => one - other);
    }
    return [...held];
  });
}

/** @param {string} name @returns {string} as ids have it: small letters without marks, words joined by hyphens */
function slug(name) {
  const letters = name.normalize("NFKD").replace(/[\u0300-\u036f']/g, "");
  return letters
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
}

/** Ids that are made of names, and by row those that are not. @param {IdColumn} column @param {string[]} names */
function readIds({ prefix, others }, names) {
  return names.map((name, row) => others[row] ?? prefix + slug(name));
}

/**
 * @typedef {{positions: ReturnType<typeof createPositions>, strings: ReturnType<typeof createStrings>}} Kept where
 * places and texts are
 */

/** @param {ValueColumn | IdColumn | undefined} column @returns {column is IdColumn} */
const areIds = (column) => Boolean(column && "prefix" in column);

/**
 * @param {ValueColumn | undefined} column @param {number} count of rows @param {Kept} kept
 * @returns {Json[]} a value for each row
 */
function readColumn(column, count, { positions, strings }) {
  if (!column) return new Array(count).fill(null);
  if (Array.isArray(column)) return column.map(strings.filled);
  if ("values" in column) return column.at.map((number) => column.values[number]);
  if ("references" in column) return readReferences(column.references);
  if ("changes" in column) return readChanges(column.changes);
  if ("without" in column) {
    const without = new Set(column.without);
    return Array.from({ length: count }, (_, row) => (without.has(row) ? null : positions.next()));
  }
  return "t" in column ? strings.column("t", column.t) : strings.column("f", column.f);
}

/**
 * @template T
 * @param {Columns<T>} stored
 * @param {Kept} kept
 * @param {string} language of the names that ids are made of
 * @returns {T[]} records of the fields
 */
export function readRecords({ fields, count, columns }, kept, language) {
  /** @param {string} field */
  const valuesOf = (field) => {
    const column = columns[field];
    return areIds(column) ? [] : readColumn(column, count, kept);
  };
  const values = Object.fromEntries(fields.map((field) => [field, valuesOf(field)]));
  if (areIds(columns.id)) {
    const names = /** @type {Texts[]} */ (values.name);
    values.id = readIds(
      columns.id,
      names.map((name) => name[language]),
    );
  }
  /** @param {number} row */
  const record = (row) => {
    /** @type {Record<string, Json>} */
    const made = {};
    for (const field of fields) made[field] = values[field][row];
    return /** @type {T} */ (made);
  };
  return Array.from({ length: count }, (_, row) => record(row));
}
