/**
 * Numbers of roads, on the part of each that can be seen.
 */

import { pointsOf } from "../base/geometry.js";
import { joinArcs } from "../facts/topology.js";
import { placed } from "../drawing/ground.js";
import { grow } from "./occupancy.js";

const SHIELD = { width: 22, height: 15 };

/**
 * One or two shields a road, on the part that can be seen.
 * @param {Scene} scene
 * @param {View} view
 * @param {Occupancy} occupancy
 */
export function shields(scene, view, occupancy) {
  if (!scene.state.on.has("roads")) return [];
  const { arcs, dx, dy } = placed(scene.model, view);
  /** @type {Shield[]} */
  const drawn = [];
  for (const ref of new Set(scene.model.basemap.roads.map((road) => road.ref))) {
    if (!ref) continue;
    const lines = scene.model.basemap.roads.filter((road) => road.ref === ref).flatMap((road) => road.lines);
    const points = lines.flatMap((refs) => pointsOf(joinArcs(arcs, refs), dx, dy, view.window));
    for (const share of scene.compact ? [0.5] : [0.28, 0.72]) placeShield(drawn, ref, points, share, occupancy);
  }
  return drawn;
}

/**
 * @param {Shield[]} drawn
 * @param {string} text
 * @param {Point[]} points
 * @param {number} share
 * @param {Occupancy} occupancy
 */
function placeShield(drawn, text, points, share, occupancy) {
  const start = Math.floor(points.length * share);
  const reach = Math.floor(points.length * 0.2);
  for (let offset = 0; offset <= reach; offset += 1) {
    for (const i of [start + offset, start - offset]) {
      if (!points[i]) continue;
      const [x, y] = points[i];
      /** @type {Box} */
      const box = [x - SHIELD.width / 2, y - SHIELD.height / 2, x + SHIELD.width / 2, y + SHIELD.height / 2];
      if (!occupancy.isFree(grow(box, 4)) || drawn.some((s) => s.text === text && Math.hypot(s.x - x, s.y - y) < 140))
        continue;
      occupancy.take(box, "shield");
      drawn.push({ text, x, y, box });
      return;
    }
  }
}
