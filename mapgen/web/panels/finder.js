/**
 * Finds places, posts, crossings, bases, events, towns and actors by any of their names.
 */

import { distanceKm } from "../base/geometry.js";
import { fit, formsOf } from "../base/spelling.js";
import { directionOf } from "../base/text.js";
import { featuresOf, hasPlace } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { ACTOR_PREFIX } from "../facts/people.js";

/** @type {LayerId[]} */
const LAYERS = ["observation_posts", "settlements", "crossings", "bases", "events"];
const SAME_PLACE_KM = 4;
const ACTOR_SIZE = 2; // as a town of the second class: before smaller places of the same beginning
const AT_MOST = 8;

/** @param {string} name */
const languageOf = (name) => (directionOf(name) === "rtl" ? "ar" : "en");

/**
 * @typedef {{id: string, names: Texts, forms: Form[], size: number, order: number, feature?: Feature, town?: Town,
 * actor?: Actor}} Found what can be found
 * @typedef {NameForms & {language: string}} Form of a name
 * @typedef {{entry: Found, form: Form, score: number}} Match
 */

/**
 * @param {string} id
 * @param {Texts} names
 * @param {Pick<Found, "size" | "order" | "feature" | "town" | "actor">} more
 * @param {string[]} [others]
 * @returns {Found}
 */
function entry(id, names, more, others = []) {
  const written = [
    ...Object.entries(names ?? {}),
    ...others.map((name) => /** @type {[string, string]} */ ([languageOf(name), name])),
  ];
  const forms = written.filter(([, text]) => text).map(([language, text]) => ({ language, ...formsOf(text) }));
  return { id, names, forms, ...more };
}

/** Towns of the basemap that are no settlement of the evidence: most lie outside Syria. @param {Model} model */
function otherTowns(model) {
  const settlements = featuresOf(model, "settlements").filter(hasPlace);
  /** @param {Town} town */
  const known = (town) =>
    settlements.some(
      ({ name, degrees }) => name.en === town.name.en && distanceKm(degrees, town.degrees) < SAME_PLACE_KM,
    );
  return model.basemap.towns.filter((town) => !known(town));
}

/**
 * The size of the town of a settlement, 1 for the largest: it decides between names that fit alike.
 * @param {Model} model
 */
function townSizes(model) {
  return new Map(model.basemap.towns.map((town) => [town.name.en, town.size_class]));
}

/** Actors by their names, long and short, by that of the article and by others. @param {Model} model */
function actorEntries(model) {
  return [...model.actors.values()].map((actor) => {
    const others = [...Object.values(actor.short), actor.article_name, ...actor.alt_names].filter(Boolean);
    return entry(ACTOR_PREFIX + actor.id, actor.name, { actor, size: ACTOR_SIZE, order: -1 }, others);
  });
}

/** @param {Model} model @returns {Found[]} what can be found, with its names in all their forms */
export function createIndex(model) {
  const sizes = townSizes(model);
  const features = LAYERS.flatMap((layer) =>
    featuresOf(model, layer).map((feature) => {
      const size = layer === "settlements" ? (sizes.get(feature.name.en) ?? 5) : 5;
      return entry(feature.id, feature.name, { feature, size, order: LAYERS.indexOf(layer) }, feature.alt_names ?? []);
    }),
  );
  const towns = otherTowns(model).map((town) =>
    entry(evidence.spotId(town.degrees), town.name, { town, size: town.size_class, order: LAYERS.length }),
  );
  return [...features, ...towns, ...actorEntries(model)];
}

/**
 * @param {Found} item
 * @param {NameForms} wanted
 * @param {string} language
 * @returns {Match | null} the name of an entry that fits best
 */
function best(item, wanted, language) {
  /** @type {Match | null} */
  let found = null;
  for (const form of item.forms) {
    const rank = fit(form, wanted);
    if (rank === null) continue;
    const score = rank + (form.language === language ? 0 : 0.5);
    if (!found || score < found.score) found = { entry: item, form, score };
  }
  return found;
}

/**
 * @param {Found[]} index @param {string} query @param {string} language of the page: its names come first
 * @returns {Match[]} the best first
 */
export function findPlaces(index, query, language, atMost = AT_MOST) {
  const wanted = formsOf(query);
  const hits = index.flatMap((item) => best(item, wanted, language) ?? []);
  /** @param {Match} match */
  const key = ({ entry: item, form, score }) => [Math.floor(score), item.size, item.order, score, form.text.length];
  return hits
    .map((hit) => ({ hit, key: key(hit) }))
    .sort((a, b) => a.key.map((value, i) => value - b.key[i]).find((difference) => difference) ?? 0)
    .slice(0, atMost)
    .map(({ hit }) => hit);
}
