/**
 * Unpacks the styles and scripts of the page and runs them: the one script that stands in the page plainly.
 */

import { byId, only } from "../base/dom.js";
import { unpackJson } from "../base/unpack.js";

/**
 * A style or script with its text in the page counts as soon as it stands there, if the policy knows its hash.
 * @param {"style" | "script"} tag
 * @param {string} text
 */
function make(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

/** @param {HTMLElement} element with what was packed */
async function start(element) {
  const { style, scripts } = await unpackJson(element.textContent ?? "");
  only(document, "style").before(make("style", style));
  for (const text of scripts) document.head.append(make("script", text));
  await globalThis.mapgen.start(); // what main.js exports: a bundle can give itself no other name
}

/** Say that the map could not start; the picture and the tables stay. @param {unknown} error */
function fail(error) {
  document.documentElement.dataset.mapgen = "failed";
  document.documentElement.classList.remove("js");
  byId("failure").hidden = false;
  console.error(error);
}

const packed = document.getElementById("mapgen-front-end");
if (packed) start(packed).catch(fail);
