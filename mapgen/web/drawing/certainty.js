/**
 * The picture of certainty for each date: that of the as-of date, taken back day by day by pieces of a strip.
 */

import { worldBox } from "../facts/document.js";
import { makeMasks } from "./areas.js";

const KEPT = 4; // masks take some 15 MB a date

/** @param {string} url @returns {Promise<HTMLImageElement>} decoded */
export async function loadImage(url) {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

/**
 * The picture as it was on a date.
 * @param {CanvasImageSource} whole of the as-of date
 * @param {CanvasImageSource | null} strip pieces of earlier days
 * @param {{date: string, boxes: number[][]}[]} days latest first; box: left, top, width, height, left and top in the
 * strip
 * @param {string} date ISO day
 */
export function compose(whole, strip, days, date) {
  const canvas = Object.assign(document.createElement("canvas"), { width: whole.width, height: whole.height });
  const ctx = canvas.getContext("2d", { willReadFrequently: true });
  ctx.drawImage(whole, 0, 0);
  for (const day of days.filter((item) => item.date >= date)) {
    for (const [left, top, width, height, x, y] of day.boxes)
      ctx.drawImage(strip, x, y, width, height, left, top, width, height);
  }
  return canvas;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {any} place
 * @returns {Object} what the painters and `evidence.certaintyAt` use
 */
function read(canvas, place) {
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return { box: place, masks: makeMasks(canvas), pixels };
}

/**
 * @param {Object | null} image of the document: url, bounds, earlier
 * @returns {{at: function(string): Promise<Object | null>}} certainty by date; the dates last used are kept
 */
export function createCertainty(image) {
  const kept = new Map();
  const loaded = new Map();
  /** @param {any} url */
  const load = (url) => loaded.get(url) ?? loaded.set(url, loadImage(url)).get(url);
  /** @param {string} date */
  async function make(date) {
    if (!image?.url) return null;
    const { url = null, days = [] } = image.earlier ?? {};
    const strip = days.some((day) => day.date >= date) ? load(url) : null;
    return read(compose(await load(image.url), await strip, days, date), worldBox(image.bounds));
  }
  return {
    /** @param {string} date */
    at(date) {
      const found = kept.get(date) ?? make(date);
      kept.delete(date);
      kept.set(date, found);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value);
      return found;
    },
  };
}
