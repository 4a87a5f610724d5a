/**
 * Makes the document of the schema of what the page stores: columns, texts and places.
 */
import { only } from "../base/dom.js";
import { unpack, unpackJson, unpackTexts } from "../base/unpack.js";
import { readRecords } from "./columns.js";
import { createPositions } from "./positions.js";
import { createStrings } from "./strings.js";

/** The texts of the interface by language and key. @param {InterfaceText[]} records @param {string[]} languages */
function readInterface(records, languages) {
  /** @param {string} language */
  const pairs = (language) =>
    records.map(({ key, text }) => [key, text[language]]).filter(([, text]) => text !== undefined);
  return Object.fromEntries(languages.map((language) => [language, Object.fromEntries(pairs(language))]));
}

/**
 * @param {Readable} readable what stands in the page as it is
 * @param {Bulk} bulk what was compressed
 * @param {Record<string, TextColumn>} texts by language @param {Uint8Array} bytes places
 * @returns {PageDocument} a document of the schema
 */
export function restore(readable, bulk, texts, bytes) {
  const { languages } = readable;
  const kept = { positions: createPositions(bytes), strings: createStrings(languages, texts) };
  /** @template T @param {Columns<T>} stored */
  const records = (stored) => readRecords(stored, kept, languages[0]);
  /** @template T @param {Numbered<NoInfer<T>>} stored @returns {T} */
  const filled = (stored) => /** @type {T} */ (kept.strings.filled(stored));
  /** @param {Bulk["layers"][number]} stored @returns {LayerOfDocument} */
  const readLayer = ({ rows, ...stored }) => {
    /** @type {Omit<LayerOfDocument, "rows">} */
    const layer = filled(stored);
    return /** @type {LayerOfDocument} */ ({ ...layer, rows: records(rows) }); // of the kind of the layer
  };
  const { arcs, basemap, layers, sources, texts: interfaceTexts, phrases, ...rest } = bulk;
  const { towns, ...paths } = basemap;
  /** @type {Omit<BasemapOfDocument, "towns">} */
  const ground = filled(paths);
  /** @type {BulkOfTexts} */
  const plain = filled(rest);
  return {
    ...readable,
    ...plain,
    atlas: { ...readable.atlas, ...plain.atlas },
    texts: readInterface(records(interfaceTexts), languages),
    phrases: kept.strings.phrases(phrases),
    sources: records(sources),
    // arcs, towns and layers, in the order in which their places are stored
    arcs: arcs.map((count) => kept.positions.arc(count)),
    basemap: { ...ground, towns: records(towns) },
    layers: layers.map(readLayer),
  };
}

/** @param {Document} root the page @returns {Promise<PageDocument>} its document, of the schema */
export async function readStored(root) {
  /** @type {StoredPage} */
  const stored = JSON.parse(only(root, "#mapgen-data").textContent);
  const { packed, positions, sources, strings, ...readable } = stored;
  const [bulk, bytes] = await Promise.all([unpackJson(packed), unpack(positions)]);
  const texts = Object.entries(strings).map(([language, column]) => [language, unpackTexts(column)]);
  return restore(readable, { ...bulk, sources: unpackTexts(sources) }, Object.fromEntries(texts), bytes);
}
