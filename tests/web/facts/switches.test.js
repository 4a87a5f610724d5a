import test from "node:test";
import assert from "node:assert/strict";
import { smallDocument } from "../page-kit.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import * as switches from "../../../mapgen/web/facts/switches.js";

const model = readDocument(smallDocument());

test("holders and kinds of events have switches of their own", () => {
  const ids = switches.listSwitches(model).map((item) => item.id);
  assert.ok(ids.includes("areas_of_control.hts"));
  assert.ok(ids.includes("events.protest"));
  assert.ok(ids.includes("observation_posts"));
  assert.equal(new Set(ids).size, ids.length);
});

test("the defaults need no word in the address", () => {
  assert.equal(switches.toNames(model, switches.defaults(model)), null);
});

test("whole layers are named once, parts by name, and both come back", () => {
  const on = switches.defaults(model);
  on.delete("areas_of_control.hts");
  const names = switches.toNames(model, on);
  assert.ok(names.includes("areas_of_control.government"));
  assert.ok(names.includes("front_lines"));
  assert.ok(!names.includes("areas_of_control"));
  assert.deepEqual(switches.fromNames(model, names), on);
  assert.deepEqual(
    [...switches.fromNames(model, ["areas_of_control"])],
    ["areas_of_control.government", "areas_of_control.hts"],
  );
});

test("unknown names switch nothing", () => {
  assert.equal(switches.fromNames(model, ["no_such_layer", "events.party"]).size, 0);
});

test("each category has a group; army moves keep their glyph in the group of others", () => {
  assert.equal(switches.eventGlyph("barrel_bombs"), "air_strike");
  assert.equal(switches.eventGlyph("attack_on_rescuers"), "health");
  assert.equal(switches.eventGlyph("reinforcement"), "reinforcement");
  assert.equal(switches.eventGroup("reinforcement"), "other");
  assert.equal(switches.eventGlyph("something_new"), "other");
});
