/**
 * Marker glyphs, drawn around 0,0 in a box. Filled means violence, white means civil or political.
 *
 * Kinds of parts: "ink" fills dark, "paper" fills white, "line" and "dashed" stroke dark, "cut" strokes white,
 * "letter" is written.
 */

import shapes from "../../look/glyphs.json" with { type: "json" };
import { look } from "./look.js";

const TAU = 2 * Math.PI;
const { box: BOX, edge: EDGE } = shapes; // EDGE: white around every glyph

/** @typedef {{kind: string, path?: string, width?: number, dash?: number[], letter?: string, size?: number}} Part */

/** @type {Record<string, Part[]>} */
const glyphs = shapes.glyphs;
export const GLYPH_NAMES = Object.keys(glyphs);

/** @type {Map<string, Path2D>} */
const paths = new Map();

/** A path is made when it is first drawn: there may be no canvas. @param {string} data of an SVG path */
function pathOf(data) {
  const path = paths.get(data) ?? new Path2D(data);
  paths.set(data, path);
  return path;
}

/** @param {CanvasRenderingContext2D} ctx @param {Part} part */
function drawPart(ctx, { kind, path = "", width = 1, dash = [], letter = "", size = 0 }) {
  ctx.fillStyle = kind === "paper" ? look.white : look.ink;
  ctx.strokeStyle = kind === "cut" ? look.white : look.ink;
  if (kind === "letter") drawLetter(ctx, letter, size);
  else if (kind === "ink" || kind === "paper") ctx.fill(pathOf(path));
  else {
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    ctx.stroke(pathOf(path));
    ctx.setLineDash([]);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {string} letter @param {number} size */
function drawLetter(ctx, letter, size) {
  ctx.font = `700 ${size}px ${look.interfaceFont}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(letter, 0, 0.6);
}

/**
 * White around the whole glyph, first.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Part[]} parts
 * @param {number} scale
 */
function drawEdge(ctx, parts, scale) {
  ctx.strokeStyle = look.white;
  for (const { kind, path, width = 0 } of parts) {
    if (!path || kind === "cut") continue;
    ctx.lineWidth = width + (2 * EDGE) / scale;
    ctx.stroke(pathOf(path));
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} name one of GLYPH_NAMES
 * @param {number} x
 * @param {number} y centre in px
 * @param {number} size edge of the box in px
 */
export function drawGlyph(ctx, name, x, y, size) {
  const parts = glyphs[name];
  if (!parts) throw new Error(`no glyph "${name}"; there are ${GLYPH_NAMES.join(", ")}`);
  const scale = size / BOX;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(scale, scale);
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  drawEdge(ctx, parts, scale);
  for (const part of parts) drawPart(ctx, part);
  ctx.restore();
}

/**
 * The disc of an observation post.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {{radius: number, label: string, size: number, selected?: boolean, light?: boolean}} disc
 */
export function drawDisc(ctx, x, y, disc) {
  const { ink, white, interfaceFont } = look;
  /** @param {number} radius @param {string} colour */
  const fillDisc = (radius, colour) => {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, TAU);
    ctx.fillStyle = colour;
    ctx.fill();
  };
  fillDisc(disc.radius + 2.5, white);
  fillDisc(disc.radius, ink);
  if (!disc.selected) fillDisc(disc.radius - (disc.light ? 1.4 : 2), white);
  ctx.fillStyle = disc.selected ? white : ink;
  ctx.font = `700 ${disc.size}px ${interfaceFont}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.fillText(disc.label, x, y + disc.size * 0.36);
}
