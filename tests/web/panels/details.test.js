/** Details, built in a document without a screen. */
import test from "node:test";
import assert from "node:assert/strict";
import { makeApp, window } from "./panel-kit.js";
import * as evidence from "../../../mapgen/web/facts/evidence.js";
import { kmToFront } from "../../../mapgen/web/facts/statistics.js";
import { useTexts } from "../../../mapgen/web/base/text.js";
import * as about from "../../../mapgen/web/panels/about.js";
import * as details from "../../../mapgen/web/panels/details.js";
import * as explain from "../../../mapgen/web/panels/explain.js";

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
  assert.deepEqual(
    [...root.querySelectorAll(".kind bdi")].map((element) => [element.lang, element.dir, element.textContent]),
    [
      ["ar", "rtl", "Nine ar"],
      ["tr", "ltr", "Nine tr"],
    ],
  );
  assert.deepEqual(
    [...root.querySelectorAll(".evidence .place")].map((place) => place.textContent),
    ["West", "Unclear"],
  );
  root.querySelector(".evidence button").click();
});

test("sources open apart and tell nobody where the reader came from", () => {
  const link = detailsOf(makeApp(), "post-9").querySelector(".sources a");
  assert.equal(link.rel, "noopener noreferrer");
  assert.equal(link.target, "_blank");
  const unsafe = detailsOf(
    makeApp((data) => (data.sources[0].url = "javascript:alert(1)")),
    "post-9",
  );
  assert.equal(unsafe.querySelector(".sources a"), null);
});

test("a source says when it was read, where a copy is, and that its address is not known", () => {
  const more = { accessed: "2026-11-28", archive_url: "https://example.org/copy", address_missing: true };
  const from = detailsOf(
    makeApp((data) => Object.assign(data.sources[0], more)),
    "post-9",
  ).querySelector(".sources .from");
  assert.match(from.textContent, /source\.accessed 28 November 2026.*source\.archived.*source\.address-missing$/);
  assert.equal(from.querySelector("a").href, more.archive_url);
});

test("texts are text, never markup", () => {
  const evil = "<img src=x onerror=alert(1)>";
  const root = detailsOf(
    makeApp((data) => (data.layers.at(-1).rows[0].name.en = evil)),
    "post-9",
  );
  assert.equal(root.querySelector("img"), null);
  assert.equal(root.querySelector("h2").textContent, evil);
});

test("no evidence near is said before any holder", () => {
  const root = detailsOf(makeApp(), "@36.9000,36.9000");
  assert.ok(root.querySelector(".warning"));
  assert.ok(
    root.querySelector(".warning").compareDocumentPosition(root.querySelector("h2")) &
      window.Node.DOCUMENT_POSITION_FOLLOWING,
  );
  assert.equal(root.querySelector("h2").textContent, "Holder hts");
});

test("both versions are shown where sources disagree", () => {
  const versions = [
    { version: { en: "Ninth" }, sources: [0] },
    { version: { en: "Eighth" }, sources: [0] },
  ];
  const root = detailsOf(
    makeApp((data) => (data.layers.at(-1).rows[0].disagreement = versions)),
    "post-9",
  );
  assert.deepEqual(
    [...root.querySelectorAll(".versions p")].map((element) => element.textContent),
    ["Ninth", "Eighth"],
  );
});

test("lines and areas have facts, and nothing chosen has a hint", () => {
  assert.match(detailsOf(makeApp(), "front-1").textContent, /Holder government and Holder hts/);
  assert.ok(detailsOf(makeApp(), "area-hts").querySelector(".facts"));
  assert.ok(detailsOf(makeApp(), null).querySelector(".hint"));
});

test("Details of a settlement are of the date, and list its periods", () => {
  const app = makeApp();
  app.store.set({ date: "2018-01-20" });
  const root = detailsOf(app, "set-east");
  assert.match(root.querySelector(".facts").textContent, /Holder hts/);
  assert.equal(root.querySelectorAll(".periods li").length, 3);
  assert.match(root.querySelector(".periods [aria-current]").textContent, /Holder hts/);
});

