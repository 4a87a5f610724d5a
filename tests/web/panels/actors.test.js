/** Who is who, and the claims of the article, on a small document. */
import test from "node:test";
import assert from "node:assert/strict";
import { smallDocument } from "../page-kit.js";
import { useTexts } from "../../../mapgen/web/base/text.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import { leadKey, topicOf } from "../../../mapgen/web/facts/people.js";
import * as claims from "../../../mapgen/web/panels/claims.js";
import { boxOf, route, routes } from "../../../mapgen/web/panels/routes.js";

const actor = (id, seat, claim = []) => ({
  id,
  name: { en: `Name ${id}` },
  short: { en: id },
  article_name: id,
  description: { en: id },
  territory: false,
  seat,
  sources: [0],
  claim,
});
const relation = (from, to, kind, claim = []) => ({
  id: `rel-${from}-${to}-${kind}`,
  from,
  to,
  kind,
  text: { en: kind },
  since: null,
  sources: [0],
  claim,
});

function modelOf(change = () => {}) {
  const data = smallDocument();
  data.actors = [actor("a", [0, 0, 1], ["A01"]), actor("b", [1, 1, 1]), actor("c", [2, 1, 1])];
  data.relations = [
    relation("a", "b", "sponsor", ["A01"]),
    relation("b", "c", "talks"),
    relation("c", "b", "agreement"),
  ];
  change(data);
  const model = readDocument(data);
  useTexts({ en: { ...model.texts.en, "relation.by.sponsor": "sponsored by {name}" } }, "en");
  return model;
}

test("only what exists has a card", () => {
  const model = modelOf();
  assert.equal(topicOf(model, "actor-a").actor.id, "a");
  assert.equal(topicOf(model, "rel-b-c-talks").relation.kind, "talks");
  assert.ok(topicOf(model, "actors").all);
  for (const id of [null, undefined, "", "a", "actor-", "actor-x", "rel-x", "post-9"])
    assert.equal(topicOf(model, id), null, id);
});

test("what goes one way is called otherwise from its other end", () => {
  const { relations } = modelOf();
  assert.equal(leadKey(relations[0], "a"), "relation.with.sponsor");
  assert.equal(leadKey(relations[0], "b"), "relation.by.sponsor");
  assert.equal(leadKey(relations[1], "c"), "relation.with.talks");
});

test("lines are level or upright between facing sides, and two between the same lie apart", () => {
  const [first, second, third] = routes(modelOf(), false).map(({ ends }) => ends);

  assert.deepEqual([first[0][0], first[1][0]], [boxOf([0, 0, 1]).right, boxOf([1, 1, 1]).left]);
  assert.equal(first[0][1], first[1][1]);
  assert.ok(Math.abs(second[0][1] - third[0][1]) > 10);
  const [mirrored] = routes(modelOf(), true).map(({ ends }) => ends);
  assert.ok(mirrored[0][0] > mirrored[1][0]);
  assert.deepEqual(
    route(boxOf([1, 0, 0]), boxOf([1, 1, 1]), 0).map(([x]) => x),
    [500, 500],
  );
});

test("a claim leads to what tells of its kind first, and to all else after", () => {
  const model = modelOf((data) => {
    data.claims = [
      { id: "A01", first: "relations", text: { en: "One sponsors another" } },
      { id: "A02", first: "events", text: { en: "Nothing" } },
    ];
    data.layers.at(-1).rows[0].claim = ["A01"];
  });
  const [one, none] = claims.listed(model);
  assert.deepEqual(
    one.places.map(({ id }) => id),
    ["rel-a-b-sponsor", "post-9", "actor-a"],
  );
  assert.deepEqual(none.places, []);
});
