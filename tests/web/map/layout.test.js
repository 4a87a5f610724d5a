import test from "node:test";
import assert from "node:assert/strict";
import * as layout from "../../../mapgen/web/map/layout.js";

const label = { at: [100, 100], width: 40, height: 12, gap: 6 };

test("names stand to the right first, in Arabic to the left", () => {
  assert.deepEqual(layout.candidates(label, false)[0], [106, 94, 146, 106]);
  assert.deepEqual(layout.candidates(label, true)[0], [54, 94, 94, 106]);
  assert.equal(layout.candidates(label, false).length, 8);
});

test("every candidate leaves the dot free", () => {
  for (const [l, t, r, b] of layout.candidates(label, false)) assert.ok(!(l < 100 && r > 100 && t < 100 && b > 100));
});

test("more names as the map comes closer", () => {
  const names = (zoom) => layout.mostLabels({ zoom, window: [0, 0, 904, 740] });
  assert.ok(names(8.75) >= 30 && names(8.75) <= 40);
  assert.ok(names(10) > names(8.75) && names(11) > names(10));
});
