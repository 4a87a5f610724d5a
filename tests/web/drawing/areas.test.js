"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("../page-kit.js");

const { areas } = load("base/geometry", "drawing/look", "drawing/areas");

test("grey levels become alpha by the curve", () => {
  const pixels = { data: Uint8ClampedArray.from([0, 0, 0, 255, 255, 255, 255, 255]) };
  areas.applyCurve(pixels, (certainty) => certainty / 2);
  assert.equal(pixels.data[3], 0);
  assert.equal(pixels.data[7], 128);
});

test("small islands take their neighbour's colour below a zoom", () => {
  const area = { holder: "hts+nlf", polygons: [["a"], ["b"]], small_into: [null, "hts"] };
  assert.deepEqual([...areas.polygonsByHolder([area], 9).keys()], ["hts+nlf", "hts"]);
  assert.deepEqual([...areas.polygonsByHolder([area], 10).keys()], ["hts+nlf"]);
});
