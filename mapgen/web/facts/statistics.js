/**
 * What was measured on each date.
 */

/**
 * Kilometres from a post to the nearest front on a date.
 * @param {Model} model
 * @param {string} id
 * @param {string} date
 * @returns {number | null}
 */
export function kmToFront({ statistics }, id, date) {
  const at = statistics?.dates.indexOf(date) ?? -1;
  return at >= 0 ? (statistics?.posts.find((post) => post.id === id)?.km[at] ?? null) : null;
}
