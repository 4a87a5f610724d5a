import test from "node:test";
import assert from "node:assert/strict";
import { polygonsByHolder } from "../../../mapgen/web/drawing/areas.js";

test("small islands take their neighbour's colour below a zoom", () => {
  const area = { holder: "hts+nlf", polygons: [["a"], ["b"]], small_into: [null, "hts"] };
  assert.deepEqual([...polygonsByHolder([area], 9).keys()], ["hts+nlf", "hts"]);
  assert.deepEqual([...polygonsByHolder([area], 10).keys()], ["hts+nlf"]);
});
