import test from "node:test";
import assert from "node:assert/strict";
import { smallDocument } from "../../page-kit.js";
import { featuresOf, readDocument } from "../../../../mapgen/web/facts/document.js";
import { featureLines } from "../../../../mapgen/web/facts/topology.js";
import * as walkItems from "../../../../mapgen/web/map/keyboard/items.js";

const item = (id, x, y) => ({ feature: { id }, at: [x, y], drawn: null });
const at = (found) => found?.feature.id ?? null;

test("an arrow leads to the nearest in the quarter in front, else in the half", () => {
  const items = [item("near", 10, 4), item("far", 40, 0), item("aside", 2, 30), item("behind", -5, 0)];
  assert.equal(at(walkItems.next(items, [0, 0], "ArrowRight")), "near");
  assert.equal(at(walkItems.next(items, [0, 0], "ArrowDown")), "aside");
  assert.equal(at(walkItems.next(items, [0, 0], "ArrowLeft")), "behind");
  assert.equal(at(walkItems.next(items, [20, 4], "ArrowUp")), "far");
  assert.equal(at(walkItems.next([item("steep", 1, 30)], [0, 0], "ArrowRight")), "steep");
  assert.equal(walkItems.next(items, [0, 0], "ArrowUp"), null);
});

test("posts come by number, then areas by size, then the rest by name", () => {
  const model = readDocument(smallDocument());
  const on = new Set(["observation_posts", "areas_of_control.hts"]);
  const settlements = featuresOf(model, "settlements").map((feature) => ({ feature, at: [50, 50] }));
  const scene = { model, state: { on, date: "2018-09-14" }, layout: { markers: [], labels: settlements } };
  const view = { left: 0, top: 0, size: 100, window: [0, 0, 100, 100] };
  const ids = walkItems.list(scene, view).map(at);
  assert.deepEqual(ids, ["post-9", "area-hts", "set-east", "set-unclear", "set-west"]);
});

test("a front in view comes after the areas, at the middle of what is seen of it", () => {
  const model = readDocument(smallDocument());
  const scene = {
    model,
    state: { on: new Set(["front_lines", "areas_of_control.hts"]), date: "2018-09-14" },
    layout: { markers: [], labels: [] },
  };
  const [west, north, east, south] = model.frame;
  const size = 400 / (east - west);
  const view = {
    zoom: Math.log2(size / 256),
    left: west * size,
    top: north * size,
    size,
    window: [0, 0, 400, (south - north) * size],
  };
  const items = walkItems.list(scene, view);
  assert.deepEqual(items.map(at), ["area-hts", "front-1"]);
  const [[{ line }]] = [featureLines(model, items[1].feature)];
  const box = [0, 1].map((axis) => [...line].filter((_, i) => i % 2 === axis));
  const centre = [
    ((Math.min(...box[0]) + Math.max(...box[0])) / 2) * size - view.left,
    ((Math.min(...box[1]) + Math.max(...box[1])) / 2) * size - view.top,
  ];
  assert.ok(Math.hypot(items[1].at[0] - centre[0], items[1].at[1] - centre[1]) < 12, `${items[1].at} ${centre}`);
  const elsewhere = { ...view, window: [500, 500, 600, 600] };
  assert.deepEqual(walkItems.list(scene, elsewhere).map(at), ["area-hts"]);
  assert.deepEqual(walkItems.list(scene, elsewhere, "front-1").map(at), ["area-hts", "front-1"]);
});

test("what is out of view is left out, but for areas, posts and what has the focus", () => {
  const model = readDocument(smallDocument());
  const scene = {
    model,
    state: { on: new Set(["observation_posts"]), date: "2018-09-14" },
    layout: { markers: [], labels: [] },
  };
  const view = { left: 0, top: 0, size: 100, window: [0, 0, 1, 1] };
  assert.deepEqual(walkItems.list(scene, view).map(at), ["post-9"]);
  assert.deepEqual(walkItems.list(scene, view, "set-east").map(at), ["post-9", "set-east"]);
});
