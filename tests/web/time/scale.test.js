/** Where days lie on the timeline, and how the marks of events stand on them. */
import test from "node:test";
import assert from "node:assert/strict";
import { builtDocument } from "../page-kit.js";
import { featuresOf, readDocument } from "../../../mapgen/web/facts/document.js";
import { createScale } from "../../../mapgen/web/time/scale.js";
import * as stacks from "../../../mapgen/web/time/stacks.js";

const event = (id, date, extra = {}) => ({ id, date, date_end: null, category: "protest", ...extra });
const modelOf = (events = [], dates = ["2017-09-01", "2018-01-20", "2018-09-14"]) => ({
  atlas: { as_of: dates.at(-1) },
  dates,
  layers: new Map([["events", { id: "events", features: events }]]),
});
const late = event("late", "2018-09-24", { date_end: "2018-09-25" });

test("the months before are squeezed, the days around the date have a column each", () => {
  const scale = createScale(modelOf([late]));
  assert.deepEqual([scale.days[0], scale.days.at(-1), scale.days.length], ["2018-08-31", "2018-09-25", 26]);
  assert.equal(scale.at("2017-09-01"), 0);
  assert.ok(scale.at("2018-08-30") < 0.2);
  const step = scale.at("2018-09-02") - scale.at("2018-09-01");
  assert.ok(Math.abs(scale.at("2018-09-25") - scale.at("2018-09-24") - step) < 1e-9);
  assert.ok(step > 10 * (scale.at("2018-08-02") - scale.at("2018-08-01")));
  assert.equal(scale.at("2016-01-01"), 0);
  assert.equal(scale.at("2019-01-01"), 1);
});

test("a place on the timeline is a day again", () => {
  const scale = createScale(modelOf([late]));
  for (const day of ["2017-09-01", "2018-01-20", "2018-08-30", "2018-08-31", "2018-09-14", "2018-09-25"])
    assert.equal(scale.dayAt(scale.at(day)), day);
  const [from, to] = scale.span("2018-09-04", "2018-09-14");
  assert.ok(Math.abs(to - from - 11 * (scale.at("2018-09-05") - scale.at("2018-09-04"))) < 1e-9);
});

test("a month without a day stands in its middle, or where no day is said", () => {
  const september = event("some-day", "2018-09");
  const scale = createScale(modelOf([late, september]));
  assert.equal(scale.atEvent(event("a", "2018-01")), scale.at("2018-01-16"));
  assert.equal(scale.atEvent(late), scale.at("2018-09-24"));
  assert.ok(scale.atEvent(september) > scale.at("2018-09-25"));
  assert.equal(createScale(modelOf([late])).someDay, null);
});

test("a map of few days has columns only", () => {
  const scale = createScale(modelOf([], ["2018-09-10", "2018-09-14"]));
  assert.equal(scale.days[0], "2018-09-10");
  assert.equal(scale.days.at(-1), "2018-09-14");
  assert.ok(scale.at("2018-09-10") > 0);
});

test("marks stand five high, violence below, then side by side, then in a number", () => {
  const protests = Array.from({ length: 33 }, (_, i) => event(`protest-${String(i).padStart(2, "0")}`, "2018-09-14"));
  const strike = event("strike", "2018-09-14", { category: "air_strike" });
  const scale = createScale(modelOf([late]));
  const wide = stacks.arrange([...protests, strike], scale, 1100);
  assert.equal(wide.marks.length, 20);
  assert.deepEqual(
    wide.more.map(({ count, day }) => [count, day]),
    [[14, "2018-09-14"]],
  );
  assert.ok(wide.marks.every(({ row }) => row < 5));
  assert.equal(wide.marks.find((mark) => mark.event.id === "strike").row, 0);
  assert.equal(new Set(wide.marks.map(({ x, row }) => `${x} ${row}`)).size, 20);
  const narrow = stacks.arrange(protests, scale, 330);
  assert.deepEqual([narrow.marks.length, narrow.more[0].count], [5, 28]);
});

test("the chosen event always has a mark of its own", () => {
  const protests = Array.from({ length: 33 }, (_, i) => event(`protest-${String(i).padStart(2, "0")}`, "2018-09-14"));
  const scale = createScale(modelOf([late]));
  const { marks, more } = stacks.arrange(protests, scale, 330, "protest-32");
  assert.ok(marks.some((mark) => mark.event.id === "protest-32"));
  assert.deepEqual([marks.length, more[0].count], [5, 28]);
});

test("marks never lie on each other, on any width, with all events of the page", async () => {
  const data = await builtDocument();
  if (!data) return;
  const model = readDocument(data);
  const events = featuresOf(model, "events");
  const scale = createScale(model);
  for (const width of [330, 480, 700, 790, 1100, 1500]) {
    const { marks, more } = stacks.arrange(events, scale, width);
    assert.equal(marks.length + more.reduce((sum, { count }) => sum + count, 0), events.length);
    for (let i = 0; i < marks.length; i += 1) {
      for (const other of marks.slice(i + 1))
        assert.ok(
          other.row !== marks[i].row || Math.abs(other.x - marks[i].x) > 5.9,
          `${width}: ${marks[i].event.id} ${other.event.id}`,
        );
    }
  }
});
