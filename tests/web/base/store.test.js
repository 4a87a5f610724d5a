"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("../page-kit.js");

const { createStore } = load("base/store");

test("watchers hear what changed, and nothing when nothing did", () => {
  const store = createStore({ a: 1, b: 2 });
  const heard = [];
  store.watch((state, changed) => heard.push([state.a, [...changed]]));
  store.set({ a: 1, b: 2 });
  store.set({ a: 3, b: 2 });
  assert.deepEqual(heard, [[3, ["a"]]]);
  assert.equal(store.get().b, 2);
});
