/**
 * The masks that fade the areas by the certainty of a date: painted from numbers, never read back.
 */

import { contextOf } from "../base/dom.js";
import { certaintyOn } from "../facts/certainty.js";
import { look } from "./look.js";

const KEPT = 4; // masks take some 4 MB a date
const FINER = 4; // values to one cell, along a line: so that cells do not show
const ALPHAS = 256;

/** The weights with which a cell and its two neighbours make each of the finer values: a curve without corners. */
const WEIGHTS = Array.from({ length: FINER }, (_, part) => {
  const from = (part + 0.5) / FINER;
  return [(1 - from) ** 2 / 2, 0.75 - (from - 0.5) ** 2, from ** 2 / 2];
});

/**
 * @param {ArrayLike<number>} values of a line of cells, evenly spaced in an array
 * @param {number} first @param {number} pace @param {number} cells
 * @param {Float32Array} into @param {number} start @param {number} stride
 */
function refine(values, first, pace, cells, into, start, stride) {
  for (let cell = 0; cell < cells; cell += 1) {
    const before = values[first + Math.max(0, cell - 1) * pace];
    const own = values[first + cell * pace];
    const after = values[first + Math.min(cells - 1, cell + 1) * pace];
    for (let part = 0; part < FINER; part += 1) {
      const [a, b, c] = WEIGHTS[part];
      into[start + (cell * FINER + part) * stride] = a * before + b * own + c * after;
    }
  }
}

/**
 * The grid with `FINER` values to a cell along a line.
 * @param {Pick<CertaintyOnDay, "levels" | "width" | "height">} certainty
 * @returns {Float32Array} levels, row by row
 */
export function smoothed({ levels, width, height }) {
  const wide = width * FINER;
  const rows = new Float32Array(wide * height);
  for (let row = 0; row < height; row += 1) refine(levels, row * width, 1, width, rows, row * wide, 1);
  const whole = new Float32Array(wide * height * FINER);
  for (let column = 0; column < wide; column += 1) refine(rows, column, wide, height, whole, column, wide);
  return whole;
}

/**
 * @param {Float32Array} levels @param {number} step of certainty from level to level
 * @param {(certainty: number) => number} curve certainty 0..1 -> opacity 0..1
 * @param {string} colour "#rrggbb"
 * @param {Uint8ClampedArray} data RGBA, filled
 */
export function applyCurve(levels, step, curve, colour, data) {
  const table = Uint8ClampedArray.from({ length: ALPHAS }, (_, at) => 255 * curve(at / (ALPHAS - 1)));
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  for (let i = 0; i < levels.length; i += 1) {
    data[4 * i] = red;
    data[4 * i + 1] = green;
    data[4 * i + 2] = blue;
    data[4 * i + 3] = table[Math.round(levels[i] * step * (ALPHAS - 1))];
  }
}

/**
 * @param {CertaintyOnDay} certainty
 * @returns {CertaintyMasks} the veil is paper, the thicker the less is known; laid over the full colour it leaves the
 * opacity of the curve. The other is the share of the pattern that shows.
 */
function makeMasks(certainty) {
  const size = { width: certainty.width * FINER, height: certainty.height * FINER };
  const levels = smoothed(certainty);
  /** @param {(certainty: number) => number} curve @param {string} colour */
  const make = (curve, colour) => {
    const canvas = Object.assign(document.createElement("canvas"), size);
    const pixels = new ImageData(size.width, size.height);
    applyCurve(levels, certainty.step, curve, colour, pixels.data);
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
