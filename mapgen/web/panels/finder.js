/**
 * Finds places, posts, crossings, bases, events, towns and actors by any of their names.
 */

import { distanceKm } from "../base/geometry.js";
import { fit, formsOf } from "../base/spelling.js";
import { directionOf } from "../base/text.js";
import { featuresOf, hasPlace, speakAll } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { ACTOR_PREFIX } from "../facts/people.js";
import { layersOf } from "../kinds/index.js";

const SAME_PLACE_KM = 4;
const ACTOR_SIZE = 2; // as a town of the second class: before smaller places of the same beginning
const TOWNS_LAST = 99; // of names that fit alike
const SMALLEST = 5;
const AT_MOST = 8;

/** @param {string} name */
const languageOf = (name) => (directionOf(name) === "rtl" ? "ar" : "en");

/**
 * @param {string} id
 * @param {Texts} names
 * @param {Omit<FoundEntry, "id" | "names" | "forms">} more
 * @param {string[]} [others] further names
 * @param {string[]} [unshown] names that find it and are never shown
 * @returns {FoundEntry}
 */
function entry(id, names, more, others = [], unshown = []) {
  /** @param {string} language @param {string} text @param {boolean} shown */
  const form = (language, text, shown) => ({ language, shown, ...formsOf(text) });
  const shown = [...Object.entries(names ?? {}), ...others.map((name) => [languageOf(name), name])];
  const forms = [
    ...shown.filter(([, text]) => text).map(([language, text]) => form(language, text, true)),
    ...unshown.map((name) => form(languageOf(name), name, false)),
  ];
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

/** Actors by all their names, some of them never shown. @param {Model} model */
function actorEntries(model) {
  return [...model.actors.values()].map((actor) => {
    const others = [...Object.values(actor.short), actor.article_name ?? "", ...actor.alt_names].filter(Boolean);
    const more = { actor, size: ACTOR_SIZE, order: -1 };
    return entry(ACTOR_PREFIX + actor.id, actor.name, more, others, actor.search_names);
  });
}

/** @param {Model} model @returns {FoundEntry[]} what can be found, with its names in all their forms */
export function createIndex(model) {
  speakAll(model);
  const sizes = townSizes(model);
  const searched = layersOf(model).flatMap(({ layer, kind: { search } }) => (search ? [{ layer, search }] : []));
  const features = searched
    .sort((a, b) => a.search.order - b.search.order)
    .flatMap(({ layer, search }) =>
      layer.features.map((feature) => {
        const size = (search.isTown && sizes.get(feature.name.en)) || SMALLEST;
        return entry(feature.id, feature.name, { feature, size, order: search.order }, feature.alt_names ?? []);
      }),
    );
  const towns = otherTowns(model).map((town) =>
    entry(evidence.spotId(town.degrees), town.name, { town, size: town.size_class, order: TOWNS_LAST }),
  );
  return [...features, ...towns, ...actorEntries(model)];
}

/**
 * @param {FoundEntry} item
 * @param {NameForms} wanted
 * @param {string} language
 * @returns {(Found & {score: number}) | null} the name of an entry that fits best
 */
function best(item, wanted, language) {
  /** @type {(Found & {score: number}) | null} */
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
 * @param {FoundEntry[]} index
 * @param {string} query
 * @param {string} language of the page: its names come first
 * @param {number} [atMost]
 * @returns {Found[]} the best first
 */
export function findPlaces(index, query, language, atMost = AT_MOST) {
  const wanted = formsOf(query);
  const hits = index.map((item) => best(item, wanted, language)).filter((hit) => hit !== null);
  /** @param {Found & {score: number}} hit */
  const key = ({ entry: item, form, score }) => [Math.floor(score), item.size, item.order, score, form.text.length];
  return hits
    .map((hit) => ({ hit, key: key(hit) }))
    .sort((a, b) => a.key.map((value, i) => value - b.key[i]).find((difference) => difference) ?? 0)
    .slice(0, atMost)
    .map(({ hit }) => hit);
}
