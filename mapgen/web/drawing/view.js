/**
 * What the canvases show: which part of the world, at which size, with which pixels.
 */

import { worldSize } from "../base/geometry.js";

const PADDING = 0.14; // share of the map's size, on each side

/**
 * @param {L.Map} map
 * @param {number} density
 * @param {boolean} isPrinted
 * @returns {View}
 */
export function makeView(map, density, isPrinted) {
  const size = map.getSize();
  const pad = size.multiplyBy(PADDING).round();
  const corner = map.containerPointToLayerPoint([0, 0]).round().subtract(pad);
  const origin = map.getPixelOrigin().add(corner);
  const zoom = map.getZoom();
  return {
    zoom,
    size: worldSize(zoom),
    corner,
    left: origin.x,
    top: origin.y,
    width: size.x + 2 * pad.x,
    height: size.y + 2 * pad.y,
    density,
    isPrinted,
    window: [pad.x, pad.y, pad.x + size.x, pad.y + size.y],
  };
}

const COMPARED = /** @type {const} */ (["zoom", "left", "top", "width", "height", "density", "isPrinted"]);

/** @param {View} one @param {View} other @returns {boolean} whether both show the same */
export const isSame = (one, other) => COMPARED.every((key) => one[key] === other[key]);

/** Where a place of the world falls on the canvas. @param {View} view @param {Point} world @returns {Point} px */
export function toPixel(view, world) {
  return [world[0] * view.size - view.left, world[1] * view.size - view.top];
}

/** @param {View} view @param {number} x @param {number} y px @returns {Point} world */
export function toWorldPoint(view, x, y) {
  return [(x + view.left) / view.size, (y + view.top) / view.size];
}

/**
 * @param {View} from @param {View} to
 * @returns {Box[] | null} the strips of the canvas that the last view did not show, in px; null where all is to be
 * drawn: after a zoom, or where pixels would not fall on pixels
 */
export function newParts(from, to) {
  const [dx, dy] = [to.left - from.left, to.top - from.top];
  const { width, height, density } = to;
  const alike = from.zoom === to.zoom && from.width === width && from.height === height && from.density === density;
  if (!alike || !Number.isInteger(density) || Math.abs(dx) >= width || Math.abs(dy) >= height) return null;
  /** @type {Box[]} */
  const strips = [
    dx > 0 ? [width - dx, 0, width, height] : [0, 0, -dx, height],
    dy > 0 ? [0, height - dy, width, height] : [0, 0, width, -dy],
  ];
  return strips.filter(([left, top, right, bottom]) => right > left && bottom > top);
}

/** Draw only what is new of a view. @param {CanvasRenderingContext2D} ctx @param {View} view */
export function clipToParts(ctx, { parts }) {
  if (!parts) return;
  ctx.beginPath();
  for (const [left, top, right, bottom] of parts) ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
}
