/**
 * The numbers of the drawing, for the map and its key; pictures and paper read the same file.
 * What some of them mean:
 *
 * - `relief`: grey 128 is level ground; black and white are drawn at `most` opacity, and nothing within `noise`.
 * - `certainty`: from a certainty to the opacity reached, with straight lines between them, so that no step shows.
 *   Below a half the map is more likely wrong than right: nothing fades further.
 * - `patterns`: `tile` is an edge in px, a whole number so that neighbours join; see patterns.js.
 */

import numbers from "../../look/look.json" with { type: "json" };

/** @param {number} certainty 0..1 @returns {number} opacity of the fill */
function opacityOf(certainty) {
  const steps = numbers.certainty;
  for (let i = 1; i < steps.length; i += 1) {
    const [from, low] = steps[i - 1];
    const [to, high] = steps[i];
    if (certainty <= to) return low + ((high - low) * (certainty - from)) / (to - from);
  }
  return steps[steps.length - 1][1];
}

/** @param {number} certainty 0..1 @returns {number} share of the pattern's own opacity */
function patternShareOf(certainty) {
  const share = (certainty - numbers.patternFrom) / (numbers.patternFull - numbers.patternFrom);
  return (
    Math.max(0, Math.min(1, 0.35 + 0.65 * share)) * (certainty >= numbers.patternFrom ? 1 : Math.max(0, 1 + share * 4))
  );
}

/** @param {string} colour "#rrggbb" @param {number} alpha 0..1 */
function withAlpha(colour, alpha) {
  const n = parseInt(colour.slice(1), 16);
  return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${alpha})`;
}

/** @type {Record<string, PatternStyle | null>} */
const patterns = numbers.patterns;
const lines = /** @type {Record<string, LineStyle>} */ (numbers.lines);
/** @type {Record<string, LabelStyle>} */
const labels = numbers.labels;

export const look = { ...numbers, patterns, lines, labels, opacityOf, patternShareOf, withAlpha };
