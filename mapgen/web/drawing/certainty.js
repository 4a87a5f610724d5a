/**
 * The masks that fade the areas by the certainty of a date: painted from numbers, never read back.
 */

import { contextOf } from "../base/dom.js";
import { certaintyOn } from "../facts/certainty.js";
import { look } from "./look.js";

const KEPT = 4; // masks take some 4 MB a date
const FINER = 2; // values to one cell, along a line: so that cells do not show
const MOST = 255; // of an opacity

/** The weights with which a cell and its two neighbours make each of the finer values: a curve without corners. */
const WEIGHTS = Array.from({ length: FINER }, (_, part) => {
  const from = (part + 0.5) / FINER;
  return [(1 - from) ** 2 / 2, 0.75 - (from - 0.5) ** 2, from ** 2 / 2];
});
const FLAT = Float32Array.from(WEIGHTS.flat());

/**
 * Each row with `FINER` values to a cell.
 * @param {Pick<CertaintyOnDay, "levels" | "width" | "height" | "step">} certainty
 * @returns {Float32Array} certainty as shares of `MOST`, row by row
 */
function alongRows({ levels, width, height, step }) {
  const rows = new Float32Array(width * FINER * height);
  const shares = Float32Array.from(levels, (level) => level * step * MOST);
  let at = 0;
  for (let row = 0; row < height; row += 1) {
    const first = row * width;
    for (let cell = 0; cell < width; cell += 1) {
      const before = shares[first + (cell && cell - 1)];
      const own = shares[first + cell];
      const after = shares[first + (cell === width - 1 ? cell : cell + 1)];
      for (let part = 0; part < 3 * FINER; part += 3)
        rows[at++] = FLAT[part] * before + FLAT[part + 1] * own + FLAT[part + 2] * after;
    }
  }
  return rows;
}

/**
 * The grid with `FINER` values to a cell along a line.
 * @param {Pick<CertaintyOnDay, "levels" | "width" | "height" | "step">} certainty
 * @returns {Uint8ClampedArray} certainty as shares of `MOST`, row by row
 */
export function smoothed(certainty) {
  const { width, height } = certainty;
  const wide = width * FINER;
  const rows = alongRows(certainty);
  const whole = new Uint8ClampedArray(wide * height * FINER);
  let at = 0;
  for (let row = 0; row < height; row += 1) {
    const [before, own, after] = [Math.max(0, row - 1), row, Math.min(height - 1, row + 1)].map((each) => each * wide);
    for (const [a, b, c] of WEIGHTS)
      for (let x = 0; x < wide; x += 1) whole[at++] = a * rows[before + x] + b * rows[own + x] + c * rows[after + x];
  }
  return whole;
}

/**
 * @param {Uint8ClampedArray} shares of `MOST`
 * @param {(certainty: number) => number} curve certainty 0..1 -> opacity 0..1
 * @param {string} colour "#rrggbb"
 * @param {Uint8ClampedArray} data RGBA, filled
 */
export function applyCurve(shares, curve, colour, data) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const pixel = new Uint8ClampedArray(4);
  const number = new Uint32Array(pixel.buffer); // whichever byte the machine has first
  const table = Uint32Array.from({ length: MOST + 1 }, (_, at) => {
    pixel.set([red, green, blue, MOST * curve(at / MOST)]);
    return number[0];
  });
  const pixels = new Uint32Array(data.buffer);
  for (let i = 0; i < shares.length; i += 1) pixels[i] = table[shares[i]];
}

/**
 * @param {CertaintyOnDay} certainty
 * @returns {CertaintyMasks} the veil is paper, the thicker the less is known; laid over the full colour it leaves the
 * opacity of the curve. The other is the share of the pattern that shows.
 */
function makeMasks(certainty) {
  const size = { width: certainty.width * FINER, height: certainty.height * FINER };
  const shares = smoothed(certainty);
  /** @param {(certainty: number) => number} curve @param {string} colour */
  const make = (curve, colour) => {
    const canvas = Object.assign(document.createElement("canvas"), size);
    const pixels = new ImageData(size.width, size.height);
    applyCurve(shares, curve, colour, pixels.data);
    contextOf(canvas).putImageData(pixels, 0, 0);
    return canvas;
  };
  return {
    veil: make((share) => 1 - look.opacityOf(share), look.paper),
    pattern: make(look.patternShareOf, look.ink),
  };
}

/** @param {CertaintyGrid | null | undefined} grid @returns {App["certainty"]} by date; the dates last used are kept */
export function createCertainty(grid) {
  /** @type {Map<string, CertaintyPicture>} */
  const kept = new Map();
  /** @param {CertaintyGrid} from @param {string} date */
  const make = (from, date) => {
    const certainty = certaintyOn(from, date);
    return { ...certainty, masks: makeMasks(certainty) };
  };
  return {
    /** @param {string} date */
    on(date) {
      if (!grid) return null;
      const picture = kept.get(date) ?? make(grid, date);
      kept.delete(date);
      kept.set(date, picture);
      const [oldest] = kept.keys();
      if (kept.size > KEPT) kept.delete(oldest);
      return picture;
    },
  };
}
