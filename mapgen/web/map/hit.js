/**
 * What is under the pointer: markers first, then names, fronts, the border, then the ground.
 */

import { latitudeOf, lineDistance2, longitudeOf } from "../base/geometry.js";
import { activeOn, featuresOf } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { featureLines } from "../facts/topology.js";
import { toWorldPoint } from "../drawing/view.js";
import { around, grow, meet } from "./occupancy.js";

const SLACK = { fine: 3, coarse: 11 }; // px around markers
const LINE_REACH = { fine: 5, coarse: 11 };

const coarse = () => globalThis.matchMedia?.("(pointer: coarse)").matches ?? false;

/** @param {Layout} layout @param {number} x @param {number} y */
function markerAt(layout, x, y) {
  const slack = coarse() ? SLACK.coarse : SLACK.fine;
  /** @type {{distance: number, item: Marker} | null} */
  let best = null;
  for (const item of layout.markers) {
    const distance = Math.hypot(item.x - x, item.y - y) - item.radius;
    if (distance <= slack && (!best || distance < best.distance)) best = { distance, item };
  }
  return best?.item ?? null;
}

/** @param {Layout} layout @param {number} x @param {number} y */
function labelAt(layout, x, y) {
  return layout.labels.find((label) => {
    if (!label.feature) return false;
    const [l, t, r, b] = label.box;
    return (
      (x >= l - 2 && x <= r + 2 && y >= t && y <= b) ||
      Math.hypot(label.at[0] - x, label.at[1] - y) < (coarse() ? 14 : 7)
    );
  });
}

/**
 * @param {Scene} scene
 * @param {View} view
 * @param {"front_lines" | "border"} layer
 * @param {number} x
 * @param {number} y
 * @returns {Line | null} the nearest line of a layer within reach
 */
function lineAt(scene, view, layer, x, y) {
  const reach = (coarse() ? LINE_REACH.coarse : LINE_REACH.fine) / view.size;
  const [wx, wy] = toWorldPoint(view, x, y);
  /** @type {{distance: number, feature: Line} | null} */
  let best = null;
  /** @type {Line[]} */
  const features = featuresOf(scene.model, layer).filter((feature) => activeOn(feature, scene.state.date));
  for (const feature of features) {
    for (const { line, box } of featureLines(scene.model, feature)) {
      if (!meet(around(wx, wy, reach), grow(box, reach))) continue;
      const distance = Math.sqrt(lineDistance2(line, wx, wy));
      if (distance <= reach && (!best || distance < best.distance)) best = { distance, feature };
    }
  }
  return best?.feature ?? null;
}

/**
 * @param {Scene} scene @param {View} view @param {number} x @param {number} y px of the canvas
 * @returns {Hit | null}
 */
export function hitTest(scene, view, x, y) {
  const marker = markerAt(scene.layout, x, y);
  if (marker) return { id: marker.id, feature: marker.feature, marker: true, area: null };
  const label = labelAt(scene.layout, x, y);
  if (label?.feature) return { id: label.feature.id, feature: label.feature, marker: false, area: null };
  const line =
    (scene.state.on.has("front_lines") && lineAt(scene, view, "front_lines", x, y)) ||
    lineAt(scene, view, "border", x, y);
  if (line) return { id: line.id, feature: line, marker: false, area: null };
  return groundAt(scene, view, x, y);
}

/**
 * @param {Scene} scene
 * @param {View} view
 * @param {number} x
 * @param {number} y
 */
function groundAt(scene, view, x, y) {
  const world = toWorldPoint(view, x, y);
  const area = evidence.areaAt(scene.model, world, scene.state.date);
  if (!area) return null;
  /** @type {Point} */
  const degrees = [longitudeOf(world[0]), latitudeOf(world[1])];
  return { id: evidence.spotId(degrees), feature: null, marker: false, area };
}
