// @ts-nocheck - what is packed has no types of its own; what comes out has
/**
 * Places one after another: see `Positions` in mapgen/page/positions.py.
 */

const PLANES = 3; // bytes of a coordinate

/**
 * @param {Uint8Array} bytes
 * @returns {{next: function(): number[], arc: function(number): number[]}} the next place, and the next so many as an
 * arc: its first place and differences, flat; all in steps of 1e-5 degree, longitude first
 */
export function createPositions(bytes) {
  const count = bytes.length / (2 * PLANES);
  const last = [0, 0];
  let row = 0;

  function difference(axis) {
    const at = axis * count + row;
    const folded = (bytes[at] << 16) | (bytes[at + 2 * count] << 8) | bytes[at + 4 * count];
    return (folded >> 1) ^ -(folded & 1);
  }

  /** @param {number[]} more what is to be added to the difference */
  function step([moreX, moreY]) {
    const found = [difference(0) + moreX, difference(1) + moreY];
    row += 1;
    last[0] += found[0];
    last[1] += found[1];
    return found;
  }

  function next() {
    step([0, 0]);
    return [...last];
  }

  function arc(places) {
    const flat = next();
    let before = [0, 0];
    for (let i = 1; i < places; i += 1) {
      before = step(before.map((value) => value >> 1));
      flat.push(...before);
    }
    return flat;
  }

  return { next, arc };
}
