/**
 * Lines and rings out of shared arcs. An arc is projected once per zoom, so neighbours keep the same edge.
 */

import { bounds, ringContains, worldSize } from "../base/geometry.js";

const MIN_STEP_PX = 0.6; // points nearer than this on the screen add nothing

/**
 * Arcs in pixels of one zoom, thinned; the last zoom is kept.
 * @param {Model} model @param {number} zoom
 * @returns {Float64Array[]} pixels from the north-west corner of the frame
 */
export function projectArcs(model, zoom) {
  if (model.projected?.zoom === zoom) return model.projected.arcs;
  const size = worldSize(zoom);
  const [left, top] = model.frame;
  const arcs = model.arcs.map((arc) => thin(arc, size, left, top));
  model.projected = { zoom, arcs };
  return arcs;
}

/**
 * @param {Float64Array} arc
 * @param {number} size
 * @param {number} left
 * @param {number} top
 */
function thin(arc, size, left, top) {
  const out = new Float64Array(arc.length);
  let length = 0;
  let lastX = Infinity;
  let lastY = Infinity;
  for (let i = 0; i < arc.length; i += 2) {
    const x = (arc[i] - left) * size;
    const y = (arc[i + 1] - top) * size;
    const end = i === 0 || i === arc.length - 2;
    if (!end && Math.abs(x - lastX) < MIN_STEP_PX && Math.abs(y - lastY) < MIN_STEP_PX) continue;
    out[length] = lastX = x;
    out[length + 1] = lastY = y;
    length += 2;
  }
  return out.subarray(0, length);
}

/**
 * Add one arc to a path.
 * @param {Path2D} path
 * @param {Float64Array[]} arcs
 * @param {number} ref arc number, ~number if reversed
 * @param {number} dx
 * @param {number} dy
 * @param {boolean} start whether the path begins here
 */
function traceArc(path, arcs, ref, dx, dy, start) {
  const arc = arcs[ref < 0 ? ~ref : ref];
  const n = arc.length;
  for (let k = 0; k < n; k += 2) {
    const i = ref < 0 ? n - 2 - k : k;
    if (k === 0 && start) path.moveTo(arc[i] - dx, arc[i + 1] - dy);
    else if (k > 0) path.lineTo(arc[i] - dx, arc[i + 1] - dy);
  }
}

/**
 * @param {Path2D} path
 * @param {Float64Array[]} arcs
 * @param {number[]} refs arcs of one line
 * @param {number} dx
 * @param {number} dy
 */
export function traceLine(path, arcs, refs, dx, dy) {
  refs.forEach((ref, i) => traceArc(path, arcs, ref, dx, dy, i === 0));
}

/**
 * @param {Path2D} path
 * @param {Float64Array[]} arcs
 * @param {number[][]} rings of one polygon
 * @param {number} dx
 * @param {number} dy
 */
export function tracePolygon(path, arcs, rings, dx, dy) {
  for (const ring of rings) {
    traceLine(path, arcs, ring, dx, dy);
    path.closePath();
  }
}

/** @param {Float64Array[]} arcs @param {number[]} refs @returns {number[]} the joined line, x0,y0,x1,y1,… */
export function joinArcs(arcs, refs) {
  /** @type {number[]} */
  const flat = [];
  refs.forEach((ref, part) => {
    const arc = arcs[ref < 0 ? ~ref : ref];
    for (let k = part ? 2 : 0; k < arc.length; k += 2) {
      const i = ref < 0 ? arc.length - 2 - k : k;
      flat.push(arc[i], arc[i + 1]);
    }
  });
  return flat;
}

/**
 * Rings of an area in world coordinates with their boxes, made once.
 * @param {Model} model
 * @param {Feature} feature
 */
export function polygonRings(model, feature) {
  feature.rings ??= (feature.polygons ?? []).map((rings) => {
    const lines = rings.map((ring) => joinArcs(model.arcs, ring));
    return { lines, box: bounds(lines[0]) };
  });
  return feature.rings;
}

/** @param {Model} model @param {Feature} feature an area @param {Point} world point @returns {boolean} */
export function areaContains(model, feature, world) {
  const [x, y] = world;
  return polygonRings(model, feature).some(({ lines, box }) => {
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
    return lines.filter((ring) => ringContains(ring, x, y)).length % 2 === 1;
  });
}

/** Twice the signed area of a closed line. @param {Flat} flat */
function ringArea2(flat) {
  let sum = 0;
  for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2)
    sum += flat[j] * flat[i + 1] - flat[i] * flat[j + 1];
  return sum;
}

/**
 * The part of an area around a place.
 * @param {Model} model
 * @param {Feature} feature
 * @param {Point} point
 * @returns {{index: number, area: number} | null} area in world units squared
 */
export function partAt(model, feature, [x, y]) {
  const parts = polygonRings(model, feature);
  const index = parts.findIndex(
    ({ lines, box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && ringContains(lines[0], x, y),
  );
  if (index < 0) return null;
  parts[index].area ??= Math.abs(ringArea2(parts[index].lines[0])) / 2;
  return { index, area: parts[index].area };
}

/**
 * Lines of a feature in world coordinates with their boxes, made once.
 * @param {Model} model
 * @param {Feature} feature
 */
export function featureLines(model, feature) {
  feature.flat ??= (feature.lines ?? []).map((refs) => {
    const line = joinArcs(model.arcs, refs);
    return { line, box: bounds(line) };
  });
  return feature.flat;
}

/**
 * Arcs whose two sides show the same holder once small islands take their neighbour's colour.
 * @param {Area[]} areas features @returns {Set<number>} arc numbers that part nothing
 */
export function idleArcs(areas) {
  const sides = new Map();
  const idle = new Set();
  for (const area of areas) {
    area.polygons.forEach((rings, part) => {
      const holder = area.small_into?.[part] ?? area.holder;
      for (const ref of rings.flat()) {
        const arc = ref < 0 ? ~ref : ref;
        if (sides.get(arc) === holder) idle.add(arc);
        sides.set(arc, holder);
      }
    });
  }
  return idle;
}
