import test from "node:test";
import assert from "node:assert/strict";
import { look } from "../../../mapgen/web/drawing/look.js";

test("opacity follows the bands without a step", () => {
  assert.equal(look.opacityOf(0), 0.24);
  assert.ok(Math.abs(look.opacityOf(0.78) - 0.55) < 1e-9);
  assert.equal(look.opacityOf(1), 0.9);
  let before = look.opacityOf(0);
  for (let level = 1; level <= 255; level += 1) {
    const opacity = look.opacityOf(level / 255);
    assert.ok(opacity >= before && opacity - before < 0.01, `step at ${level}`);
    before = opacity;
  }
});

test("patterns show where enough is known", () => {
  assert.ok(look.patternShareOf(0.6) === 0);
  assert.ok(look.patternShareOf(0.78) > 0.3);
  assert.equal(look.patternShareOf(0.86), 1);
});

test("tiles of patterns are whole pixels, and stripes never meet the hatch", () => {
  for (const style of Object.values(look.patterns)) if (style) assert.equal(style.tile, Math.round(style.tile));
  assert.notEqual(look.patterns.rising.tile / look.patterns.rising.lines, look.patterns["stripes-rising"].tile);
  assert.equal(look.withAlpha("#ff8000", 0.5), "rgba(255,128,0,0.5)");
});
