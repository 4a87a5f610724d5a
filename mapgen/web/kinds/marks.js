/**
 * Marks of places, before they look for room on the map: their size, their importance and what switches them.
 */

import { toPixel } from "../drawing/view.js";
import { look } from "../drawing/look.js";

/** The important come first and keep their place. */
export const RANK = { post: 0, letter: 1, crossing: 2, violence: 3, civil: 4, base: 5 };

/** @param {Scene} scene @param {View} view @param {string} glyph */
function glyphSize(scene, view, glyph) {
  const { size: usual, protest } = look.marks;
  /** @type {Record<string, number>} */
  const scale = look.marks.scale;
  const size = scene.compact ? (scene.phone ? 16 : 14) : usual;
  if (glyph === "protest")
    return (view.zoom < look.settlementsFromZoom ? protest.smallSize : protest.size) * (size / usual);
  return size * (scale[glyph] ?? 1);
}

/**
 * @param {View} view
 * @param {Placed} feature
 * @param {Pick<Marker, "radius" | "rank"> & Partial<Marker>} more
 * @returns {Marker} at its own place; its switch is that of its layer, unless more says otherwise
 */
export function marker(view, feature, more) {
  const at = toPixel(view, feature.world);
  return { id: feature.id, feature, at, x: at[0], y: at[1], part: feature.layer, ...more };
}

/**
 * @param {Scene} scene
 * @param {View} view
 * @param {Placed} feature
 * @param {string} glyph
 * @param {Pick<Marker, "rank"> & Partial<Marker>} more
 */
export function glyphMarker(scene, view, feature, glyph, more) {
  const size = glyphSize(scene, view, glyph);
  return marker(view, feature, { glyph, size, radius: size * look.marks.radius, ...more });
}
