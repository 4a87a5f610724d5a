/**
 * The tables and the bibliography, set aside: 27,000 elements that a map does not need. app/aside.js lets the parser
 * read them as one comment while scripts are at work; without scripts they are plain parts of the page.
 */

/** @returns {Comment | undefined} what holds them; none where they stand in the page */
function find() {
  const main = document.querySelector("main");
  return /** @type {Comment[]} */ ([...(main?.childNodes ?? [])].filter((node) => node.nodeType === 8)).find(
    ({ data }) => data.includes('id="tables"'),
  );
}

/**
 * Put them back where they were written. A script among them runs: a host that takes comments out of a page takes
 * the end of this one, too, and the rest of the page with it.
 * @returns {boolean} whether they were aside
 */
export function bring() {
  const comment = find();
  // eslint-disable-next-line no-restricted-properties -- the page's own markup, as it was written
  comment?.replaceWith(document.createRange().createContextualFragment(comment.data));
  return Boolean(comment);
}
