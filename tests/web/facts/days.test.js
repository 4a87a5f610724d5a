/** What held on a day, and which frame a day shows. */
import test from "node:test";
import assert from "node:assert/strict";
import { smallDocument } from "../page-kit.js";
import {
  dayShowing,
  eventWindow,
  frameAt,
  heldOn,
  holderShown,
  holdersOn,
  inWindow,
  periodsOf,
  sameOn,
} from "../../../mapgen/web/facts/days.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import * as evidence from "../../../mapgen/web/facts/evidence.js";
import * as binding from "../../../mapgen/web/app/binding.js";

const model = readDocument(smallDocument());
const east = model.byId.get("set-east");

test("a day shows the last frame at or before it, the first frame where there is none", () => {
  assert.equal(frameAt(model, "2018-01-20"), "2018-01-20");
  assert.equal(frameAt(model, "2018-09-13"), "2018-01-20");
  assert.equal(frameAt(model, "2019-01-01"), "2018-09-14");
  assert.equal(frameAt(model, "2011-03-15"), "2018-01-20");
  assert.equal(binding.stateOf(model, "#date=2018-05-05").date, "2018-01-20");
  assert.equal(binding.stateOf(model, "").date, "2018-09-14");
});

test("a settlement is held by the holder of its period; the day of the change belongs to the next", () => {
  assert.equal(heldOn(east, "2017-11-30").holder, "isil");
  assert.equal(heldOn(east, "2017-12-01").holder, "hts");
  assert.equal(heldOn(east, "2018-02-28").confidence, "medium");
  assert.equal(heldOn(east, "2018-03-01"), east);
  assert.equal(heldOn(east), east);
});

test("the periods of a settlement join without a gap, the last one open", () => {
  assert.deepEqual(
    periodsOf(east).map(({ from, to }) => [from, to]),
    [
      [null, "2017-12-01"],
      ["2017-12-01", "2018-03-01"],
      ["2018-03-01", null],
    ],
  );
  assert.deepEqual(
    periodsOf(model.byId.get("set-west")).map(({ to }) => to),
    [null],
  );
});

test("evidence names who held a place on the day", () => {
  const rows = evidence.byDistance(model, [37.5, 36], null, "2018-01-20");
  assert.deepEqual([rows[0].feature.holder, rows[0].held.holder], ["government", "hts"]);
});

test("holders without ground on a day are not among its holders", () => {
  assert.deepEqual([...holdersOn(model, "2018-09-14")].sort(), ["government", "hts"]);
  assert.equal(holdersOn(model, "2018-01-20").size, 0);
});

test("what is known only as opposition takes no holder's colour", () => {
  assert.equal(holderShown({ holder: null, side: "opposition" }), null);
  assert.equal(holderShown({ holder: null, side: "government" }), "government");
  assert.equal(holderShown({ holder: "opposition", side: "opposition" }), "opposition");
});

test("an area of another time brings its date, and a selected holder stays selected", () => {
  const data = smallDocument();
  const { rows } = data.layers[0];
  rows.push({ ...rows[0], id: "area-hts-early", valid_from: "2018-01-20", valid_to: "2018-09-14" });
  const two = readDocument(data);
  assert.equal(binding.stateOf(two, "#feature=area-hts-early").date, "2018-01-20");
  assert.equal(dayShowing(two, "post-9", "2018-01-20"), "2018-01-20");
  assert.equal(sameOn(two, "area-hts", "2018-01-20"), "area-hts-early");
  assert.equal(sameOn(two, "area-government", "2018-01-20"), null);
  assert.equal(sameOn(two, "post-9", "2018-01-20"), "post-9");
  assert.equal(sameOn(two, null, "2018-01-20"), null);
});

test("an event is shown on the first day of the map that has it", () => {
  assert.equal(dayShowing(model, "event-early", "2018-09-14"), "2018-01-20");
  assert.equal(dayShowing(model, "event-strike", "2018-01-20"), "2018-09-14", "it was still to come");
  assert.equal(dayShowing(model, "event-strike", "2018-09-14"), "2018-09-14");
  assert.equal(dayShowing(model, "event-early", "2018-09-14", ["2018-01-01", "2018-09-14"]), "2018-09-14");
  assert.equal(binding.stateOf(model, "#feature=event-early").date, "2018-01-20");
  assert.equal(binding.stateOf(model, "#feature=event-early&date=2018-09-14").date, "2018-09-14");
});

test("events of the ten days before the date are on the map", () => {
  assert.deepEqual(eventWindow("2018-09-14"), ["2018-09-04", "2018-09-14"]);
});

test("a chosen period takes the place of the ten days", () => {
  assert.deepEqual(eventWindow("2018-09-14", ["2018-01-20", "2018-01-31"]), ["2018-01-20", "2018-01-31"]);
});

test("an event counts when any of its days falls in the window", () => {
  const days = ["2018-09-04", "2018-09-14"];
  assert.ok(inWindow({ date: "2018-09-08" }, days));
  assert.ok(inWindow({ date: "2018-09-01", date_end: "2018-09-05" }, days));
  assert.ok(inWindow({ date: "2018-09" }, days));
  assert.ok(!inWindow({ date: "2018-09-15" }, days));
  assert.ok(!inWindow({ date: "2018-01" }, days));
});
