// @ts-nocheck - columns, bytes and cells of tables have no types of their own; what comes out has
/**
 * Makes the document of the schema of what the page stores: columns, bytes, and the tables and the
 * bibliography, which say in the page itself what is not stored a second time.
 */

import { unpack, unpackJson } from "../base/unpack.js";
import * as phrases from "./phrases.js";

const PLANES = 3;
const FROM = /^(.*?)(?:(?:^|, )(\d{4}(?:-\d{2}){0,2}))?$/s;

/**
 * Places one after another: see `Positions` in mapgen/encoding/stored.py.
 * @param {Uint8Array} bytes
 * @returns {{step: () => number[], next: () => number[]}} differences and places in steps of 1e-5
 * degree, longitude first; `step` is given what is to be added to the difference
 */
function readPositions(bytes) {
  const count = bytes.length / (2 * PLANES);
  const last = [0, 0];
  let row = 0;
  /** @param {any} axis */
  const difference = (axis) => {
    const at = axis * count + row;
    const folded = (bytes[at] << 16) | (bytes[at + 2 * count] << 8) | bytes[at + 4 * count];
    return (folded >> 1) ^ -(folded & 1);
  };
  function step([moreX, moreY] = [0, 0]) {
    const found = [difference(0) + moreX, difference(1) + moreY];
    row += 1;
    last[0] += found[0];
    last[1] += found[1];
    return found;
  }
  function next() {
    step();
    return [...last];
  }
  return { step, next };
}

/** An arc as its first place and differences, flat. @param {any} positions @param {number} count */
function readArc(positions, count) {
  const flat = positions.next();
  let before = [0, 0];
  for (let i = 1; i < count; i += 1) {
    before = positions.step(before.map((value) => value >> 1));
    flat.push(...before);
  }
  return flat;
}

/** Numbers of arcs from differences, in lists of any depth. @param {any} lists */
function readReferences(lists) {
  if (Array.isArray(lists[0])) return lists.map(readReferences);
  let last = 0;
  return lists.map((item) => {
    last += item >> 1;
    return item & 1 ? ~last : last;
  });
}

/**
 * Lists of sources from what changes between each and the one before, or from all where that is shorter.
 * @param {any} groups
 */
function readChanges(groups) {
  const held = new Set();
  return groups.map((/** @type {number[]} */ [anew, ...gaps]) => {
    if (anew) held.clear();
    let source = 0;
    for (const gap of gaps) {
      source += gap;
      if (!held.delete(source)) held.add(source);
    }
    return [...held].sort((one, other) => one - other);
  });
}

/**
 * @param {any} column in one of the forms of `_column` in mapgen/encoding/stored.py
 * @param {number} count
 * @param {any} positions
 * @returns {Array} a value for each row
 */
function readColumn(column, count, positions) {
  if (!column) return new Array(count).fill(null);
  if (Array.isArray(column)) return column;
  if (column.values) return column.at.map((number) => column.values[number]);
  if (column.references) return readReferences(column.references);
  if (column.changes) return readChanges(column.changes);
  const without = new Set(column.without);
  return Array.from({ length: count }, (_, row) => (without.has(row) ? null : positions.next()));
}

/** @param {any} fields @param {any} columns @param {number} count */
const rowsOf = (fields, columns, count) =>
  Array.from({ length: count }, (_, row) => fields.map((field) => columns[field][row]));

/**
 * Texts with the one of the page's language put in first.
 * @param {any} texts
 * @param {string} language
 * @param {any} said
 */
const withText = (texts, language, said) => (said || texts ? { ...(said && { [language]: said }), ...texts } : null);

/**
 * What a row of a table says.
 * @param {any} row
 * @param {Object} at where its cells are
 * @returns {Object} id, name, sources, note, versions
 */
function readTableRow(row, at) {
  const cells = row.children;
  const note = cells[at.note];
  return {
    id: row.dataset.id,
    name: Object.fromEntries(at.names.map((/** @type {number[]} */ [language, i]) => [language, cells[i].textContent])),
    sources: Array.from(cells[at.sources].children, (link) => Number(link.textContent) - 1),
    note: note.firstChild?.nodeType === 3 ? note.firstChild.data : "",
    versions: note.firstElementChild ? Array.from(note.querySelectorAll("li"), (item) => item.textContent) : [],
  };
}

/**
 * @param {HTMLElement} root
 * @param {LayerId} layer
 * @param {string} language
 * @returns {Object} the columns that the table of a layer holds, by field
 */
