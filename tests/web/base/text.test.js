import test from "node:test";
import assert from "node:assert/strict";
import * as format from "../../../mapgen/web/base/format.js";
import { direction, directionOf, localName, otherNames, term, text, useTexts } from "../../../mapgen/web/base/text.js";

const ENGLISH = {
  locale: "en-GB",
  greet: "From {a} to {b}",
  "n.one": "{n} post",
  "n.other": "{n} posts",
  "unit.km": "{n} km",
  "date.range": "{from} to {to}",
  "state.open": "open",
};
useTexts({ en: ENGLISH }, "en");

test("a string takes its values; a missing key and a missing value show themselves", () => {
  assert.equal(text("greet", { a: 1, b: "2" }), "From 1 to 2");
  assert.equal(text("greet", { a: 1 }), "From 1 to {b}");
  assert.equal(text("no.such.key"), "no.such.key");
  assert.equal(text("greet", { a: "{b}", b: "<b>" }), "From {b} to <b>");
});

test("counted strings follow the plural of the language", () => {
  assert.equal(format.plural("n", 1), "1 post");
  assert.equal(format.plural("n", 12), "12 posts");
});

test("a language may have more plural forms than English", () => {
  useTexts(
    {
      ar: {
        locale: "ar-SY-u-nu-latn",
        "n.one": "مصدر",
        "n.few": "{n} مصادر",
        "n.many": "{n} مصدراً",
        "n.other": "{n} مصدر",
      },
    },
    "ar",
  );
  assert.deepEqual(
    [1, 2, 3, 11, 100, 103].map((count) => format.plural("n", count)),
    ["مصدر", "2 مصدر", "3 مصادر", "11 مصدراً", "100 مصدر", "103 مصادر"],
  );
  useTexts({ en: ENGLISH }, "en");
});

test("names fall back to English; other forms come without repeats", () => {
  assert.equal(localName({ en: "Idlib", ar: "إدلب" }), "Idlib");
  assert.equal(localName({ ar: "إدلب" }), "إدلب");
  assert.equal(localName(null), "");
  assert.deepEqual(otherNames({ en: "Morek", ar: "مورك", tr: "Morek" }), [{ language: "ar", text: "مورك" }]);
});

test("dates are as exact as they were given", () => {
  assert.equal(format.date("2018-09-14"), "14 September 2018");
  assert.equal(format.date("2018-09"), "September 2018");
  assert.equal(format.date("2018"), "2018");
  assert.match(format.date("2018-09-14", { short: true }), /^14 Sept?$/, "releases of Node shorten it in two ways");
  assert.match(format.date("2018-09-14", { weekday: true }), /^Friday,? 14 September 2018$/);
  assert.equal(format.date("soon"), "soon");
  assert.equal(format.date(null), "");
  assert.equal(format.dateRange("2018-09-04", "2018-09-04"), "4 September 2018");
  assert.equal(format.dateRange("2018-09-04", "2018-09-05"), "4 September 2018 to 5 September 2018");
  assert.match(format.dayRange("2018-09-04", "2018-09-14"), /^4\s?–\s?14 September$/u);
});

test("lengths have one digit below ten kilometres", () => {
  assert.equal(format.kilometres(1.84), "1.8 km");
  assert.equal(format.kilometres(24.4), "24 km");
});

test("words of the data without a string are shown plainly", () => {
  assert.equal(term("state", "open"), "open");
  assert.equal(term("state", "half_open"), "half open");
  assert.equal(term("state", null), "");
});

test("a language without strings falls back and an odd locale does no harm", () => {
  useTexts({ en: { locale: "not a locale!", greet: "Hello" } }, "tr");
  assert.equal(text("greet"), "Hello");
  assert.equal(format.number(1234.5, 1), "1,234.5");
  assert.equal(direction("ar"), "rtl");
  assert.equal(directionOf("إدلب"), "rtl");
});
