/** Figures as small charts: as long as they are, as open as they are, with sources and a table. */
import test from "node:test";
import assert from "node:assert/strict";
import { JSDOM, VirtualConsole } from "jsdom";
import { smallDocument } from "../page-kit.js";
import { createStore } from "../../../mapgen/web/base/store.js";
import { useTexts } from "../../../mapgen/web/base/text.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import * as figures from "../../../mapgen/web/panels/figures.js";
import * as binding from "../../../mapgen/web/app/binding.js";

const { window } = new JSDOM("<!DOCTYPE html><html lang='en'><body><div id='root'></div></body></html>", {
  virtualConsole: new VirtualConsole(),
});
globalThis.window = window;
globalThis.document = window.document;
globalThis.Node = window.Node;

function charts() {
  const data = smallDocument();
  const row = (id, value, unit, chart, start, end = null) => ({
    id,
    name: { en: id },
    sources: [0],
    confidence: "high",
    note: null,
    disagreement: null,
    claim: [],
    value,
    unit: { en: unit },
    area: { en: "Syria" },
    period_start: start,
    period_end: end,
    chart,
  });
  const attack = (date, id) => ({
    ...data.layers[3].rows[0],
    id,
    name: { en: id },
    point: null,
    category: "attack_on_health_care",
    date,
  });
  data.layers.push({
    id: "figures",
    kind: "figures",
    visible: true,
    name: { en: "Figures" },
    rows: [
      row("late", 500, "people", "displacement", "2018-09-01", "2018-09-09"),
      row("early", 1000, "people (more than)", "displacement", "2018-01", "2018-04"),
      row("other", 7, "people", null, "2018"),
      row("counted", 3, "attacks", "health_care", "2018-01", "2018-06"),
      row("in-words", "2 hospitals", "sites (at least)", "health_care", "2018-09"),
    ],
  });
  data.layers[3].rows.push(attack("2018-09-06", "hit"), attack("2018-09-08", "hit-again"));
  const model = readDocument(data);
  useTexts(model.texts, "en");
  const opened = [];
  const app = {
    model,
    say: () => {},
    store: createStore(binding.stateOf(model, "")),
    open: (...args) => opened.push(args),
  };
  return { opened, app, figures: figures.charts(app) };
}

const rowsOf = (figure) => [...figure.querySelectorAll(".figure")];

test("each chart holds its own figures, the earliest first", () => {
  const [displacement, health] = charts().figures;
  assert.deepEqual(
    rowsOf(displacement).map((row) => row.dataset.id),
    ["early", "late"],
  );
  assert.deepEqual(
    rowsOf(health).map((row) => row.dataset.id),
    ["counted", "in-words"],
  );
});

test("a bar is as long as its number, and open where the source says more than", () => {
  const [early, late] = rowsOf(charts().figures[0]).map((row) => row.querySelector(".figure-bar"));
  assert.equal(parseFloat(early.style.inlineSize), 2 * parseFloat(late.style.inlineSize));
  assert.ok(early.classList.contains("open"));
  assert.ok(!late.classList.contains("open"));
});

test("attacks are counted one by one; what the source says in words is not drawn", () => {
  const [counted, inWords] = rowsOf(charts().figures[1]);
  assert.equal(counted.querySelectorAll(".figure-unit").length, 3);
  assert.equal(inWords.querySelectorAll(".figure-unit, .figure-bar").length, 0);
  assert.match(inWords.textContent, /2 hospitals sites \(at least\)/);
});

test("each figure leads to its sources and to its details, and stands in the table", () => {
  const { figures: charted, opened } = charts();
  const link = charted[0].querySelector(".figure a");
  assert.deepEqual([link.href, link.textContent, link.rel], ["https://example.org/", "Paper", "noopener noreferrer"]);
  charted[0].querySelector(".figure button").click();
  assert.deepEqual(opened, [["early", false]]);
  assert.deepEqual(
    [...charted[0].querySelectorAll("tbody tr")].map((row) => row.cells[1].textContent),
    ["1,000 people (more than)", "500 people"],
  );
});

test("attacks that the map has lead to their days on the timeline", () => {
  const { app, figures: charted } = charts();
  assert.equal(charted[0].querySelector(".figures-on-map"), null);
  charted[1].querySelector(".figures-on-map button").click();
  assert.deepEqual(app.store.get().period, ["2018-09-06", "2018-09-08"]);
});

test("without such figures there is no chart", () => {
  const model = readDocument(smallDocument());
  assert.deepEqual(figures.charts({ model }), []);
});
