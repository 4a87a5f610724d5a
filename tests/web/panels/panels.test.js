/** Key, places, About and describe, built in a document without a screen. */
import test from "node:test";
import assert from "node:assert/strict";
import { makeApp } from "./panel-kit.js";
import { featuresOf } from "../../../mapgen/web/facts/document.js";
import * as evidence from "../../../mapgen/web/facts/evidence.js";
import { certaintyWords } from "../../../mapgen/web/kinds/describe.js";
import * as about from "../../../mapgen/web/panels/about.js";
import { spread } from "../../../mapgen/web/panels/charts.js";
import * as keyPanel from "../../../mapgen/web/panels/key.js";
import * as places from "../../../mapgen/web/panels/places.js";

test("the key has a switch for each holder and counts its places", () => {
  const app = makeApp();
  const root = document.getElementById("root");
  keyPanel.build(app, root);
  const rows = [...root.querySelectorAll(".holder")];
  assert.deepEqual(
    rows.map((row) => row.querySelector(".count").textContent),
    ["1", "1"],
  );
  assert.ok([...root.querySelectorAll("input")].every((box) => box.closest("label").textContent.trim()));
  rows[0].querySelector("input").click();
  assert.deepEqual(app.opened, [["areas_of_control.government", false]]);
  assert.deepEqual(evidence.knownPlaces(app.model).sideOnly, 1);
});

test("a holder that is drawn as another counts in its row", () => {
  const app = makeApp((data) => {
    data.holders.push({ ...data.holders[1], id: "hts+tip", drawn_as: "hts" });
    data.layers[2].rows[2].holder = "hts+tip";
  });
  assert.equal(evidence.knownPlaces(app.model).counts.get("hts"), 2);
});

test("places are found by any of their names, those that start so first", () => {
  const { model } = makeApp();
  const settlements = featuresOf(model, "settlements");
  assert.deepEqual(
    places.filter(settlements, "EAST").map((item) => item.id),
    ["set-east"],
  );
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
  assert.deepEqual(
    [...root.querySelectorAll(".holder .count")].map((cell) => cell.textContent),
    ["0", "2"],
  );
  app.store.set({ date: "2018-09-14" });
  keyPanel.update(root, app);
  assert.deepEqual(
    [...root.querySelectorAll(".holder .count")].map((cell) => cell.textContent),
    ["1", "1"],
  );
  assert.ok([...root.querySelectorAll(".holder")].every((row) => !row.hidden));
});

function withDoubts(data) {
  const versions = [
    { version: { en: "One" }, sources: [0] },
    { version: { en: "Other" }, sources: [0] },
  ];
  data.layers[2].rows[0].disagreement = versions;
  data.layers.at(-1).rows[0].disagreement = versions;
}

test("what sources disagree on is marked in Places and can be listed alone", () => {
  const app = makeApp(withDoubts);
  const root = document.getElementById("root");
  places.build(app, root);
  assert.equal(root.querySelectorAll(".place-row .doubt").length, 2);
  const box = root.querySelector("[data-doubted]");
  assert.equal(box.closest("label").querySelector(".count").textContent, "2");
  box.click();
  assert.deepEqual(
    [...root.querySelectorAll(".place-row")].map((row) => row.dataset.id),
    ["post-9", "set-west"],
  );
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

test("certainty has three words", () => {
  const { model } = makeApp();
  const words = [1, 0.85, 0.7, 0.6, 0.59, 0].map((certainty) => certaintyWords(model, certainty));
  assert.deepEqual(
    words,
    [
      "well_attested (99 %)",
      "well_attested (85 %)",
      "probable (70 %)",
      "probable (60 %)",
      "open (59 %)",
      "open (0 %)",
    ].map((word) => `certainty.${word}`),
  );
  assert.equal(certaintyWords(model, null), null);
});

test("a shared holder is spoken for by each of its parts, a side by its own holders", () => {
  const { model } = makeApp();
  const { speaksFor } = evidence;
  assert.ok(speaksFor(model, { holder: "hts" }, "hts+nlf"));
  assert.ok(speaksFor(model, { holder: null, side: "opposition" }, "hts"));
  assert.ok(!speaksFor(model, { holder: "government" }, "hts"));
});

test("names at the ends of lines keep apart", () => {
  const ends = spread([{ y: 50 }, { y: 52 }, { y: 99 }, { y: 100 }], 100).map(({ y }) => y);
  assert.ok(ends.every((y, i) => !i || y - ends[i - 1] >= 13));
  assert.ok(ends.at(-1) <= 100);
});
