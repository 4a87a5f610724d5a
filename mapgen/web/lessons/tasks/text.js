/**
 * A task to be answered in words.
 */

import { el, said } from "../../base/dom.js";
import { taskForm } from "./parts.js";
import * as tours from "../tour.js";

/** Nobody judges words but their reader: a model answer to compare with. @param {App} app @param {AtTask} at */
export function build(app, at) {
  const { task, id } = at.step;
  const draft = tours.draftOf(app, at);
  /** @type {HTMLTextAreaElement} */
  const field = el("textarea", { id: `task-${id}`, rows: 3, oninput: () => (draft.words = field.value) });
  field.value = draft.words ?? "";
  return taskForm(app, at, [el("label", { for: field.id }, said(task.question)), field], () => null, "task.compare");
}
