/**
 * Reports by the side that lost a place: the strongest witnesses of a change of hands. Python finds them
 * (mapgen/facts/losses.py); here they are found again for a settlement on a day.
 */

/** @param {Row[]} rows of a history @param {number} at number of a period @returns {number[]} of its beginning */
const ofBeginning = (rows, at) => rows[at - 1]?.[7] ?? [];

/** @param {Row[]} rows of a history @param {string | null | undefined} to its end @returns {number} of a period */
function numberOf(rows, to) {
  const at = rows.findIndex((row) => row[1] === to);
  return at < 0 ? rows.length : at;
}

/**
 * @param {Pick<Feature, "history">} settlement with its history
 * @param {string | null} [to] the end of a period; without it, of the present one
 * @returns {number[]} the sources by which the side that lost the place tells of the beginning of a period
 */
export function toldByLoser({ history }, to) {
  const rows = history ?? [];
  return ofBeginning(rows, numberOf(rows, to));
}

/**
 * @param {Model} model
 * @param {Feature} settlement as it was held on a day
 * @returns {Set<number>} the sources by which the side that lost the place tells of the beginning or the end of the
 * period
 */
export function reportsByLoser(model, { id, period }) {
  const rows = model.byId.get(id)?.history ?? [];
  const at = numberOf(rows, period?.to);
  return new Set([...ofBeginning(rows, at), ...ofBeginning(rows, at + 1)]);
}
