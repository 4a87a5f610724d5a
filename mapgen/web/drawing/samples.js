/**
 * Swatches, line samples, ramp and glyphs of the key: painted by the same code as the map.
 */

import { el, picture } from "../base/dom.js";
import { holdersOn } from "../facts/days.js";
import { drawDisc, drawGlyph } from "./glyphs.js";
import { strokeAll, strokeCore } from "./lines.js";
import { look } from "./look.js";
import { fillOf, overlayOf } from "./patterns.js";

/**
 * A holder's swatch as firm ground is drawn.
 * @param {Holder} holder
 * @param {boolean} strong
 * @param {number} [width]
 * @param {number} [height]
 */
export function swatch(holder, strong, width = 46, height = 24) {
  return picture(width, height, "swatch", (ctx, density) => {
    const view = { density, left: 0, top: 0 };
    ctx.beginPath();
    ctx.roundRect(0.5, 0.5, width - 1, height - 1, 2);
    ctx.save();
    ctx.clip();
    ctx.fillStyle = look.paper;
    ctx.fillRect(0, 0, width, height);
    ctx.globalAlpha = look.opacityOf(1);
    ctx.fillStyle = fillOf(ctx, holder, view);
    ctx.fillRect(0, 0, width, height);
    const overlay = overlayOf(ctx, holder, view, strong);
    if (overlay) {
      ctx.globalAlpha = overlay.opacity;
      ctx.fillStyle = overlay.style;
      ctx.fillRect(0, 0, width, height);
    }
    ctx.restore();
    ctx.strokeStyle = holder.ink;
    ctx.lineWidth = 1;
    ctx.stroke();
  });
}

/** @param {Model} model @param {string | null} id @param {number} size px @returns {HTMLElement} empty for nobody */
export function holderSwatch(model, id, size) {
  const holder = model.holders.get(id ?? "");
  return holder ? swatch(holder, false, size, size) : el("span.swatch.empty");
}

/**
 * @param {Model} model
 * @returns {Holder} the darkest of the single holders: on it the steps of certainty show best
 */
function darkest(model) {
  /** @param {Holder} holder */
  const light = (holder) => [1, 3, 5].reduce((sum, i) => sum + parseInt(holder.fills[0].slice(i, i + 2), 16), 0);
  const now = holdersOn(model, model.atlas.as_of);
  return model.drawnHolders
    .filter((holder) => holder.fills.length === 1 && now.has(holder.id))
    .sort((a, b) => light(a) - light(b))[0];
}

/**
 * How the map fades between two certainties: fill and pattern at the very values of the map.
 * @param {Model} model
 * @param {number} from
 * @param {number} to certainty 0..1, the surer last
 * @param {{width: number, height: number, rtl: boolean, strong?: boolean}} how px; rtl: surer to the left; strong:
 * pattern as printed
 */
export function ramp(model, from, to, { width, height, rtl, strong = false }) {
  const holder = darkest(model);
  return picture(width, height, "ramp", (ctx, density) => {
    const overlay = overlayOf(ctx, holder, { density, left: 0, top: 0 }, strong);
    ctx.fillStyle = look.paper;
    ctx.fillRect(0, 0, width, height);
    for (let x = 0; x < width; x += 1) {
      const certainty = from + ((to - from) * ((rtl ? width - 1 - x : x) + 0.5)) / width;
      ctx.globalAlpha = look.opacityOf(certainty);
      ctx.fillStyle = holder.fills[0];
      ctx.fillRect(x, 0, 1, height);
      if (!overlay) continue;
      ctx.globalAlpha = overlay.opacity * look.patternShareOf(certainty);
      ctx.fillStyle = overlay.style;
      ctx.fillRect(x, 0, 1, height);
    }
    ctx.globalAlpha = 1;
    ctx.strokeStyle = holder.ink;
    ctx.strokeRect(0.5, 0.5, width - 1, height - 1);
  });
}

/** A line as the map draws it. @param {string} name of look.lines */
export function lineSample(name, width = 46, height = 14) {
  return picture(width, height, "line-sample", (ctx) => {
    const path = new Path2D();
    path.moveTo(1, height / 2 + 2);
    path.bezierCurveTo(width * 0.3, height / 2 - 4, width * 0.6, height / 2 + 4, width - 1, height / 2 - 2);
    strokeAll(ctx, [[path, look.lines[name]]]);
  });
}

/** The border with its wall: ticks on the far side. */
export function wallSample(width = 46, height = 14) {
  return picture(width, height, "line-sample", (ctx) => {
    const { wall, lines } = look;
    ctx.strokeStyle = wall.colour;
    ctx.lineWidth = wall.width / 2;
    ctx.setLineDash(wall.dash);
    ctx.beginPath();
    ctx.moveTo(2, height / 2 - wall.width / 4);
    ctx.lineTo(width - 1, height / 2 - wall.width / 4);
    ctx.stroke();
    ctx.setLineDash([]);
    const path = new Path2D();
    path.moveTo(1, height / 2);
    path.lineTo(width - 1, height / 2);
    strokeCore(ctx, path, lines.border);
  });
}

/** @param {string} name @param {number} [size] @param {number} [box] */
export function glyph(name, size = 20, box = 24) {
  return picture(box, box, "glyph", (ctx) => drawGlyph(ctx, name, box / 2, box / 2, size));
}

/** @param {string} label number or letter on the disc */
export function disc(label, box = 24, light = false) {
  const radius = (box / 24) * (light ? 8.4 : 9.6);
  return picture(box, box, "glyph", (ctx) => {
    drawDisc(ctx, box / 2, box / 2, { radius, size: box * (light ? 0.4 : 0.45), label, light });
  });
}
