import test from "node:test";
import assert from "node:assert/strict";
import { smallDocument } from "../page-kit.js";
import { worldX, worldY } from "../../../mapgen/web/base/geometry.js";
import { activeOn, featuresOf, readDocument } from "../../../mapgen/web/facts/document.js";

test("rows become features with places in degrees and in the world", () => {
  const model = readDocument(smallDocument());
  const west = model.byId.get("set-west");
  assert.equal(west.layer, "settlements");
  assert.equal(west.layerKind, "settlements");
  assert.deepEqual(west.degrees, [36.5, 36]);
  assert.equal(west.world[0], worldX(36.5));
  assert.equal(model.byId.get("event-early").world, null);
  assert.equal(model.basemap.towns[0].name.en, "West");
});

test("arcs are sums of their differences", () => {
  const { arcs } = readDocument(smallDocument());
  assert.ok(Math.abs(arcs[1][4] - worldX(36)) < 1e-12);
  assert.ok(Math.abs(arcs[1][5] - worldY(35)) < 1e-12);
});

test("only holders with ground of their own are drawn, in the order of the key", () => {
  const data = smallDocument();
  data.holders.push({ ...data.holders[0], id: "nobody" });
  assert.deepEqual(
    readDocument(data).drawnHolders.map((holder) => holder.id),
    ["government", "hts"],
  );
});

test("another version of the document is refused", () => {
  assert.throws(() => readDocument({ ...smallDocument(), schema: 2 }), /schema 2/);
});

test("a missing layer has no features", () => {
  assert.deepEqual(featuresOf(readDocument(smallDocument()), "bases"), []);
});

test("what holds from a day on holds until the first day on which it no longer does", () => {
  const holds = (from, to, day) => activeOn({ valid_from: from, valid_to: to }, day);
  assert.ok(holds("2018-04-07", null, "2018-09-14"));
  assert.ok(!holds("2018-10-01", null, "2018-09-14"));
  assert.ok(holds("2018-09", null, "2018-09-14"));
  assert.ok(holds("2017", "2018-09-15", "2018-09-14"));
  assert.ok(!holds("2017", "2018-09-14", "2018-09-14"));
  assert.ok(!holds("2017", "2018-09", "2018-09-14"));
  assert.ok(activeOn({}, "2018-09-14"));
});
