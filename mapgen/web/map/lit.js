/**
 * What a chosen actor lights on the map for as long as it is chosen: its ground, and posts and bases of its own.
 */

import { heldOn } from "../facts/days.js";
import { chosenActor } from "../facts/people.js";
import { strokeAll } from "../drawing/lines.js";
import { look } from "../drawing/look.js";
import { kindOf } from "../kinds/index.js";

const RING_PX = 4;

/** @param {Feature} feature @param {string} actor @returns {boolean} whether a post or a base is that of the actor */
export function isOwn(feature, actor) {
  return kindOf(feature.layerKind).isOwn?.(feature, actor) ?? false;
}

/**
 * @param {Scene} scene
 * @returns {Marker[]} markers of posts and bases that were the chosen actor's on the date, as far as that is told
 */
export function own(scene) {
  const actor = scene.print ? null : chosenActor(scene);
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
  let before = chosenActor(app.scene);
  app.store.watch((state) => {
    const actor = chosenActor({ model: app.model, state });
    if (actor !== before) app.layer.refresh("ground");
    before = actor;
  });
}
