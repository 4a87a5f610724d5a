/**
 * The picture of certainty for each date: that of the as-of date, taken back day by day by pieces of a strip.
 */

import { contextOf } from "../base/dom.js";
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
 * @param {HTMLImageElement} whole of the as-of date
 * @param {HTMLImageElement | null} strip pieces of earlier days
 * @param {DayOfPicture[]} days latest first; box: left, top, width, height, left and top in the
 * strip
 * @param {string} date ISO day
 */
export function compose(whole, strip, days, date) {
  const canvas = Object.assign(document.createElement("canvas"), { width: whole.width, height: whole.height });
  const ctx = contextOf(canvas, { willReadFrequently: true });
  ctx.drawImage(whole, 0, 0);
  for (const day of days.filter((item) => item.date >= date)) {
    for (const [left, top, width, height, x, y] of day.boxes)
      if (strip) ctx.drawImage(strip, x, y, width, height, left, top, width, height);
  }
  return canvas;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Box} place
 * @returns {CertaintyPicture} what the painters and `evidence.certaintyAt` use
 */
function read(canvas, place) {
  const pixels = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
  return { box: place, masks: makeMasks(canvas), pixels };
}

/**
 * @param {ChangingImage | undefined} image of the document
 * @returns {App["certainty"]} certainty by date; the dates last used are kept
 */
export function createCertainty(image) {
  /** @type {Map<string, Promise<CertaintyPicture | null>>} */
  const kept = new Map();
  /** @type {Map<string, Promise<HTMLImageElement>>} */
  const loaded = new Map();
  /** @param {string} url */
  const load = (url) => {
    const loading = loaded.get(url) ?? loadImage(url);
    loaded.set(url, loading);
    return loading;
  };
  /** @param {string} date */
  async function make(date) {
    if (!image?.url) return null;
    const { url = null, days = [] } = image.earlier ?? {};
    const strip = url && days.some((day) => day.date >= date) ? load(url) : null;
    return read(compose(await load(image.url), await strip, days, date), worldBox(image.bounds));
  }
  return {
    /** @param {string} date */
    at(date) {
      const picture = kept.get(date) ?? make(date);
      kept.delete(date);
      kept.set(date, picture);
      const [oldest] = kept.keys();
      if (kept.size > KEPT) kept.delete(oldest);
      return picture;
    },
  };
}
