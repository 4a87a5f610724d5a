import test from "node:test";
import assert from "node:assert/strict";
import { certaintyAt, levelsOn } from "../../../mapgen/web/facts/certainty.js";

const grid = {
  width: 3,
  height: 2,
  step: 0.02,
  levels: "aazAYb",
  earlier: [
    { date: "2018-03-01", pieces: [[1, 0, 2, 2, "bcaa"]] },
    { date: "2018-01-01", pieces: [[1, 0, 1, 1, "Y"]] },
  ],
};

test("a date takes the pieces of its own and every later day, latest first, counted round", () => {
  assert.deepEqual([...levelsOn(grid, "2018-09-14")], [0, 0, 25, 26, 50, 1]);
  assert.deepEqual([...levelsOn(grid, "2018-03-01")], [0, 1, 27, 26, 50, 1]);
  assert.deepEqual([...levelsOn(grid, "2018-02-01")], [0, 1, 27, 26, 50, 1]);
  assert.deepEqual([...levelsOn(grid, "2018-01-01")], [0, 0, 27, 26, 50, 1]);
});

test("a place lies between the middles of four cells, and beyond the last ones at their level", () => {
  const certainty = { box: [0, 0, 1, 1], width: 2, height: 2, step: 0.02, levels: Uint8Array.of(0, 50, 10, 20) };
  const at = (x, y) => Math.round(1000 * certaintyAt(certainty, [x, y])) / 1000;
  assert.equal(at(0.25, 0.25), 0);
  assert.equal(at(0.75, 0.25), 1);
  assert.equal(at(0.5, 0.5), 0.4);
  assert.equal(at(0, 0), 0);
  assert.equal(at(1, 1), 0.4);
  assert.equal(certaintyAt(certainty, [1.01, 0.5]), null);
  assert.equal(certaintyAt(null, [0, 0]), null);
});
