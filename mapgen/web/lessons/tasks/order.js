/**
 * A task to bring entries into an order: by buttons, which work by finger, mouse and keyboard.
 */

import { el, first, icon, only, said } from "../../base/dom.js";
import { phrase, text } from "../../base/text.js";
import { mark, taskForm } from "./parts.js";
import * as tours from "../tour.js";

/**
 * @param {number} count
 * @returns {number[]} a fixed mixture that is never the right order: the second half between the first
 */
export function mixed(count) {
  const all = Array.from({ length: count }, (_, i) => i);
  return [...all.filter((i) => i % 2), ...all.filter((i) => i % 2 === 0).reverse()];
}

/** @param {TaskOfModel} task @param {number} i @param {(i: number, by: number) => void} move */
function row(task, i, move) {
  const words = phrase(task.answers[i]);
  /** @param {"up" | "down"} name @param {number} by */
  const button = (name, by) => {
    const label = text(`task.order.${name}`, { entry: words });
    return el(
      "button.square",
      { type: "button", "aria-label": label, title: label, "data-by": by, onclick: () => move(i, by) },
      icon(name),
    );
  };
  return el("li", { "data-entry": i }, el("span", {}, said(task.answers[i])), button("up", -1), button("down", 1));
}

/** @param {App} app @param {AtTask} at @returns {HTMLElement} */
export function build(app, at) {
  const { task, id } = at.step;
  const draft = tours.draftOf(app, at);
  const order = (draft.order ??= mixed(task.answers.length));
  const list = el("ol.task-order", { "aria-labelledby": `task-${id}` });
  const rows = task.answers.map((_, i) => row(task, i, move));
  const show = () => {
    list.append(...order.map((i) => rows[i]));
    order.forEach((i, place) => {
      for (const button of rows[i].querySelectorAll("button"))
        button.disabled = !(place + Number(button.dataset.by) in order);
    });
  };

  /** @param {number} i @param {number} by */
  function move(i, by) {
    const from = order.indexOf(i);
    order.splice(from, 1);
    order.splice(from + by, 0, i);
    draft.checked = false;
    for (const item of rows) mark(item, null);
    show();
    const same = first(rows[i], `[data-by="${by}"]:not(:disabled)`);
    (same ?? only(rows[i], "button:not(:disabled)")).focus();
    app.say(text("task.order.moved", { entry: phrase(task.answers[i]), n: from + by + 1, count: order.length }));
  }

  show();
  const check = () => {
    const right = order.map((i, place) => i === place);
    order.forEach((i, place) => mark(rows[i], right[place]));
    return right.every(Boolean);
  };
  return taskForm(
    app,
    at,
    [el("p.task-question", { id: `task-${id}` }, said(task.question)), list],
    check,
    "task.check",
  );
}
