"use strict";
/** What mapgen/packing.py packs, unpacked. The text here was packed by it. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("../page-kit.js");

const mapgen = load("app/boot");

test("what is packed comes back", async () => {
  assert.deepEqual(await mapgen.unpackJson("eNqrVkpUslK6sVypFgASHAOb"), { a: "ا" });
});

test("what is cut off is no document", async () => {
  await assert.rejects(mapgen.unpackJson("eNqrVkpUslK6sVypFgASHAOb".slice(0, 12)));
});
