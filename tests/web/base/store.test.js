import test from "node:test";
import assert from "node:assert/strict";
import { createStore } from "../../../mapgen/web/base/store.js";

test("watchers hear what changed, and nothing when nothing did", () => {
  const store = createStore({ a: 1, b: 2 });
  const heard = [];
  store.watch((state, changed) => heard.push([state.a, [...changed]]));
  store.set({ a: 1, b: 2 });
  store.set({ a: 3, b: 2 });
  assert.deepEqual(heard, [[3, ["a"]]]);
  assert.equal(store.get().b, 2);
});
