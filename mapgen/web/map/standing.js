/**
 * Paints what stands on the ground: rings, evidence, labels, shields, markers, focus.
 */

import { kilometresToPixels } from "../base/geometry.js";
import { directionOf } from "../base/text.js";
import { holderShown } from "../facts/days.js";
import { toPixel } from "../drawing/view.js";
import { drawDisc, drawGlyph } from "../drawing/glyphs.js";
import { pathOfLines, pathOfPolygons } from "../drawing/ground.js";
import { strokeAll } from "../drawing/lines.js";
import { look } from "../drawing/look.js";
import { fillOf } from "../drawing/patterns.js";
import * as doubts from "../kinds/doubts.js";
import * as focusRing from "./focus-ring.js";
import * as lit from "./lit.js";

const TAU = 2 * Math.PI;

/** @param {View} view @param {Feature} feature */
function ringRadius(view, feature) {
  if (!feature.error_km || !feature.degrees) return 0;
  return kilometresToPixels(feature.error_km, feature.degrees[1], view.zoom);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} colour
 * @param {number} width
 * @param {number[]} [dash]
 */
function strokeCircle(ctx, x, y, radius, colour, width, dash = []) {
  ctx.setLineDash(dash);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, TAU);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * How far from its point a post, or the selection, may have stood.
 * @param {CanvasRenderingContext2D} ctx
 * @param {View} view
 * @param {Marker} item
 */
function paintRing(ctx, view, item) {
  const radius = ringRadius(view, item.feature);
  if (radius <= item.radius + 2) return;
  const [x, y] = item.at;
  ctx.fillStyle = `rgba(255,255,255,${item.selected ? 0.34 : 0.16})`;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, TAU);
  ctx.fill();
  strokeCircle(ctx, x, y, radius, "#ffffff", 3.4);
  strokeCircle(ctx, x, y, radius, look.ink, item.selected ? 1.8 : 1.1, item.selected ? [5, 3] : [3, 2.6]);
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
function paintRings(ctx, scene, view) {
  for (const item of scene.layout.markers) {
    const atItsPlace = item.x === item.at[0] && item.y === item.at[1];
    if (item.selected || (item.disc && atItsPlace)) paintRing(ctx, view, item);
  }
}

/**
 * Blue lines from the selection to the settlements that speak for it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 */
function paintEvidence(ctx, scene, view) {
  if (!scene.evidence) return;
  const from = toPixel(view, scene.evidence.world);
  const ends = scene.evidence.rows.map((row) => toPixel(view, row.feature.world));
  for (const { colour, width } of [
    { colour: "#ffffff", width: 5 },
    { colour: look.evidence, width: 2 },
  ]) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.lineCap = "round";
    ctx.beginPath();
    for (const end of ends) {
      ctx.moveTo(...from);
      ctx.lineTo(...end);
    }
    ctx.stroke();
  }
  paintAgainst(ctx, scene, view, scene.evidence);
  scene.evidence.rows.forEach((row, i) => paintEvidenceDot(ctx, scene, view, ends[i], row.held));
  if (scene.evidence.spot) paintSpot(ctx, from);
}

/**
 * Those that speak against it: dashed.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 * @param {ShownEvidence} evidence
 */
