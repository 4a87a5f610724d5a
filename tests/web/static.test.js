/** What Python puts into the page is made of the sources beside it. */
import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { STATIC, build } from "../../tools/scripts.js";

test("the scripts and styles of the page are those of the sources", async () => {
  const made = await build();
  const kept = new Map(fs.readdirSync(STATIC).map((name) => [name, fs.readFileSync(path.join(STATIC, name), "utf8")]));
  const stale = [...new Set([...made.keys(), ...kept.keys()])].filter((name) => made.get(name) !== kept.get(name));
  assert.deepEqual(stale, [], "mapgen/page/static is stale: run make scripts");
});