test("the end of a period is shown with the days between which sources put it", () => {
  const app = makeApp((data) => {
    data.texts.en["period.until"] = "until {to}";
    data.texts.en["period.between"] = "from {from} to {to}";
    data.texts.en["period.with-span"] = "{period} ({span})";
    data.texts.en["period.sources-say"] = "sources: {days}";
    data.texts.en["period.day-unknown"] = "day not known";
    const rows = data.layers.flatMap((layer) => layer.rows);
    rows.find(({ id }) => id === "set-east").history[0][1] = "2017-12";
  });
  const periods = detailsOf(app, "set-east").querySelectorAll(".periods .from");
  assert.match(periods[0].textContent, /^until December 2017 \(day not known\)$/);
  assert.match(periods[1].textContent, /1 March 2018 \(sources: 28 February\s–\s2 March\)$/);
  app.store.set({ date: "2018-02-01" });
  assert.match(detailsOf(app, "set-east").querySelector(".facts").textContent, /sources: 28 February/);
});

test("a source of the side that lost the place is marked, in the list and in the history", () => {
  const app = makeApp();
  const root = detailsOf(app, "set-east");
  assert.equal(root.querySelector(".sources .by-loser").textContent, "source.by-loser");
  const told = [...root.querySelectorAll(".periods li")].map((item) => item.querySelector(".by-loser")?.textContent);
  assert.deepEqual(told, [undefined, undefined, "history.by-loser Paper"]);
  app.store.set({ date: "2017-11-20" });
  assert.equal(detailsOf(app, "set-east").querySelector(".sources .by-loser"), null);
});

test("what a source says is beside it, with where it says so, marked as English where it is not translated", () => {
  const app = makeApp((data) => {
    const east = data.layers.flatMap((layer) => layer.rows).find(({ id }) => id === "set-east");
    east.statements = [{ source: 0, says: { en: "The army took it." }, label: "paragraph", value: "3" }];
    data.texts.en["locator.paragraph"] = "paragraph {value}";
    data.texts.en["source.says"] = "says:";
  });
  const said = detailsOf(app, "set-east").querySelector(".sources .says");
  assert.equal(said.textContent, "says: The army took it. (paragraph 3)");
  useTexts({ en: {}, ar: {} }, "ar");
  const english = detailsOf(app, "set-east").querySelector(".sources .says bdi[lang=en]");
  assert.deepEqual([english.dir, english.textContent], ["ltr", "The army took it."]);
  useTexts(app.model.texts, "en");
});

/** Two doubted features in different layers. */

test("what speaks against a holder is listed apart, with distance and direction", () => {
  const app = makeApp((data) => (data.layers[2].rows[1].point = [3652000, 3600000]));
  const root = detailsOf(app, "@36.0000,36.5000");
  assert.deepEqual(
    [...root.querySelectorAll(".against .place")].map((place) => place.textContent),
    ["East"],
  );
  assert.match(root.querySelector(".against .measure").textContent, /evidence\.where/);
  assert.equal(explain.windBetween([36.5, 36], [36.52, 36]), "compass.e");
  assert.equal(explain.windBetween([36.5, 36], [36.5, 35.9]), "compass.s");
});

test("an area lists the settlements that speak for its holder", () => {
  const root = detailsOf(makeApp(), "area-hts");
  assert.deepEqual(
    [...root.querySelectorAll(".evidence .place")].map((place) => place.textContent),
    ["Unclear", "West"],
  );
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
  assert.deepEqual(
    [...one.querySelectorAll("tbody tr")].map((row) => row.cells[1].textContent),
    ["10", "8"],
  );
});

test("a post tells how far the nearest front is on the date", () => {
  const app = makeApp();
  assert.equal(kmToFront(app.model, "post-9", "2018-09-14"), 4.2);
  assert.equal(kmToFront(app.model, "post-9", "2018-01-20"), null);
  assert.match(detailsOf(app, "post-9").querySelector(".facts").textContent, /4\.2 km/);
});
