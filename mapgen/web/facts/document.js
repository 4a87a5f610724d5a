/**
 * Reads the JSON document of the page into a model: arcs as typed arrays, rows as features, ids resolved.
 */

import { worldX, worldY } from "../base/geometry.js";

const UNITS_PER_DEGREE = 1e5;
const SCHEMA = 1;
const ALWAYS = new Set(["id", "name", "sources", "confidence", "note", "disagreement", "claim"]);

/** @param {number[]} deltas first point, then differences @returns {Float64Array} world coordinates */
function decodeArc(deltas) {
  const flat = new Float64Array(deltas.length);
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < deltas.length; i += 2) {
    x += deltas[i];
    y += deltas[i + 1];
    flat[i] = worldX(x / UNITS_PER_DEGREE);
    flat[i + 1] = worldY(y / UNITS_PER_DEGREE);
  }
  return flat;
}

/**
 * @template {Point | null | undefined} P
 * @param {P} point integers
 * @returns {Turned<P>} degrees, longitude first
 */
export function toDegrees(point) {
  const degrees = point ? [point[0] / UNITS_PER_DEGREE, point[1] / UNITS_PER_DEGREE] : null;
  return /** @type {Turned<P>} */ (degrees);
}

/**
 * @template {Point | null | undefined} P
 * @param {P} degrees
 * @returns {Turned<P>} world coordinates
 */
export function toWorld(degrees) {
  return /** @type {Turned<P>} */ (degrees ? [worldX(degrees[0]), worldY(degrees[1])] : null);
}

/** @param {LayerOfDocument} layer @param {RowOfDocument} row @returns {Feature} */
function readRow(layer, row) {
  const degrees = toDegrees("point" in row ? row.point : null);
  const own = { layer: layer.id, layerKind: layer.kind, degrees, world: toWorld(degrees) };
  return /** @type {Feature} */ ({ kind: null, holder: null, ...row, ...own });
}

/** @param {RowOfDocument[]} rows @returns {string[]} the fields that at least one row fills, in their order */
function filledFields(rows) {
  /** @param {unknown} value */
  const isFilled = (value) => value !== null && value !== undefined && !(Array.isArray(value) && !value.length);
  const fields = /** @type {(keyof RowOfDocument)[]} */ (Object.keys(rows[0] ?? {}));
  return fields.filter((field) => ALWAYS.has(field) || rows.some((row) => isFilled(row[field])));
}

/** @param {LayerOfDocument} layer @returns {Layer} */
function readLayer(layer) {
  return {
    id: /** @type {LayerId} */ (layer.id),
    kind: layer.kind,
    visible: layer.visible !== false,
    name: layer.name,
    licence: layer.licence,
    fields: filledFields(layer.rows),
    features: layer.rows.map((row) => readRow(layer, row)),
  };
}

/** @param {TownOfDocument} town @returns {Town} */
function readTown(town) {
  const degrees = toDegrees(town.point);
  return { ...town, degrees, world: toWorld(degrees) };
}

/** @param {Partial<BasemapOfDocument>} [basemap] @returns {Basemap} */
function readBasemap(basemap = {}) {
  const labels = (basemap.labels ?? []).map((label) => ({
    ...label,
    world: toWorld(toDegrees(label.point)),
  }));
  return {
    land: basemap.land ?? [],
    sea: basemap.sea ?? [],
    lakes: basemap.lakes ?? [],
    rivers: basemap.rivers ?? [],
    governorates: basemap.governorates ?? [],
    roads: basemap.roads ?? [],
    towns: (basemap.towns ?? []).map(readTown),
    labels,
  };
}

/**
 * Holders that have ground of their own on the map, in the order of the key.
 * @param {Holder[]} holders
 * @param {Map<LayerId, Layer>} layers
 */
function drawnHolders(holders, layers) {
  const drawn = new Set((layers.get("areas_of_control")?.features ?? []).map((area) => area.holder));
  return holders.filter((holder) => drawn.has(holder.id));
}

/** A lesson; places that are asked for in degrees. @param {Lesson} lesson @returns {LessonOfModel} */
function readLesson(lesson) {
  /** @param {Task | null} asked */
  const task = (asked) => asked && { ...asked, degrees: toDegrees(asked.point) };
  return {
    ...lesson,
    steps: lesson.steps.map((step) => ({ ...step, task: task(step.task) })),
  };
}

/** World rectangle of bounds in degrees. @param {Box} degrees west, south, east, north @returns {Box} */
export function worldBox(degrees) {
  return [worldX(degrees[0]), worldY(degrees[3]), worldX(degrees[2]), worldY(degrees[1])];
}

/**
 * @param {PageDocument} data the parsed JSON document
 * @returns {Model} arcs, basemap, layers (Map by id), byId (Map of features), holders, drawnHolders, actors, sources,
 * atlas
 */
export function readDocument(data) {
  if (data.schema !== SCHEMA) throw new Error(`schema ${data.schema}`);
  const layers = new Map(data.layers.map(readLayer).map((layer) => [layer.id, layer]));
  const byId = new Map();
  for (const layer of layers.values()) for (const feature of layer.features) byId.set(feature.id, feature);
  return {
    atlas: data.atlas,
    frame: worldBox(data.atlas.frame),
    languages: data.languages,
    texts: data.texts,
    phrases: data.phrases ?? {},
    certaintyWords: data.certainty_words ?? [],
    images: data.images ?? {},
    certainty: data.certainty,
    dates: data.dates ?? [],
    statistics: data.statistics ?? null,
    arcs: data.arcs.map(decodeArc),
    basemap: readBasemap(data.basemap),
    get sources() {
      return data.sources; // made when they are first asked for
    },
    speak: () => {}, // all texts are there, unless app/main.js says otherwise
    actors: new Map(data.actors.map((actor) => [actor.id, actor])),
    relations: data.relations ?? [],
    claims: data.claims ?? [],
    lessons: (data.lessons ?? []).map(readLesson),
    holders: new Map(data.holders.map((holder) => [holder.id, holder])),
    drawnHolders: drawnHolders(data.holders, layers),
    layers,
    byId,
  };
}

/**
 * @template {LayerId} I
 * @param {Model} model
 * @param {I} id
 * @returns {FeatureOf[I][]} the features of a layer, or none
 */
export function featuresOf(model, id) {
  return /** @type {FeatureOf[I][]} */ (model.layers.get(id)?.features ?? []);
}

/**
 * Whether something holds on a day. A month or year begins with its first day; `valid_to` is the first day
 * on which it no longer holds.
 * @param {Feature} feature @param {string} day ISO day
 */
export function activeOn(feature, day) {
  const from = feature.valid_from;
  const to = feature.valid_to;
  return !(from && from > day) && !(to && to <= day);
}

/**
 * @template {Feature} F
 * @param {F} feature
 * @returns {feature is Placed<F>} whether it is known where it is
 */
export const hasPlace = (feature) => Boolean(feature.world);

/** Let the model have all its texts: what looks through names does so in every language. @param {Model} model */
export function speakAll({ languages, speak }) {
  languages.forEach(speak);
}
