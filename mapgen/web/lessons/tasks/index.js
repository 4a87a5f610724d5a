/**
 * Tasks of a tour: asked, answered, and what the answer rests on. Results and what was filled in stay in the page.
 */

import { el } from "../../base/dom.js";
import { text } from "../../base/text.js";
import * as taskChoice from "./choice.js";
import * as taskOrder from "./order.js";
import * as taskPlace from "./place.js";
import * as taskText from "./text.js";

/** @param {App} app @param {AtTask} at @returns {HTMLElement} */
export function card(app, at) {
  const { task } = at.step;
  const kinds = { choice: taskChoice, text: taskText, order: taskOrder, place: taskPlace };
  return el(
    "section.task",
    { "data-task": task.kind },
    el("h3", {}, text("task.title")),
    kinds[task.kind].build(app, at),
  );
}
