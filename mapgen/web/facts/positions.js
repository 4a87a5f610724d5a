/**
 * Places one after another: see `Positions` in mapgen/page/positions.py.
 */

const PLANES = 3; // bytes of a coordinate

/**
 * @param {Uint8Array} bytes
 * @returns {{next: () => Point, arc: (places: number) => number[]}} the next place, and the next so many as an arc: its
 * first place and differences, flat; all in steps of 1e-5 degree, longitude first
 */
export function createPositions(bytes) {
  const count = bytes.length / (2 * PLANES);
  /** @type {Point} */
  const last = [0, 0];
  let row = 0;

  /** @param {0 | 1} axis */
  function difference(axis) {
    const at = axis * count + row;
    const folded = (bytes[at] << 16) | (bytes[at + 2 * count] << 8) | bytes[at + 4 * count];
    return (folded >> 1) ^ -(folded & 1);
  }

  /** @param {Point} more what is to be added to the difference @returns {Point} */
  function step([moreX, moreY]) {
    /** @type {Point} */
    const found = [difference(0) + moreX, difference(1) + moreY];
    row += 1;
    last[0] += found[0];
    last[1] += found[1];
    return found;
  }

  /** @returns {Point} */
  function next() {
    step([0, 0]);
    return [...last];
  }

  /** @param {number} places */
  function arc(places) {
    /** @type {number[]} */
    const flat = next();
    /** @type {Point} */
    let before = [0, 0];
    for (let i = 1; i < places; i += 1) {
      before = step([before[0] >> 1, before[1] >> 1]);
      flat.push(...before);
    }
    return flat;
  }

  return { next, arc };
}
