/**
 * What the page holds compressed: see mapgen/packing.py.
 */

/** @param {string} packed a zlib stream in base64 @returns {Promise<Uint8Array>} */
export async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** @param {string} packed @returns {Promise<*>} the value of the JSON in it */
export async function unpackJson(packed) {
  return JSON.parse(new TextDecoder().decode(await unpack(packed)));
}
