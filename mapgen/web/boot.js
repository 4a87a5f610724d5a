/**
 * Unpacks the styles and scripts of the page and runs them; with lzma.js all that stands in the page plainly.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const NOT_LETTERS = "&'<>\\`";
  const FIRST_LETTER = 35;
  const BASE = 85;

  /** @param {string} text five letters are four bytes; see mapgen/packing.py @returns {Uint8Array} */
  function bytesOf(text) {
    const digits = new Uint8Array(128);
    let digit = 0;
    for (let code = FIRST_LETTER; digit < BASE; code += 1) {
      if (!NOT_LETTERS.includes(String.fromCharCode(code))) digits[code] = digit++;
    }
    const view = new DataView(new ArrayBuffer((text.length / 5) * 4));
    for (let i = 0; i < text.length; i += 5) {
      let value = 0;
      for (let k = 0; k < 5; k += 1) value = value * BASE + digits[text.charCodeAt(i + k)];
      view.setUint32((i / 5) * 4, value);
    }
    return new Uint8Array(view.buffer);
  }

  /** @param {string} packed see mapgen/packing.py @returns {[*, Uint8Array]} the value of the JSON, and the bytes after it */
  function unpack(packed) {
    const bytes = bytesOf(packed);
    const [size, end] = [0, 4].map((at) => new DataView(bytes.buffer).getUint32(at));
    const unpacked = mapgen.unlzma(bytes.subarray(8), size);
    return [JSON.parse(new TextDecoder().decode(unpacked.subarray(0, end))), unpacked.subarray(end)];
  }

  /** A style or script with its text in the page counts as soon as it stands there, if the policy knows its hash. */
  function make(tag, text) {
    return Object.assign(document.createElement(tag), { textContent: text });
  }

  async function start(element) {
    const [{ style, scripts }] = unpack(element.textContent);
    document.querySelector("style").before(make("style", style));
    for (const text of scripts) document.head.append(make("script", text));
    await mapgen.start();
  }

  /** Say that the map could not start; the picture and the tables stay. */
  function fail(error) {
    document.documentElement.dataset.mapgen = "failed";
    document.documentElement.classList.remove("js");
    document.getElementById("failure").hidden = false;
    console.error(error);
  }

  mapgen.unpack = unpack;
  const packed = globalThis.document?.getElementById("mapgen-front-end");
  if (packed) start(packed).catch(fail);
})();
