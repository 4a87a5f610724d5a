import test from "node:test";
import assert from "node:assert/strict";
import * as arrows from "../../../mapgen/web/map/arrows.js";

test("a tab stands on the edge that the direction leaves through", () => {
  assert.deepEqual(arrows.edgeOf(900, 700, 1000, 0), { side: "right", along: 350 });
  assert.deepEqual(arrows.edgeOf(900, 700, -1000, 100), { side: "left", along: 395 });
  assert.deepEqual(arrows.edgeOf(900, 700, 0, -500), { side: "top", along: 450 });
  assert.equal(arrows.edgeOf(900, 700, 10, 500).side, "bottom");
});

test("tabs keep clear of the corners, where the controls are", () => {
  assert.deepEqual(arrows.edgeOf(900, 700, 900, 699), { side: "right", along: 590 });
});
