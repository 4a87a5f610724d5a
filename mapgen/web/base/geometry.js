/**
 * Plane and sphere. "World" units are Web Mercator scaled to 0..1 (x east, y south); degrees are longitude first.
 */

const EARTH_RADIUS_KM = 6371.0088; // mean radius, IUGG
const EARTH_CIRCUMFERENCE_KM = 40075.0167; // equator of Web Mercator's sphere
const TILE_PX = 256;

/** @param {number} longitude degrees @returns {number} */
export function worldX(longitude) {
  return longitude / 360 + 0.5;
}

/** @param {number} latitude degrees @returns {number} */
export function worldY(latitude) {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @param {number} x @returns {number} degrees */
export function longitudeOf(x) {
  return (x - 0.5) * 360;
}

/** @param {number} y @returns {number} degrees */
export function latitudeOf(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** @param {number} zoom @returns {number} pixels across the world */
export function worldSize(zoom) {
  return TILE_PX * 2 ** zoom;
}

/** @param {number} km @param {number} latitude degrees @param {number} zoom @returns {number} pixels */
export function kilometresToPixels(km, latitude, zoom) {
  return (km / (EARTH_CIRCUMFERENCE_KM * Math.cos((latitude * Math.PI) / 180))) * worldSize(zoom);
}

/** Great-circle distance. @param {Point} a degrees @param {Point} b degrees @returns {number} km */
export function distanceKm(a, b) {
  const rad = Math.PI / 180;
  const dLat = (b[1] - a[1]) * rad;
  const dLon = (b[0] - a[0]) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Direction in which a great circle sets out.
 * @param {Point} from degrees
 * @param {Point} to degrees
 * @returns {number} degrees from north, clockwise
 */
export function bearing(from, to) {
  const rad = Math.PI / 180;
  const [lat1, lat2, dLon] = [from[1] * rad, to[1] * rad, (to[0] - from[0]) * rad];
  const y = Math.sin(dLon) * Math.cos(lat2);
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
  return (Math.atan2(y, x) / rad + 360) % 360;
}

/**
 * Even-odd test.
 * @param {ArrayLike<number>} flat x0,y0,x1,y1,…
 * @param {number} x
 * @param {number} y
 * @returns {boolean}
 */
export function ringContains(flat, x, y) {
  let inside = false;
  for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
    const yi = flat[i + 1];
    const yj = flat[j + 1];
    if (yi > y !== yj > y && x < ((flat[j] - flat[i]) * (y - yi)) / (yj - yi) + flat[i]) inside = !inside;
  }
  return inside;
}

/**
 * Squared distance of a point from a segment, in the units given.
 * @param {number} px
 * @param {number} py
 * @param {number} ax
 * @param {number} ay
 * @param {number} bx
 * @param {number} by
 */
export function segmentDistance2(px, py, ax, ay, bx, by) {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  const along = length2 ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length2)) : 0;
  return (ax + along * dx - px) ** 2 + (ay + along * dy - py) ** 2;
}

/**
 * Squared distance of a point from a line.
 * @param {ArrayLike<number>} flat x0,y0,x1,y1,…
 * @param {number} x
 * @param {number} y
 */
export function lineDistance2(flat, x, y) {
  let least = Infinity;
  for (let i = 0; i + 3 < flat.length; i += 2) {
    const d = segmentDistance2(x, y, flat[i], flat[i + 1], flat[i + 2], flat[i + 3]);
    if (d < least) least = d;
  }
  return least;
}

/** @param {ArrayLike<number>} flat @returns {Box} left, top, right, bottom */
export function bounds(flat) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < flat.length; i += 2) {
    if (flat[i] < box[0]) box[0] = flat[i];
    if (flat[i] > box[2]) box[2] = flat[i];
    if (flat[i + 1] < box[1]) box[1] = flat[i + 1];
    if (flat[i + 1] > box[3]) box[3] = flat[i + 1];
  }
  return box;
}

/**
 * Whether a segment touches a box (separating axes).
 * @param {number} ax
 * @param {number} ay
 * @param {number} bx
 * @param {number} by
 * @param {Box} box left, top, right, bottom
 */
export function segmentMeetsBox(ax, ay, bx, by, box) {
  if (Math.max(ax, bx) < box[0] || Math.min(ax, bx) > box[2]) return false;
  if (Math.max(ay, by) < box[1] || Math.min(ay, by) > box[3]) return false;
  const nx = ay - by;
  const ny = bx - ax;
  const middle = nx * ((box[0] + box[2]) / 2 - ax) + ny * ((box[1] + box[3]) / 2 - ay);
  const reach = (Math.abs(nx) * (box[2] - box[0]) + Math.abs(ny) * (box[3] - box[1])) / 2;
  return Math.abs(middle) <= reach;
}

/**
 * Keep the points that stray from their neighbours' line (Douglas and Peucker).
 * @param {number[]} flat @param {number} tolerance in the units of the line @returns {number[]}
 */
export function simplify(flat, tolerance) {
  const last = flat.length / 2 - 1;
  if (last < 2) return Array.from(flat);
  const keep = new Uint8Array(last + 1);
  keep[0] = keep[last] = 1;
  const stack = [[0, last]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span;
    const [far, distance2] = farthest(flat, from, to);
    if (distance2 <= tolerance * tolerance) continue;
    keep[far] = 1;
    stack.push([from, far], [far, to]);
  }
  const kept = [];
  for (let i = 0; i <= last; i += 1) if (keep[i]) kept.push(flat[2 * i], flat[2 * i + 1]);
  return kept;
}

/** @param {Flat} flat @param {number} from @param {number} to */
function farthest(flat, from, to) {
  let far = from;
  let most = -1;
  for (let i = from + 1; i < to; i += 1) {
    const d = segmentDistance2(
      flat[2 * i],
      flat[2 * i + 1],
      flat[2 * from],
      flat[2 * from + 1],
      flat[2 * to],
      flat[2 * to + 1],
    );
    if (d > most) [far, most] = [i, d];
  }
  return [far, most];
}

/** @param {Point} point @param {Box} window */
export const pointWithin = ([x, y], window) => x >= window[0] && y >= window[1] && x <= window[2] && y <= window[3];

/**
 * Points every few px along a line, those in the window.
 * @param {Refs} line
 * @param {number} dx
 * @param {number} dy
 * @param {Box} window
 * @returns {Point[]}
 */
export function pointsOf(line, dx, dy, window) {
  /** @type {Point[]} */
  const points = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const steps = Math.max(1, Math.ceil(Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]) / 8));
    for (let k = 0; k < steps; k += 1) {
      /** @type {Point} */
      const point = [
        line[i] + ((line[i + 2] - line[i]) * k) / steps - dx,
        line[i + 1] + ((line[i + 3] - line[i + 1]) * k) / steps - dy,
      ];
      if (pointWithin(point, window)) points.push(point);
    }
  }
  return points;
}
