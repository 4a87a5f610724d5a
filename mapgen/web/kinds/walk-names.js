/**
 * What the places on the map are called for those who do not see where they stand: a name with its relations.
 */

import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { heldOn } from "../facts/days.js";
import { hasPlace } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { kmToFront } from "../facts/statistics.js";
import { certaintyWords, heldName, holderName, kindOf, periodWords } from "./describe.js";

/** @param {(string | null)[]} parts */
const join = (parts) => parts.filter(Boolean).join(text("walk.separator"));
/** @param {Model} model @param {string} id */
const shortHolder = (model, id) => localName(model.holders.get(id)?.short) || holderName(model, id);

/**
 * In whose area a feature stands on the date.
 * @param {App} app
 * @param {Feature & {holder_here?: string | null}} feature
 * @param {string} date
 */
function ground({ model }, feature, date) {
  const here = date === model.atlas.as_of ? feature.holder_here : null;
  const id = here ?? (feature.world && evidence.areaAt(model, feature.world, date)?.holder);
  return id ? text("walk.in-area", { holder: shortHolder(model, id) }) : "";
}

/** @param {App} app @param {Feature} feature @param {string} date */
function toFront({ model }, feature, date) {
  const km = kmToFront(model, feature.id, date);
  return km === null ? "" : text("walk.to-front", { distance: format.kilometres(km) });
}

/** @param {App} app @param {Feature} feature */
const held = ({ model }, feature) => (feature.holder || feature.side ? heldName(model, feature) : "");

/** @param {Feature} feature */
function since(feature) {
  if (feature.period) return periodWords(feature.period);
  return feature.as_of ? text("walk.as-of", { date: format.date(feature.as_of) }) : "";
}

/** @type {{[K in LayerKind]?: (app: App, f: ByKind[K], date: string) => (string | null)[]}} */
const NAMES = {
  posts: (app, f, date) => [
    f.number ? text("walk.post", { n: f.number }) : kindOf(f),
    localName(f.name),
    ground(app, f, date),
    toFront(app, f, date),
  ],
  areas: (app, f) => [
    text("walk.area", { holder: holderName(app.model, f.holder) }),
    text("unit.km2", { n: format.number(f.area_km2) }),
    text("walk.certainty", { certainty: certaintyWords(app.model, f.certainty) ?? "" }),
  ],
  front_lines: ({ model }, f) => [
    text("walk.line", { kind: kindOf(f), a: shortHolder(model, f.holders[0]), b: shortHolder(model, f.holders[1]) }),
    f.kind !== "inner" ? text(`walk.quality.${f.quality}`) : "",
    f.length_km ? format.kilometres(f.length_km) : "",
  ],
  border: (app, f) => [localName(f.name), text(`wall-words.${f.wall}`)],
  crossings: (app, f) => [
    localName(f.name),
    kindOf(f),
    text("walk.state", { state: text(`state.${f.state}`) }),
    held(app, f),
  ],
  bases: (app, f) => [localName(f.name), kindOf(f), held(app, f)],
  events: (app, f, date) => [localName(f.name), kindOf(f), format.dateRange(f.date, f.date_end), ground(app, f, date)],
  settlements: (app, f) => [localName(f.name), held(app, f), since(f)],
};

/**
 * @param {App} app
 * @param {Feature} feature
 * @returns {string} its name, and what stands around it on the date of the map
 */
export function nameOf(app, feature) {
  const { date } = app.store.get();
  const parts = /** @type {((app: App, f: Feature, date: string) => (string | null)[]) | undefined} */ (
    NAMES[feature.layerKind]
  );
  return join(parts?.(app, heldOn(feature, date), date) ?? [localName(feature.name)]);
}

/** Where two are called the same, each tells where it lies. @param {Placed} feature */
function apart(feature) {
  const [lon, lat] = feature.degrees.map((value) => format.number(value, 3));
  return text("walk.at", { lat, lon });
}

/**
 * @param {App} app @param {Feature[]} features @param {Map<string, string>} known names that were made before, by id
 * @returns {string[]} a name for each, and no two the same
 */
export function uniqueNames(app, features, known) {
  const names = features.map((feature) => {
    const name = known.get(feature.id) ?? nameOf(app, feature);
    known.set(feature.id, name);
    return name;
  });
  const times = new Map();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return names.map((name, i) => {
    const feature = features[i];
    return times.get(name) > 1 && hasPlace(feature) ? join([name, apart(feature)]) : name;
  });
}
