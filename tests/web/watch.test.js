/** What an editor sees while scripts and styles change. */
import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { unpackJson } from "../../mapgen/web/base/unpack.js";
import { NAMES, ROOT, STATIC } from "../../tools/scripts.js";
import { swapped } from "../../tools/watch.js";

test("the built page shows the scripts and styles that were made last, packed or not", async () => {
  const built = fs.readFileSync(path.join(ROOT, "output", "northwest-syria.html"), "utf8");
  const before = new Map(NAMES.map((name) => [name, fs.readFileSync(path.join(STATIC, name), "utf8").trim()]));
  const after = new Map(NAMES.map((name) => [name, `/* new ${name} $& */`]));
  const shown = swapped(built, before, after);
  assert.ok(shown.includes(`<style>${after.get("page.css")}</style>`));
  assert.ok(shown.includes(`<script>${after.get("boot.js")}</script>`));
  const [, packed] = /id="mapgen-front-end">([^<]*)/.exec(shown);
  const { style, scripts } = await unpackJson(packed);
  assert.ok(style.includes(".leaflet-pane"));
  assert.ok(style.endsWith(after.get("app.css")));
  assert.match(scripts[0], /1\.9\.4/);
  assert.equal(scripts.at(-1), after.get("app.js"));
});
