import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020.js";
import { WEB, smallDocument, builtDocument } from "../page-kit.js";

const schema = JSON.parse(fs.readFileSync(path.join(WEB, "facts/document.schema.json"), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, strictTuples: false });
const validate = ajv.compile(schema);

/** Faults of a document, as short lines. */
function faults(data) {
  return validate(data) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}

test("the small document of the tests keeps to the schema", () => {
  assert.deepEqual(faults(smallDocument()), []);
});

test("the schema refuses what the page cannot read", () => {
  for (const spoil of [
    (data) => (data.schema = 2),
    (data) => delete data.holders,
    (data) => (data.arcs[0][1] = 35.5),
    (data) => (data.sources[0].url = "javascript:alert(1)"),
    (data) => (data.holders[0].pattern = "zigzag"),
    (data) => delete data.layers[0].rows[0].id,
    (data) => (data.layers[2].rows[0].side = null),
    (data) => delete data.layers[1].rows[0].lines,
    (data) => (data.layers[1].rows[0].colour = "red"),
    (data) => (data.layers[1].kind = "hospitals"),
  ]) {
    const data = smallDocument();
    spoil(data);
    assert.notDeepEqual(faults(data), [], spoil.toString());
  }
});

test("the document of the built page keeps to the schema", async () => {
  const data = await builtDocument();
  assert.ok(data, "no page is built: run mapgen build");
  assert.deepEqual(faults(data).slice(0, 10), []);
});
