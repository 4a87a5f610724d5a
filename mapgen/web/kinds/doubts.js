/**
 * Where sources disagree: a small mark beside everything that has more than one version, and rings on request.
 */

import { picture } from "../base/dom.js";
import { DISAGREEMENT, doubted, isDoubted } from "../facts/doubts.js";
import { toPixel } from "../drawing/view.js";
import { look } from "../drawing/look.js";
import { kindOf } from "./index.js";

const TAU = 2 * Math.PI;
const MARK_PX = 4.6;
const RING_PX = 6; // from the edge of a marker, or from a bare point

/**
 * A white disc with "not equal" in it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} [radius]
 */
function drawMark(ctx, x, y, radius = MARK_PX) {
  ctx.fillStyle = "#ffffff";
  ctx.strokeStyle = look.ink;
  ctx.lineWidth = 1;
  ctx.lineCap = "butt";
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, TAU);
  ctx.fill();
  ctx.stroke();
  const half = radius * 0.52;
  ctx.beginPath();
  for (const dy of [-radius * 0.2, radius * 0.2]) {
    ctx.moveTo(x - half, y + dy);
    ctx.lineTo(x + half, y + dy);
  }
  ctx.moveTo(x - half * 0.55, y + half * 1.1);
  ctx.lineTo(x + half * 0.55, y - half * 1.1);
  ctx.stroke();
}

/**
 * Beside a marker at its upper right, beside a dot on the side that its name leaves free.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 */
export function paintMarks(ctx, scene) {
  if (scene.state.blank) return;
  for (const item of scene.layout.markers) {
    if (isDoubted(item.feature)) drawMark(ctx, item.x + item.radius * 0.8, item.y - item.radius * 0.8);
  }
  for (const label of scene.layout.labels) {
    if (!isDoubted(label.feature)) continue;
    const nameIsRight = (label.box[0] + label.box[2]) / 2 > label.at[0];
    drawMark(ctx, label.at[0] + (nameIsRight ? -6 : 6), label.at[1] - 5);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Point} point @param {number} radius */
function ring(ctx, [x, y], radius) {
  for (const { colour, width } of [
    { colour: "#ffffff", width: 5 },
    { colour: look.ink, width: 2 },
  ]) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, TAU);
    ctx.stroke();
  }
}

/**
 * With the switch on, every doubted place has a ring, drawn otherwise or not.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 */
export function paintRings(ctx, scene, view) {
  if (!scene.state.on.has(DISAGREEMENT)) return;
  const placed = new Map(scene.layout.markers.map((item) => [item.id, item]));
  for (const feature of doubted(scene.model)) {
    if (!feature.world || feature.off_frame) continue;
    const item = placed.get(feature.id);
    if (item) ring(ctx, [item.x, item.y], item.radius + RING_PX - 2);
    else if (!kindOf(feature.layerKind).markers) ring(ctx, toPixel(view, feature.world), RING_PX);
  }
}

/** @returns {HTMLCanvasElement} the mark for the key and for lists */
export function sample(box = 20) {
  return picture(box, box, "glyph", (ctx) => drawMark(ctx, box / 2, box / 2, box * 0.36));
}
