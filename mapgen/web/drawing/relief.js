/**
 * The relief: a grey picture that becomes light and shade.
 */

import { contextOf } from "../base/dom.js";
import { look } from "./look.js";

const LEVEL = 128;

/** @param {Uint8ClampedArray} data grey pixels; become light or shade, the more opaque the further from level */
export function colour(data) {
  const { shade, light, most, noise } = look.relief;
  for (let i = 0; i < data.length; i += 4) {
    const away = data[i] - LEVEL;
    const size = Math.abs(away);
    data.set(away < 0 ? shade : light, i);
    data[i + 3] = size <= noise ? 0 : Math.round((255 * most * size) / LEVEL);
  }
}

/** @param {HTMLImageElement} image decoded @returns {HTMLCanvasElement} */
export function lightAndShade(image) {
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const ctx = contextOf(canvas, { willReadFrequently: true });
  ctx.drawImage(image, 0, 0);
  const pixels = ctx.getImageData(0, 0, canvas.width, canvas.height);
  colour(pixels.data);
  ctx.putImageData(pixels, 0, 0);
  return canvas;
}
