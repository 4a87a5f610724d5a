/**
 * Actors and their relations, as the address names them.
 */

import { hasText } from "../base/text.js";
import { spotOf } from "./evidence.js";

export const ALL_ACTORS = "actors";

export const ACTOR_PREFIX = "actor-";

/**
 * @param {Model} model
 * @param {string | null} id as it stands in the address
 * @returns {Topic | null} with `all`, `actor` or `relation`
 */
export function topicOf(model, id) {
  if (id === ALL_ACTORS) return { all: true };
  const actor = id?.startsWith(ACTOR_PREFIX) ? model.actors.get(id.slice(ACTOR_PREFIX.length)) : null;
  if (actor) return { actor };
  const relation = model.relations.find((candidate) => candidate.id === id);
  return relation ? { relation } : null;
}

/** @param {Model} model @param {string | null | undefined} id @returns {boolean} whether Details can show it */
export function isKnown(model, id) {
  return Boolean(id && (model.byId.has(id) || spotOf(id) || topicOf(model, id)));
}

/** @param {Model} model @param {string} actorId */
export const relationsOf = (model, actorId) =>
  model.relations.filter(({ from, to }) => from === actorId || to === actorId);

/**
 * How a relation is called from one of its ends: what goes one way has a word for either.
 * @param {Relation} relation
 * @param {string} actorId
 */
export function leadKey({ kind, to }, actorId) {
  const passive = `relation.by.${kind}`;
  return to === actorId && hasText(passive) ? passive : `relation.with.${kind}`;
}

/** @param {{model: Model, state: State}} scene @returns {string | null} id of the actor that is chosen */
export const chosenActor = ({ model, state }) => topicOf(model, state.feature)?.actor?.id ?? null;
