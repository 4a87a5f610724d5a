import test from "node:test";
import assert from "node:assert/strict";
import { formatHash, parseHash, readHash, writeHash } from "../../../mapgen/web/base/hash.js";

test("every part of the state goes out and comes back", () => {
  const state = {
    embed: true,
    lang: "ar",
    view: { latitude: 36, longitude: 36.6, zoom: 9.25 },
    layers: ["areas_of_control.hts+nlf", "border"],
    date: "2018-09-14",
    period: ["2018-09-04", "2018-09-10"],
    feature: "post-morek",
    step: 3,
    panel: "details",
  };
  const text = formatHash(state);
  assert.equal(
    text,
    "embed&lang=ar&view=36.0000,36.6000,9.25&layers=areas_of_control.hts+nlf,border&date=2018-09-14" +
      "&period=2018-09-04..2018-09-10&feature=post-morek&step=3&panel=details",
  );
  assert.deepEqual(parseHash(`#${text}`), state);
});

test("the flag of the small form stands alone, among other values, or as the number that some systems add", () => {
  for (const text of ["embed", "#embed", "embed=", "embed=1", "embed&embed"])
    assert.deepEqual(parseHash(text), { embed: true }, text);
  assert.deepEqual(parseHash("lang=ar&embed"), { lang: "ar", embed: true });
  for (const text of ["embed=maybe", "embedded", "lang"]) assert.deepEqual(parseHash(text), {}, text);
  for (const text of ["embed=no", "embed=0", "embed=false"]) assert.deepEqual(parseHash(text), { embed: false }, text);
  assert.equal(formatHash({ embed: true }), "embed");
  assert.equal(formatHash({ embed: null, lang: "tr" }), "lang=tr");
});

test("defaults are left out, no layers is said", () => {
  assert.equal(formatHash({ lang: null, view: null, feature: undefined }), "");
  assert.equal(formatHash({ layers: [] }), "layers=");
  assert.deepEqual(parseHash("layers="), { layers: [] });
});

test("a clicked spot keeps its place", () => {
  assert.deepEqual(parseHash(formatHash({ feature: "@35.3000,38.3000" })), { feature: "@35.3000,38.3000" });
});

test("malformed values are ignored and nothing throws", () => {
  for (const text of [
    "",
    "#",
    "&&&",
    "=",
    "view=1,2",
    "view=a,b,c",
    "view=99,36,9",
    "view=36,36,99",
    "view=1e5,1,1",
    "date=2018-13-01",
    "date=yesterday",
    "period=2018-09-04",
    "period=2018-09-04..",
    "period=2018-09-10..2018-09-04",
    "period=2018-02-30..2018-03-04",
    "period=a..b",
    "feature=<b>",
    "feature=%E0%A4%A",
    "panel=kitchen",
    "lang=english!",
    "layers=<script>",
    "step=-1",
    "__proto__=x",
    "toString=1",
    "nonsense",
  ]) {
    assert.deepEqual(parseHash(text), {}, text);
  }
  assert.deepEqual(parseHash(null), {});
  assert.deepEqual(parseHash("panel=key&view=oops&lang=tr"), { panel: "key", lang: "tr" });
});

test("mail programs that escape commas and plus signs do no harm", () => {
  assert.deepEqual(parseHash("layers=areas_of_control.hts%2Bnlf%2Cborder"), {
    layers: ["areas_of_control.hts+nlf", "border"],
  });
});

test("a page that is written into another writes into no address", () => {
  const refuse = () => assert.fail("an address of the page around it");
  globalThis.location = {
    protocol: "about:",
    get hash() {
      return "";
    },
    set hash(value) {
      refuse();
    },
  };
  globalThis.history = { replaceState: refuse };
  writeHash("panel=about");
  delete globalThis.location;
  delete globalThis.history;
});

test("writing falls back to the address where history is refused", () => {
  globalThis.location = { hash: "", pathname: "/", search: "" };
  globalThis.history = {
    replaceState() {
      throw new Error("SecurityError");
    },
  };
  writeHash("panel=about");
  assert.equal(globalThis.location.hash, "panel=about");
  delete globalThis.location;
  delete globalThis.history;
});

test("links that mail, wikis and sentences have changed are understood where they are clear", () => {
  for (const text of [
    "#embed&amp;date=2018-01-20&amp;lang=ar",
    "embed&amp;amp;date=2018-01-20&lang=ar)",
    "#embed#date=2018-01-20#lang=ar.",
    "embed%26date%3D2018-01-20%26lang%3Dar",
    "embed&date=2018-01-20).&lang=ar",
    "utm_source=mail&embed&date=2018-01-20&fbclid=x&lang=ar",
  ])
    assert.deepEqual(readHash(text), { said: { embed: true, date: "2018-01-20", lang: "ar" }, unread: [] }, text);
});

test("a place in brackets loses the brackets, and a layer keeps its point", () => {
  assert.deepEqual(parseHash("feature=@35.65,36.94)"), { feature: "@35.65,36.94" });
  assert.deepEqual(parseHash("layers=areas_of_control.hts,border."), { layers: ["areas_of_control.hts", "border"] });
});

test("what is ours and not well-formed is told, what hosts add is not", () => {
  const { said, unread } = readHash("date=2018-02-30&view=oops&step=-1&utm_source=x&lang=tr");
  assert.deepEqual(said, { lang: "tr" });
  assert.deepEqual(unread, ["date=2018-02-30", "view=oops", "step=-1"]);
});
