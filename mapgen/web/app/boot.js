/**
 * Unpacks the styles and scripts of the page and runs them: the one script that stands in the page plainly.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});

  /** @param {string} packed a zlib stream in base64, see mapgen/packing.py @returns {Promise<Uint8Array>} */
  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(inflated).arrayBuffer());
  }

  /** @param {string} packed @returns {Promise<*>} the value of the JSON in it */
  async function unpackJson(packed) {
    return JSON.parse(new TextDecoder().decode(await unpack(packed)));
  }

  /** A style or script with its text in the page counts as soon as it stands there, if the policy knows its hash. */
  function make(tag, text) {
    return Object.assign(document.createElement(tag), { textContent: text });
  }

  async function start(element) {
    const { style, scripts } = await unpackJson(element.textContent);
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

  Object.assign(mapgen, { unpack, unpackJson });
  const packed = globalThis.document?.getElementById("mapgen-front-end");
  if (packed) start(packed).catch(fail);
})();
