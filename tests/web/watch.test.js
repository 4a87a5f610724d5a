/** What an editor sees while scripts and styles change. */
import test from "node:test";
import assert from "node:assert/strict";
import zlib from "node:zlib";
import { NAMES } from "../../tools/scripts.js";
import { swapped } from "../../tools/watch.js";

const textsOf = (word) => new Map(NAMES.map((name) => [name, `/* ${word} ${name} $& */`]));

test("the page shows the scripts and styles that were made last, packed or not", () => {
  const before = textsOf("old");
  const after = textsOf("new");
  const bulk = { style: `.leaflet{}\n${before.get("app.css")}`, scripts: ["Leaflet", before.get("app.js")] };
  const packed = zlib.deflateSync(JSON.stringify(bulk)).toString("base64");
  const html = `<style>${before.get("page.css")}</style>
<script type="text/plain" id="mapgen-front-end">${packed}</script>
<script>${before.get("boot.js")}</script>`;
  const shown = swapped(html, before, after);
  assert.ok(shown.includes(`<style>${after.get("page.css")}</style>`));
  assert.ok(shown.includes(`<script>${after.get("boot.js")}</script>`));
  const [, found] = /id="mapgen-front-end">([^<]*)/.exec(shown);
  assert.deepEqual(JSON.parse(zlib.inflateSync(Buffer.from(found, "base64")).toString()), {
    style: `.leaflet{}\n${after.get("app.css")}`,
    scripts: ["Leaflet", after.get("app.js")],
  });
});
