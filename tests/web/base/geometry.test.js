import test from "node:test";
import assert from "node:assert/strict";
import {
  bounds,
  distanceKm,
  kilometresToPixels,
  latitudeOf,
  lineDistance2,
  longitudeOf,
  ringContains,
  segmentDistance2,
  segmentMeetsBox,
  simplify,
  worldX,
  worldY,
} from "../../../mapgen/web/base/geometry.js";

const near = (actual, expected, slack) =>
  assert.ok(Math.abs(actual - expected) <= slack, `${actual} is not ${expected}`);

test("world coordinates and degrees turn into each other", () => {
  near(longitudeOf(worldX(36.6)), 36.6, 1e-9);
  near(latitudeOf(worldY(35.9)), 35.9, 1e-9);
  assert.equal(worldX(0), 0.5);
  near(worldY(0), 0.5, 1e-12);
});

test("distances are those of the globe", () => {
  near(distanceKm([36, 35], [36, 36]), 111.2, 0.1);
  near(distanceKm([36, 36], [37, 36]), 89.96, 0.1);
  near(kilometresToPixels(1, 0, 0) * 40075.0167, 256, 1e-6);
});

test("a ring contains its inside only", () => {
  const ring = [0, 0, 4, 0, 4, 4, 0, 4, 0, 0];
  assert.ok(ringContains(ring, 2, 2));
  assert.ok(!ringContains(ring, 5, 2));
});

test("distance to a line ends at its ends", () => {
  assert.equal(lineDistance2([0, 0, 10, 0], 5, 3), 9);
  assert.equal(lineDistance2([0, 0, 10, 0], 13, 4), 25);
  assert.equal(segmentDistance2(1, 1, 0, 0, 0, 0), 2);
});

test("a segment meets a box that it crosses, not one that its box alone touches", () => {
  assert.ok(segmentMeetsBox(0, 0, 10, 10, [4, 4, 6, 6]));
  assert.ok(!segmentMeetsBox(0, 0, 10, 10, [7, 0, 10, 2]));
  assert.ok(!segmentMeetsBox(0, 0, 1, 1, [4, 4, 6, 6]));
});

test("simplifying keeps the ends and what strays", () => {
  assert.deepEqual(simplify([0, 0, 1, 0.1, 2, 0, 3, 5, 4, 0], 1), [0, 0, 2, 0, 3, 5, 4, 0]);
  assert.deepEqual(simplify([0, 0, 9, 9], 1), [0, 0, 9, 9]);
  assert.deepEqual(bounds([1, 5, 3, 2]), [1, 2, 3, 5]);
});
