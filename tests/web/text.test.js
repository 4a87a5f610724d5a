"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./page-kit.js");

const mapgen = load("text");
const ENGLISH = { locale: "en-GB", greet: "From {a} to {b}", "n.one": "{n} post", "n.other": "{n} posts", "unit.km": "{n} km", "date.range": "{from} to {to}", "state.open": "open" };
mapgen.useTexts({ en: ENGLISH }, "en");

test("a string takes its values; a missing key and a missing value show themselves", () => {
  assert.equal(mapgen.text("greet", { a: 1, b: "2" }), "From 1 to 2");
  assert.equal(mapgen.text("greet", { a: 1 }), "From 1 to {b}");
  assert.equal(mapgen.text("no.such.key"), "no.such.key");
  assert.equal(mapgen.text("greet", { a: "{b}", b: "<b>" }), "From {b} to <b>");
});

test("counted strings follow the plural of the language", () => {
  assert.equal(mapgen.plural("n", 1), "1 post");
  assert.equal(mapgen.plural("n", 12), "12 posts");
});

test("a language may have more plural forms than English", () => {
  mapgen.useTexts({ ar: { locale: "ar-SY-u-nu-latn", "n.one": "مصدر", "n.few": "{n} مصادر", "n.many": "{n} مصدراً", "n.other": "{n} مصدر" } }, "ar");
  assert.deepEqual([1, 2, 3, 11, 100, 103].map((count) => mapgen.plural("n", count)), ["مصدر", "2 مصدر", "3 مصادر", "11 مصدراً", "100 مصدر", "103 مصادر"]);
  mapgen.useTexts({ en: ENGLISH }, "en");
});

test("names fall back to English; other forms come without repeats", () => {
  assert.equal(mapgen.name({ en: "Idlib", ar: "إدلب" }), "Idlib");
  assert.equal(mapgen.name({ ar: "إدلب" }), "إدلب");
  assert.equal(mapgen.name(null), "");
  assert.deepEqual(mapgen.otherNames({ en: "Morek", ar: "مورك", tr: "Morek" }), [{ language: "ar", text: "مورك" }]);
});

test("dates are as exact as they were given", () => {
  assert.equal(mapgen.format.date("2018-09-14"), "14 September 2018");
  assert.equal(mapgen.format.date("2018-09"), "September 2018");
  assert.equal(mapgen.format.date("2018"), "2018");
  assert.match(mapgen.format.date("2018-09-14", { short: true }), /^14 Sept?$/, "releases of Node shorten it in two ways");
  assert.match(mapgen.format.date("2018-09-14", { weekday: true }), /^Friday,? 14 September 2018$/);
  assert.equal(mapgen.format.date("soon"), "soon");
  assert.equal(mapgen.format.date(null), "");
  assert.equal(mapgen.format.dateRange("2018-09-04", "2018-09-04"), "4 September 2018");
  assert.equal(mapgen.format.dateRange("2018-09-04", "2018-09-05"), "4 September 2018 to 5 September 2018");
  assert.match(mapgen.format.dayRange("2018-09-04", "2018-09-14"), /^4\s?–\s?14 September$/u);
});

test("lengths have one digit below ten kilometres", () => {
  assert.equal(mapgen.format.kilometres(1.84), "1.8 km");
  assert.equal(mapgen.format.kilometres(24.4), "24 km");
});

test("words of the data without a string are shown plainly", () => {
  assert.equal(mapgen.term("state", "open"), "open");
  assert.equal(mapgen.term("state", "half_open"), "half open");
  assert.equal(mapgen.term("state", null), "");
});

test("a language without strings falls back and an odd locale does no harm", () => {
  mapgen.useTexts({ en: { locale: "not a locale!", greet: "Hello" } }, "tr");
  assert.equal(mapgen.text("greet"), "Hello");
  assert.equal(mapgen.format.number(1234.5, 1), "1,234.5");
  assert.equal(mapgen.format.direction("ar"), "rtl");
  assert.equal(mapgen.format.directionOf("إدلب"), "rtl");
});
