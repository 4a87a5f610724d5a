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
 * that takes comments out of a page takes the end of this one, too, and the rest of the page is in it. The comment
 * stays: a copy of the page begins with what was written, whatever the tables have become.
 * @returns {boolean} whether they were aside
 */
export function bring() {
  const comment = find();
  if (!comment || comment.nextElementSibling) return false; // none, or they stand behind it
  // eslint-disable-next-line no-restricted-properties -- the page's own markup, as it was written
  comment.after(document.createRange().createContextualFragment(comment.data));
  const last = document.getElementById("bibliography");
  if (last?.nextElementSibling) comment.remove();
  while (last?.nextElementSibling) document.body.append(last.nextElementSibling);
  return true;
}

/** In a copy of a page that had put them back, set them aside again, as they were written. */
export function setAgain() {
  const comment = find();
  const tables = comment?.parentElement;
  while (comment?.nextSibling) comment.nextSibling.remove();
  tables?.removeAttribute("data-language");
}
