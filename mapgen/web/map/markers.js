/**
 * Which markers the state asks for, how large, and where each finds room.
 */

import { text } from "../base/text.js";
import { heldOn } from "../facts/days.js";
import { activeOn, featuresOf, hasPlace } from "../facts/document.js";
import * as switches from "../facts/switches.js";
import { toPixel } from "../drawing/canvas-layer.js";
import { look } from "../drawing/look.js";
import { around } from "./occupancy.js";

const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];
const RANK = { post: 0, crossing: 1, violence: 1, base: 2, civil: 2 };
const VIOLENT = new Set(["air_strike", "health", "attack", "capture"]);
const FEW_BELOW_ZOOM = 8.6;
const DAY_MS = 86400000;
const WINDOW_DAYS = 10; // events of the days before the date

/** @param {Point} point @param {View} view */
const isNear = ([x, y], view) => x > -30 && y > -30 && x < view.width + 30 && y < view.height + 30;

/**
 * @param {string} date
 * @param {[string, string] | null} [period]
 * @returns {[string, string]} first and last day whose events are on the map: a chosen period, or the days before the
 * date
 */
export function eventWindow(date, period = null) {
  if (period) return period;
  return [new Date(Date.parse(date) - WINDOW_DAYS * DAY_MS).toISOString().slice(0, 10), date];
}

/**
 * @param {EventFeature} event
 * @param {[string, string]} days
 * @returns {boolean} whether an event happened, at least partly, within the days
 */
export function inWindow(event, [first, last]) {
  const end = event.date_end ?? event.date;
  return event.date <= last && (end >= first || first.startsWith(end));
}

/** @param {EventFeature} event @returns {boolean} whether the mark of an event is filled */
export function isViolent(event) {
  return VIOLENT.has(switches.eventGlyph(event.category));
}

/** @param {Scene} scene @param {View} view @param {string} glyph */
function glyphSize(scene, view, glyph) {
  const base = scene.compact ? (scene.phone ? 16 : 14) : 20;
  if (glyph === "protest") return (view.zoom < look.settlementsFromZoom ? 11.5 : 17) * (base / 20);
  if (glyph === "base" || glyph === "other" || glyph === "reinforcement") return base * 0.85;
  return base;
}

/** @param {Scene} scene @param {View} view @param {Post} post */
function discOf(scene, view, post) {
  const small = view.zoom < 8.3 || scene.compact;
  const radius = small ? 8.4 : 10.5;
  if (post.number !== null && post.number !== undefined)
    return { radius, size: small ? 9.8 : 11.5, label: String(post.number) };
  return { radius: radius * 0.8, size: small ? 8.6 : 9.8, label: text(`post.letter.${post.country}`), light: true };
}

/**
 * @param {View} view
 * @param {Placed} feature
 * @param {Pick<Marker, "radius" | "rank" | "part" | "glyph" | "size" | "disc">} extra
 * @returns {Marker}
 */
function marker(view, feature, extra) {
  const at = toPixel(view, feature.world);
  return { id: feature.id, feature, at, x: at[0], y: at[1], ...extra };
}

/**
 * @param {Scene} scene
 * @param {View} view
 * @param {Placed} feature
 * @param {string} glyph
 * @param {number} rank
 */
function glyphMarker(scene, view, feature, glyph, rank) {
  const size = glyphSize(scene, view, glyph);
  return marker(view, feature, { glyph, size, radius: size * 0.42, rank, part: `${feature.layer}` });
}

/** @param {Scene} scene @param {View} view */
function posts(scene, view) {
  return featuresOf(scene.model, "observation_posts")
    .filter(hasPlace)
    .filter((post) => activeOn(post, scene.state.date))
    .map((post) => {
      const disc = discOf(scene, view, post);
      return marker(view, post, {
        disc,
        radius: disc.radius,
        rank: disc.light ? RANK.crossing : RANK.post,
        part: "observation_posts",
      });
    });
}

/** @param {Scene} scene @param {View} view */
function crossings(scene, view) {
  return featuresOf(scene.model, "crossings")
    .filter(hasPlace)
    .map((crossing) => glyphMarker(scene, view, crossing, heldOn(crossing, scene.state.date).state, RANK.crossing));
}

/** @param {Scene} scene @param {View} view */
function bases(scene, view) {
  return featuresOf(scene.model, "bases")
    .filter(hasPlace)
    .map((base) => glyphMarker(scene, view, base, "base", RANK.base));
}

/** @param {Scene} scene @param {View} view */
function events(scene, view) {
  const { date, period, feature } = scene.state;
  const days = eventWindow(date, period);
  return featuresOf(scene.model, "events")
    .filter(hasPlace)
    .filter((event) => !event.off_frame && (event.id === feature || inWindow(event, days)))
    .map((event) => {
      const glyph = switches.eventGlyph(event.category);
      const rank = isViolent(event) ? RANK.violence : RANK.civil;
      return { ...glyphMarker(scene, view, event, glyph, rank), part: `events.${switches.eventGroup(event.category)}` };
    });
}

/**
 * @param {Scene} scene
 * @param {View} view
 * @returns {Marker[]} every marker that the switches allow, first the ones that matter most
 */
export function wanted(scene, view) {
  const { on, feature } = scene.state;
  const all = [...posts(scene, view), ...crossings(scene, view), ...events(scene, view), ...bases(scene, view)];
  const few = scene.compact && view.zoom < FEW_BELOW_ZOOM;
  const shown = all.filter(
    (item) =>
      (item.id === feature || (on.has(item.part) && !(few && isMinor(item)))) &&
      isNear(item.at, view) &&
      inFrame(item.feature, scene.model),
  );
  for (const item of shown) if (item.id === feature) select(item);
  return shown.sort((a, b) => a.rank - b.rank);
}

/** On a small map of the whole region there is room for numbered posts and crossings alone. @param {Marker} item */
function isMinor(item) {
  return item.rank > RANK.post && item.part !== "crossings";
}

/** @param {Feature} feature @param {Model} model */
function inFrame({ world }, { frame }) {
  const [x, y] = world ?? [NaN, NaN];
  return x >= frame[0] && y >= frame[1] && x <= frame[2] && y <= frame[3];
}

/** @param {Marker} item */
function select(item) {
  item.selected = true;
  item.rank = -1;
  if (item.disc) {
    item.disc = { ...item.disc, radius: 13, size: 12.5, selected: true };
    item.radius = 13;
  }
}

/** Its own place, eight around it that touch, eight further out with a leader. @param {Marker} item */
function* places(item) {
  const [x, y] = item.at;
  yield { x, y, leader: false };
  if (item.rank <= RANK.post) return;
  for (const { reach, leader } of [
    { reach: item.radius + 5, leader: false },
    { reach: 2.3 * item.radius + 12, leader: true },
  ]) {
    for (const [dx, dy] of DIRECTIONS) {
      const length = Math.hypot(dx, dy);
      yield { x: x + (dx / length) * reach, y: y + (dy / length) * reach, leader };
    }
  }
}

/** The way of a leader past the marks around its dot. @param {Marker} item @param {{x: number, y: number}} spot */
function leaderBoxes(item, spot) {
  return [0.45, 0.6, 0.75].map((share) => {
    const x = item.at[0] + (spot.x - item.at[0]) * share;
    const y = item.at[1] + (spot.y - item.at[1]) * share;
    return around(x, y, 2.5);
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
