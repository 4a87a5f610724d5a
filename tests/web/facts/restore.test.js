/** What the page stores, as the document of the schema. */
import test from "node:test";
import assert from "node:assert/strict";
import { readRecords } from "../../../mapgen/web/facts/columns.js";
import { createPositions } from "../../../mapgen/web/facts/positions.js";
import { restore } from "../../../mapgen/web/facts/restore.js";
import { createStrings } from "../../../mapgen/web/facts/strings.js";

const TEXTS = {
  en: ["A note.", "One", "Two", "Yes", "Town", "Teacher's title", "Close"],
  ar: ["ملاحظة", "واحد", "اثنان", 0, 0, 0, "أغلق"],
};

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
/** A document that holds one of each: an arc, a town, a layer of two rows. */
function stored() {
  const rows = {
    fields: ["id", "name", "sources", "note", "disagreement", "claim", "point", "holder"],
    count: 2,
    columns: {
      id: { prefix: "post-", others: { 1: "post-second" } },
      name: { t: [2, 1] },
      sources: {
        changes: [
          [1, 1, -1],
          [0, 1],
        ],
      },
      note: { f: [1, -1] },
      disagreement: [[{ version: { f: 3 }, sources: [0] }], null],
      claim: { values: [[]], at: [0, 0] },
      point: { without: [0] },
      holder: ["hts", null],
    },
  };
  const towns = {
    fields: ["name", "point", "country"],
    count: 1,
    columns: { name: { f: [5] }, point: { without: [] }, country: ["SY"] },
  };
  return {
    atlas: { texts: [{ id: "about", text: { t: 1 } }] },
    texts: { fields: ["key", "text"], count: 1, columns: { key: ["close"], text: { t: [7] } } },
    phrases: 1,
    lessons: [{ id: "lesson", title: { p: 5 } }],
    arcs: [3],
    basemap: { land: [], towns },
    layers: [{ id: "posts", kind: "posts", name: { t: 2 }, rows }],
  };
}

const SOURCES = { fields: ["title", "url"], count: 1, columns: { title: ["First"] } };

/** @returns {{document: PageDocument, speak: Function, asked: string[]}} and what was read of what is read late */
function begun(texts = TEXTS) {
  const asked = [];
  const late = (name, value) => () => {
    asked.push(name);
    return value;
  };
  const columns = Object.entries(texts).map(([language, column]) => [language, late(language, column)]);
  const readable = { languages: Object.keys(texts), atlas: { id: "small" } };
  const page = restore(readable, stored(), late("sources", SOURCES), Object.fromEntries(columns), PLACES);
  return { ...page, asked };
}

function restored() {
  const { document, speak } = begun();
  speak("ar");
  return document;
}

test("a language and the sources are read when they are asked for, once", () => {
  const { document, speak, asked } = begun();
  const { name } = document.layers[0].rows[0];
  assert.deepEqual(name, { en: "One" });
  assert.deepEqual(document.phrases, {});
  assert.deepEqual(asked, ["en"]);
  speak("ar");
  speak("ar");
  speak("en");
  assert.deepEqual(name, { en: "One", ar: "واحد" });
  assert.equal(document.sources, document.sources);
  assert.deepEqual(asked, ["en", "ar", "sources"]);
});

test("languages stand in the order of the page, whichever is asked for first", () => {
  const { document, speak } = begun({ ...TEXTS, tr: ["Not.", "Bir", 0, "Evet", 1, 1, "Kapat"] });
  speak("tr");
  speak("ar");
  const [one, two] = document.layers[0].rows.map(({ name }) => Object.entries(name));
  assert.deepEqual(one, [
    ["en", "One"],
    ["ar", "واحد"],
    ["tr", "Bir"],
  ]);
  assert.deepEqual(two, [
    ["en", "Two"],
    ["ar", "اثنان"],
  ]);
});

test("rows are put together from columns", () => {
  const [one, two] = restored().layers[0].rows;
  assert.deepEqual(one, {
    id: "post-one",
    name: { en: "One", ar: "واحد" },
    sources: [1, 0],
    note: { en: "A note." },
    disagreement: [{ version: { en: "Yes" }, sources: [0] }],
    claim: [],
    point: null,
    holder: "hts",
  });
  assert.deepEqual(two, {
    id: "post-second",
    name: { en: "Two", ar: "اثنان" },
    sources: [0],
    note: null,
    disagreement: null,
    claim: [],
    point: [-5, 7],
    holder: null,
  });
});

test("texts stand where their numbers stood, in the languages that they have", () => {
  const { atlas, texts, phrases, lessons, layers, sources } = restored();
  assert.deepEqual(atlas, { id: "small", texts: [{ id: "about", text: { en: "One", ar: "واحد" } }] });
  assert.deepEqual(texts, { en: { close: "Close" }, ar: { close: "أغلق" } });
  assert.deepEqual(phrases, { ar: { "A note.": "ملاحظة" } });
  assert.deepEqual(lessons, [{ id: "lesson", title: "Teacher's title" }]);
  assert.deepEqual(layers[0].name, { en: "Two", ar: "اثنان" });
  assert.deepEqual(sources, [{ title: "First", url: null }]);
});

test("places come from bytes: arcs as differences, towns as they are", () => {
  const { arcs, basemap } = restored();
  assert.deepEqual(arcs, [[3700000, 3600000, -10, 300, 20, -7]]);
  assert.deepEqual(basemap, { land: [], towns: [{ name: { en: "Town" }, point: [3650000, 3610000], country: "SY" }] });
});

test("references to arcs and changes of sources are sums", () => {
  const columns = {
    sources: {
      changes: [
        [0, 2, 3],
        [0, 5, 4],
        [1, 7],
      ],
    },
    lines: { references: [[[6, -1]], [[8, 4]], [[0]]] },
  };
  const kept = { positions: createPositions(PLACES), strings: createStrings(["en"], { en: () => [] }) };
  const records = readRecords({ fields: ["sources", "lines"], count: 3, columns }, kept, "en");
  assert.deepEqual(
    records.map(({ sources }) => sources),
    [[2, 5], [2, 9], [7]],
  );
  assert.deepEqual(
    records.map(({ lines }) => lines),
    [[[3, ~2]], [[4, 6]], [[0]]],
  );
});

test("ids are made of names without marks and signs", () => {
  const names = ["Tell al-'Ays", "Ağaçlı", "Kafr  Nabl (north)", "Saraqib"];
  const columns = { id: { prefix: "set-", others: { 3: "set-saraqeb" } }, name: { f: [1, 1, 1, 1] } };
  const kept = { positions: createPositions(PLACES), strings: createStrings(["en"], { en: () => names }) };
  const ids = readRecords({ fields: ["id", "name"], count: 4, columns }, kept, "en").map(({ id }) => id);
  assert.deepEqual(ids, ["set-tell-al-ays", "set-agacl", "set-kafr-nabl-north", "set-saraqeb"]);
});

test("a text that is the same in another language is read as one, and every text as it is", () => {
  const strings = createStrings(["en", "tr"], {
    en: () => ["Idlib", "Sea", "two\nlines", "="],
    tr: () => [1, 0, "=", ""],
  });
  strings.speak("tr");
  assert.deepEqual(strings.filled([{ t: 0 }, { t: 1 }]), [{ en: "Idlib", tr: "Idlib" }, { en: "Sea" }]);
  assert.deepEqual(strings.filled([{ t: 2 }, { t: 3 }]), [
    { en: "two\nlines", tr: "=" },
    { en: "=", tr: "" },
  ]);
});
