import test from "node:test";
import assert from "node:assert/strict";
import { colour } from "../../../mapgen/web/drawing/relief.js";

test("grey becomes shade or light, the more opaque the further from level ground", () => {
  const greys = [0, 64, 127, 128, 129, 255];
  const data = Uint8ClampedArray.from(greys.flatMap((grey) => [grey, grey, grey, 255]));
  colour(data);
  const pixels = greys.map((_, i) => [...data.slice(4 * i, 4 * i + 4)]);
  assert.deepEqual(pixels[0], [52, 44, 34, 85]);
  assert.deepEqual(pixels[1], [52, 44, 34, 43]);
  assert.deepEqual(
    pixels.slice(2, 5).map((pixel) => pixel[3]),
    [0, 0, 0],
  );
  assert.deepEqual(pixels[5], [255, 255, 255, 84]);
});
