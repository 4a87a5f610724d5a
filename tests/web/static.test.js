/** What is made of other files, and kept, is that of these files. */
import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import * as documentTypes from "../../tools/document-types.js";
import { STATIC, build } from "../../tools/scripts.js";

test("the scripts and styles of the page are those of the sources", async () => {
  const made = await build();
  const kept = new Map(fs.readdirSync(STATIC).map((name) => [name, fs.readFileSync(path.join(STATIC, name), "utf8")]));
  const stale = [...new Set([...made.keys(), ...kept.keys()])].filter((name) => made.get(name) !== kept.get(name));
  assert.deepEqual(stale, [], "mapgen/page/static is stale: run make scripts");
});

test("the types of the document are those of its schema", async () => {
  const kept = fs.readFileSync(documentTypes.PATH, "utf8");
  assert.equal(kept, await documentTypes.build(), "mapgen/web/types/document.d.ts is stale: run make schema");
});
