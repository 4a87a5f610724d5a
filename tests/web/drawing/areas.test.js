import test from "node:test";
import assert from "node:assert/strict";
import { applyCurve, polygonsByHolder } from "../../../mapgen/web/drawing/areas.js";

test("grey levels become alpha by the curve", () => {
  const pixels = { data: Uint8ClampedArray.from([0, 0, 0, 255, 255, 255, 255, 255]) };
  applyCurve(pixels, (certainty) => certainty / 2);
  assert.equal(pixels.data[3], 0);
  assert.equal(pixels.data[7], 128);
});

test("small islands take their neighbour's colour below a zoom", () => {
  const area = { holder: "hts+nlf", polygons: [["a"], ["b"]], small_into: [null, "hts"] };
  assert.deepEqual([...polygonsByHolder([area], 9).keys()], ["hts+nlf", "hts"]);
  assert.deepEqual([...polygonsByHolder([area], 10).keys()], ["hts+nlf"]);
});