function paintAgainst(ctx, scene, view, evidence) {
  const from = toPixel(view, evidence.world);
  for (const { feature, held } of evidence.against) {
    const end = toPixel(view, feature.world);
    const line = new Path2D();
    line.moveTo(...from);
    line.lineTo(...end);
    strokeAll(ctx, [
      [line, { colour: look.evidence, width: 1.4, dash: [3, 4], casing: 3.4, casingOpacity: 0.7, cap: "butt" }],
    ]);
    paintEvidenceDot(ctx, scene, view, end, held);
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 * @param {Point} point
 * @param {Feature} feature
 */
function paintEvidenceDot(ctx, scene, view, [x, y], feature) {
  const holder = scene.model.holders.get(holderShown(feature) ?? "");
  strokeCircle(ctx, x, y, 6, "#ffffff", 5);
  ctx.fillStyle = holder ? fillOf(ctx, holder, view) : "#ffffff";
  ctx.beginPath();
  ctx.arc(x, y, 6, 0, TAU);
  ctx.fill();
  strokeCircle(ctx, x, y, 6, look.evidence, 2.2);
}

/** The place that was clicked on bare ground. @param {CanvasRenderingContext2D} ctx @param {Point} point */
function paintSpot(ctx, [x, y]) {
  ctx.fillStyle = "#ffffff";
  ctx.beginPath();
  ctx.arc(x, y, 10, 0, TAU);
  ctx.fill();
  strokeCircle(ctx, x, y, 7, look.evidence, 3);
  ctx.fillStyle = look.ink;
  ctx.beginPath();
  ctx.arc(x, y, 2, 0, TAU);
  ctx.fill();
}

/** @param {CanvasRenderingContext2D} ctx @param {Label} label */
function paintDot(ctx, label) {
  if (!label.dot) return;
  const [x, y] = label.at;
  const { ink } = look;
  if (label.dot === "square") {
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(x - 5.2, y - 5.2, 10.4, 10.4);
    ctx.strokeStyle = ink;
    ctx.lineWidth = 1.8;
    ctx.strokeRect(x - 3.6, y - 3.6, 7.2, 7.2);
    return;
  }
  const radius = label.style.radius ?? 2.6;
  strokeCircle(ctx, x, y, radius, "rgba(255,255,255,0.86)", label.dot === "ring" ? 4.4 : 3);
  ctx.fillStyle = label.dot === "ring" ? "#ffffff" : label.colour;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, TAU);
  ctx.fill();
  if (label.dot === "ring") strokeCircle(ctx, x, y, radius, label.colour, 1.3);
}

/** @param {CanvasRenderingContext2D} ctx @param {SetLabel} label */
function paintLabel(ctx, label) {
  paintDot(ctx, label);
  ctx.font = label.font;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.lineJoin = "round";
  if ("letterSpacing" in ctx) ctx.letterSpacing = `${label.spacing}px`;
  const middle = (label.box[0] + label.box[2]) / 2 + label.spacing / 2;
  const pitch = label.height / label.lines.length;
  label.lines.forEach((line, i) => {
    const y = label.box[1] + pitch * (i + 0.5) + label.size * 0.35;
    ctx.direction = directionOf(line);
    if (label.halo) {
      ctx.strokeStyle = `rgba(255,255,255,${look.haloOpacity})`;
      ctx.lineWidth = label.halo;
      ctx.strokeText(line, middle, y);
    }
    ctx.fillStyle = label.colour;
    ctx.fillText(line, middle, y);
  });
  if ("letterSpacing" in ctx) ctx.letterSpacing = "0px";
}

/** @param {CanvasRenderingContext2D} ctx @param {Shield} shield */
function paintShield(ctx, shield) {
  ctx.fillStyle = "#ffffff";
  ctx.strokeStyle = look.lines.mainRoad.colour;
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.roundRect(shield.box[0], shield.box[1], 22, 15, 2.5);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = look.ink;
  ctx.font = `700 10px ${look.interfaceFont}`;
  ctx.textAlign = "center";
  ctx.direction = "ltr";
  ctx.fillText(shield.text, shield.x, shield.y + 3.6);
}

/** @param {CanvasRenderingContext2D} ctx @param {Marker} item */
function paintLeader(ctx, item) {
  const { ink } = look;
  for (const { colour, width } of [
    { colour: "#ffffff", width: 3 },
    { colour: ink, width: 1.1 },
  ]) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(...item.at);
    ctx.lineTo(item.x, item.y);
    ctx.stroke();
  }
  ctx.fillStyle = ink;
  ctx.beginPath();
  ctx.arc(...item.at, 1.8, 0, TAU);
  ctx.fill();
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {Marker} item */
function paintMarker(ctx, scene, item) {
  if (item.leader) paintLeader(ctx, item);
  const grown = scene.hoveredMarker === item.id ? 1.12 : 1;
  if (item.selected) {
    const reach = item.disc ? 20 : item.radius + 7;
    strokeCircle(ctx, item.x, item.y, reach, "#ffffff", 6);
    strokeCircle(ctx, item.x, item.y, reach, look.evidence, 3);
  }
  if (item.disc) drawDisc(ctx, item.x, item.y, { ...item.disc, radius: item.disc.radius * grown });
  else if (item.glyph) drawGlyph(ctx, item.glyph, item.x, item.y, (item.size ?? 0) * grown);
}

/**
 * A selected settlement, front or border has no marker of its own: ring it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 */
function paintSelectedLabel(ctx, scene) {
  const label = scene.layout.labels.find((item) => item.feature && item.feature.id === scene.state.feature);
  if (!label) return;
  strokeCircle(ctx, ...label.at, 9, "#ffffff", 6);
  strokeCircle(ctx, ...label.at, 9, look.evidence, 3);
}

/**
 * A selected line, or the edge of a selected area, in the colour of focus.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 */
function paintSelectedShape(ctx, scene, view) {
  const feature = scene.model.byId.get(scene.state.feature ?? "");
  if (!feature?.lines && !feature?.polygons) return;
  const path = feature.lines
    ? pathOfLines(scene.model, view, feature.lines)
    : pathOfPolygons(scene.model, view, feature.polygons ?? []);
  /** @type {LineStyle} */
  const style = { ...look.selectedLine, colour: look.evidence, casingOpacity: 1, cap: "round" };
  strokeAll(ctx, [[path, style]]);
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
export function paintStanding(ctx, scene, view) {
  const { markers, labels, shields } = scene.layout;
  paintSelectedShape(ctx, scene, view);
  paintRings(ctx, scene, view);
  for (const shield of shields) paintShield(ctx, shield);
  paintEvidence(ctx, scene, view);
  for (const label of labels) paintLabel(ctx, label);
  for (const item of [...markers].reverse()) paintMarker(ctx, scene, item);
  lit.paintRings(ctx, scene);
  doubts.paintRings(ctx, scene, view);
  doubts.paintMarks(ctx, scene);
  paintSelectedLabel(ctx, scene);
  focusRing.paint(ctx, scene, view);
}
