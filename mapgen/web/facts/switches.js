/**
 * What can be switched on and off: holders, lines, places, kinds of events, the ground.
 * A switch is named "layer" or "layer.part"; the hash lists the ones that are on.
 */

import events from "../../look/events.json" with { type: "json" };
import { DISAGREEMENT, doubted } from "./doubts.js";

export const EVENT_GROUPS = events.groups.map((group) => group.id);
const OFF_AT_FIRST = new Set(events.groups.filter((group) => group.offAtFirst).map((group) => group.id));
const VIOLENT = new Set(events.groups.filter((group) => group.violent).map((group) => group.id));
const GROUP_OF = new Map(events.groups.flatMap(({ id, categories }) => categories.map((category) => [category, id])));
const GROUND = ["relief", "roads", "governorates"];

/** @type {Record<string, string>} */
const OWN_GLYPHS = events.glyphs;

/** @param {string} category of an event @returns {string} the group whose switch it follows */
export function eventGroup(category) {
  return GROUP_OF.get(category) ?? "other";
}

/** @param {string} category of an event @returns {string} its glyph: one of its own, or that of its group */
export function eventGlyph(category) {
  return OWN_GLYPHS[category] ?? eventGroup(category);
}

/** @param {string} category of an event @returns {boolean} whether its mark is filled */
export function isViolent(category) {
  return VIOLENT.has(eventGroup(category));
}

/** @param {Model} model @returns {{id: string, on: boolean}[]} every switch of this document with its default */
export function listSwitches(model) {
  /** @type {{id: string, on: boolean}[]} */
  const list = [];
  /** @param {string} id @param {boolean} on */
  const add = (id, on) => list.push({ id, on });
  for (const layer of model.layers.values()) {
    if (layer.kind === "figures") continue;
    if (layer.kind === "areas") for (const holder of model.drawnHolders) add(`${layer.id}.${holder.id}`, layer.visible);
    else if (layer.kind === "events")
      for (const group of EVENT_GROUPS) add(`${layer.id}.${group}`, layer.visible && !OFF_AT_FIRST.has(group));
    else add(layer.id, layer.visible);
  }
  for (const id of GROUND) add(id, true);
  add("patterns", false);
  if (doubted(model).length) add(DISAGREEMENT, false);
  return list;
}

/** @param {Model} model @returns {Set<string>} the switches that are on at first */
export function defaults(model) {
  return new Set(
    listSwitches(model)
      .filter((item) => item.on)
      .map((item) => item.id),
  );
}

/**
 * @param {Model} model
 * @param {string[]} names from the hash; a layer's own name stands for all its parts
 * @returns {Set<string>} known switches only
 */
export function fromNames(model, names) {
  const wanted = new Set(names);
  const on = listSwitches(model)
    .map((item) => item.id)
    .filter((id) => wanted.has(id) || wanted.has(id.split(".")[0]));
  return new Set(on);
}

/**
 * @param {Model} model
 * @param {Set<string>} on
 * @param {Set<string>} [first]
 * @returns {string[] | null} names for the hash, or null where nothing differs from the first
 */
export function toNames(model, on, first = defaults(model)) {
  if (first.size === on.size && [...first].every((id) => on.has(id))) return null;
  const parts = /** @type {Map<string, string[]>} */ (new Map());
  for (const { id } of listSwitches(model)) {
    const root = id.split(".")[0];
    parts.set(root, [...(parts.get(root) ?? []), id]);
  }
  return [...parts].flatMap(([root, ids]) => (ids.every((id) => on.has(id)) ? [root] : ids.filter((id) => on.has(id))));
}
