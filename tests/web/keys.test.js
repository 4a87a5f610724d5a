/** Every string that the page asks for is in the English catalogue. */
import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { WEB, scripts } from "./page-kit.js";

const CATALOGUE = path.join(WEB, "..", "..", "geodata", "text", "en.po");
const read = (name) => fs.readFileSync(path.join(WEB, name), "utf8");
const script = (name) => read(`${name}.js`);

test("keys in scripts and template are in the catalogue", () => {
  const known = new Set(
    [...fs.readFileSync(CATALOGUE, "utf8").matchAll(/^msgctxt "([^"]+)"$/gm)].map((match) => match[1]),
  );
  const asked = new Set();
  for (const name of scripts()) {
    for (const [, key] of script(name).matchAll(/\b(?:text|hasText)\("([^"]+)"/g)) asked.add(key);
    for (const [, key] of script(name).matchAll(/\bplural\("([^"]+)"/g)) asked.add(`${key}.other`);
    for (const [, key] of script(name).matchAll(/\bfact\("([^"]+)"/g)) asked.add(`fact.${key}`);
  }
  for (const [, key] of read("templates/page.html").matchAll(/\bt\("([^"]+)"\)/g)) asked.add(key);
  assert.deepEqual(
    [...asked].filter((key) => !known.has(key)),
    [],
  );
});

test("scripts hold no words of their own: strings with a capital and a space are none of theirs", () => {
  const allowed = /interfaceFont|serifFont|Segoe|Noto|Geeza|Georgia|use strict|addEventListener/;
  for (const name of scripts()) {
    const code = script(name)
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/\/\/.*$/gm, "");
    const words = code.split("\n").filter((line) => /"[A-Z][a-z]+ [a-z]+/.test(line) && !allowed.test(line));
    assert.deepEqual(words, [], name);
  }
});

test("scripts send nothing and keep nothing", () => {
  for (const name of scripts())
    assert.doesNotMatch(
      script(name),
      /\bfetch\(|XMLHttpRequest|WebSocket|localStorage|sessionStorage|document\.cookie|innerHTML/,
      name,
    );
});
