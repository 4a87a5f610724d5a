import test from "node:test";
import assert from "node:assert/strict";
import { smallDocument } from "../page-kit.js";
import { createStore } from "../../../mapgen/web/base/store.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import * as binding from "../../../mapgen/web/app/binding.js";

const model = readDocument(smallDocument());
const { stateOf, hashOf } = binding;

function appWith(hash, moved) {
  const store = createStore(stateOf(model, hash));
  return { model, store, scene: { moved }, map: { getCenter: () => ({ lat: 36, lng: 36.6 }), getZoom: () => 9 } };
}

test("an empty address is the default state, and the default state an empty address", () => {
  const state = stateOf(model, "");
  assert.deepEqual([state.panel, state.feature, state.date, state.view], ["key", null, "2018-09-14", null]);
  assert.equal(hashOf(appWith("", false)), "");
});

test("a feature in the address opens Details; an unknown one does not", () => {
  assert.equal(stateOf(model, "#feature=post-9").panel, "details");
  assert.equal(stateOf(model, "#feature=no-such").feature, null);
  assert.equal(stateOf(model, "#feature=no-such").panel, "key");
  assert.equal(stateOf(model, "#panel=tour").panel, "tour");
});

test("a state survives its own address", () => {
  for (const hash of [
    "embed",
    "embed&panel=table",
    "feature=post-9",
    "panel=table",
    "feature=post-9&panel=places",
    "layers=border,events.protest&panel=about",
    "date=2018-01-20",
    "period=2018-09-04..2018-09-08",
  ]) {
    const read = hashOf(appWith(hash, false));
    assert.deepEqual(stateOf(model, read), stateOf(model, hash), hash);
  }
  assert.equal(hashOf(appWith("", true)), "view=36.0000,36.6000,9");
});

test("a period reaches no further than the timeline; one that lies beyond it is none", () => {
  assert.deepEqual(stateOf(model, "#period=2018-09-04..2018-09-08").period, ["2018-09-04", "2018-09-08"]);
  assert.deepEqual(stateOf(model, "#period=2011-03-15..2018-09-08").period, ["2018-01-01", "2018-09-08"]);
  assert.equal(stateOf(model, "#period=2020-01-01..2020-02-01").period, null);
  assert.equal(stateOf(model, "").period, null);
});
