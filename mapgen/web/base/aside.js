/**
 * The tables and the bibliography, set aside: 27,000 elements that a map does not need. app/aside.js lets the parser
 * read them as one comment while scripts are at work; without scripts they are plain parts of the page.
 */

/** @returns {Comment | undefined} what holds them; none where they stand in the page */
function find() {
  const parts = document.getElementById("tables")?.childNodes ?? [];
  const comments = /** @type {Comment[]} */ ([...parts].filter((node) => node.nodeType === 8));
  return comments.find(({ data }) => data.includes('id="bibliography"'));
}

/**
 * Put them back where they were written. A script among them runs, and what follows them goes where it belongs: a host
 * that takes comments out of a page takes the end of this one, too, and the rest of the page is in it.
 * @returns {boolean} whether they were aside
 */
export function bring() {
  const comment = find();
  if (!comment) return false;
  // eslint-disable-next-line no-restricted-properties -- the page's own markup, as it was written
  comment.replaceWith(document.createRange().createContextualFragment(comment.data));
  const last = document.getElementById("bibliography");
  while (last?.nextElementSibling) document.body.append(last.nextElementSibling);
  return true;
}
