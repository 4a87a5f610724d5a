import test from "node:test";
import assert from "node:assert/strict";
import { around, createOccupancy, grow } from "../../../mapgen/web/map/occupancy.js";

test("a box that is taken blocks others and not its owner", () => {
  const occupancy = createOccupancy();
  const owner = {};
  occupancy.take([10, 10, 200, 30], owner);
  assert.ok(!occupancy.isFree([150, 20, 160, 25]));
  assert.ok(occupancy.isFree([150, 20, 160, 25], owner));
  assert.ok(occupancy.isFree([150, 31, 160, 40]));
  assert.ok(occupancy.isFree([-90, -90, -80, -80]));
});

test("lines cross the boxes they run through", () => {
  const occupancy = createOccupancy();
  occupancy.addLine([0, 0, 300, 300]);
  assert.ok(occupancy.crosses([140, 140, 160, 160]));
  assert.ok(!occupancy.crosses([200, 100, 220, 120]));
});

test("boxes grow on all sides", () => {
  assert.deepEqual(grow([1, 2, 3, 4], 1), [0, 1, 4, 5]);
  assert.deepEqual(around(5, 5, 2), [3, 3, 7, 7]);
});
