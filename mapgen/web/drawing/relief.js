/**
 * The relief: a grey picture that becomes light and shade.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const LEVEL = 128;

  /** @param {Uint8ClampedArray} data grey pixels; become light or shade, the more opaque the further from level */
  function colour(data) {
    const { shade, light, most, noise } = mapgen.look.relief;
    for (let i = 0; i < data.length; i += 4) {
      const away = data[i] - LEVEL;
      const size = Math.abs(away);
      data.set(away < 0 ? shade : light, i);
      data[i + 3] = size <= noise ? 0 : Math.round((255 * most * size) / LEVEL);
    }
  }

  /** @param {HTMLImageElement} image decoded @returns {HTMLCanvasElement} */
  function lightAndShade(image) {
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const ctx = canvas.getContext("2d", { willReadFrequently: true });
    ctx.drawImage(image, 0, 0);
    const pixels = ctx.getImageData(0, 0, canvas.width, canvas.height);
    colour(pixels.data);
    ctx.putImageData(pixels, 0, 0);
    return canvas;
  }

  mapgen.relief = { colour, lightAndShade };
})();
