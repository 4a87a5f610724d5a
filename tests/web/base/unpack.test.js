/** What mapgen/packing.py packs, unpacked. The text here was packed by it. */
import test from "node:test";
import assert from "node:assert/strict";
import { unpackJson } from "../../../mapgen/web/base/unpack.js";

test("what is packed comes back", async () => {
  assert.deepEqual(await unpackJson("eNqrVkpUslK6sVypFgASHAOb"), { a: "ا" });
});

test("what is cut off is no document", async () => {
  await assert.rejects(unpackJson("eNqrVkpUslK6sVypFgASHAOb".slice(0, 12)));
});
