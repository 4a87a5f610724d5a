"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, smallDocument } = require("../page-kit.js");

const mapgen = load("base/text", "base/geometry", "facts/document");

test("rows become features with places in degrees and in the world", () => {
  const model = mapgen.readDocument(smallDocument());
  const west = model.byId.get("set-west");
  assert.equal(west.layer, "settlements");
  assert.equal(west.layerKind, "settlements");
  assert.deepEqual(west.degrees, [36.5, 36]);
  assert.equal(west.world[0], mapgen.geometry.worldX(36.5));
  assert.equal(model.byId.get("event-early").world, null);
  assert.equal(model.basemap.towns[0].name.en, "West");
});

test("arcs are sums of their differences", () => {
  const { arcs } = mapgen.readDocument(smallDocument());
  assert.ok(Math.abs(arcs[1][4] - mapgen.geometry.worldX(36)) < 1e-12);
  assert.ok(Math.abs(arcs[1][5] - mapgen.geometry.worldY(35)) < 1e-12);
});

test("only holders with ground of their own are drawn, in the order of the key", () => {
  const data = smallDocument();
  data.holders.push({ ...data.holders[0], id: "nobody" });
  assert.deepEqual(mapgen.readDocument(data).drawnHolders.map((holder) => holder.id), ["government", "hts"]);
});

test("another version of the document is refused", () => {
  assert.throws(() => mapgen.readDocument({ ...smallDocument(), schema: 2 }), /schema 2/);
});

test("a missing layer has no features", () => {
  assert.deepEqual(mapgen.featuresOf(mapgen.readDocument(smallDocument()), "bases"), []);
});

test("what holds from a day on holds until the first day on which it no longer does", () => {
  const holds = (from, to, day) => mapgen.activeOn({ valid_from: from, valid_to: to }, day);
  assert.ok(holds("2018-04-07", null, "2018-09-14"));
  assert.ok(!holds("2018-10-01", null, "2018-09-14"));
  assert.ok(holds("2018-09", null, "2018-09-14"));
  assert.ok(holds("2017", "2018-09-15", "2018-09-14"));
  assert.ok(!holds("2017", "2018-09-14", "2018-09-14"));
  assert.ok(!holds("2017", "2018-09", "2018-09-14"));
  assert.ok(mapgen.activeOn({}, "2018-09-14"));
});
