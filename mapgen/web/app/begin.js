/**
 * Runs first, above all that is shown: what the map replaces is hidden only while scripts are at work.
 */

import * as aside from "../base/aside.js";

const root = document.documentElement;

/** The starter marks the page as it begins. Without the mark it did not run, or this browser could not read it. */
function look() {
  if (root.hasAttribute("data-begun")) return;
  aside.bring();
  if (root.hasAttribute("data-begun")) return;
  root.setAttribute("data-mapgen", "failed");
  const failure = document.getElementById("failure");
  if (failure) failure.hidden = false;
}

root.removeAttribute("data-begun"); // a copy that was saved while the map ran
root.setAttribute("data-mapgen", "loading");
document.addEventListener("DOMContentLoaded", look);
