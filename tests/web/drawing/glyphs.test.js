import test from "node:test";
import assert from "node:assert/strict";
import { drawGlyph, GLYPH_NAMES } from "../../../mapgen/web/drawing/glyphs.js";
import { EVENT_GROUPS } from "../../../mapgen/web/facts/switches.js";

test("every group of events has a mark", () => {
  for (const group of EVENT_GROUPS) assert.ok(GLYPH_NAMES.includes(group), group);
});

test("a mark that there is not is refused by its name", () => {
  assert.throws(() => drawGlyph(/** @type {any} */ ({}), "hospital", 0, 0, 20), /no glyph "hospital".*settlement/);
});
