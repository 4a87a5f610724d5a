/**
 * The ground below and above the areas: land, wall ticks, paper, water.
 */

import { simplify } from "../base/geometry.js";
import { featuresOf } from "../facts/document.js";
import { joinArcs, projectArcs, traceLine, tracePolygon } from "../facts/topology.js";
import { toPixel } from "./view.js";
import { look } from "./look.js";

/**
 * Arcs in pixels of the view, and the shift that brings them onto the canvas.
 * @param {Model} model
 * @param {View} view
 */
export function placed(model, view) {
  const arcs = projectArcs(model, view.zoom);
  return { arcs, dx: view.left - model.frame[0] * view.size, dy: view.top - model.frame[1] * view.size };
}

/**
 * @param {Model} model
 * @param {View} view
 * @param {Refs[][]} polygons
 * @returns {Path2D} the polygons as one path
 */
export function pathOfPolygons(model, view, polygons) {
  const path = new Path2D();
  const { arcs, dx, dy } = placed(model, view);
  for (const rings of polygons) tracePolygon(path, arcs, rings, dx, dy);
  return path;
}

/**
 * @param {Model} model
 * @param {View} view
 * @param {Refs[]} lines
 * @returns {Path2D} the lines as one path
 */
export function pathOfLines(model, view, lines) {
  const path = new Path2D();
  const { arcs, dx, dy } = placed(model, view);
  for (const refs of lines) traceLine(path, arcs, refs, dx, dy);
  return path;
}

/** @param {Basemap["land"]} items @param {string} kind */
const polygonsOf = (items, kind) => items.filter((item) => item.kind === kind).flatMap((item) => item.polygons);

/**
 * Rectangle of world bounds on the canvas.
 * @param {View} view
 * @param {Box} box
 * @returns {[number, number, number, number]} x, y, width, height
 */
export function rectangle(view, box) {
  const [x0, y0] = toPixel(view, [box[0], box[1]]);
  const [x1, y1] = toPixel(view, [box[2], box[3]]);
  return [x0, y0, x1 - x0, y1 - y0];
}

/**
 * Nothing is drawn past the frame: the data end there.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 */
export function clipToFrame(ctx, scene, view) {
  ctx.beginPath();
  ctx.rect(...rectangle(view, scene.model.frame));
  ctx.clip();
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view */
export function paintBeyond(ctx, view) {
  ctx.fillStyle = look.beyond;
  ctx.fillRect(0, 0, view.width, view.height);
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
export function paintFrameLine(ctx, scene, view) {
  ctx.strokeStyle = look.frameLine;
  ctx.lineWidth = 1;
  ctx.strokeRect(...rectangle(view, scene.model.frame));
}

/** Paper for the areas to stand on. @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
export function paintPaper(ctx, scene, view) {
  ctx.fillStyle = look.paper;
  ctx.fillRect(0, 0, view.width, view.height);
  scene.syria = pathOfPolygons(scene.model, view, polygonsOf(scene.model.basemap.land, "syria"));
}

/**
 * The land outside hides what runs over the border; the wall's ticks stand on it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 */
export function paintOutside(ctx, scene, view) {
  const { model } = scene;
  const outside = pathOfPolygons(model, view, polygonsOf(model.basemap.land, "outside"));
  ctx.fillStyle = look.outside;
  ctx.fill(outside, "evenodd");
  if (!scene.state.on.has("border")) return;
  ctx.save();
  ctx.clip(outside, "evenodd");
  paintWall(ctx, scene, view);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
function paintWall(ctx, scene, view) {
  const { wall } = look;
  const { arcs, dx, dy } = placed(scene.model, view);
  ctx.save();
  ctx.strokeStyle = wall.colour;
  ctx.lineWidth = scene.compact ? wall.width * 0.8 : wall.width;
  ctx.setLineDash(wall.dash);
  ctx.lineJoin = "bevel";
  for (const feature of featuresOf(scene.model, "border")) {
    if (!feature.wall) continue;
    for (const refs of feature.lines) {
      const line = simplify(joinArcs(arcs, refs), wall.simplifyPx);
      ctx.beginPath();
      for (let i = 0; i < line.length; i += 2) ctx.lineTo(line[i] - dx, line[i + 1] - dy);
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
function paintRivers(ctx, scene, view) {
  const { river } = look;
  ctx.strokeStyle = river.colour;
  ctx.lineWidth = river.width;
  ctx.lineJoin = ctx.lineCap = "round";
  ctx.stroke(
    pathOfLines(
      scene.model,
      view,
      scene.model.basemap.rivers.flatMap((item) => item.lines),
    ),
  );
}

/**
 * Sea and lakes again, above the areas and the relief, with their shores.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 */
export function paintWater(ctx, scene, view) {
  const { sea, lake } = look;
  const { basemap } = scene.model;
  paintRivers(ctx, scene, view);
  ctx.fillStyle = scene.print ? "#ffffff" : sea.fill;
  for (const { items, style } of [
    { items: basemap.sea, style: sea },
    { items: basemap.lakes, style: lake },
  ]) {
    if (!items.length) continue;
    const path = pathOfPolygons(
      scene.model,
      view,
      items.flatMap((item) => item.polygons),
    );
    ctx.fill(path, "evenodd");
    ctx.strokeStyle = style.shore;
    ctx.lineWidth = style.width;
    ctx.stroke(path);
  }
}
