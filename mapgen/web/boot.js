/**
 * Unpacks the scripts of the page and runs them. The one script that stands in the page plainly.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const LENGTH_BYTES = 4;

  /**
   * @param {string} packed JSON and bytes, compressed, in base64
   * @returns {Promise<[*, Uint8Array]>} the value of the JSON, and the bytes after it
   */
  async function unpack(packed) {
    const compressed = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const inflated = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("deflate"));
    const bytes = new Uint8Array(await new Response(inflated).arrayBuffer());
    const end = LENGTH_BYTES + new DataView(bytes.buffer).getUint32(0);
    return [JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, end))), bytes.subarray(end)];
  }

  /** A script with its text in the page runs as soon as it stands there, if the policy knows its hash. */
  function run(text) {
    const script = document.createElement("script");
    script.textContent = text;
    document.head.append(script);
  }

  async function start() {
    const [scripts] = await unpack(document.getElementById("mapgen-scripts").textContent);
    scripts.forEach(run);
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
  if (globalThis.document?.getElementById("mapgen-scripts")) start().catch(fail);
})();
