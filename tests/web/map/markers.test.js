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

/** @param {number} count of marks, spread evenly over a square of 300 px */
const spread = (count) =>
  Array.from({ length: count }, (_, i) => ({
    at: [((i * 7919) % 3000) / 10, ((i * 104729) % 3000) / 10],
    radius: 10,
    rank: 3,
  }));

/** How often a place is looked for. */
function counted() {
  const occupancy = createOccupancy();
  const asked = { times: 0 };
  const isFree = (box) => {
    asked.times += 1;
    return occupancy.isFree(box);
  };
  return { asked, occupancy: { ...occupancy, isFree } };
}

test("in a crowd nobody is asked in vain, and the map is as full", () => {
  const [all, few] = [counted(), counted()];
  const everyone = spread(20_000).filter((item) => markers.place(item, all.occupancy));
  const passed = spread(20_000).filter(markers.placer(few.occupancy));
  assert.ok(passed.length > 0.95 * everyone.length, `${passed.length} of ${everyone.length}`);
  assert.ok(few.asked.times < 0.25 * all.asked.times, `${few.asked.times} of ${all.asked.times}`);
});

test("where there is room the crowd is placed as one by one", () => {
  const [one, other] = [createOccupancy(), createOccupancy()];
  const [alone, together] = [spread(60), spread(60)];
  assert.deepEqual(
    alone.filter((item) => markers.place(item, one)),
    together.filter(markers.placer(other)),
  );
});
