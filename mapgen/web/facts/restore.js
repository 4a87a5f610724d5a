/**
 * Makes the document of the schema of what the page stores: columns, texts and places.
 */
import { only } from "../base/dom.js";
import { once } from "../base/lazy.js";
import { unpack, unpackJson, unpackTexts } from "../base/unpack.js";
import { readRecords } from "./columns.js";
import { createPositions } from "./positions.js";
import { createStrings } from "./strings.js";

/** @param {InterfaceText[]} records @param {string} language @returns {Texts} texts of the interface by their keys */
function readInterface(records, language) {
  const pairs = records.map(({ key, text }) => [key, text[language]]);
  return Object.fromEntries(pairs.filter(([, text]) => text !== undefined));
}

/** The towns and the lines of the ground below. @param {Bulk["basemap"]} stored @param {Reading} reading */
function readBasemap({ towns, ...paths }, { filled, records }) {
  /** @type {Omit<BasemapOfDocument, "towns">} */
  const ground = filled(paths);
  return { ...ground, towns: records(towns) };
}

/** @param {Bulk["layers"][number]} stored @param {Reading} reading @returns {LayerOfDocument} */
function readLayer({ rows, ...stored }, { filled, records }) {
  /** @type {Omit<LayerOfDocument, "rows">} */
  const layer = filled(stored);
  return /** @type {LayerOfDocument} */ ({ ...layer, rows: records(rows) }); // of the kind of the layer
}

/**
 * @typedef {object} Reading how parts of what is stored are read
 * @property {<T>(stored: Columns<T>) => T[]} records
 * @property {<T>(stored: Numbered<NoInfer<T>>) => T} filled
 */

/**
 * @param {Readable} readable what stands in the page as it is
 * @param {Bulk} bulk what was compressed
 * @param {() => Columns<Source>} readSources @param {Record<string, () => TextColumn>} columns texts by language
 * @param {Uint8Array} bytes places
 * @returns {PageOfDocument} a document of the schema, in the first language; it can be told to speak others
 */
export function restore(readable, bulk, readSources, columns, bytes) {
  const { languages } = readable;
  const [first, ...others] = languages;
  const positions = createPositions(bytes);
  const strings = createStrings(languages, columns);
  /** @type {Reading} */
  const reading = {
    records: (stored) => readRecords(stored, { positions, strings }, first),
    filled: (stored) => /** @type {any} */ (strings.filled(stored)),
  };
  const { arcs, basemap, layers, texts: interfaceTexts, phrases, ...rest } = bulk;
  /** @type {BulkOfTexts} */
  const plain = reading.filled(rest);
  const words = reading.records(interfaceTexts);
  const sources = once(() => reading.records(readSources()));
  /** @type {PageDocument} */
  const document = {
    ...readable,
    ...plain,
    atlas: { ...readable.atlas, ...plain.atlas },
    texts: { [first]: readInterface(words, first) },
    phrases: {},
    // arcs, towns and layers, in the order in which their places are stored
    arcs: arcs.map((count) => positions.arc(count)),
    basemap: readBasemap(basemap, reading),
    layers: layers.map((layer) => readLayer(layer, reading)),
    get sources() {
      return sources();
    },
  };
  /** @param {string} language */
  function speak(language) {
    if (!others.includes(language) || !strings.speak(language)) return;
    document.texts[language] = readInterface(words, language);
    document.phrases[language] = strings.phrases(phrases, language);
  }
  return { document, speak };
}

/** @param {Document} root the page @returns {StoredPage} what it stores, still packed */
export function readPacked(root) {
  return JSON.parse(only(root, "#mapgen-data").textContent);
}

/** @param {StoredPage} stored @returns {Promise<PageOfDocument>} the same unpacked, in its first language */
export async function readPage(stored) {
  const { packed, positions, sources, strings, ...readable } = stored;
  const [bulk, bytes] = await Promise.all([unpackJson(packed), unpack(positions)]);
  const columns = Object.entries(strings).map(([language, column]) => [language, () => unpackTexts(column)]);
  return restore(readable, bulk, () => unpackTexts(sources), Object.fromEntries(columns), bytes);
}

/** @param {Document} root the page @returns {Promise<PageDocument>} its document, in all languages */
export async function readStored(root) {
  const { document, speak } = await readPage(readPacked(root));
  document.languages.forEach(speak);
  return document;
}
