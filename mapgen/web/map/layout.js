/**
 * Gives labels and markers their places, the important first: nothing covers anything.
 */

import { pointWithin } from "../base/geometry.js";
import { activeOn, featuresOf } from "../facts/document.js";
import * as switches from "../facts/switches.js";
import { areaContains, joinArcs } from "../facts/topology.js";
import { toWorldPoint } from "../drawing/view.js";
import { placed } from "../drawing/ground.js";
import { RANK } from "../kinds/marks.js";
import * as labels from "./labels.js";
import * as markers from "./markers.js";
import { around, createOccupancy, grow, meet } from "./occupancy.js";
import { shields } from "./shields.js";

const ACTOR_STEP = 8; // px between the places tried for an actor's name
const FAR_GAP = 11; // px: the greatest names may stand further off before they are left out
// below this zoom, one label in so many px2
const PX2_PER_LABEL = [
  { below: 9.4, px2: 19000 },
  { below: 10.5, px2: 15000 },
];
const CLOSE_PX2 = 10500;

/**
 * Boxes that a label may take around its point, in the order they are tried.
 * @param {Label} label
 * @param {boolean} rtl
 * @returns {Box[]}
 */
export function candidates(label, rtl) {
  const [x, y] = label.at;
  const { width: w, height: h, gap = 0 } = label;
  const diagonal = gap * 0.7;
  const right = [x + gap, y - h / 2];
  const left = [x - gap - w, y - h / 2];
  const list = rtl ? [left, right] : [right, left];
  list.push([x - w / 2, y - gap - h + 2], [x - w / 2, y + gap - 2]);
  const corners = [
    [x + diagonal, y - diagonal - h + 3],
    [x - diagonal - w, y - diagonal - h + 3],
    [x + diagonal, y + diagonal - 3],
    [x - diagonal - w, y + diagonal - 3],
  ];
  list.push(...corners);
  return list.map(([bx, by]) => [bx, by, bx + w, by + h]);
}

/** @param {Box} box @param {Box} window */
const within = (box, window) =>
  box[0] >= window[0] + 3 && box[1] >= window[1] + 3 && box[2] <= window[2] - 3 && box[3] <= window[3] - 3;

/** A name is seen whole or not at all. @param {Box} box @param {Box} window */
const uncut = (box, window) => within(box, window) || !meet(box, window);

/**
 * @param {Label} label
 * @param {Occupancy} occupancy
 * @param {View} view
 * @param {boolean} rtl
 * @returns {boolean} whether the label found room beside its point
 */
function placeTown(label, occupancy, view, rtl) {
  const air = label.style.air ?? 2;
  const tries = label.rank === 1 ? [label, { ...label, gap: (label.gap ?? 0) + FAR_GAP }] : [label];
  const boxes = tries.flatMap((attempt) => candidates(attempt, rtl)).filter((box) => uncut(box, view.window));
  const free = boxes.filter((box) => occupancy.isFree(grow(box, air), label));
  const ownSide = label.raised ? undefined : free.find((box) => !occupancy.crosses(box));
  const dot = around(label.at[0], label.at[1], 4);
  const chosen = ownSide ?? (label.kind === 4 ? undefined : free[0]);
  if (!chosen || !uncut(dot, view.window)) return false;
  occupancy.take(chosen, label);
  occupancy.take(around(label.at[0], label.at[1], 4), label);
  label.box = chosen;
  return true;
}

/**
 * Centred labels: actors, seas, countries.
 * @param {Label} label
 * @param {Occupancy} occupancy
 * @param {Scene} scene
 * @param {View} view
 * @returns {boolean}
 */
