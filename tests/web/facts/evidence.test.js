import test from "node:test";
import assert from "node:assert/strict";
import { smallDocument } from "../page-kit.js";
import { readDocument, toWorld } from "../../../mapgen/web/facts/document.js";
import * as evidence from "../../../mapgen/web/facts/evidence.js";

const model = readDocument(smallDocument());

test("the nearest settlements come first, without the place itself", () => {
  assert.deepEqual(
    evidence.byDistance(model, [36.6, 36]).map((row) => row.feature.id),
    ["set-west", "set-unclear", "set-east"],
  );
  assert.equal(evidence.byDistance(model, [36.5, 36], "set-west")[0].feature.id, "set-unclear");
});

test("a spot of ground has its area", () => {
  assert.equal(evidence.areaAt(model, toWorld([36.5, 36]), "2018-09-14").id, "area-hts");
  assert.equal(evidence.areaAt(model, toWorld([39, 36]), "2018-09-14"), null);
  assert.equal(evidence.settlementsIn(model, model.byId.get("area-hts")).length, 2);
});

test("the id of a spot is its place", () => {
  const id = evidence.spotId([38.3, 35.3]);
  assert.equal(id, "@35.3000,38.3000");
  assert.deepEqual(evidence.spotOf(id), [38.3, 35.3]);
  for (const other of ["post-9", "@1,2", "@99999.1,2.2", null, ""]) assert.equal(evidence.spotOf(other), null);
});

test("a selection with a place has evidence, a line has none", () => {
  assert.deepEqual(
    evidence.forSelection(model, "post-9", "2018-09-14").rows.map((row) => row.feature.id),
    ["set-west", "set-unclear"],
  );
  assert.equal(evidence.forSelection(model, "@35.3000,36.3000", "2018-09-14").spot, true);
  assert.equal(evidence.forSelection(model, "front-1"), null);
  assert.equal(evidence.forSelection(model, null), null);
});
