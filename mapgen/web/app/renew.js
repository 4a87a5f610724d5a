/**
 * Makes a copy that was saved while the map ran as the page was before: the scripts then make the rest again.
 */

import { allOf } from "../base/dom.js";
import * as running from "../base/running.js";

/** Attributes that the page itself has where scripts fill something in. */
const OWN = ["data-filled", "data-label", "data-over-map", "data-sheet-toggle", "data-text"];

/** @param {string} name of an attribute @returns {boolean} whether scripts set it */
const isMade = (name) => name === "style" || name === "open" || (name.startsWith("data-") && !OWN.includes(name));

/** @param {Document} page */
export function renew(page) {
  running.unset();
  page.getElementById("mapgen-style")?.remove();
  const root = page.documentElement;
  root.className = "";
  Object.assign(root.dataset, { view: "map", panel: "key" });
  const sources = page.querySelector(".panel #bibliography");
  if (sources) page.getElementById("tables")?.append(sources); // "About & sources" took it in
  for (const element of allOf(page, "[data-filled]")) {
    element.textContent = "";
    for (const name of element.getAttributeNames().filter(isMade)) element.removeAttribute(name);
    if (element.matches(".folium-map")) element.className = "folium-map";
  }
  page.querySelector(".by-hand")?.remove();
  for (const button of allOf(page, "#tables td > button.link")) button.replaceWith(...button.childNodes);
}
