/**
 * Which markers the state asks for, how large, and where each finds room.
 */

import { pointWithin } from "../base/geometry.js";
import { look } from "../drawing/look.js";
import { toWorldPoint } from "../drawing/view.js";
import { layersOf } from "../kinds/index.js";
import { RANK } from "../kinds/marks.js";
import { around } from "./occupancy.js";

const DIAGONAL = Math.SQRT1_2;
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [DIAGONAL, -DIAGONAL],
  [-DIAGONAL, -DIAGONAL],
  [DIAGONAL, DIAGONAL],
  [-DIAGONAL, DIAGONAL],
];
const FEW_BELOW_ZOOM = 8.6; // on a small map of the whole region there is room for the major ones alone

const MARGIN_PX = 30; // a mark that stands so far outside the canvas reaches into it
const CROWD_PX = 12;
const CELLS_IN_ROW = 4096; // more than a canvas has
const PATIENCE = 4; // marks so near to each other that found no room: the next one finds none either

/**
 * @param {Scene} scene
 * @param {View} view
 * @returns {(feature: Feature) => boolean} whether a feature lies in the frame, and in the view or nearly so
 */
function nearTo({ model: { frame } }, view) {
  const [left, top] = toWorldPoint(view, -MARGIN_PX, -MARGIN_PX);
  const [right, bottom] = toWorldPoint(view, view.width + MARGIN_PX, view.height + MARGIN_PX);
  /** @type {Box} */
  const canvas = [left, top, right, bottom];
  return ({ world }) => Boolean(world && pointWithin(world, canvas) && pointWithin(world, frame));
}

/**
 * @param {Scene} scene
 * @param {View} view
 * @returns {Marker[]} every marker that the switches allow, first the ones that matter most; each at its own place
 */
export function wanted(scene, view) {
  const { on, feature } = scene.state;
  const near = nearTo(scene, view);
  const all = layersOf(scene.model).flatMap(
    ({ layer, kind }) => kind.markers?.(scene, view, layer.features.filter(near)) ?? [],
  );
  const few = scene.compact && view.zoom < FEW_BELOW_ZOOM;
  const shown = all.filter((item) => item.id === feature || (on.has(item.part) && (item.isMajor || !few)));
  for (const item of shown) if (item.id === feature) select(item);
  return shown.sort((a, b) => a.rank - b.rank);
}

/** @param {Marker} item */
function select(item) {
  item.selected = true;
  item.rank = -1;
  if (item.disc) {
    const radius = look.marks.disc.selectedRadius;
    item.disc = { ...item.disc, radius, size: 12.5, selected: true };
    item.radius = radius;
  }
}

/** Its own place, eight around it that touch, eight further out with a leader. @param {Marker} item */
function* places(item) {
  const [x, y] = item.at;
  yield { x, y, leader: false };
  if (item.rank <= RANK.post) return;
  const { beside, away } = look.marks;
  for (const { reach, leader } of [
    { reach: item.radius + beside, leader: false },
    { reach: away.times * item.radius + away.plus, leader: true },
  ]) {
    for (const [dx, dy] of DIRECTIONS) yield { x: x + dx * reach, y: y + dy * reach, leader };
  }
}

/** The way of a leader past the marks around its dot. @param {Marker} item @param {{x: number, y: number}} spot */
function leaderBoxes(item, spot) {
  const { shares, air } = look.marks.leader;
  return shares.map((share) => {
    const x = item.at[0] + (spot.x - item.at[0]) * share;
    const y = item.at[1] + (spot.y - item.at[1]) * share;
    return around(x, y, air);
  });
}

/**
 * @param {Marker} item
 * @param {Occupancy} occupancy
 * @returns {boolean} whether the marker found a place; it then holds it
 */
export function place(item, occupancy) {
  for (const spot of places(item)) {
    const box = around(spot.x, spot.y, item.radius);
    const movable = item.rank > RANK.post;
    if (movable && !occupancy.isFree(box)) continue;
    const leader = spot.leader ? leaderBoxes(item, spot) : [];
    if (!leader.every((piece) => occupancy.isFree(piece))) continue;
    for (const piece of [box, ...leader]) occupancy.take(piece, item);
    Object.assign(item, { x: spot.x, y: spot.y, leader: spot.leader });
    return true;
  }
  return false;
}

/**
 * @param {Occupancy} occupancy
 * @returns {(item: Marker) => boolean} what places markers, one after another, and passes those in a crowd
 */
export function placer(occupancy) {
  /** @type {Map<number, number>} */
  const refused = new Map();
  return (item) => {
    const cell = Math.floor(item.at[0] / CROWD_PX) * CELLS_IN_ROW + Math.floor(item.at[1] / CROWD_PX);
    const before = refused.get(cell) ?? 0;
    if (before >= PATIENCE && item.rank > RANK.post) return false;
    const isPlaced = place(item, occupancy);
    if (!isPlaced) refused.set(cell, before + 1);
    return isPlaced;
  };
}
