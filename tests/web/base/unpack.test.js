/** What mapgen/page/packing.py packs, unpacked. The text here was packed by it. */
import test from "node:test";
import assert from "node:assert/strict";
import { unpackJson, unpackTexts } from "../../../mapgen/web/base/unpack.js";

test("what is packed comes back", async () => {
  assert.deepEqual(await unpackJson("c-pI0N;s8@y0KiT761_*1Dg"), { a: "ا" });
});

test("what is cut off is no document", async () => {
  await assert.rejects(unpackJson("c-pI0N;s8@y0KiT761_*1Dg".slice(0, 12)));
});

test("texts that are packed come back", () => {
  assert.deepEqual(unpackTexts("LRx4!F,o]-Q)0FXe=kBN0~wMK000mm000UAfB--s03sLy7y[ex1sGk*6yZWaTy@~j"), { a: "ا" });
});
