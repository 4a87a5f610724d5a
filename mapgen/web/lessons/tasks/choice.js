/**
 * A task with answers to choose from.
 */

import { el, said } from "../../base/dom.js";
import { text } from "../../base/text.js";
import { mark, taskForm } from "./parts.js";
import * as tours from "../tour.js";

/** One right answer is a choice of one, more are a choice of some. @param {App} app @param {AtTask} at */
export function build(app, at) {
  const { task, id } = at.step;
  const draft = tours.draftOf(app, at);
  const kind = task.right.length === 1 ? "radio" : "checkbox";
  const inputs = task.answers.map((_, i) =>
    el("input", { type: kind, name: `task-${id}`, value: i, checked: draft.chosen?.includes(i) }),
  );
  const chosen = () => inputs.flatMap((input, i) => (input.checked ? [i] : []));
  for (const input of inputs) input.addEventListener("change", () => (draft.chosen = chosen()));
  const labels = inputs.map((input, i) => el("label.task-answer", {}, input, el("span", {}, said(task.answers[i]))));
  const check = () => {
    const now = chosen();
    if (!now.length) return undefined;
    labels.forEach((label, i) => mark(label, task.right.includes(i) ? true : now.includes(i) ? false : null));
    return now.length === task.right.length && now.every((i) => task.right.includes(i));
  };
  const hint = kind === "checkbox" ? el("p.aside", {}, text("task.choice.some")) : null;
  return taskForm(
    app,
    at,
    el("fieldset", {}, el("legend", {}, said(task.question)), hint, labels),
    check,
    "task.check",
  );
}
