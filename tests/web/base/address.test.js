/** Where the page says that it can be reached. */
import test from "node:test";
import assert from "node:assert/strict";
import * as address from "../../../mapgen/web/base/address.js";

const PUBLISHED = "https://example.org/maps/northwest-syria.html";

/** @param {string} at where the page is @param {{published: ?string, start: string, state: string}} more */
function visit(at, { published = null, start = "", state = "" } = {}) {
  globalThis.location = new URL(at);
  globalThis.document = {
    documentElement: { dataset: { start } },
    querySelector: () => (published ? { href: published } : null),
  };
  const app = { hash: () => state };
  return { begin: address.begin(), view: address.ofView(app), embed: address.toEmbed(app) };
}

test("in the web, the full page is at the same address without the flag", () => {
  const at = "https://example.org/map.html";
  assert.deepEqual(visit(`${at}#embed&lang=ar`, { state: "embed&lang=ar" }), {
    begin: "embed&lang=ar",
    view: `${at}#lang=ar`,
    embed: `${at}#embed&lang=ar`,
  });
  assert.equal(visit(`${at}#date=2018-01-20&embed=1`).view, `${at}#date=2018-01-20`);
  assert.deepEqual(visit(`${at}?embed`), { begin: "", view: at, embed: `${at}#embed` });
  assert.deepEqual(visit(`${at}?course=7&embed=1#date=2018-01-20`, { state: "date=2018-01-20" }), {
    begin: "date=2018-01-20",
    view: `${at}?course=7#date=2018-01-20`,
    embed: `${at}?course=7#embed&date=2018-01-20`,
  });
});

test("a file is embedded by its name, or by the address at which it is published", () => {
  const at = "file:///home/somebody/my%20map.html";
  assert.equal(visit(at).embed, "my%20map.html#embed");
  assert.equal(visit(at, { published: PUBLISHED, state: "lang=tr" }).embed, `${PUBLISHED}#embed&lang=tr`);
  assert.equal(visit(at).view, at);
  assert.equal(
    visit(`${at}#panel=about&date=2018-01-20`).embed,
    "my%20map.html#embed&date=2018-01-20",
    "nothing lies over the map",
  );
  assert.equal(
    visit(`${at}#feature=post-morek&panel=table`).embed,
    "my%20map.html#embed&feature=post-morek&panel=table",
  );
});

test("a page that is written into another has no address but the published one", () => {
  assert.deepEqual(visit("about:srcdoc", { start: "embed&lang=ar" }), {
    begin: "embed&lang=ar",
    view: null,
    embed: null,
  });
  assert.equal(visit("about:srcdoc", { published: PUBLISHED, state: "embed&lang=ar" }).view, `${PUBLISHED}#lang=ar`);
});

test("what the author wrote into the page counts where the address says nothing", () => {
  const at = "https://example.org/map.html";
  assert.equal(visit(`${at}#lang=tr`, { start: "embed", state: "lang=tr" }).begin, "lang=tr");
  assert.equal(visit(at, { start: "embed", state: "embed" }).begin, "embed");
  assert.equal(
    visit(at, { start: "embed", state: "embed" }).view,
    `${at}#panel=key`,
    "the full page says so, or it would begin small again",
  );
});
