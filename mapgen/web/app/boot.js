/**
 * Unpacks the styles and scripts of the page and runs them: the script that stands in the page plainly.
 */

import * as aside from "../base/aside.js";
import { byId, only } from "../base/dom.js";
import * as running from "../base/running.js";
import { unpackJson } from "../base/unpack.js";
import { renew } from "./renew.js";

/**
 * A style or script with its text in the page counts as soon as it stands there, if the policy knows its hash.
 * @param {"style" | "script"} tag
 * @param {string} text
 */
function make(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

/** A script has run once it stands there; it goes again, so that a saved copy of the page does not run it twice. */
function run(/** @type {string} */ text) {
  const script = make("script", text);
  document.head.append(script);
  script.remove();
}

/** @param {HTMLElement} element with what was packed */
async function start(element) {
  const { style, scripts } = await unpackJson(element.textContent ?? "");
  only(document, "style").before(Object.assign(make("style", style), { id: "mapgen-style" }));
  for (const text of scripts) run(text);
  await globalThis.mapgen.start(); // what main.js exports: a bundle can give itself no other name
}

/** Say that the map could not start; the picture and the tables are in view. @param {unknown} error */
function fail(error) {
  document.documentElement.dataset.mapgen = "failed";
  running.unset();
  aside.bring();
  byId("failure").hidden = false;
  console.error(error);
}

document.documentElement.setAttribute("data-begun", "");
const packed = document.getElementById("mapgen-front-end");
if (packed) {
  renew(document);
  start(packed).catch(fail);
}
