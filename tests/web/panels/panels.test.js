/** Details, key, places and describe, built in a document without a screen. */
import test from "node:test";
import assert from "node:assert/strict";
import { JSDOM, VirtualConsole } from "jsdom";
import { smallDocument } from "../page-kit.js";
import { createStore } from "../../../mapgen/web/base/store.js";
import { useTexts } from "../../../mapgen/web/base/text.js";
import { featuresOf, readDocument } from "../../../mapgen/web/facts/document.js";
import * as evidence from "../../../mapgen/web/facts/evidence.js";
import { kmToFront } from "../../../mapgen/web/facts/statistics.js";
import { certaintyWords } from "../../../mapgen/web/kinds/describe.js";
import * as about from "../../../mapgen/web/panels/about.js";
import { spread } from "../../../mapgen/web/panels/charts.js";
import * as details from "../../../mapgen/web/panels/details.js";
import * as explain from "../../../mapgen/web/panels/explain.js";
import * as keyPanel from "../../../mapgen/web/panels/key.js";
import * as places from "../../../mapgen/web/panels/places.js";
import * as binding from "../../../mapgen/web/app/binding.js";

const { window } = new JSDOM("<!DOCTYPE html><html lang='en'><body><div id='root'></div><section id='bibliography'><ol><li><a href='https://example.org/'>Book</a></ol></section></body></html>", { url: "https://example.org/map.html", virtualConsole: new VirtualConsole() });
globalThis.window = window;
globalThis.document = window.document;
globalThis.location = window.location;
globalThis.Node = window.Node;

function makeApp(change = () => {}) {
  const data = smallDocument();
  change(data);
  const model = readDocument(data);
  useTexts(model.texts, "en");
  const store = createStore({ ...binding.stateOf(model, ""), hovered: null });
  const opened = [];
  const app = { model, store, scene: { pictures: {}, layout: { counts: new Map() } }, opened, open: (id, fly) => opened.push([id, fly]), toggle: (id, on) => opened.push([id, on]) };
  return app;
}

function detailsOf(app, id) {
  const root = document.getElementById("root");
  app.store.set({ feature: id });
  app.scene.evidence = evidence.forSelection(app.model, id, app.store.get().date);
  details.build(app, root);
  return root;
}

test("Details of a post names it, its other names and the settlements that speak for its ground", () => {
  const root = detailsOf(makeApp(), "post-9");
  assert.equal(root.querySelector("h2").textContent, "Nine");
  assert.deepEqual([...root.querySelectorAll(".kind bdi")].map((element) => [element.lang, element.dir, element.textContent]), [["ar", "rtl", "Nine ar"], ["tr", "ltr", "Nine tr"]]);
  assert.deepEqual([...root.querySelectorAll(".evidence .place")].map((place) => place.textContent), ["West", "Unclear"]);
  root.querySelector(".evidence button").click();
});

test("sources open apart and tell nobody where the reader came from", () => {
  const link = detailsOf(makeApp(), "post-9").querySelector(".sources a");
  assert.equal(link.rel, "noopener noreferrer");
  assert.equal(link.target, "_blank");
  const unsafe = detailsOf(makeApp((data) => (data.sources[0].url = "javascript:alert(1)")), "post-9");
  assert.equal(unsafe.querySelector(".sources a"), null);
});

test("texts are text, never markup", () => {
  const evil = "<img src=x onerror=alert(1)>";
  const root = detailsOf(makeApp((data) => (data.layers.at(-1).rows[0][1].en = evil)), "post-9");
  assert.equal(root.querySelector("img"), null);
  assert.equal(root.querySelector("h2").textContent, evil);
});

test("no evidence near is said before any holder", () => {
  const root = detailsOf(makeApp(), "@36.9000,36.9000");
  assert.ok(root.querySelector(".warning"));
  assert.ok(root.querySelector(".warning").compareDocumentPosition(root.querySelector("h2")) & window.Node.DOCUMENT_POSITION_FOLLOWING);
  assert.equal(root.querySelector("h2").textContent, "Holder hts");
});

test("both versions are shown where sources disagree", () => {
  const versions = [{ version: { en: "Ninth" }, sources: [0] }, { version: { en: "Eighth" }, sources: [0] }];
  const root = detailsOf(makeApp((data) => (data.layers.at(-1).rows[0][5] = versions)), "post-9");
  assert.deepEqual([...root.querySelectorAll(".versions p")].map((element) => element.textContent), ["Ninth", "Eighth"]);
});

