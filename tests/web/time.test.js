"use strict";
/** The strip below the map: where days lie on it, what it says, how it plays. */
const test = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { JSDOM, VirtualConsole } = require("jsdom");
const { WEB, load, smallDocument } = require("./page-kit.js");

const { window } = new JSDOM("<!DOCTYPE html><html lang='en'><body><section id='time'></section></body></html>", { virtualConsole: new VirtualConsole() });
globalThis.window = window;
globalThis.document = window.document;

const names = fs.readdirSync(WEB).filter((name) => name.endsWith(".js") && name !== "main.js").map((name) => path.basename(name, ".js"));
const mapgen = load(...names);

function makeApp(hash = "") {
  const model = mapgen.readDocument(smallDocument());
  Object.assign(model.texts.en, { "time.value": "{date}; {holder} {change}", "unit.km2": "{n} km2", "time.home": "Back to {date}" });
  mapgen.useTexts(model.texts, "en");
  const said = [];
  const app = { model, store: mapgen.createStore(mapgen.binding.stateOf(model, hash)), said, say: (words) => said.push(words) };
  const root = document.getElementById("time");
  mapgen.time.build(app, root);
  return { app, root };
}

test("a day lies between the dates around it", () => {
  const dates = ["2018-01-01", "2018-01-11", "2018-03-01"];
  assert.equal(mapgen.time.placeOf(dates, "2018-01-01"), 0);
  assert.equal(mapgen.time.placeOf(dates, "2018-01-06"), 0.25);
  assert.equal(mapgen.time.placeOf(dates, "2018-01-11"), 0.5);
  assert.equal(mapgen.time.placeOf(dates, "2018-09-01"), 1);
  assert.equal(mapgen.time.placeOf(dates, "2017-09-01"), 0);
});

test("the slider says the date in words and what changed most", () => {
  const { root } = makeApp();
  const slider = root.querySelector("input");
  assert.equal(slider.value, "1");
  assert.equal(slider.getAttribute("aria-valuetext"), "14 September 2018; government +2 km2");
  assert.equal(mapgen.time.largestChange(makeApp().app.model, "2018-01-20"), null);
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
  const slider = root.querySelector("input");
  slider.value = "0";
  slider.dispatchEvent(new window.Event("input"));
  assert.equal(app.store.get().date, "2018-01-20");
});

test("play goes to the first date from the last, and stops at the end", async () => {
  const { app, root } = makeApp();
  const play = root.querySelector("[data-time=play]");
  assert.equal(play.getAttribute("aria-label"), "time.play");
  play.click();
  assert.equal(app.store.get().date, "2018-01-20");
  assert.equal(play.getAttribute("aria-label"), "time.pause");
  await new Promise((resolve) => setTimeout(resolve, 1100));
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
