/** What held on a day is the same in the page and in Python: both are held to these cases. */
import test from "node:test";
import assert from "node:assert/strict";
import cases from "../../cases/days.json" with { type: "json" };
import { eventWindow, heldOn, inWindow, speaksOf } from "../../../mapgen/web/facts/days.js";
import { activeOn } from "../../../mapgen/web/facts/document.js";

/** Runs a check on each case of a name, and says which failed. */
function testCases(name, title, check) {
  test(title, () => {
    assert.ok(cases[name].length);
    for (const given of cases[name]) check(given, JSON.stringify(given));
  });
}

testCases("holds_on", "a period holds from its first day to the one before its end", (given, words) => {
  assert.equal(activeOn(given, given.day), given.holds, words);
});

testCases("speaks_of", "a source speaks of its own day, month or year", (given, words) => {
  assert.equal(speaksOf(given, given.day), given.speaks, words);
});

testCases("period_on", "the first period that ends later is that of a day", ({ ends, day, period }, words) => {
  const history = ends.map((end, i) => [null, end, "opposition", `holder-${i}`, "high", []]);
  const held = heldOn({ layerKind: "settlements", holder: "present", history }, day);
  assert.equal(held.holder, period === null ? "present" : `holder-${period}`, words);
});

testCases("window_of", "a day shows the events of ten days before it", (given, words) => {
  assert.deepEqual(eventWindow(given.day), given.window, words);
});

testCases("happened_in", "an event is shown when a part of it lies in the window", (given, words) => {
  assert.equal(inWindow({ date: given.start, date_end: given.end }, given.window), given.happened, words);
});
