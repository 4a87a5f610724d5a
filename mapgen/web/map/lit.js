/**
 * What a chosen actor lights on the map for as long as it is chosen: its ground, and posts and bases of its own.
 */

import { heldOn } from "../facts/days.js";
import { strokeAll } from "../drawing/lines.js";
import { look } from "../drawing/look.js";
import { topicOf } from "../panels/actors.js";

const RING_PX = 4;

const actorOf = ({ model, state }) => topicOf(model, state.feature)?.actor?.id ?? null;

/**
 * @param {Scene} scene @param {string[]} drawn holders whose ground is drawn
 * @returns {?Set<string>} those that keep their strength: a hovered row of the key comes first; null where all do
 */
export function holders(scene, drawn) {
  const { hovered } = scene.state;
  if (hovered) return new Set([hovered]);
  const actor = scene.print ? null : actorOf(scene);
  const lit = drawn.filter((holder) => holder.split("+").includes(actor));
  return lit.length ? new Set(lit) : null;
}

/** @returns {boolean} whether a post or a base is that of the chosen actor */
export function isOwn({ layerKind, country, holder }, actor) {
  return layerKind === "posts" ? country === actor : layerKind === "bases" && Boolean(holder?.split("+").includes(actor));
}

/** @returns {Object[]} markers of posts and bases that were the chosen actor's on the date, as far as that is told */
export function own(scene) {
  const actor = scene.print ? null : actorOf(scene);
  return actor ? scene.layout.markers.filter(({ feature }) => isOwn(heldOn(feature, scene.state.date), actor)) : [];
}

/** Rings like that of a selection, thinner. @param {CanvasRenderingContext2D} ctx @param {Scene} scene */
export function paintRings(ctx, scene) {
  for (const { x, y, radius } of own(scene)) {
    const ring = new Path2D();
    ring.arc(x, y, radius + RING_PX, 0, 2 * Math.PI);
    strokeAll(ctx, [[ring, { colour: look.evidence, width: 2, casing: 4, casingOpacity: 1, cap: "round" }]]);
  }
}

/** The ground is drawn anew only where an actor was chosen or let go. @param {App} app */
export function wire(app) {
  let before = actorOf(app.scene);
  app.store.watch((state) => {
    const actor = actorOf({ model: app.model, state });
    if (actor !== before) app.layer.refresh("ground");
    before = actor;
  });
}
