/** What the page stores, and its tables, as the document of the schema. */
import test from "node:test";
import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { restore } from "../../../mapgen/web/facts/restore.js";

const PAGE = `<!DOCTYPE html><table data-layer="posts"><thead><tr><th data-key=name:en>Name\
<th data-key=name:ar>Arabic<th data-key=note>Note<th data-key=sources>Sources</thead>
<tbody id=group><tr><th colspan=4>Group (1)
<tr data-id=one><td>One<td lang=ar>واحد<td>A note.<p>Sources disagree:<ul><li>Yes<li>No</ul>\
<td><a href=#2>2</a> <a href=#1>1</a>
<tbody><tr data-id=two><td>Two<td lang=ar>اثنان<td><td><a href=#1>1</a>
</table>
<table data-layer=actors><thead><tr><th data-key=name:en>Name<th data-key=name:ar>Arabic\
<th data-key=description>Description</thead><tr data-id=actor-a><td>Ally<td lang=ar>حليف<td>Who it is.</table>
<table data-layer=relations><thead><tr><th data-key=from>Actor<th data-key=description>Description</thead>\
<tr data-id=rel-a><td>Ally<td>They met.</table>
<section id=bibliography><ol><li id=1><a href="https://example.org/?a=1&amp;b=2">First, 2017</a><p>Paper, daily, 2018-09
<li id=2><cite>Second</cite><p>Agency
<li id=3><cite>Third</cite><p>2018
</ol></section>`;

const FIELDS = ["id", "name", "sources", "confidence", "note", "disagreement", "claim"];

function stored(columns) {
  const layer = {
    id: "posts",
    kind: "posts",
    fields: [...FIELDS, "point", "holder"],
    count: 2,
    in_table: true,
    columns,
  };
  const towns = {
    fields: ["name", "point", "country"],
    count: 1,
    columns: { name: [{ en: "Town" }], point: { without: [] }, country: ["SY"] },
  };
  return {
    atlas: { texts: [] },
    actors: [{ id: "a", sources: [0] }],
    relations: [{ id: "rel-a", kind: "talks" }],
    arcs: [3],
    basemap: { towns },
    layers: [layer],
  };
}

/** Places as three planes of folded differences. */
function planes(places) {
  let last = [0, 0];
  const steps = places.map((place) => {
    const step = place.map((value, axis) => value - last[axis]);
    last = place;
    return step.map((value) => (value < 0 ? -2 * value - 1 : 2 * value));
  });
  const axes = [0, 1].map((axis) => steps.map((step) => step[axis]));
  return Uint8Array.from(
    [16, 8, 0].flatMap((shift) => axes.flatMap((values) => values.map((value) => (value >> shift) & 255))),
  );
}

// an arc of three places, the last as its difference less half of the step before; then two points
const PLACES = planes([
  [3700000, 3600000],
  [3699990, 3600300],
  [3699990 + 25, 3600300 - 157],
  [3650005, 3609850],
  [0, -143],
]);
const COLUMNS = {
  confidence: { values: ["low", "high"], at: [1, 0] },
  disagreement: [
    [
      { version: {}, sources: [0] },
      { version: { ar: "لا" }, sources: [1] },
    ],
    null,
  ],
  point: { without: [0] },
  holder: ["hts", null],
};

function restored(columns = COLUMNS) {
  const { document } = new JSDOM(PAGE).window;
  return restore({ languages: ["en", "ar"], atlas: { id: "small" } }, stored(columns), PLACES, document);
}

test("rows are put together from columns and the table", () => {
  const [one, two] = restored().layers[0].rows;
  const versions = [
    { version: { en: "Yes" }, sources: [0] },
    { version: { en: "No", ar: "لا" }, sources: [1] },
  ];
  assert.deepEqual(one, [
    "one",
    { en: "One", ar: "واحد" },
    [1, 0],
    "high",
    { en: "A note." },
    versions,
    [],
    null,
    "hts",
  ]);
  assert.deepEqual(two, ["two", { en: "Two", ar: "اثنان" }, [0], "low", null, null, [], [-5, 7], null]);
});

test("a note in another language stays beside the one of the table", () => {
  const { rows } = restored({ ...COLUMNS, note: [{ ar: "ملاحظة" }, { ar: "أخرى" }] }).layers[0];
  assert.deepEqual(
    rows.map((row) => row[4]),
    [{ en: "A note.", ar: "ملاحظة" }, { ar: "أخرى" }],
  );
});

test("actors and relations take their names and texts from their tables", () => {
  const { actors, relations } = restored();
  assert.deepEqual(actors, [
    { id: "a", sources: [0], name: { en: "Ally", ar: "حليف" }, description: { en: "Who it is." } },
  ]);
  assert.deepEqual(relations, [{ id: "rel-a", kind: "talks", text: { en: "They met." } }]);
});

test("sources are those of the bibliography", () => {
  assert.deepEqual(restored().sources, [
    { publisher: "Paper, daily", title: "First, 2017", date: "2018-09", url: "https://example.org/?a=1&b=2" },
    { publisher: "Agency", title: "Second", date: null, url: null },
    { publisher: "", title: "Third", date: "2018", url: null },
  ]);
});

test("places come from bytes: arcs as differences, towns as they are", () => {
  const { atlas, arcs, basemap } = restored();
  assert.deepEqual(atlas, { id: "small", texts: [] });
  assert.deepEqual(arcs, [[3700000, 3600000, -10, 300, 20, -7]]);
  assert.deepEqual(basemap.towns.rows, [[{ en: "Town" }, [3650000, 3610000], "SY"]]);
});

test("references to arcs and changes of sources are sums", () => {
  const layer = {
    id: "lines",
    fields: ["sources", "claim", "lines"],
    count: 3,
    in_table: false,
    columns: {
      sources: {
        changes: [
          [0, 2, 3],
          [0, 5, 4],
          [1, 7],
        ],
      },
      lines: { references: [[[6, -1]], [[8, 4]], [[0]]] },
    },
  };
  const bulk = { ...stored(COLUMNS), layers: [layer] };
  const { rows } = restore({ languages: ["en", "ar"] }, bulk, PLACES, new JSDOM(PAGE).window.document).layers[0];
  assert.deepEqual(rows, [
    [[2, 5], [], [[3, ~2]]],
    [[2, 9], [], [[4, 6]]],
    [[7], [], [[0]]],
  ]);
});

test("a table that lacks a row is refused", () => {
  const page = new JSDOM(PAGE).window.document;
  page.querySelector("[data-id=two]").remove();
  assert.throws(() => restore({ languages: ["en", "ar"] }, stored(COLUMNS), PLACES, page), /posts: 1 rows, not 2/);
});
