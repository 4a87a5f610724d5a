/**
 * The facts of the page as data for others: what a layer holds on a day or on all, as GeoJSON (RFC 7946) and as CSV.
 * Keys are those of the project's own files, which docs/data.md explains.
 */

import { latitudeOf, longitudeOf } from "../base/geometry.js";
import { speakAll } from "../facts/document.js";
import { toldByLoser } from "../facts/losses.js";
import { featureLines, polygonRings } from "../facts/topology.js";
import { kindOf } from "../kinds/index.js";
import { flatten, table } from "./cells.js";

/** @typedef {import("./cells.js").Properties} Properties */
/** @typedef {import("./cells.js").Known} Known */

const PLACES_AFTER_POINT = 1e5; // five decimals, as the facts are kept
const ADDED = ["valid_from", "valid_to", "valid_to_earliest", "valid_to_latest", "told_by_loser"];
const DRAWING = new Set(["point", "lines", "polygons", "labels", "small_into"]);
/** @type {Record<string, string>} */
const RENAMED = { error_km: "position_error_km" };

/** @param {unknown} value */
const isEmpty = (value) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);
/** @param {Properties} record @returns {Properties} */
const withoutEmpty = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));
/** @param {unknown} value @returns {value is Texts} */
const isLocalized = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && "en" in value;

/** @param {Model} model @param {LayerId} id @returns {Layer} */
function layerOf(model, id) {
  const layer = model.layers.get(id);
  if (!layer) throw new Error(`the map has no layer ${id}`);
  return layer;
}

/**
 * @param {Model} model @param {LayerId} id @param {string | null} day ISO day; without it, everything
 * @returns {Feature[]} what the map shows of the layer on that day
 */
export function featuresOn(model, id, day) {
  const { features, kind } = layerOf(model, id);
  return day ? kindOf(kind).onDay(features, day) : features;
}

/** @param {Pick<Model, "sources">} model @param {number[] | null} [ids] */
function sourcesOf(model, ids) {
  return (ids ?? []).map((index) => {
    const { publisher, title, date, url } = model.sources[index];
    return withoutEmpty({ publisher, title, date, url });
  });
}

/**
 * A text in every language in which it is known: "note:en", "note:ar", …
 * @param {Model} model
 * @param {string} key
 * @param {Texts} texts
 */
function localized(model, key, texts) {
  const known = model.languages.map((language) => [
    `${key}:${language}`,
    texts[language] ?? model.phrases[language]?.[texts.en],
  ]);
  return withoutEmpty(Object.fromEntries(known));
}

/** @param {Feature} feature @returns {feature is FrontLine} */
const isFront = (feature) => "holders" in feature;

/** @param {Model} model @param {Row[]} history @param {Row} row @returns {Properties} */
function periodOf(model, history, [valid_from, valid_to, side, holder, confidence, sources, span]) {
  const [valid_to_earliest, valid_to_latest] = span ?? [];
  return withoutEmpty({
    valid_from,
    valid_to,
    valid_to_earliest,
    valid_to_latest,
    side,
    holder,
    confidence,
    sources: sourcesOf(model, sources),
    told_by_loser: sourcesOf(model, toldByLoser({ history }, valid_to)),
  });
}

/** What is written otherwise than it is kept. @type {Record<string, (model: Model, feature: Feature) => Known>} */
const WRITERS = {
  state: (model, { state }) => ({ state: isLocalized(state) ? state.en : state }),
  sources: (model, { sources }) => ({ sources: sourcesOf(model, sources) }),
  told_by_loser: (model, { told_by_loser }) => ({ told_by_loser: sourcesOf(model, told_by_loser) }),
  holders: (model, feature) => (isFront(feature) ? { holder_a: feature.holders[0], holder_b: feature.holders[1] } : {}),
  disagreement: (model, { disagreement }) => ({
    disagreement: disagreement?.map((each) => ({
      ...localized(model, "version", each.version),
      sources: sourcesOf(model, each.sources),
    })),
  }),
  statements: (model, { statements }) => ({
    statements: statements?.map(({ source, says, label, value }) => ({
      source: sourcesOf(model, [source])[0],
      ...localized(model, "says", says),
      locator: withoutEmpty({ label, value }),
    })),
  }),
  history: (model, { history }) => ({
    history: history?.map((row) => periodOf(model, history, row)),
  }),
};

/** @param {Model} model @param {Feature} feature @returns {Known} what is known of it */
function propertiesOf(model, feature) {
  const fields = new Set([...layerOf(model, feature.layer).fields, ...ADDED]);
  const known = { told_by_loser: toldByLoser(feature), ...feature };
  const values = /** @type {Properties} */ (known);
  /** @type {Known} */
  const record = {};
  for (const field of fields) {
    const value = values[field];
    if (DRAWING.has(field) || isEmpty(value)) continue;
    if (WRITERS[field]) Object.assign(record, WRITERS[field](model, known));
    else if (isLocalized(value)) Object.assign(record, localized(model, field, value));
    else record[RENAMED[field] ?? field] = value;
  }
  return record;
}

