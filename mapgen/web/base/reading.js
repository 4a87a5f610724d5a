/**
 * Whether scripts read from a canvas what was drawn on it. Browsers that protect their readers return noise or white,
 * unless the reader allows the page more.
 */

import { contextOf } from "./dom.js";

const COLOURS = ["#d23c28", "#1e5abe", "#f0dc82", "#143c28"];
const SIZE = 4; // px of a square of one colour
const NEAR = 12; // of 255: faint noise tells nobody anything wrong

/** @returns {HTMLCanvasElement} as wide as the colours are many */
const blank = () => Object.assign(document.createElement("canvas"), { width: SIZE * COLOURS.length, height: SIZE });

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} a PNG */
export function pngOf(canvas) {
  return new Promise((resolve, reject) => {
    const done = (/** @type {Blob | null} */ blob) => (blob ? resolve(blob) : reject(new Error("no picture was made")));
    canvas.toBlob(done, "image/png");
  });
}

/** @param {Uint8ClampedArray} read */
function isAsDrawn(read) {
  return COLOURS.every((colour, i) => {
    const drawn = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    const rows = Array.from({ length: SIZE * SIZE }, (_, n) => {
      const [x, y] = [i * SIZE + (n % SIZE), Math.floor(n / SIZE)];
      return 4 * (y * SIZE * COLOURS.length + x);
    });
    return rows.every((at) => drawn.every((value, channel) => Math.abs(read[at + channel] - value) <= NEAR));
  });
}

/** Known colours go the way of a saved picture and back. @returns {Promise<boolean>} */
export async function isTrue() {
  const [canvas, again] = [blank(), blank()];
  const ctx = contextOf(canvas);
  COLOURS.forEach((colour, i) => {
    ctx.fillStyle = colour;
    ctx.fillRect(i * SIZE, 0, SIZE, SIZE);
  });
  try {
    const other = contextOf(again, { willReadFrequently: true });
    other.drawImage(await createImageBitmap(await pngOf(canvas)), 0, 0);
    return isAsDrawn(other.getImageData(0, 0, again.width, again.height).data);
  } catch {
    return false;
  }
}
