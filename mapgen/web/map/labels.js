/**
 * Names on the map: which are wanted, how they are set, and where each finds room.
 */

import { contextOf } from "../base/dom.js";
import { distanceKm, kilometresToPixels } from "../base/geometry.js";
import { written } from "../base/spelling.js";
import { currentLanguage, directionOf, localName } from "../base/text.js";
import { featuresOf, hasPlace, toDegrees, toWorld } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { partAt } from "../facts/topology.js";
import { activeAreas } from "../drawing/areas.js";
import { toPixel } from "../drawing/view.js";
import { look } from "../drawing/look.js";

const SAME_PLACE_KM = 4; // a town of the base map and a settlement of the evidence with one name, this near
const ACTOR_PX2 = 4500; // a part smaller than this needs no name of its own
const THIRD_CLASS_FROM_ZOOM = 8.4;
/** @type {Map<string, number>} */
const widths = new Map();
/** @type {CanvasRenderingContext2D | undefined} */
let measuring;

/** @param {Town} town */
const isForeign = (town) => !/^(sy|syr|syria)$/i.test(town.country ?? "sy");

/** @param {string} phrase @param {string} font @param {number} spacing px between letters */
export function measure(phrase, font, spacing) {
  const key = `${font}|${spacing}|${phrase}`;
  const kept = widths.get(key);
  if (kept !== undefined) return kept;
  measuring ??= contextOf(document.createElement("canvas"));
  measuring.font = font;
  const width = measuring.measureText(phrase).width + spacing * Math.max(0, phrase.length - 1);
  widths.set(key, width);
  return width;
}

/**
 * A town as the base map has it, joined with the settlement of the evidence that it is.
 * @param {Model} model
 * @returns {NamedPlace[]}
 */
export function joinTowns(model) {
  if (model.places) return model.places;
  const settlements = featuresOf(model, "settlements").filter(hasPlace);
  /** @type {Map<string, Placed[]>} */
  const byName = new Map();
  for (const item of settlements)
    byName.set(written(item.name.en), [...(byName.get(written(item.name.en)) ?? []), item]);
  const used = new Set();
  /** @type {NamedPlace[]} */
  const places = model.basemap.towns.map((town) => {
    const twin = (byName.get(written(town.name.en)) ?? []).find(
      (item) => distanceKm(item.degrees, town.degrees) < SAME_PLACE_KM,
    );
    if (twin) used.add(twin);
    return {
      name: town.name,
      world: town.world,
      rank: Math.min(4, Math.max(1, town.size_class)),
      foreign: isForeign(town),
      feature: twin ?? null,
    };
  });
  for (const item of settlements) {
    if (!used.has(item)) places.push({ name: item.name, world: item.world, rank: 4, foreign: false, feature: item });
  }
  model.places = places.sort((a, b) => a.rank - b.rank);
  return model.places;
}

/**
 * Sizes and font of a class of label on this screen.
 * @param {Scene} scene
 * @param {string | number} kind
 * @param {string} phrase
 */
function setting(scene, kind, phrase) {
  const style = look.labels[kind];
  const arabic = directionOf(phrase) === "rtl";
  const scale = (scene.compact ? (scene.phone ? 0.88 : 0.83) : 1) * (arabic ? 1.06 : 1);
  const size = Math.max(10.5, style.size * scale);
  const family = style.italic ? look.serifFont : look.interfaceFont;
  const slant = style.italic && !arabic ? "italic " : "";
  const spacing = style.spacing && !arabic ? style.spacing * size : 0;
  return { style, size, spacing, font: `${slant}${style.weight} ${size}px ${family}`, halo: style.halo };
}

/**
 * @param {Scene} scene
 * @param {string | number} kind
 * @param {string} phrase
 * @param {Point} at
 * @param {Partial<Label>} [more]
 * @returns {Label} a label with its lines measured; not yet placed
 */
export function makeLabel(scene, kind, phrase, at, more = {}) {
  const capital = look.labels[kind].capitals;
  const shown = capital ? phrase.toLocaleUpperCase(currentLanguage()) : phrase;
  const set = setting(scene, kind, shown);
  const lines = more.lines ?? [shown];
  const width = Math.max(...lines.map((line) => measure(line, set.font, set.spacing)));
  return { colour: look.ink, ...set, ...more, kind, lines, at, width, height: lines.length * set.size * 1.18 };
}

/** Two lines, broken at the space nearest to the middle. @param {string} phrase */
export function twoLines(phrase) {
  const middle = phrase.length / 2;
  let best = -1;
  for (let i = phrase.indexOf(" "); i >= 0; i = phrase.indexOf(" ", i + 1)) {
    if (best < 0 || Math.abs(i - middle) < Math.abs(best - middle)) best = i;
  }
  return best < 0 ? [phrase] : [phrase.slice(0, best), phrase.slice(best + 1)];
}

