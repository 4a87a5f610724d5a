import test from "node:test";
import assert from "node:assert/strict";
import * as markers from "../../../mapgen/web/map/markers.js";
import { createOccupancy } from "../../../mapgen/web/map/occupancy.js";

test("a post keeps its place; what stands there moves aside or goes", () => {
  const occupancy = createOccupancy();
  const post = { at: [100, 100], radius: 10, rank: 0 };
  assert.ok(markers.place(post, occupancy));
  assert.deepEqual([post.x, post.y], [100, 100]);
  const strikes = Array.from({ length: 40 }, () => ({ at: [100, 100], radius: 8, rank: 1 }));
  const placed = strikes.filter((strike) => markers.place(strike, occupancy));
  assert.ok(placed.length >= 4 && placed.length <= 16);
  for (const strike of placed) assert.ok(Math.hypot(strike.x - 100, strike.y - 100) > 8);
  assert.ok(placed.some((strike) => strike.leader));
});
