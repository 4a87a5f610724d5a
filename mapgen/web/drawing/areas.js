/**
 * Areas of control: the holder's fill, faded by certainty, and the pattern above it.
 * One veil serves every holder: how pale a place is depends on the certainty there alone.
 */

import { contextOf } from "../base/dom.js";
import { activeOn, featuresOf } from "../facts/document.js";
import { chosenActor } from "../facts/people.js";
import { pathOfPolygons, rectangle } from "./ground.js";
import { look } from "./look.js";
import { fillOf, overlayOf } from "./patterns.js";
import { clipToParts } from "./view.js";

/** @type {Record<string, HTMLCanvasElement>} */
const scratch = {};

/** @param {string} name @param {View} view @returns {CanvasRenderingContext2D} an empty canvas kept between redraws */
function scratchContext(name, view) {
  const canvas = (scratch[name] ??= document.createElement("canvas"));
  const width = Math.round(view.width * view.density);
  const height = Math.round(view.height * view.density);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const ctx = contextOf(canvas);
  ctx.restore(); // what the last drawing was clipped to
  ctx.save();
  ctx.setTransform(view.density, 0, 0, view.density, 0, 0);
  clipToParts(ctx, view);
  ctx.clearRect(0, 0, view.width, view.height);
  return ctx;
}

/**
 * The holder that a part shows: small islands take their neighbour's below a zoom.
 * @param {Area} feature
 * @param {number} part
 * @param {number} zoom
 */
export function shownHolder(feature, part, zoom) {
  const small = zoom < look.smallPartsBelowZoom ? feature.small_into?.[part] : null;
  return small ?? feature.holder;
}

/**
 * @param {Area[]} areas
 * @param {number} zoom
 * @returns {Map<string, number[][][]>} polygons by the holder whose colour they take
 */
export function polygonsByHolder(areas, zoom) {
  /** @type {Map<string, number[][][]>} */
  const polygons = new Map();
  for (const feature of areas) {
    feature.polygons.forEach((rings, part) => {
      const holder = shownHolder(feature, part, zoom);
      polygons.set(holder, [...(polygons.get(holder) ?? []), rings]);
    });
  }
  return polygons;
}

/** @param {Scene} scene @returns {Area[]} the areas of the state's day */
export function activeAreas(scene) {
  return featuresOf(scene.model, "areas_of_control").filter((area) => activeOn(area, scene.state.date));
}

/**
 * @param {Scene} scene
 * @param {View} view
 * @returns {Shape[]} what to fill, in the order of the key
 */
function shapes(scene, view) {
  const { model, state } = scene;
  const polygons = polygonsByHolder(activeAreas(scene), view.zoom);
  const drawn = model.drawnHolders.filter(
    (holder) => polygons.has(holder.id) && state.on.has(`areas_of_control.${holder.id}`),
  );
  const strong = litHolders(
    scene,
    drawn.map((holder) => holder.id),
  );
  return drawn.map((holder) => ({
    holder,
    path: pathOfPolygons(model, view, polygons.get(holder.id) ?? []),
    strength: !strong || strong.has(holder.id) ? 1 : look.dimmed,
  }));
}

/**
 * Full colours, then the veil over all of them: the same as each colour at its opacity, and no seam shows.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 * @param {Shape[]} list
 */
function paintFills(ctx, scene, view, list) {
  ctx.lineWidth = 1;
  ctx.lineJoin = "round";
  for (const { holder, path, strength } of list) {
    ctx.globalAlpha = strength;
    ctx.fillStyle = fillOf(ctx, holder, view);
    ctx.fill(path, "evenodd");
    if (strength < 1) continue;
    ctx.strokeStyle = ctx.fillStyle; // closes the hairline between two antialiased neighbours
    ctx.stroke(path);
  }
  ctx.globalAlpha = 1;
  paintMask(ctx, view, scene.pictures.certainty, "veil");
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {View} view
 * @param {CertaintyPicture | null | undefined} certainty
 * @param {"veil" | "pattern"} name
 */
function paintMask(ctx, view, certainty, name) {
  if (!certainty) return;
  ctx.imageSmoothingQuality = "low";
  ctx.drawImage(certainty.masks[name], ...rectangle(view, certainty.box));
}

/**
 * Patterns on a canvas of their own, cut to where enough is known.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {View} view
 * @param {Shape[]} list
 */
function paintPatterns(ctx, scene, view, list) {
  const strong = Boolean(scene.print) || scene.state.on.has("patterns");
  const into = scratchContext("patterns", view);
  for (const { holder, path, strength } of list) {
    const overlay = overlayOf(into, holder, view, strong);
    if (!overlay) continue;
    into.globalAlpha = overlay.opacity * strength;
    into.fillStyle = overlay.style;
    into.fill(path, "evenodd");
  }
  into.globalAlpha = 1;
  into.globalCompositeOperation = "destination-in";
  paintMask(into, view, scene.pictures.certainty, "pattern");
  ctx.drawImage(scratch.patterns, 0, 0, view.width, view.height);
}

/**
 * On bare paper: what lies outside Syria is painted over it afterwards.
 * @param {CanvasRenderingContext2D} ctx @param {Scene} scene @param {View} view
 */
export function paintAreas(ctx, scene, view) {
  const list = scene.state.blank ? [] : shapes(scene, view); // a map to colour has their lines alone
  if (!list.length) return;
  ctx.save();
  paintFills(ctx, scene, view, list);
  paintPatterns(ctx, scene, view, list);
  ctx.restore();
}

/**
 * @param {Scene} scene @param {string[]} drawn holders whose ground is drawn
 * @returns {Set<string> | null} those that keep their strength: a hovered row of the key comes first; null where all do
 */
function litHolders(scene, drawn) {
  const { hovered } = scene.state;
  if (hovered) return new Set([hovered]);
  const actor = scene.print ? null : chosenActor(scene);
  const lit = drawn.filter((holder) => actor !== null && holder.split("+").includes(actor));
  return lit.length ? new Set(lit) : null;
}
