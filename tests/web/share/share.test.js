/** What the page gives away: tables, records of a day, markup for other pages, citations. */
import test from "node:test";
import assert from "node:assert/strict";
import { smallDocument, steps } from "../page-kit.js";
import { useTexts } from "../../../mapgen/web/base/text.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import * as shareCite from "../../../mapgen/web/share/cite.js";
import { table } from "../../../mapgen/web/share/cells.js";
import * as shareData from "../../../mapgen/web/share/data.js";
import * as shareEmbed from "../../../mapgen/web/share/embed.js";

function makeModel(change = () => {}) {
  const data = smallDocument();
  change(data);
  const model = readDocument(data);
  useTexts(model.texts, "en");
  return model;
}

test("cells with commas, quotes and line breaks are quoted, others are not", () => {
  const cells = table([
    { id: "a", note: 'He said "no", twice' },
    { id: "b", note: "two\nlines" },
    { id: "c", more: 0 },
  ]);
  assert.equal(cells, '\ufeffid,note,more\r\na,"He said ""no"", twice",\r\nb,"two\nlines",\r\nc,,0\r\n');
});

test("a formula in a cell is a text, a number stays one", () => {
  const formulas = ["=1+1", "+963 11", "-1+1", "@SUM(1)", " =1", "＝1", "-", "-3.5.x"];
  const others = ["Idlib", "1=1", "a-b", "حلب", "-3.5", "+4", "1e-7", -2];
  const cells = table([...formulas, ...others].map((note) => ({ note })))
    .trimEnd()
    .split("\r\n")
    .slice(1);
  assert.deepEqual(cells, [...formulas.map((words) => `'${words}`), ...others.map(String)]);
});

test("a settlement has a row for each period, the earliest first, and one for a day", () => {
  const model = makeModel();
  const rows = (day) =>
    shareData
      .csv(model, "settlements", day)
      .trim()
      .split("\r\n")
      .map((row) => row.replace(/"[^"]*"/g, "").split(","));
  const [head, ...all] = rows(null);
  const pick = (row) => ["id", "valid_from", "valid_to", "holder"].map((key) => row[head.indexOf(key)]);
  assert.deepEqual(
    all.map(pick).filter(([id]) => id === "set-east"),
    [
      ["set-east", "", "2017-12-01", "isil"],
      ["set-east", "2017-12-01", "2018-03-01", "hts"],
      ["set-east", "2018-03-01", "", "government"],
    ],
  );
  const [, ...day] = rows("2018-01-20");
  assert.equal(day.length, 3);
});

test("what is said of the present date of a settlement is not said of an earlier one", () => {
  const model = makeModel((data) => {
    const layer = data.layers.find(({ id }) => id === "settlements");
    for (const row of layer.rows) row.as_of = "2018-09";
  });
  const asOf = (day) =>
    JSON.parse(shareData.geojson(model, "settlements", day)).features.map(({ properties }) => properties.as_of);
  assert.deepEqual(asOf("2018-09-14"), ["2018-09", "2018-09", "2018-09"]);
  assert.deepEqual(asOf("2018-01-20"), ["2018-09", undefined, "2018-09"]);
});

test("rings are closed, outer ones counter-clockwise, longitude first, whatever way the arcs run", () => {
  const { features } = JSON.parse(shareData.geojson(makeModel(), "areas_of_control", "2018-09-14"));
  for (const { geometry } of features) {
    const [[ring]] = geometry.coordinates;
    const area = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0) / 2;
    assert.deepEqual(ring[0], ring.at(-1));
    assert.ok(Math.abs(area - 2) < 1e-9, `${area} square degrees`);
    assert.ok(ring.every(([x, y]) => x >= 36 && x <= 38 && y >= 35 && y <= 37));
  }
});

test("an event without a known place is a feature without a geometry", () => {
  const { features } = JSON.parse(shareData.geojson(makeModel(), "events", null));
  assert.deepEqual(
    features.map(({ geometry }) => geometry),
    [{ type: "Point", coordinates: [36.4, 36.1] }, null],
  );
  assert.deepEqual(steps(features[0].geometry.coordinates), [3640000, 3610000]);
});

test("an address and a title cannot end the markup that holds them", () => {
  const markup = shareEmbed.snippet('https://example.org/?a=1&b="2"#x', "https://example.org/", 'A "map" <here>');
  assert.match(markup, /src="https:\/\/example\.org\/\?a=1&amp;b=&quot;2&quot;#x"/);
  assert.match(markup, /title="A &quot;map&quot; &lt;here>"/);
});

test("a citation gives the address in the web without its state, and none of a file", () => {
  const model = makeModel((data) => (data.atlas.title.en = "A & B"));
  const app = { model, store: { get: () => ({ date: "2018-01-20" }) } };
  globalThis.location = { protocol: "https:", href: "https://example.org/map.html#date=2018-01-20", search: "" };
  assert.match(shareCite.cite(app, "bibtex"), /url = \{https:\/\/example\.org\/map\.html\}/);
  assert.equal(JSON.parse(shareCite.cite(app, "csl"))[0].URL, "https://example.org/map.html");
  globalThis.document = { querySelector: () => null };
  globalThis.location = { protocol: "file:", href: "file:///home/somebody/map.html", search: "" };
  for (const form of shareCite.FORM_NAMES) assert.doesNotMatch(shareCite.cite(app, form), /somebody|map\.html/);
  assert.match(shareCite.cite(app, "ris"), /^TY {2}- MAP\r\n[\s\S]*\r\nER {2}- $/);
});
