/**
 * How sure the holder of each place is, as numbers: a browser that protects its reader gives back noise where a script
 * reads a picture, so no fact is read off one. See mapgen/facts/certainty.py.
 */

import { worldBox } from "./document.js";

const LETTERS = 26;
const [SMALL, CAPITAL] = [97, 65]; // codes of "a" and "A"

/** @param {string} letters @param {number} at @returns {number} the level of a letter: a to z, then A to Z */
function levelOf(letters, at) {
  const code = letters.charCodeAt(at);
  return code >= SMALL ? code - SMALL : code - CAPITAL + LETTERS;
}

/**
 * @param {CertaintyGrid} grid
 * @param {string} date ISO day
 * @returns {Uint8Array} the level of each cell on a date: that of the day of the map, taken back day by day
 */
export function levelsOn({ levels, width, step, earlier }, date) {
  const values = Uint8Array.from({ length: levels.length }, (_, at) => levelOf(levels, at));
  const count = Math.round(1 / step) + 1;
  for (const day of earlier.filter((item) => item.date >= date)) {
    for (const [left, top, wide, high, rises] of day.pieces)
      for (let i = 0; i < wide * high; i += 1) {
        const cell = (top + Math.floor(i / wide)) * width + left + (i % wide);
        values[cell] = (values[cell] + levelOf(rises, i)) % count;
      }
  }
  return values;
}

/**
 * @param {CertaintyGrid} grid
 * @param {string} date ISO day
 * @returns {CertaintyOnDay}
 */
export function certaintyOn(grid, date) {
  const { width, height, step, bounds } = grid;
  return { width, height, step, box: worldBox(bounds), levels: levelsOn(grid, date) };
}

/**
 * Where a place lies between the middles of cells: the cell before it, and the way to the next.
 * @param {number} share of the whole length @param {number} cells along it @returns {[number, number]}
 */
function between(share, cells) {
  const place = Math.max(0, Math.min(cells - 1, share * cells - 0.5));
  const cell = Math.min(Math.floor(place), cells - 2);
  return [cell, place - cell];
}

/**
 * Certainty between the four cells around a place.
 * @param {CertaintyOnDay | null | undefined} certainty
 * @param {Point} world
 * @returns {number | null} 0..1; null outside
 */
export function certaintyAt(certainty, world) {
  if (!certainty) return null;
  const { box, width, height, step, levels } = certainty;
  const across = (world[0] - box[0]) / (box[2] - box[0]);
  const down = (world[1] - box[1]) / (box[3] - box[1]);
  if (across < 0 || down < 0 || across > 1 || down > 1) return null;
  const [x, east] = between(across, width);
  const [y, south] = between(down, height);
  /** @param {number} row */
  const along = (row) => levels[row * width + x] * (1 - east) + levels[row * width + x + 1] * east;
  return step * (along(y) * (1 - south) + along(y + 1) * south);
}
