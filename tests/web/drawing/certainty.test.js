import test from "node:test";
import assert from "node:assert/strict";
import { applyCurve, smoothed } from "../../../mapgen/web/drawing/certainty.js";

test("levels become the opacity of a colour by the curve", () => {
  const data = new Uint8ClampedArray(8);
  applyCurve(Uint8ClampedArray.of(0, 255), (certainty) => certainty / 2, "#0a1b2c", data);
  assert.deepEqual([...data], [10, 27, 44, 0, 10, 27, 44, 128]);
});

test("a finer grid keeps even ground even, stays within its levels, and leads from one to the other", () => {
  const even = smoothed({ width: 2, height: 2, step: 0.02, levels: Uint8Array.of(10, 10, 10, 10) });
  assert.equal(even.length, 16);
  assert.ok(
    even.every((share) => share === 51),
    "a fifth of 255",
  );
  const slope = [...smoothed({ width: 2, height: 1, step: 0.02, levels: Uint8Array.of(0, 40) }).slice(0, 4)];
  assert.deepEqual(
    slope,
    [...slope].sort((a, b) => a - b),
  );
  assert.ok(slope[0] >= 0 && slope[3] <= 204);
});
