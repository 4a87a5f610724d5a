/**
 * Lines over the ground: roads, governorates, inner lines, limits, fronts, the border.
 */

import { activeOn, featuresOf } from "../facts/document.js";
import { idleArcs } from "../facts/topology.js";
import { activeAreas } from "./areas.js";
import { pathOfLines } from "./ground.js";
import { look } from "./look.js";

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} path
 * @param {LineStyle} style
 * @param {number} [scale]
 */
function stroke(ctx, path, style, scale = 1) {
  ctx.save();
  ctx.lineJoin = "round";
  if (style.casing) {
    ctx.strokeStyle = look.withAlpha("#ffffff", style.casingOpacity ?? 1);
    ctx.lineWidth = style.casing * scale;
    ctx.lineCap = "round";
    ctx.stroke(path);
  }
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} path
 * @param {LineStyle} style
 * @param {number} [scale]
 */
export function strokeCore(ctx, path, style, scale = 1) {
  ctx.save();
  ctx.globalAlpha *= style.opacity ?? 1;
  ctx.strokeStyle = style.colour;
  ctx.lineWidth = style.width * scale;
  ctx.lineJoin = "round";
  ctx.lineCap = style.cap;
  ctx.setLineDash(style.dash ?? []);
  ctx.stroke(path);
  ctx.restore();
}

/**
 * Casing first for all, so that no casing cuts another line.
 * @param {CanvasRenderingContext2D} ctx
 * @param {[Path2D, LineStyle][]} list
 * @param {number} [scale]
 */
export function strokeAll(ctx, list, scale = 1) {
  for (const [path, style] of list) stroke(ctx, path, style, scale);
  for (const [path, style] of list) strokeCore(ctx, path, style, scale);
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
export function paintRoads(ctx, scene, view) {
  if (!scene.state.on.has("roads")) return;
  const { lines } = look;
  /** @param {string} kind @param {LineStyle} style @returns {[Path2D, LineStyle]} */
  const roads = (kind, style) => {
    const ofKind = scene.model.basemap.roads.filter((road) => road.kind === kind);
    const refs = ofKind.flatMap((road) => road.lines);
    return [pathOfLines(scene.model, view, refs), style];
  };
  const list = [...(scene.compact ? [] : [roads("other", lines.otherRoad)]), roads("main", lines.mainRoad)];
  const [other] = list;
  ctx.save();
  ctx.globalAlpha = list.length > 1 ? quiet(view.zoom) : 1;
  strokeAll(ctx, [other]);
  ctx.restore();
  strokeAll(ctx, list.slice(1));
}

/** Small roads come forward as the map comes closer. @param {number} zoom */
function quiet(zoom) {
  return Math.max(0.35, Math.min(1, (zoom - 7.6) / 2));
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
export function paintGovernorates(ctx, scene, view) {
  if (!scene.state.on.has("governorates")) return;
  ctx.save();
  if (scene.syria) ctx.clip(scene.syria, "evenodd");
  const lines = scene.model.basemap.governorates.flatMap((item) => item.lines);
  strokeCore(ctx, pathOfLines(scene.model, view, lines), look.lines.governorate);
  ctx.restore();
}

/** @param {FrontLine} feature @returns {string} name of its style in look.lines */
export function styleName(feature) {
  return (feature.kind === "front" ? feature.quality : feature.kind) ?? "";
}

/**
 * Lines between areas that are switched off part nothing that can be seen.
 * @param {FrontLine} feature
 * @param {Scene} scene
 */
export function isShown(feature, scene) {
  const { on, date } = scene.state;
  if (!activeOn(feature, date)) return false;
  return feature.kind !== "inner" || feature.holders.some((holder) => on.has(`areas_of_control.${holder}`));
}

/**
 * Inner lines without the outlines of the islands that are too small to draw.
 * @param {FrontLine} feature
 * @param {Set<number>} idle
 */
export function linesAt(feature, idle) {
  if (feature.kind !== "inner" || !idle.size) return feature.lines;
  return feature.lines.flatMap((refs) => {
    /** @type {Refs[]} */
    const runs = [[]];
    for (const ref of refs) {
      if (idle.has(ref < 0 ? ~ref : ref)) runs.push([]);
      else runs[runs.length - 1].push(ref);
    }
    return runs.filter((run) => run.length);
  });
}

/** @param {Scene} scene @param {View} view @returns {Set<number>} */
export function idleAt(scene, view) {
  if (view.zoom >= look.smallPartsBelowZoom) return new Set();
  const areas = activeAreas(scene);
  return idleArcs(areas);
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
export function paintFronts(ctx, scene, view) {
  if (!scene.state.on.has("front_lines")) return;
  const idle = idleAt(scene, view);
  /** @type {Map<string, Refs[]>} */
  const groups = new Map();
  for (const feature of featuresOf(scene.model, "front_lines")) {
    if (!isShown(feature, scene)) continue;
    const name = styleName(feature);
    groups.set(name, [...(groups.get(name) ?? []), ...linesAt(feature, idle)]);
  }
  /** @param {string[]} names @returns {[Path2D, LineStyle][]} */
  const list = (names) =>
    names.flatMap((name) => {
      const lines = groups.get(name);
      return lines ? [[pathOfLines(scene.model, view, lines), look.lines[name]]] : [];
    });
  strokeAll(ctx, list(["inner"]));
  strokeAll(ctx, list(["limit", "guess", "approximate", "firm"]), scene.compact ? 0.75 : 1);
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view */
export function paintBorder(ctx, scene, view) {
  const features = featuresOf(scene.model, "border");
  const path = pathOfLines(
    scene.model,
    view,
    features.flatMap((feature) => feature.lines),
  );
  strokeAll(ctx, [[path, look.lines.border]]);
}