test("lines and areas have facts, and nothing chosen has a hint", () => {
  assert.match(detailsOf(makeApp(), "front-1").textContent, /Holder government and Holder hts/);
  assert.ok(detailsOf(makeApp(), "area-hts").querySelector(".facts"));
  assert.ok(detailsOf(makeApp(), null).querySelector(".hint"));
});

test("the key has a switch for each holder and counts its places", () => {
  const app = makeApp();
  const root = document.getElementById("root");
  keyPanel.build(app, root);
  const rows = [...root.querySelectorAll(".holder")];
  assert.deepEqual(rows.map((row) => row.querySelector(".count").textContent), ["1", "1"]);
  assert.ok([...root.querySelectorAll("input")].every((box) => box.closest("label").textContent.trim()));
  rows[0].querySelector("input").click();
  assert.deepEqual(app.opened, [["areas_of_control.government", false]]);
  assert.deepEqual(evidence.knownPlaces(app.model).sideOnly, 1);
});

test("a holder that is drawn as another counts in its row", () => {
  const app = makeApp((data) => {
    data.holders.push({ ...data.holders[1], id: "hts+tip", drawn_as: "hts" });
    data.layers[2].rows[2][10] = "hts+tip";
  });
  assert.equal(evidence.knownPlaces(app.model).counts.get("hts"), 2);
});

test("places are found by any of their names, those that start so first", () => {
  const { model } = makeApp();
  const settlements = featuresOf(model, "settlements");
  assert.deepEqual(places.filter(settlements, "EAST").map((item) => item.id), ["set-east"]);
  assert.equal(places.filter(settlements, "ar").length, 3);
  assert.equal(places.filter(settlements, "").length, 3);
  assert.equal(places.filter(settlements, "zzz").length, 0);
});

test("the Places list opens what is chosen and flies there", () => {
  const app = makeApp();
  const root = document.getElementById("root");
  places.build(app, root);
  root.querySelector('[data-id="set-east"]').click();
  assert.deepEqual(app.opened, [["set-east", true]]);
});

test("About takes in the bibliography of the page", () => {
  const app = makeApp((data) => data.atlas.texts.push({ id: "a", section: "article", text: { en: "One view." } }));
  about.build(app, document.getElementById("root"));
  const link = document.querySelector("#root #bibliography a");
  assert.equal(link.target, "_blank");
  assert.equal(link.rel, "noopener noreferrer");
  assert.match(document.getElementById("root").textContent, /One view\..*Title/s);
});

test("the key counts the places of the date and hides who has no ground", () => {
  const app = makeApp();
  const root = document.getElementById("root");
  app.store.set({ date: "2018-01-20" });
  keyPanel.build(app, root);
  assert.ok([...root.querySelectorAll(".holder")].every((row) => row.hidden));
  assert.deepEqual([...root.querySelectorAll(".holder .count")].map((cell) => cell.textContent), ["0", "2"]);
  app.store.set({ date: "2018-09-14" });
  keyPanel.update(root, app);
  assert.deepEqual([...root.querySelectorAll(".holder .count")].map((cell) => cell.textContent), ["1", "1"]);
  assert.ok([...root.querySelectorAll(".holder")].every((row) => !row.hidden));
});

test("Details of a settlement are of the date, and list its periods", () => {
  const app = makeApp();
  app.store.set({ date: "2018-01-20" });
  const root = detailsOf(app, "set-east");
  assert.match(root.querySelector(".facts").textContent, /Holder hts/);
  assert.equal(root.querySelectorAll(".periods li").length, 3);
  assert.match(root.querySelector(".periods [aria-current]").textContent, /Holder hts/);
});

/** Two doubted features in different layers. */
function withDoubts(data) {
  const versions = [{ version: { en: "One" }, sources: [0] }, { version: { en: "Other" }, sources: [0] }];
  data.layers[2].rows[0][5] = versions;
  data.layers.at(-1).rows[0][5] = versions;
}