/**
 * Lowest class that has room at this zoom; the smallest names also have a switch.
 * @param {Scene} scene
 * @param {View} view
 */
function lowestRank(scene, view) {
  const { settlementsFromZoom } = look;
  if (view.zoom >= settlementsFromZoom) return scene.state.on.has("settlements") ? 4 : 3;
  return view.zoom >= (scene.compact ? settlementsFromZoom : THIRD_CLASS_FROM_ZOOM) ? 3 : 2;
}

/**
 * What is chosen and the settlements that speak for and against it are named whatever their class.
 * @param {Scene} scene
 */
function raisedPlaces({ evidence: known, model, state }) {
  const rows = known ? [...known.rows, ...known.against] : [];
  return new Set([...rows.map((row) => row.feature), model.byId.get(state.feature ?? "")]);
}

/** Names of places inside the canvas, the important first. @param {Scene} scene @param {View} view */
export function towns(scene, view) {
  const lowest = lowestRank(scene, view);
  const raised = raisedPlaces(scene);
  const chosen = [];
  for (const place of joinTowns(scene.model)) {
    const up = place.feature !== null && raised.has(place.feature);
    if (!up && place.rank > lowest) continue;
    const at = toPixel(view, place.world);
    if (at[0] < 0 || at[1] < 0 || at[0] > view.width || at[1] > view.height) continue;
    chosen.push(townLabel(scene, place, up ? Math.min(2, place.rank) : place.rank, at, up));
  }
  return chosen;
}

/**
 * @param {Scene} scene
 * @param {NamedPlace} place
 * @param {number} rank
 * @param {Point} at
 * @param {boolean} raised
 */
function townLabel(scene, place, rank, at, raised) {
  const colour = place.foreign ? look.foreignText : look.ink;
  const kind = place.foreign && rank === 1 ? 2 : rank;
  const label = makeLabel(scene, kind, localName(place.name), at, { colour, feature: place.feature, raised, rank });
  label.dot = raised ? null : look.labels[rank].dot;
  label.gap = rank === 1 ? 7 : raised ? 10 : 6;
  return label;
}

/**
 * Direct labels of the actors: one for each large part, at the surest place in sight.
 * @param {Scene} scene
 * @param {View} view
 */
export function actors(scene, view) {
  const labels = [];
  for (const area of scene.state.blank ? [] : activeAreas(scene)) {
    const holder = scene.model.holders.get(area.holder);
    if (!holder || holder.fills.length > 1 || !scene.state.on.has(`areas_of_control.${area.holder}`)) continue;
    const named = new Set();
    for (const [x, y, clearance] of area.labels ?? []) {
      const spot = { degrees: toDegrees(/** @type {Point} */ ([x, y])), clearanceKm: clearance / 1000 };
      const label = actorLabel(scene, view, area, holder, spot);
      if (!label || named.has(label.part)) continue;
      named.add(label.part);
      labels.push(label);
    }
  }
  return labels;
}

/**
 * @param {Scene} scene
 * @param {View} view
 * @param {Area} area
 * @param {Holder} holder
 * @param {{degrees: Point, clearanceKm: number}} spot
 */
function actorLabel(scene, view, area, holder, { degrees, clearanceKm }) {
  const world = toWorld(degrees);
  const at = toPixel(view, world);
  const part = partAt(scene.model, area, world);
  const [left, top, right, bottom] = view.window;
  if (!part || at[0] < left || at[1] < top || at[0] > right || at[1] > bottom) return null;
  const px2 = part.area * view.size ** 2;
  if (px2 < ACTOR_PX2 * (scene.compact ? 0.4 : 1)) return null;
  const reach = Math.max(kilometresToPixels(clearanceKm, degrees[1], view.zoom), Math.sqrt(px2) * 0.25);
  const more = { colour: holder.ink, area, reach, part: part.index };
  const phrase = localName(holder.short);
  const label = makeLabel(scene, "actor", phrase, at, more);
  if (label.width <= 2.4 * reach) return label;
  const split = makeLabel(scene, "actor", phrase, at, { ...more, lines: twoLines(phrase) });
  return split.width <= 3 * reach ? split : null;
}

/** Names of countries, regions, sea and lakes. @param {Scene} scene @param {View} view */
export function ground(scene, view) {
  /** @param {Basemap["labels"][number]} item */
  const outside = (item) => item.kind !== "country" || !evidence.areaAt(scene.model, item.world, scene.state.date);
  return scene.model.basemap.labels.filter(outside).map((item) => {
    const phrase = localName(item.name);
    const water = item.kind === "sea" || item.kind === "lake";
    const lines = item.kind === "sea" ? twoLines(phrase) : undefined;
    return makeLabel(scene, item.kind, phrase, toPixel(view, item.world), {
      colour: water ? look.sea.text : look.foreignText,
      ...(lines && { lines }),
    });
  });
}
