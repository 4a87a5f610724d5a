import test from "node:test";
import assert from "node:assert/strict";
import { compose } from "../../../mapgen/web/drawing/certainty.js";

test("a date takes the pieces of its own and every later day, latest first", () => {
  const drawn = [];
  const context = { drawImage: (...args) => drawn.push(args) };
  globalThis.document = { createElement: () => ({ getContext: () => context }) };
  const days = [
    { date: "2018-03-01", boxes: [[10, 20, 3, 4, 0, 0]] },
    {
      date: "2018-01-01",
      boxes: [
        [11, 21, 1, 1, 8, 0],
        [50, 60, 2, 2, 16, 0],
      ],
    },
  ];
  const shown = (date) => {
    drawn.length = 0;
    compose({ width: 100, height: 100 }, "strip", days, date);
    return drawn.slice(1).map(([, x, y, , , left, top]) => [x, y, left, top]);
  };
  assert.deepEqual(shown("2018-09-14"), []);
  assert.deepEqual(shown("2018-03-01"), [[0, 0, 10, 20]]);
  assert.deepEqual(shown("2018-02-01"), [[0, 0, 10, 20]]);
  assert.deepEqual(shown("2017-09-01"), [
    [0, 0, 10, 20],
    [8, 0, 11, 21],
    [16, 0, 50, 60],
  ]);
});