/** @param {number} degrees */
const round = (degrees) => Math.round(degrees * PLACES_AFTER_POINT) / PLACES_AFTER_POINT;

/** @param {number[]} flat world coordinates @returns {Point[]} places in degrees, longitude first */
function toPlaces(flat) {
  /** @type {Point[]} */
  const places = [];
  for (let i = 0; i < flat.length; i += 2) places.push([round(longitudeOf(flat[i])), round(latitudeOf(flat[i + 1]))]);
  return places;
}

/** Above zero where a ring runs counter-clockwise. @param {Point[]} ring */
function turn(ring) {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);
}

/** Outer rings run counter-clockwise, the others clockwise. @param {number[]} flat @param {boolean} isOuter */
function toRing(flat, isOuter) {
  const ring = toPlaces(flat);
  return turn(ring) > 0 === isOuter ? ring : ring.reverse();
}

/**
 * @param {Model} model
 * @param {Feature} feature
 * @returns {GeoJSON.Geometry | null} null where no place is known
 */
function geometryOf(model, feature) {
  if (feature.polygons) {
    const parts = polygonRings(model, feature).map(({ lines }) => lines.map((ring, i) => toRing(ring, i === 0)));
    return { type: "MultiPolygon", coordinates: parts };
  }
  if (feature.lines)
    return { type: "MultiLineString", coordinates: featureLines(model, feature).map(({ line }) => toPlaces(line)) };
  return feature.degrees ? { type: "Point", coordinates: feature.degrees } : null;
}

/**
 * @param {Model} model @param {LayerId} id @param {string | null} day ISO day; without it, everything
 * @returns {string} a FeatureCollection, a feature a line
 */
export function geojson(model, id, day) {
  speakAll(model);
  const { atlas } = model;
  const layer = layerOf(model, id);
  const about = {
    type: "FeatureCollection",
    name: id,
    title: `${atlas.title.en}: ${layer.name.en}`,
    ...(day ? { date: day } : { dates: [model.dates[0], model.dates.at(-1)] }),
    license: layer.licence,
    attribution: atlas.attribution,
    based_on: { author: atlas.article_author, ...sourcesOf(model, [atlas.article])[0] },
  };
  const lines = featuresOn(model, id, day).map((feature) =>
    JSON.stringify({
      type: "Feature",
      id: feature.id,
      properties: propertiesOf(model, feature),
      geometry: geometryOf(model, feature),
    }),
  );
  return `${JSON.stringify(about).slice(0, -1)},"features":[\n${lines.join(",\n")}\n]}\n`;
}

/**
 * @param {Model} model @param {LayerId} id @param {string | null} day ISO day; without it, everything
 * @returns {string} a layer as a table; outlines and lines are in GeoJSON alone
 */
export function csv(model, id, day) {
  speakAll(model);
  const layer = layerOf(model, id);
  const own = { license: id === "border" || id === "areas_of_control" ? model.atlas.licence : layer.licence };
  const features = featuresOn(model, id, day);
  const { rows } = kindOf(layer.kind);
  const all = rows && !day ? features.flatMap((feature) => rows(feature)) : features;
  const hasPlaces = features.some((feature) => feature.degrees);
  const records = all.map((feature) => {
    const [longitude, latitude] = feature.degrees ?? [null, null];
    return { ...flatten(propertiesOf(model, feature)), ...(hasPlaces && { longitude, latitude }), ...own };
  });
  const names = model.languages.map((language) => `name:${language}`);
  return table(records, ["id", ...names, ...(hasPlaces ? ["longitude", "latitude"] : [])]);
}

/** @param {Model} model @returns {string} every source as a table */
export function sourcesCsv({ sources, atlas }) {
  return table(sources.map((source, i) => ({ number: i + 1, ...source, license: atlas.licence })));
}

/** @param {string | null} date ISO day, month or year */
const dateParts = (date) => date && { "date-parts": [date.split("-").map(Number)] };

/** @param {Model} model @returns {string} every source in CSL-JSON, as reference managers read it */
export function sourcesCsl({ sources }) {
  const entries = sources.map(({ publisher, title, date, url, accessed, archive_url }, i) =>
    withoutEmpty({
      id: `source-${i + 1}`,
      type: "document",
      title,
      publisher,
      URL: url,
      issued: dateParts(date),
      accessed: dateParts(accessed),
      archive_location: archive_url,
    }),
  );
  return `${JSON.stringify(entries, null, 1)}\n`;
}

/** @param {Model} model @returns {string} how much ground each holder had on each date, as a table */
export function statisticsCsv({ statistics, atlas }) {
  const { dates, holders } = statistics ?? { dates: [], holders: {} };
  const rows = dates.flatMap((date, i) =>
    Object.entries(holders).map(([holder, { km2, share, uncertain_km2 }]) => ({
      date,
      holder,
      km2: km2[i],
      share: share[i],
      uncertain_km2: uncertain_km2[i],
      license: atlas.licence,
    })),
  );
  return table(rows);
}
