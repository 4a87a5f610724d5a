/**
 * Marker glyphs, drawn around 0,0 in a box of 24. Filled means violence, white means civil or political.
 */

import { look } from "./look.js";

const TAU = 2 * Math.PI;
const EDGE = 1.4; // white edge around every glyph
const WHITE = "#ffffff";

/** @typedef {(path: CanvasPath) => void} Outline */

/** @param {number} radius @returns {Outline} */
function circle(radius) {
  return (path) => path.arc(0, 0, radius, 0, TAU);
}

/** @param {Point[]} points @returns {Outline} */
function polygon(points) {
  return (path) => {
    points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
    path.closePath();
  };
}

/** @param {...Point} points @returns {Outline} */
function line(...points) {
  return (path) => points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
}

function star() {
  const points = [];
  for (let i = 0; i < 16; i += 1) {
    const radius = i % 2 ? 5.6 : 9.8;
    points.push([Math.sin((i * TAU) / 16) * radius, -Math.cos((i * TAU) / 16) * radius]);
  }
  return points;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {number} radius
 * @returns {Outline}
 */
function box(x, y, width, height, radius) {
  return (path) => path.roundRect(x, y, width, height, radius);
}

/** @param {CanvasPath} path */
function bubble(path) {
  path.moveTo(-2.4, 5.6);
  path.lineTo(-6.4, 9.6);
  path.lineTo(-6.6, 4.4);
  path.ellipse(0, -1.4, 9.6, 7.2, 0, 2.37, 2.37 + TAU * 0.93);
  path.closePath();
}

/** @param {CanvasPath} path */
function rings(path) {
  path.moveTo(1.6, 0);
  path.arc(-3.8, 0, 5.4, 0, TAU);
  path.moveTo(9.2, 0);
  path.arc(3.8, 0, 5.4, 0, TAU);
}

/** @type {Outline} */
const halfDisc = (path) => {
  path.arc(0, 0, 8, -Math.PI / 2, Math.PI / 2, true);
  path.closePath();
};

// Each step: [kind, outline, line width]; "ink" fills dark, "paper" fills white, "line" strokes dark, "cut" strokes
// white.
/** @typedef {[kind: string, outline?: Outline, width?: number]} GlyphStep */
/** @type {Record<string, GlyphStep[]>} */
const GLYPHS = {
  open: [
    ["paper", circle(8)],
    ["line", (p) => (p.arc(0, 0, 7.4, -1.15, 1.15), p.moveTo(-3, 6.8), p.arc(0, 0, 7.4, 1.99, 4.29)), 2],
    ["line", line([0, -10.5], [0, 10.5]), 2.4],
  ],
  limited: [
    ["paper", circle(8.6)],
    ["ink", halfDisc],
    ["line", circle(8), 2],
  ],
  closed: [
    ["ink", circle(9)],
    ["cut", line([-4.6, 0], [4.6, 0]), 3.2],
  ],
  unknown: [["paper", circle(8.6)], ["dashed", circle(8.4), 2], ["query"]],
  air_strike: [["ink", polygon(star())]],
  health: [
    ["ink", box(-8.6, -8.6, 17.2, 17.2, 3)],
    ["cut", line([0, -5], [0, 5]), 3.2],
    ["cut", line([-5, 0], [5, 0]), 3.2],
  ],
  attack: [
    [
      "ink",
      polygon([
        [0, -9.6],
        [8.4, 0],
        [0, 9.6],
        [-8.4, 0],
      ]),
    ],
  ],
  capture: [
    [
      "ink",
      polygon([
        [-8.6, -7.6],
        [2.4, -7.6],
        [9.2, 0],
        [2.4, 7.6],
        [-8.6, 7.6],
        [-4.4, 0],
      ]),
    ],
  ],
  protest: [
    ["paper", bubble],
    ["line", bubble, 2.1],
    ["line", line([-4, -1.4], [4, -1.4]), 2],
  ],
  displacement: [
    ["paper", box(-11, -10, 22, 20, 3)],
    ["paper", circle(1)],
    ["ink", (p) => p.arc(-5, -6, 2.7, 0, TAU)],
    ["line", line([-8.4, 7.6], [-8.4, -1], [-1.6, -1], [-1.6, 7.6], [-8.4, 7.6]), 2],
    ["line", line([2.2, 2.4], [9.4, 2.4]), 2],
    ["line", line([6.2, -1.2], [9.6, 2.4], [6.2, 6]), 2],
  ],
  summit: [
    ["paper", rings],
    ["line", rings, 2.1],
  ],
  reinforcement: [
    ["line", line([-6, -7], [0, 0], [-6, 7]), 2.8],
    ["line", line([1, -7], [7, 0], [1, 7]), 2.8],
  ],
  other: [
    ["paper", circle(6.4)],
    ["line", circle(6.4), 2],
    ["ink", circle(2)],
  ],
  base: [
    ["paper", box(-8.4, -8.4, 16.8, 16.8, 2.5)],
    ["line", box(-8.4, -8.4, 16.8, 16.8, 2.5), 2],
    ["line", line([-4.6, 4.6], [4.6, -4.6]), 3],
    ["cut", line([-2.8, 2.8], [2.8, -2.8]), 1],
  ],
  settlement: [
    ["paper", circle(4)],
    ["line", circle(4), 2],
  ],
};

/** @type {Record<string, (ctx: CanvasRenderingContext2D) => void>} */
const STEPS = {
  ink: (ctx) => ctx.fill(),
  paper: (ctx) => {
    ctx.fillStyle = WHITE;
    ctx.fill();
  },
  line: (ctx) => ctx.stroke(),
  dashed: (ctx) => {
    ctx.setLineDash([3, 2.3]);
    ctx.stroke();
    ctx.setLineDash([]);
  },
  cut: (ctx) => {
    ctx.strokeStyle = WHITE;
    ctx.stroke();
  },
};

/** @param {CanvasRenderingContext2D} ctx @param {GlyphStep} step @param {string} ink */
function drawStep(ctx, [kind, outline, width], ink) {
  ctx.fillStyle = ink;
  ctx.strokeStyle = ink;
  if (!outline) {
    drawQuery(ctx);
    return;
  }
  ctx.beginPath();
  outline(ctx);
  ctx.lineWidth = width ?? 1;
  STEPS[kind](ctx);
}

/** @param {CanvasRenderingContext2D} ctx */
function drawQuery(ctx) {
  ctx.font = `700 12px ${look.interfaceFont}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText("?", 0, 0.6);
}

/**
 * White around the whole glyph, first.
 * @param {CanvasRenderingContext2D} ctx
 * @param {GlyphStep[]} glyph
 * @param {number} scale
 */
function drawEdge(ctx, glyph, scale) {
  ctx.strokeStyle = WHITE;
  for (const [kind, outline, width] of glyph) {
    if (!outline || kind === "cut") continue;
    ctx.beginPath();
    outline(ctx);
    const own = kind === "line" || kind === "dashed" ? (width ?? 1) : 0;
    ctx.lineWidth = own + (2 * EDGE) / scale;
    ctx.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} name one of the glyphs above @param {number} x @param {number} y centre in px
 * @param {number} size edge of the 24 box in px
 */
export function drawGlyph(ctx, name, x, y, size) {
  const glyph = GLYPHS[name] ?? GLYPHS.other;
  const scale = size / 24;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(scale, scale);
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  drawEdge(ctx, glyph, scale);
  for (const step of glyph) drawStep(ctx, step, look.ink);
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
  const { ink, interfaceFont } = look;
  /** @param {number} radius @param {string} colour */
  const fillDisc = (radius, colour) => {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, TAU);
    ctx.fillStyle = colour;
    ctx.fill();
  };
  fillDisc(disc.radius + 2.5, WHITE);
  fillDisc(disc.radius, ink);
  if (!disc.selected) fillDisc(disc.radius - (disc.light ? 1.4 : 2), WHITE);
  ctx.fillStyle = disc.selected ? WHITE : ink;
  ctx.font = `700 ${disc.size}px ${interfaceFont}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.fillText(disc.label, x, y + disc.size * 0.36);
}

export const GLYPH_NAMES = Object.keys(GLYPHS);
