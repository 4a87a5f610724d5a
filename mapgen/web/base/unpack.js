/**
 * What the page holds compressed: see mapgen/page/packing.py.
 */

import { bunzip } from "./bunzip.js";

export const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_|~";
const BASE = ALPHABET.length;
const GROUP = 5; // letters that hold four bytes

/** @param {string} text bytes in base 85; the last group may hold fewer @returns {Uint8Array<ArrayBuffer>} */
export function readBytes(text) {
  const digits = new Uint8Array(128);
  for (let i = 0; i < BASE; i += 1) digits[ALPHABET.charCodeAt(i)] = i;
  const missing = (GROUP - (text.length % GROUP)) % GROUP;
  const whole = text + ALPHABET[BASE - 1].repeat(missing);
  const view = new DataView(new ArrayBuffer((whole.length / GROUP) * 4));
  for (let group = 0; group * GROUP < whole.length; group += 1) {
    let value = 0;
    for (let i = 0; i < GROUP; i += 1) value = value * BASE + digits[whole.charCodeAt(group * GROUP + i)];
    view.setUint32(group * 4, value);
  }
  return new Uint8Array(view.buffer, 0, view.byteLength - missing);
}

/** @param {Uint8Array} bytes @returns {*} */
const readJson = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** @param {string} packed a zlib stream in base 85 @returns {Promise<Uint8Array>} */
export async function unpack(packed) {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(readBytes(packed)), writer.close()]);
  const [inflated] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(inflated);
}

/** @param {string} packed @returns {Promise<*>} the value of the JSON in it */
export async function unpackJson(packed) {
  return readJson(await unpack(packed));
}

/** @param {string} packed texts for the most part, a bzip2 stream in base 85 @returns {*} the value of its JSON */
export function unpackTexts(packed) {
  return readJson(bunzip(readBytes(packed)));
}
