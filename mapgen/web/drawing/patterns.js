/**
 * Fills and patterns as canvas patterns. Tiles are whole pixels and hang on the map's pixel origin,
 * so neighbours and redraws never jump.
 */

import { contextOf } from "../base/dom.js";
import { look } from "./look.js";

// Dots: a square lattice through (4, 7) and (-7, 4) of a 65th of the tile: 29.7 degrees, 9 px apart in 73 px.
const DOT_STEPS = [4, 7];
const DOT_LATTICE = DOT_STEPS[0] ** 2 + DOT_STEPS[1] ** 2;
/** @type {Map<string, {tile: HTMLCanvasElement, edge: number}>} */
const cache = new Map();

/** @type {Record<string, (ctx: CanvasRenderingContext2D, style: any, holder: Holder) => void>} */
const PAINTERS = {
  rising: paintDiagonals,
  dots: paintDots,
  level: paintLevels,
  cross: paintCross,
  grid: paintGrid,
  rings: paintRings,
  "stripes-rising": paintStripes,
  "stripes-falling": paintStripes,
};

/** @param {number} edge px @param {number} density */
function newTile(edge, density) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = Math.round(edge * density);
  const ctx = contextOf(tile);
  ctx.scale(tile.width / edge, tile.height / edge);
  return { tile, ctx };
}

/**
 * Lines at 45 degrees across a tile; slope -1 rises to the right.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} edge
 * @param {number} gap
 * @param {number} slope
 */
function diagonals(ctx, edge, gap, slope) {
  ctx.beginPath();
  for (let at = -2 * edge; at <= 2 * edge; at += gap) {
    ctx.moveTo(at - edge, slope < 0 ? 2 * edge : -edge);
    ctx.lineTo(at + 2 * edge, slope < 0 ? -edge : 2 * edge);
  }
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {Required<PatternStyle>} style */
function paintDiagonals(ctx, style) {
  ctx.lineWidth = style.width;
  diagonals(ctx, style.tile, style.tile / style.lines, style.slope);
}

/** @param {CanvasRenderingContext2D} ctx @param {Required<PatternStyle>} style */
function paintCross(ctx, style) {
  ctx.lineWidth = style.width;
  diagonals(ctx, style.tile, style.tile, -1);
  diagonals(ctx, style.tile, style.tile, 1);
}

/** @param {CanvasRenderingContext2D} ctx @param {Required<PatternStyle>} style */
function paintLevels(ctx, style) {
  ctx.fillRect(0, Math.floor(style.tile / 2), style.tile, style.width);
}

/**
 * Upright and level lines through the middle of the tile.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Required<PatternStyle>} style
 */
function paintGrid(ctx, style) {
  const middle = Math.floor(style.tile / 2);
  ctx.fillRect(0, middle, style.tile, style.width);
  ctx.fillRect(middle, 0, style.width, style.tile);
}

/**
 * Two open circles a tile, at its quarters.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{tile: number, radius: number, width: number}} style
 */
function paintRings(ctx, { tile, radius, width }) {
  ctx.lineWidth = width;
  ctx.beginPath();
  for (const at of [tile / 4, (3 * tile) / 4]) {
    ctx.moveTo(at + radius, at);
    ctx.arc(at, at, radius, 0, 2 * Math.PI);
  }
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {Required<PatternStyle>} style */
function paintDots(ctx, style) {
  const unit = style.tile / DOT_LATTICE;
  ctx.beginPath();
  for (let i = -16; i <= 16; i += 1) {
    for (let j = -16; j <= 16; j += 1) {
      const x = (i * DOT_STEPS[0] - j * DOT_STEPS[1]) * unit;
      const y = (i * DOT_STEPS[1] + j * DOT_STEPS[0]) * unit;
      if (x < -2 || y < -2 || x > style.tile + 2 || y > style.tile + 2) continue;
      ctx.moveTo(x + style.radius, y);
      ctx.arc(x, y, style.radius, 0, 2 * Math.PI);
    }
  }
  ctx.fill();
}

/** @param {CanvasRenderingContext2D} ctx @param {Required<PatternStyle>} style @param {Holder} holder */
function paintStripes(ctx, style, holder) {
  ctx.fillStyle = holder.fills[0];
  ctx.fillRect(0, 0, style.tile, style.tile);
  ctx.strokeStyle = holder.fills[1] ?? holder.ink;
  ctx.lineWidth = style.tile / 2 / Math.SQRT2;
  diagonals(ctx, style.tile, style.tile, style.slope);
}

/**
 * @param {Holder} holder
 * @param {number} density
 * @returns {{tile: HTMLCanvasElement, edge: number}} a tile painted once for each holder and pixel density
 */
function tileOf(holder, density) {
  const key = `${holder.id}|${density}`;
  const kept = cache.get(key);
  if (kept) return kept;
  const style = look.patterns[holder.pattern];
  if (!style) throw new Error(`no pattern ${holder.pattern}`);
  const { tile, ctx } = newTile(style.tile, density);
  ctx.strokeStyle = ctx.fillStyle = holder.ink;
  PAINTERS[holder.pattern](ctx, style, holder);
  const made = { tile, edge: style.tile };
  cache.set(key, made);
  return made;
}

/** @param {CanvasRenderingContext2D} ctx @param {Holder} holder @param {Hanging} view */
function canvasPattern(ctx, holder, view) {
  const { tile, edge } = tileOf(holder, view.density);
  const pattern = ctx.createPattern(tile, "repeat");
  if (!pattern) throw new Error("an empty tile");
  /** @param {number} origin */
  const shift = (origin) => -(((origin % edge) + edge) % edge);
  const matrix = new DOMMatrix([edge / tile.width, 0, 0, edge / tile.height, shift(view.left), shift(view.top)]);
  pattern.setTransform(matrix);
  return pattern;
}

/** @param {Holder} holder */
const isStriped = (holder) => holder.pattern.startsWith("stripes");

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Holder} holder
 * @param {Hanging} view
 * @returns {string|CanvasPattern} what the area is filled with: a colour, or stripes of both
 */
export function fillOf(ctx, holder, view) {
  return isStriped(holder) ? canvasPattern(ctx, holder, view) : holder.fills[0];
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Holder} holder
 * @param {Hanging} view
 * @param {boolean} strong print strength
 * @returns {{style: CanvasPattern, opacity: number} | null} the second channel over the fill, if the holder has
 * one
 */
export function overlayOf(ctx, holder, view, strong) {
  const style = look.patterns[holder.pattern];
  if (!style || isStriped(holder)) return null;
  const factor = strong ? look.patternStrong : look.patternScreen;
  return { style: canvasPattern(ctx, holder, view), opacity: Math.min(1, (style.opacity ?? 1) * factor) };
}