function readTable(root, layer, language) {
  const table = root.querySelector(`table[data-layer="${layer.id}"]`);
  const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
  const names = [...keys.entries()]
    .filter(([, key]) => key.startsWith("name:"))
    .map(([i, key]) => [key.slice("name:".length), i]);
  const at = { names, note: keys.indexOf("note"), sources: keys.indexOf("sources") };
  const rows = [...table.querySelectorAll("tr[data-id]")].map((row) => readTableRow(row, at));
  if (rows.length !== layer.count) throw new Error(`${layer.id}: ${rows.length} rows, not ${layer.count}`);
  const { note = [], disagreement = [] } = layer.columns;
  return {
    id: rows.map((row) => row.id),
    name: rows.map((row) => row.name),
    sources: rows.map((row) => row.sources),
    note: rows.map((row, i) => withText(note[i], language, row.note)),
    disagreement: rows.map(
      ({ versions }, i) =>
        disagreement[i]?.map((each, k) => ({ ...each, version: withText(each.version, language, versions[k]) })) ??
        null,
    ),
  };
}

/**
 * @param {any} stored
 * @param {any} positions
 * @param {HTMLElement} root
 * @param {string} language
 */
function readLayer(stored, positions, root, language) {
  const { count, columns, in_table, ...layer } = stored;
  const read = {};
  for (const field of layer.fields) read[field] = readColumn(columns[field], count, positions);
  if (in_table) Object.assign(read, readTable(root, { id: layer.id, count, columns: read }, language));
  read.claim = read.claim.map((claim) => claim ?? []);
  return { ...layer, rows: rowsOf(layer.fields, read, count) };
}

/**
 * @param {HTMLElement} root
 * @param {string} id
 * @returns {Record<string, string>[]} what the rows of a table say, by the keys of its columns
 */
function cellsOf(root, id) {
  const table = root.querySelector(`table[data-layer="${id}"]`);
  const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
  return [...table.querySelectorAll("tr[data-id]")].map((row) =>
    Object.fromEntries(keys.map((key, i) => [key, row.cells[i].textContent])),
  );
}

/**
 * Actors and relations with the names and texts that their tables say.
 * @param {any} given
 * @param {HTMLElement} root
 * @param {string[]} languages
 */
function readPeople({ actors, relations }, root, languages) {
  const actorCells = cellsOf(root, "actors");
  const relationCells = cellsOf(root, "relations");
  /** @param {any} cells */
  const name = (cells) => Object.fromEntries(languages.map((language) => [language, cells[`name:${language}`]]));
  return {
    actors: actors.map((each, i) => ({
      ...each,
      name: name(actorCells[i]),
      description: { [languages[0]]: actorCells[i].description },
    })),
    relations: relations.map((each, i) => ({
      ...each,
      text: { [languages[0]]: relationCells[i].description },
    })),
  };
}

/** @param {any} given @param {any} positions */
function readTowns({ fields, count, columns }, positions) {
  const read = Object.fromEntries(fields.map((field) => [field, readColumn(columns[field], count, positions)]));
  return { fields, rows: rowsOf(fields, read, count) };
}

/**
 * @param {HTMLElement} root
 * @returns {Object[]} the sources as the bibliography lists them: a title, then publisher and ISO date as far as
 * known
 */
function readBibliography(root) {
  return [...root.querySelectorAll("#bibliography li")].map((item) => {
    const [, publisher, date] = FROM.exec(item.querySelector("p").textContent.trim());
    return {
      publisher,
      title: item.firstElementChild.textContent,
      date: date ?? null,
      url: item.querySelector("a")?.getAttribute("href") ?? null,
    };
  });
}

/**
 * @param {Object} readable what stands in the page as it is
 * @param {Object} bulk what was compressed
 * @param {Uint8Array} bytes places
 * @param {Document|Element} root of the tables
 * @returns {PageDocument} of the schema
 */
export function restore(readable, bulk, bytes, root) {
  const positions = readPositions(bytes);
  const arcs = bulk.arcs.map((count) => readArc(positions, count));
  const basemap = { ...bulk.basemap, towns: readTowns(bulk.basemap.towns, positions) };
  const layers = bulk.layers.map((layer) => readLayer(layer, positions, root, readable.languages[0]));
  const atlas = { ...readable.atlas, ...bulk.atlas };
  return {
    ...readable,
    ...bulk,
    ...readPeople(bulk, root, readable.languages),
    atlas,
    phrases: phrases.read(bulk.phrases, root, bulk.lessons),
    sources: readBibliography(root),
    arcs,
    basemap,
    layers,
  };
}

/** @param {Document} root the page @returns {Promise<PageDocument>} its document, of the schema */
export async function readStored(root) {
  const { packed, positions, ...readable } = JSON.parse(root.getElementById("mapgen-data").textContent);
  const [bulk, bytes] = await Promise.all([unpackJson(packed), unpack(positions)]);
  return restore(readable, bulk, bytes, root);
}
