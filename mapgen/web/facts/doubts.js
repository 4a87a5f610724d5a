/**
 * Where sources disagree.
 */

export const DISAGREEMENT = "disagreement"; // the switch that rings every place on which sources disagree

/** @param {Feature | null | undefined} feature @returns {boolean} */
export function isDoubted(feature) {
  return Boolean(feature?.disagreement?.length);
}

/** @param {Model} model @returns {Feature[]} features of every layer on which sources disagree */
export function doubted(model) {
  model.doubted ??= [...model.layers.values()].flatMap((layer) => layer.features.filter(isDoubted));
  return model.doubted;
}
