/**
 * The ring around the feature of the map that has the focus of the keyboard: over everything else.
 */

import { pathOfLines, pathOfPolygons } from "../drawing/ground.js";
import { strokeAll } from "../drawing/lines.js";
import { look } from "../drawing/look.js";
import { around, grow } from "./occupancy.js";

const WIDTH = 3;
const GAP = 2; // px of white between a feature and its ring, and as much outside
const POINT_PX = 10;
const SELECTED_PX = { disc: 20, glyph: 7 }; // as far as the ring of the selection reaches

/** @param {CanvasRenderingContext2D} ctx @param {Path2D} path */
function stroke(ctx, path) {
  strokeAll(ctx, [
    [path, { colour: look.evidence, width: WIDTH, casing: WIDTH + 2 * GAP, casingOpacity: 1, cap: "round" }],
  ]);
}

/** @param {Point} point @param {number} radius */
function circle([x, y], radius) {
  const path = new Path2D();
  path.arc(x, y, radius, 0, 2 * Math.PI);
  return path;
}

/** Around a name, with its dot where it has one. @param {SetLabel} label */
function aroundLabel(label) {
  const dot = label.dot ? around(...label.at, 4) : label.box;
  const [l, t, r, b] = label.box;
  const box = /** @type {Box} */ ([Math.min(l, dot[0]), Math.min(t, dot[1]), Math.max(r, dot[2]), Math.max(b, dot[3])]);
  const [left, top, right, bottom] = grow(box, GAP + WIDTH / 2);
  const path = new Path2D();
  path.roundRect(left, top, right - left, bottom - top, 4);
  return path;
}

/** @param {Item} item */
function pathOf({ drawn, at }) {
  if (drawn && "box" in drawn) return aroundLabel(drawn);
  if (!drawn) return circle(at, POINT_PX);
  const selected = drawn.disc ? SELECTED_PX.disc : drawn.radius + SELECTED_PX.glyph;
  return circle([drawn.x, drawn.y], (drawn.selected ? selected + WIDTH : drawn.radius) + GAP + WIDTH / 2);
}

/** @param {CanvasRenderingContext2D} ctx @param {Scene} scene whose `focused` item is ringed @param {View} view */
export function paint(ctx, scene, view) {
  const { focused } = scene;
  if (!focused || view.isPrinted) return;
  const { polygons, lines } = focused.feature;
  if (polygons) stroke(ctx, pathOfPolygons(scene.model, view, polygons));
  if (lines) stroke(ctx, pathOfLines(scene.model, view, lines));
  const [left, top] = view.window;
  stroke(ctx, pathOf({ ...focused, at: [focused.at[0] + left, focused.at[1] + top] }));
}
