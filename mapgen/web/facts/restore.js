// @ts-nocheck - what is packed has no types of its own; what comes out has
/**
 * Makes the document of the schema of what the page stores: columns, texts and places.
 */
import { unpack, unpackJson } from "../base/unpack.js";
import { readRecords } from "./columns.js";
import { createPositions } from "./positions.js";
import { createStrings, decodeTexts } from "./strings.js";

/** The texts of the interface by language and key. */
function readInterface(records, languages) {
  const pairs = (language) =>
    records.map(({ key, text }) => [key, text[language]]).filter(([, text]) => text !== undefined);
  return Object.fromEntries(languages.map((language) => [language, Object.fromEntries(pairs(language))]));
}

/**
 * @param {Object} readable what stands in the page as it is
 * @param {Object} bulk what was compressed
 * @param {Object<string, (string | number)[]>} texts by language @param {Uint8Array} bytes places
 * @returns {Object} a document of the schema
 */
export function restore(readable, bulk, texts, bytes) {
  const { languages } = readable;
  const kept = { positions: createPositions(bytes), strings: createStrings(languages, texts) };
  const records = (stored) => readRecords(stored, kept, languages[0]);
  const { arcs, basemap, layers, sources, texts: interfaceTexts, phrases, ...rest } = bulk;
  const { towns, ...ground } = basemap;
  const plain = kept.strings.filled(rest);
  return {
    ...readable,
    ...plain,
    atlas: { ...readable.atlas, ...plain.atlas },
    texts: readInterface(records(interfaceTexts), languages),
    phrases: kept.strings.phrases(phrases),
    sources: records(sources),
    // arcs, towns and layers, in the order in which their places are stored
    arcs: arcs.map((count) => kept.positions.arc(count)),
    basemap: { ...kept.strings.filled(ground), towns: records(towns) },
    layers: layers.map(({ rows, ...layer }) => ({ ...kept.strings.filled(layer), rows: records(rows) })),
  };
}

/** @param {Document} root the page @returns {Promise<PageDocument>} its document, of the schema */
export async function readStored(root) {
  const { packed, positions, strings, ...readable } = JSON.parse(root.getElementById("mapgen-data").textContent);
  const unpackTexts = async ([language, { charset, packed: texts }]) => [
    language,
    decodeTexts(charset, await unpack(texts)),
  ];
  const [bulk, bytes, columns] = await Promise.all([
    unpackJson(packed),
    unpack(positions),
    Promise.all(Object.entries(strings).map(unpackTexts)),
  ]);
  return restore(readable, bulk, Object.fromEntries(columns), bytes);
}
