/**
 * Copying, where the browser and the page around this one allow it.
 */

/** Chromium tells what a page around this one forbids; to try would only fill its console. @returns {boolean} */
const mayWrite = () => /** @type {any} */ (document).featurePolicy?.allowsFeature("clipboard-write") ?? true;

/**
 * Copy what a field holds; where the clipboard is refused, the old way.
 * @param {HTMLTextAreaElement | HTMLInputElement} field stays selected where neither works, to be copied by hand
 * @returns {Promise<boolean>}
 */
export async function copyFrom(field) {
  try {
    if (mayWrite()) {
      await navigator.clipboard.writeText(field.value);
      return true;
    }
  } catch {
    /* refused, or not offered: the old way follows */
  }
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  field.focus();
  field.select();
  const done = document.execCommand?.("copy") ?? false;
  if (done) before?.focus();
  return done;
}
