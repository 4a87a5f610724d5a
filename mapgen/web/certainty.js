/**
 * The picture of certainty for each date: the picture of the as-of date with one patch over it.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const KEPT = 4; // masks take some 15 MB a date

  /** @param {string} url @returns {Promise<HTMLImageElement>} decoded */
  async function loadImage(url) {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  }

  /** The whole picture with a patch in its place. @param {number[]} box left, top, width, height in px of the picture */
  function compose(whole, patch, box) {
    const canvas = Object.assign(document.createElement("canvas"), { width: whole.width, height: whole.height });
    const ctx = canvas.getContext("2d", { willReadFrequently: true });
    ctx.drawImage(whole, 0, 0);
    if (!patch) return canvas;
    ctx.clearRect(...box);
    ctx.drawImage(patch, ...box);
    return canvas;
  }

  /** @param {HTMLCanvasElement} canvas @returns {Object} what the painters and `evidence.certaintyAt` use */
  function read(canvas, place) {
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return { box: place, masks: mapgen.areas.makeMasks(canvas), pixels };
  }

  /**
   * @param {?Object} image of the document: url, bounds, patches
   * @returns {{at: function(string): Promise<?Object>}} certainty by date; the dates last used are kept
   */
  function createCertainty(image) {
    const kept = new Map();
    let whole = null;
    async function make(date) {
      if (!image?.url) return null;
      whole ??= loadImage(image.url);
      const patch = (image.patches ?? []).find((item) => item.date === date);
      const pictures = await Promise.all([whole, patch ? loadImage(patch.url) : null]);
      return read(compose(...pictures, patch?.box), mapgen.worldBox(image.bounds));
    }
    return {
      at(date) {
        const found = kept.get(date) ?? make(date);
        kept.delete(date);
        kept.set(date, found);
        if (kept.size > KEPT) kept.delete(kept.keys().next().value);
        return found;
      },
    };
  }

  mapgen.certainty = { createCertainty, loadImage, compose };
})();
