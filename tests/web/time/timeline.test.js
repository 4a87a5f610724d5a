/** The timeline below the map: what it says, how it plays, its marks and its period. */
import test from "node:test";
import assert from "node:assert/strict";
import { JSDOM, VirtualConsole } from "jsdom";
import { smallDocument } from "../page-kit.js";
import { createStore } from "../../../mapgen/web/base/store.js";
import { useTexts } from "../../../mapgen/web/base/text.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import * as time from "../../../mapgen/web/time/player.js";
import * as binding from "../../../mapgen/web/app/binding.js";

const { window } = new JSDOM("<!DOCTYPE html><html lang='en'><body><section id='time'></section></body></html>", {
  virtualConsole: new VirtualConsole(),
});
globalThis.window = window;
globalThis.document = window.document;

function makeApp(hash = "") {
  const model = readDocument(smallDocument());
  Object.assign(model.texts.en, {
    "time.value": "{date}; {holder} {change}",
    "unit.km2": "{n} km2",
    "time.home": "Back to {date}",
    "timeline.mark": "{name}, {kind}, {date}",
  });
  useTexts(model.texts, "en");
  const said = [];
  const app = { model, store: createStore(binding.stateOf(model, hash)), said, say: (words) => said.push(words) };
  const root = document.getElementById("time");
  time.build(app, root);
  return { app, root };
}

test("the slider says the date in words and what changed most", () => {
  const { root } = makeApp();
  const slider = root.querySelector(".time-slider");
  assert.equal(slider.value, "1");
  assert.equal(slider.getAttribute("aria-valuetext"), "14 September 2018; government +2 km2");
  assert.equal(time.largestChange(makeApp().app.model, "2018-01-20"), null);
});

test("the buttons step through the dates, say where they stop, and lead home", () => {
  const { app, root } = makeApp();
  assert.ok(root.querySelector("[data-time=forward]").disabled);
  assert.ok(root.querySelector(".time-home").hidden);
  root.querySelector("[data-time=back]").click();
  assert.equal(app.store.get().date, "2018-01-20");
  assert.ok(root.querySelector("[data-time=back]").disabled);
  assert.deepEqual(app.said, ["20 January 2018"]);
  root.querySelector(".time-home").click();
  assert.equal(app.store.get().date, "2018-09-14");
});

test("the slider moves the date", () => {
  const { app, root } = makeApp();
  const slider = root.querySelector(".time-slider");
  slider.value = "0";
  slider.dispatchEvent(new window.Event("input"));
  assert.equal(app.store.get().date, "2018-01-20");
});

test("play goes to the first date from the last, and stops at the end", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { app, root } = makeApp();
  const play = root.querySelector("[data-time=play]");
  assert.equal(play.getAttribute("aria-label"), "time.play");
  play.click();
  assert.equal(app.store.get().date, "2018-01-20");
  assert.equal(play.getAttribute("aria-label"), "time.pause");
  context.mock.timers.tick(1100);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(app.store.get().date, "2018-09-14");
  assert.equal(play.getAttribute("aria-label"), "time.play");
  assert.deepEqual(app.said, ["14 September 2018"]);
});

test("a reader who wants less motion gets one step", () => {
  globalThis.matchMedia = () => ({ matches: true });
  const { app, root } = makeApp("#date=2018-01-20");
  root.querySelector("[data-time=play]").click();
  assert.equal(app.store.get().date, "2018-09-14");
  assert.equal(root.querySelector("[data-time=play]").getAttribute("aria-label"), "time.step");
  delete globalThis.matchMedia;
});

const marksOf = (root) => [...root.querySelectorAll(".mark")].map((mark) => mark.dataset.id);

test("the handle stands where the date lies on the scale of the marks", () => {
  const { app, root } = makeApp();
  const { scale } = root.track;
  const shareOf = () => Number(root.querySelector(".time-handle").style.getPropertyValue("--at"));
  assert.equal(shareOf(), scale.at("2018-09-14"));
  app.store.set({ date: "2018-01-20" });
  assert.equal(shareOf(), scale.at("2018-01-20"));
});

test("marks follow the kinds that are on, and say name, kind and date", () => {
  const { app, root } = makeApp();
  assert.deepEqual(marksOf(root), ["event-early", "event-strike"]);
  const strike = root.querySelector("[data-id=event-strike]");
  assert.equal(strike.getAttribute("aria-label"), "Strike, air strike, 8 September 2018");
  assert.ok(strike.classList.contains("violent"));
  const on = new Set(app.store.get().on);
  on.delete("events.air_strike");
  app.store.set({ on });
  assert.deepEqual(marksOf(root), ["event-early"]);
});

test("one stop for all marks; arrows go on in time, Enter opens", () => {
  const { app, root } = makeApp();
  const opened = [];
  app.open = (...args) => opened.push(args);
  const [early, strike] = root.querySelectorAll(".mark");
  assert.deepEqual([early.tabIndex, strike.tabIndex], [-1, 0]);
  early.focus();
  early.dispatchEvent(new window.KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  assert.equal(document.activeElement.dataset.id, "event-strike");
  document.activeElement.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Home", bubbles: true }));
  assert.equal(document.activeElement.dataset.id, "event-early");
  document.activeElement.click();
  assert.equal(opened[0][0], "event-early");
});

test("the chosen event is marked", () => {
  const { app, root } = makeApp();
  app.store.set({ feature: "event-strike" });
  assert.equal(root.querySelector("[data-id=event-strike]").getAttribute("aria-current"), "true");
  app.store.set({ feature: null });
  assert.equal(root.querySelector("[aria-current]"), null);
});

test("a period is chosen by two dates, shown, and cleared", () => {
  const { app, root } = makeApp();
  assert.ok(root.querySelector(".period-clear").hidden);
  root.querySelector(".period-open").click();
  const [from, to] = root.querySelectorAll("input[type=date]");
  assert.deepEqual([from.value, to.value], ["2018-09-04", "2018-09-14"]);
  from.value = "2018-09-08";
  from.dispatchEvent(new window.Event("change", { bubbles: true }));
  assert.deepEqual(app.store.get().period, ["2018-09-08", "2018-09-14"]);
  to.value = "2018-01-20";
  to.dispatchEvent(new window.Event("change", { bubbles: true }));
  assert.deepEqual(app.store.get().period, ["2018-01-20", "2018-09-08"]);
  root.querySelector(".period-clear").click();
  assert.equal(app.store.get().period, null);
});

test("the timeline marks between which days a selected settlement changed hands", () => {
  const { app, root } = makeApp();
  const spans = () =>
    [...root.querySelectorAll(".time-span")].map(({ style }) =>
      ["--at", "--until"].map((name) => Number(style.getPropertyValue(name))),
    );
  assert.deepEqual(spans(), []);
  app.store.set({ feature: "set-east" });
  const { scale } = root.track;
  assert.deepEqual(spans(), [scale.span("2017-12-01", "2017-12-01"), scale.span("2018-02-28", "2018-03-02")]);
  app.store.set({ feature: null });
  assert.deepEqual(spans(), []);
});
