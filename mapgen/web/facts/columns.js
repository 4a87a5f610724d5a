// @ts-nocheck - what is packed has no types of its own; what comes out has
/**
 * Columns of a layer in the forms that mapgen/page/columns.py gives them, as a value for each row.
 *
 * @import { createPositions } from "./positions.js"
 * @import { createStrings } from "./strings.js"
 */

/** Numbers of arcs from differences, in lists of any depth. */
function readReferences(lists) {
  if (Array.isArray(lists[0])) return lists.map(readReferences);
  let last = 0;
  return lists.map((item) => {
    last += item >> 1;
    return item & 1 ? ~last : last;
  });
}

/**
 * Lists of sources: 0 and what changes between a row and the one before, in the order of the bibliography, or 1 and
 * all of the row in their own order; both as differences.
 */
function readChanges(groups) {
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

/** Ids that are made of names, and by row those that are not. */
function readIds({ prefix, others }, names) {
  return names.map((name, row) => others[row] ?? prefix + slug(name));
}

/**
 * @typedef {{positions: ReturnType<typeof createPositions>, strings: ReturnType<typeof createStrings>}} Kept where
 * places and texts are
 */

/**
 * @param {*} column @param {number} count of rows @param {Kept} kept
 * @returns {Array} a value for each row
 */
function readColumn(column, count, { positions, strings }) {
  if (!column) return new Array(count).fill(null);
  if (Array.isArray(column)) return strings.filled(column);
  if (column.values) return column.at.map((number) => column.values[number]);
  if (column.references) return readReferences(column.references);
  if (column.changes) return readChanges(column.changes);
  if (column.without) {
    const without = new Set(column.without);
    return Array.from({ length: count }, (_, row) => (without.has(row) ? null : positions.next()));
  }
  const [[mark, steps]] = Object.entries(column);
  return strings.column(mark, steps);
}

/**
 * @param {{fields: string[], count: number, columns: Object<string, *>}} stored
 * @param {string} language of the names that ids are made of
 * @returns {Object<string, *>[]} records of the fields
 */
export function readRecords({ fields, count, columns }, kept, language) {
  const values = new Map();
  for (const field of fields) if (!columns[field]?.prefix) values.set(field, readColumn(columns[field], count, kept));
  if (columns.id?.prefix)
    values.set(
      "id",
      readIds(
        columns.id,
        values.get("name").map((name) => name[language]),
      ),
    );
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(fields.map((field) => [field, values.get(field)[row]])),
  );
}
