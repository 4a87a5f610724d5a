import test from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import schema from "../../../mapgen/web/facts/document.schema.json" with { type: "json" };
import { kindOf, layersOf } from "../../../mapgen/web/kinds/index.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import { smallDocument, WEB } from "../page-kit.js";

/** The names of kinds that a layer of the document can have. */
const names = schema.$defs.Layer.oneOf.map(({ properties }) => properties.kind.const);

test("every kind that a layer can have is known", () => {
  assert.ok(names.length);
  for (const name of names) assert.equal(typeof kindOf(name).what, "function", name);
});

test("a kind that there is not is refused, and those that there are are named", () => {
  assert.throws(() => kindOf("hospitals"), /no kind "hospitals".*settlements/);
  assert.throws(() => kindOf("toString"), /no kind "toString"/);
});

test("every kind has a script of the same name as in Python", () => {
  const python = path.join(WEB, "..", "kinds");
  for (const name of ["areas", "bases", "border", "crossings", "events", "figures", "fronts", "posts", "settlements"])
    for (const file of [path.join(python, `${name}.py`), path.join(WEB, "kinds", `${name}.js`)])
      assert.ok(fs.existsSync(file), file);
});

test("no two kinds share a place in a list", () => {
  const kinds = names.map(kindOf);
  for (const orders of [
    kinds.map(({ walk }) => walk.order),
    kinds.filter(({ places }) => places).map(({ places }) => places.order),
    kinds.filter(({ search }) => search).map(({ search }) => search.order),
  ])
    assert.equal(new Set(orders).size, orders.length, orders.join());
});

test("the layers of a document come with their kinds", () => {
  const layers = layersOf(readDocument(smallDocument()));
  assert.equal(layers.find(({ layer }) => layer.id === "observation_posts").kind, kindOf("posts"));
});
