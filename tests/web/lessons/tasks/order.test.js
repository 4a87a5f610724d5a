import test from "node:test";
import assert from "node:assert/strict";
import cases from "../../../cases/order.json" with { type: "json" };
import { mixed } from "../../../../mapgen/web/lessons/tasks/order.js";

test("entries are mixed on the page as on a worksheet", () => {
  for (const { count, order } of cases) assert.deepEqual(mixed(count), order);
});
