/**
 * What the places on the map are called for those who do not see where they stand: a name with its relations.
 */

import * as format from "../base/format.js";
import { text } from "../base/text.js";
import { heldOn } from "../facts/days.js";
import { hasPlace } from "../facts/document.js";
import { kindOf } from "./index.js";

/** @param {(string | null)[]} parts */
const join = (parts) => parts.filter(Boolean).join(text("walk.separator"));

/** A name by which a feature is known without being seen. @param {App} app @param {Feature} feature */
export function nameOf(app, feature) {
  const { date } = app.store.get();
  return join(kindOf(feature.layerKind).walk.name(app, heldOn(feature, date), date));
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