function placeCentred(label, occupancy, scene, view) {
  const { width: w, height: h } = label;
  const shifts = label.kind === "actor" ? actorShifts(label) : [[0, 0]];
  for (const [dx, dy] of shifts) {
    const [x, y] = [label.at[0] + dx, label.at[1] + dy];
    /** @type {Box} */
    const box = [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
    if (!uncut(box, view.window)) continue;
    if (!occupancy.isFree(grow(box, label.style.air ?? 3))) continue;
    if (label.area && (occupancy.crosses(box) || !onOwnGround(label, box, scene, view))) continue;
    occupancy.take(box, label);
    label.box = box;
    return true;
  }
  return false;
}

/**
 * An actor's name may leave the middle where a post stands there: rings around it, the near first.
 * @param {Label} label
 */
function actorShifts(label) {
  const shifts = [[0, 0]];
  for (let r = ACTOR_STEP; r <= Math.max(label.reach ?? 0, label.height * 2); r += ACTOR_STEP) {
    for (let i = 0; i < 12; i += 1) shifts.push([r * Math.cos((i * Math.PI) / 6), r * Math.sin((i * Math.PI) / 6)]);
  }
  return shifts;
}

/**
 * @param {Label} label
 * @param {Box} box
 * @param {Scene} scene
 * @param {View} view
 * @returns {boolean} whether both ends of an actor's name stand on its own ground
 */
function onOwnGround(label, box, scene, view) {
  const y = (box[1] + box[3]) / 2;
  return [box[0], (box[0] + box[2]) / 2, box[2]].every((x) =>
    areaContains(scene.model, /** @type {Area} */ (label.area), toWorldPoint(view, x, y)),
  );
}

/**
 * Fronts and the border in px of the canvas: names keep to their own side.
 * @param {Occupancy} occupancy
 * @param {Scene} scene
 * @param {View} view
 */
function addFronts(occupancy, scene, view) {
  const { arcs, dx, dy } = placed(scene.model, view);
  const fronts = featuresOf(scene.model, "front_lines").filter(
    (line) => line.kind !== "inner" && activeOn(line, scene.state.date),
  );
  for (const feature of [...fronts, ...featuresOf(scene.model, "border")]) {
    for (const refs of feature.lines) {
      const line = joinArcs(arcs, refs);
      for (let i = 0; i < line.length; i += 2) {
        line[i] -= dx;
        line[i + 1] -= dy;
      }
      occupancy.addLine(line);
    }
  }
}

/**
 * The controls over the map take room from names and markers.
 * @param {Occupancy} occupancy
 * @param {Scene} scene
 * @param {View} view
 * @returns {Box[]}
 */
function addControls(occupancy, scene, view) {
  const [x, y] = view.window;
  const boxes = (scene.controls?.() ?? []).map(
    (box) => /** @type {Box} */ ([box[0] + x, box[1] + y, box[2] + x, box[3] + y]),
  );
  for (const box of boxes) occupancy.take(box, "control");
  return boxes;
}

/** @param {View} view */
export function mostLabels(view) {
  const [l, t, r, b] = view.window;
  const px2 = PX2_PER_LABEL.find(({ below }) => view.zoom < below)?.px2 ?? CLOSE_PX2;
  return Math.max(9, Math.round(((r - l) * (b - t)) / px2));
}

/** How many markers of each switch stand in the window. @param {Marker[]} drawn @param {View} view */
function countShown(drawn, view) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const item of drawn) {
    if (pointWithin([item.x, item.y], view.window)) counts.set(item.part, (counts.get(item.part) ?? 0) + 1);
  }
  return counts;
}

/** Events that an edge arrow shows are shown too. @param {Map<string, number>} counts @param {EventFeature[]} events */
export function addShown(counts, events) {
  for (const event of events) {
    const part = `events.${switches.eventGroup(event.category)}`;
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
}

/**
 * @param {Scene} scene @param {View} view
 * @returns {Layout}
 */
export function arrange(scene, view) {
  const occupancy = createOccupancy();
  const rtl = document.documentElement.dir === "rtl";
  const controls = addControls(occupancy, scene, view);
  addFronts(occupancy, scene, view);
  const wanted = markers.wanted(scene, view);
  const towns = labels.towns(scene, view).filter((label) => !controls.some((box) => pointWithin(label.at, box)));
  /** @type {Layout} */
  const result = { markers: [], labels: [], shields: [], counts: new Map() };
  const hasRoom = markers.placer(occupancy);
  let room = mostLabels(view);

  /** @param {number} from @param {number} to */
  const putMarkers = (from, to) =>
    result.markers.push(...wanted.filter((m) => m.rank >= from && m.rank < to && hasRoom(m)));
  /** @param {(label: Label) => unknown} test */
  const putTowns = (test) => {
    for (const label of towns) {
      if (label.box || !test(label) || (room <= 0 && !label.raised) || !dotRoom(label, occupancy)) continue;
      if (placeTown(label, occupancy, view, rtl)) {
        result.labels.push(/** @type {SetLabel} */ (label));
        if (pointWithin(label.at, view.window)) room -= 1;
      }
    }
  };
  /** @param {Label[]} list */
  const putCentred = (list) => {
    const set = list.filter((label) => placeCentred(label, occupancy, scene, view));
    result.labels.push(.../** @type {SetLabel[]} */ (set));
  };

  putMarkers(-Infinity, RANK.letter);
  for (const label of towns) if (rankOf(label) <= 2) occupancy.take(around(...label.at, 3.4), label);
  putTowns((label) => label.raised);
  putCentred(labels.actors(scene, view));
  putTowns((label) => label.rank === 1);
  putMarkers(RANK.letter, RANK.civil);
  putTowns((label) => label.rank === 2);
  putMarkers(RANK.civil, Infinity);
  putTowns((label) => label.rank === 3);
  putCentred(labels.ground(scene, view));
  result.shields = shields(scene, view, occupancy);
  putTowns((label) => label.rank === 4);
  result.counts = countShown(result.markers, view);
  return result;
}

/** @param {Label} label */
function rankOf(label) {
  return label.rank ?? 0;
}

/**
 * Where a marker hides the dot, the great names stay without it and the small ones go.
 * @param {Label} label
 * @param {Occupancy} occupancy
 */
function dotRoom(label, occupancy) {
  const free = occupancy.isFree(around(...label.at, 2.5), label);
  if (!free && rankOf(label) > 2) return false;
  if (!free && !label.raised) {
    label.dot = null;
    label.gap = 15;
  }
  return true;
}
