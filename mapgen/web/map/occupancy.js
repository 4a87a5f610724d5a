/**
 * Which parts of the picture are taken: boxes of labels and markers, and lines that labels should not cross.
 */

import { bounds, segmentMeetsBox } from "../base/geometry.js";

const CELL = 64; // px
const ROW = 4096; // more cells than lie side by side

/** @param {number} px */
const cellOf = (px) => Math.floor(px / CELL);

/**
 * Whether one of the cells of a box passes. Asked a hundred thousand times for one map: makes no list of them.
 * @param {Box} box
 * @param {(cell: number) => boolean | undefined} passes
 */
function someCell(box, passes) {
  const [right, bottom] = [cellOf(box[2]), cellOf(box[3])];
  for (let x = cellOf(box[0]); x <= right; x += 1) {
    for (let y = cellOf(box[1]); y <= bottom; y += 1) if (passes(x * ROW + y)) return true;
  }
  return false;
}

/** @param {Box} a @param {Box} b */
export const meet = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** @param {Box} box @param {number} by px @returns {Box} the box grown on all sides */
export function grow(box, by) {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @returns {Box} the box of a circle
 */
export function around(x, y, radius) {
  return [x - radius, y - radius, x + radius, y + radius];
}

/** @returns {Occupancy} */
export function createOccupancy() {
  /** @type {Map<number, {box: Box, owner: unknown}[]>} */
  const boxes = new Map();
  /** @type {Map<number, number[][]>} */
  const segments = new Map();

  /**
   * @template T
   * @param {Map<number, T[]>} map
   * @param {Box} box
   * @param {T} item
   */
  function put(map, box, item) {
    someCell(box, (cell) => {
      const held = map.get(cell);
      if (held) held.push(item);
      else map.set(cell, [item]);
      return false;
    });
  }

  return {
    /** @param {Box} box @param {unknown} [owner] whose box it is; an owner never blocks itself */
    take: (box, owner = null) => put(boxes, box, { box, owner }),

    /** @param {Box} box @param {unknown} [owner] @returns {boolean} whether nothing else stands in the box */
    isFree: (box, owner = null) =>
      !someCell(box, (cell) =>
        boxes.get(cell)?.some((other) => (owner === null || other.owner !== owner) && meet(other.box, box)),
      ),

    /** @param {ArrayLike<number>} line x0,y0,x1,y1,… */
    addLine(line) {
      for (let i = 0; i + 3 < line.length; i += 2) {
        const segment = [line[i], line[i + 1], line[i + 2], line[i + 3]];
        const box = bounds(segment);
        put(segments, box, segment);
      }
    },

    /** @param {Box} box @returns {boolean} whether a line runs through the box */
    crosses: (box) =>
      someCell(box, (cell) => segments.get(cell)?.some((s) => segmentMeetsBox(s[0], s[1], s[2], s[3], box))),
  };
}
