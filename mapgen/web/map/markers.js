/**
 * Which markers the state asks for, how large, and where each finds room.
 */

import { text } from "../base/text.js";
import { eventWindow, heldOn, inWindow } from "../facts/days.js";
import { activeOn, featuresOf } from "../facts/document.js";
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
const FEW_BELOW_ZOOM = 8.6;

const isNear = ([x, y], view) => x > -30 && y > -30 && x < view.width + 30 && y < view.height + 30;

function glyphSize(scene, view, glyph) {
  const { size: usual, scale, protest } = look.marks;
  const size = scene.compact ? (scene.phone ? 16 : 14) : usual;
  if (glyph === "protest")
    return (view.zoom < look.settlementsFromZoom ? protest.smallSize : protest.size) * (size / usual);
  return size * (scale[glyph] ?? 1);
}

function discOf(scene, view, post) {
  const { disc } = look.marks;
  const small = view.zoom < disc.smallBelowZoom || scene.compact;
  const radius = small ? disc.smallRadius : disc.radius;
  if (post.number !== null && post.number !== undefined)
    return { radius, size: small ? disc.smallSize : disc.size, label: String(post.number) };
  const size = small ? 8.6 : disc.smallSize;
  return { radius: radius * disc.letterRadius, size, label: text(`post.letter.${post.country}`), light: true };
}

function marker(view, feature, extra) {
  return { id: feature.id, feature, at: toPixel(view, feature.world), ...extra };
}

function glyphMarker(scene, view, feature, glyph, rank) {
  const size = glyphSize(scene, view, glyph);
  return marker(view, feature, { glyph, size, radius: size * look.marks.radius, rank, part: `${feature.layer}` });
}

function posts(scene, view) {
  return featuresOf(scene.model, "observation_posts")
    .filter((post) => post.world && activeOn(post, scene.state.date))
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

function crossings(scene, view) {
  return featuresOf(scene.model, "crossings")
    .filter((crossing) => crossing.world)
    .map((crossing) => glyphMarker(scene, view, crossing, heldOn(crossing, scene.state.date).state, RANK.crossing));
}

function bases(scene, view) {
  return featuresOf(scene.model, "bases")
    .filter((base) => base.world)
    .map((base) => glyphMarker(scene, view, base, "base", RANK.base));
}

function events(scene, view) {
  const { date, period, feature } = scene.state;
  const days = eventWindow(date, period);
  return featuresOf(scene.model, "events")
    .filter((event) => event.world && !event.off_frame && (event.id === feature || inWindow(event, days)))
    .map((event) => {
      const glyph = switches.eventGlyph(event.category);
      const rank = switches.isViolent(event.category) ? RANK.violence : RANK.civil;
      return { ...glyphMarker(scene, view, event, glyph, rank), part: `events.${switches.eventGroup(event.category)}` };
    });
}

/** @returns {Object[]} every marker that the switches allow, first the ones that matter most */
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

/** On a small map of the whole region there is room for numbered posts and crossings alone. */
function isMinor(item) {
  return item.rank > RANK.post && item.part !== "crossings";
}

function inFrame({ world: [x, y] }, { frame }) {
  return x >= frame[0] && y >= frame[1] && x <= frame[2] && y <= frame[3];
}

function select(item) {
  item.selected = true;
  item.rank = -1;
  if (item.disc) {
    const radius = look.marks.disc.selectedRadius;
    item.disc = { ...item.disc, radius, size: 12.5, selected: true };
    item.radius = radius;
  }
}

/** Its own place, eight around it that touch, eight further out with a leader. */
function* places(item) {
  const [x, y] = item.at;
  yield { x, y, leader: false };
  if (item.rank <= RANK.post) return;
  const { beside, away } = look.marks;
  for (const [reach, leader] of [
    [item.radius + beside, false],
    [away.times * item.radius + away.plus, true],
  ]) {
    for (const [dx, dy] of DIRECTIONS) {
      const length = Math.hypot(dx, dy);
      yield { x: x + (dx / length) * reach, y: y + (dy / length) * reach, leader };
    }
  }
}

/** The way of a leader past the marks around its dot. */
function leaderBoxes(item, spot) {
  const { shares, air } = look.marks.leader;
  return shares.map((share) => {
    const x = item.at[0] + (spot.x - item.at[0]) * share;
    const y = item.at[1] + (spot.y - item.at[1]) * share;
    return around(x, y, air);
  });
}

/** @returns {boolean} whether the marker found a place; it then holds it */
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