test("what sources disagree on is marked in Places and can be listed alone", () => {
  const app = makeApp(withDoubts);
  const root = document.getElementById("root");
  places.build(app, root);
  assert.equal(root.querySelectorAll(".place-row .doubt").length, 2);
  const box = root.querySelector("[data-doubted]");
  assert.equal(box.closest("label").querySelector(".count").textContent, "2");
  box.click();
  assert.deepEqual([...root.querySelectorAll(".place-row")].map((row) => row.dataset.id), ["post-9", "set-west"]);
  places.build(app, root);
  assert.equal(root.querySelectorAll(".place-row").length, 2, "the filter outlives a change of date");
});

test("the key explains the mark of disagreement with a switch that is off at first", () => {
  const app = makeApp(withDoubts);
  const root = document.getElementById("root");
  keyPanel.build(app, root);
  const box = root.querySelector("[data-switch=disagreement]");
  assert.equal(box.checked, false);
  box.click();
  assert.deepEqual(app.opened, [["disagreement", true]]);
  keyPanel.build(makeApp(), root);
  assert.equal(root.querySelector("[data-switch=disagreement]"), null);
});

test("what speaks against a holder is listed apart, with distance and direction", () => {
  const app = makeApp((data) => (data.layers[2].rows[1][7] = [3652000, 3600000]));
  const root = detailsOf(app, "@36.0000,36.5000");
  assert.deepEqual([...root.querySelectorAll(".against .place")].map((place) => place.textContent), ["East"]);
  assert.match(root.querySelector(".against .measure").textContent, /evidence\.where/);
  assert.equal(explain.windBetween([36.5, 36], [36.52, 36]), "compass.e");
  assert.equal(explain.windBetween([36.5, 36], [36.5, 35.9]), "compass.s");
});

test("certainty has three words", () => {
  const { model } = makeApp();
  const words = [1, 0.85, 0.7, 0.6, 0.59, 0].map((certainty) => certaintyWords(model, certainty));
  assert.deepEqual(words, ["well_attested (99 %)", "well_attested (85 %)", "probable (70 %)", "probable (60 %)", "open (59 %)", "open (0 %)"].map((word) => `certainty.${word}`));
  assert.equal(certaintyWords(model, null), null);
});

test("an area lists the settlements that speak for its holder", () => {
  const root = detailsOf(makeApp(), "area-hts");
  assert.deepEqual([...root.querySelectorAll(".evidence .place")].map((place) => place.textContent), ["Unclear", "West"]);
});

test("a shared holder is spoken for by each of its parts, a side by its own holders", () => {
  const { model } = makeApp();
  const { speaksFor } = evidence;
  assert.ok(speaksFor(model, { holder: "hts" }, "hts+nlf"));
  assert.ok(speaksFor(model, { holder: null, side: "opposition" }, "hts"));
  assert.ok(!speaksFor(model, { holder: "government" }, "hts"));
});

test("the numbers are a chart with its table, in About for all and in Details for one", () => {
  const app = makeApp();
  const root = document.getElementById("root");
  about.build(app, root);
  const all = root.querySelector("[data-section=numbers]");
  assert.equal(all.querySelectorAll("path.line").length, 4);
  assert.equal(all.querySelectorAll("tbody tr").length, 2);
  const mark = all.querySelector(".mark").getAttribute("x1");
  app.store.set({ date: "2018-01-20" });
  assert.ok(Number(all.querySelector(".mark").getAttribute("x1")) < Number(mark));
  const one = detailsOf(makeApp(), "area-hts").querySelector(".numbers");
  assert.equal(one.querySelectorAll("path.line").length, 2);
  assert.deepEqual([...one.querySelectorAll("tbody tr")].map((row) => row.cells[1].textContent), ["10", "8"]);
});

test("names at the ends of lines keep apart", () => {
  const ends = spread([{ y: 50 }, { y: 52 }, { y: 99 }, { y: 100 }], 100).map(({ y }) => y);
  assert.ok(ends.every((y, i) => !i || y - ends[i - 1] >= 13));
  assert.ok(ends.at(-1) <= 100);
});

test("a post tells how far the nearest front is on the date", () => {
  const app = makeApp();
  assert.equal(kmToFront(app.model, "post-9", "2018-09-14"), 4.2);
  assert.equal(kmToFront(app.model, "post-9", "2018-01-20"), null);
  assert.match(detailsOf(app, "post-9").querySelector(".facts").textContent, /4\.2 km/);
});
