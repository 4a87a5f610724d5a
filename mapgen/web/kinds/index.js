/**
 * The kinds of features, a script for each: whoever shows features asks the kind; nobody else keeps a list of kinds.
 */

import { localName } from "../base/text.js";
import { areas } from "./areas.js";
import { bases } from "./bases.js";
import { border } from "./border.js";
import { crossings } from "./crossings.js";
import { holderName } from "./describe.js";
import { events } from "./events.js";
import { figures } from "./figures.js";
import { fronts } from "./fronts.js";
import { posts } from "./posts.js";
import { settlements } from "./settlements.js";

/** By their names in geodata/atlas.toml. @type {Record<LayerKind, Kind<any>>} */
const KINDS = { areas, front_lines: fronts, border, settlements, crossings, bases, events, posts, figures };

/** @param {string} name @returns {Kind<any>} */
export function kindOf(name) {
  if (!Object.hasOwn(KINDS, name))
    throw new Error(`no kind "${name}" of features; there are ${Object.keys(KINDS).join(", ")}`);
  return KINDS[/** @type {LayerKind} */ (name)];
}

/** @param {Model} model @returns {{layer: Layer, kind: Kind<any>}[]} from below to above */
export function layersOf(model) {
  return [...model.layers.values()].map((layer) => ({ layer, kind: kindOf(layer.kind) }));
}

/** The same as they are read: numbered posts first. @param {Model} model */
export function layersToRead(model) {
  return layersOf(model).sort((a, b) => a.kind.walk.order - b.kind.walk.order);
}

/** @param {Feature} feature @returns {string} what sort of thing it is */
export function whatIs(feature) {
  return kindOf(feature.layerKind).what(feature);
}

/** @param {App} app @param {Feature} feature @returns {Fact[]} label and value of each fact */
export function factsOf(app, feature) {
  return kindOf(feature.layerKind).facts(app, feature);
}

/**
 * The short form for the tooltip.
 * @param {App} app
 * @param {{feature: Feature | null, area?: Area | null}} hit
 * @returns {string}
 */
export function shortOf(app, hit) {
  if (hit.feature) return [localName(hit.feature.name), whatIs(hit.feature)].filter(Boolean).join(" · ");
  return holderName(app.model, hit.area?.holder ?? null);
}
