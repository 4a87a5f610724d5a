/** Views of steps on maps of other sizes, and orders that are mixed for a task. */
import test from "node:test";
import assert from "node:assert/strict";
import * as taskOrder from "../../../mapgen/web/lessons/tasks/order.js";
import * as tours from "../../../mapgen/web/lessons/tour.js";

test("a smaller map shows the ground of a step at a smaller zoom, a larger one hardly larger", () => {
  const { zoomFor } = tours;
  assert.equal(zoomFor(9, { x: 900, y: 560 }), 9);
  assert.equal(zoomFor(9, { x: 450, y: 560 }), 8);
  assert.equal(zoomFor(9, { x: 900, y: 140 }), 7);
  assert.equal(zoomFor(9, { x: 9000, y: 5600 }), 9.5);
});

test("a mixed order holds every entry once and is never the right one", () => {
  for (let count = 2; count <= 8; count += 1) {
    const order = taskOrder.mixed(count);
    assert.deepEqual(
      [...order].sort((a, b) => a - b),
      Array.from({ length: count }, (_, i) => i),
    );
    assert.notDeepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
  }
});

test("a step that does not exist is the first, a lesson that does not exist none", () => {
  const model = { lessons: [{ id: "one", steps: [{ id: "a" }, { id: "b" }] }] };
  assert.equal(tours.find(model, "one", 2).step.id, "b");
  assert.equal(tours.find(model, "one", 3).step.id, "a");
  assert.equal(tours.find(model, "two", 1), null);
});
