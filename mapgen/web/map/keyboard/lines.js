/**
 * Fronts and the border for the keyboard: a line is walked to at the middle of its longest stretch in view.
 */

import { pointsOf } from "../../base/geometry.js";
import { featuresOf } from "../../facts/document.js";
import { joinArcs } from "../../facts/topology.js";
import { placed } from "../../drawing/ground.js";
import { idleAt, isShown, linesAt } from "../../drawing/lines.js";

/** @type {Box} */
const EVERYWHERE = [-Infinity, -Infinity, Infinity, Infinity];

/**
 * The lines that are drawn of a feature, in px of the canvas.
 * @param {Scene} scene
 * @param {View} view
 * @param {Line} feature
 * @param {Set<number>} idle
 * @returns {number[][]} x0,y0,x1,y1,…
 */
function drawnLines(scene, view, feature, idle) {
  const { arcs, dx, dy } = placed(scene.model, view);
  return linesAt(feature, idle).map((refs) => joinArcs(arcs, refs).map((value, i) => value - (i % 2 ? dy : dx)));
}

/** @param {Point[]} points */
const middle = (points) => points[Math.floor(points.length / 2)];

/**
 * @param {Refs[]} lines
 * @param {Box} window
 * @returns {Point | null} the middle of the longest stretch in view; none is seen: null
 */
function middleInView(lines, window) {
  const stretches = lines.map((line) => pointsOf(line, 0, 0, window)).filter((points) => points.length);
  return stretches.length
    ? middle(stretches.reduce((best, points) => (points.length > best.length ? points : best)))
    : null;
}

/** Where a line out of view is nearest to it. @param {Refs[]} lines @param {Box} box */
function nearest(lines, [left, top, right, bottom]) {
  /** @param {Point} point */
  const far = ([x, y]) => Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2);
  const points = lines.flatMap((line) => pointsOf(line, 0, 0, EVERYWHERE));
  return points.reduce((best, point) => (far(point) < far(best) ? point : best));
}

/**
 * @param {Scene} scene @param {View} view @param {string | null} kept id of a feature that stays, in view or not
 * @returns {Item[]} the lines that a click could hit
 */
export function items(scene, view, kept) {
  const fronts = scene.state.on.has("front_lines")
    ? featuresOf(scene.model, "front_lines").filter((line) => isShown(line, scene))
    : [];
  const idle = idleAt(scene, view);
  return [...fronts, ...featuresOf(scene.model, "border")].flatMap((feature) => {
    const lines = drawnLines(scene, view, feature, idle);
    const at =
      middleInView(lines, view.window) ?? (feature.id === kept && lines.length ? nearest(lines, view.window) : null);
    return at ? [{ feature, at, drawn: null }] : [];
  });
}
