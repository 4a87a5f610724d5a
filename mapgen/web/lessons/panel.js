/**
 * The panel of tours: the list of lessons, or one step with what is to be observed, asked and answered.
 */

import { el, fill, said } from "../base/dom.js";
import * as format from "../base/format.js";
import { phrase, text } from "../base/text.js";
import { featuresOf } from "../facts/document.js";
import { figureValue } from "../kinds/figures.js";
import * as presenter from "./presenter.js";
import * as sheets from "./sheets/index.js";
import * as tasks from "./tasks/index.js";
import { titleOf } from "./tasks/parts.js";
import * as tours from "./tour.js";

/** @param {LessonOfModel} lesson */
function facts(lesson) {
  const count = lesson.steps.filter((step) => step.task).length;
  return [
    format.plural("tour.steps", lesson.steps.length),
    format.plural("tour.minutes", lesson.minutes),
    count ? format.plural("tour.tasks", count) : null,
    phrase(lesson.level),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** @param {App} app @param {LessonOfModel} lesson */
function card(app, lesson) {
  const reached = Math.max(0, ...tours.recordOf(app, lesson.id).seen);
  const again = reached > 1 && reached < lesson.steps.length;
  const begin = el(
    "button.button",
    { type: "button", "data-begin": lesson.id, onclick: () => tours.go(app, lesson.id, again ? reached : 1) },
    again ? text("tour.continue", { n: reached }) : text("tour.begin"),
  );
  const toSheets = el(
    "button.link",
    { type: "button", "data-sheets": lesson.id, onclick: () => sheets.open(app, lesson) },
    text("tour.sheets"),
  );
  return el(
    "li",
    {},
    el("h3.tour-name", {}, said(lesson.title)),
    el("p.kind", {}, facts(lesson)),
    el("p", {}, said(lesson.summary)),
    el("p.tour-content", {}, text("tour.content-note", { note: phrase(lesson.content_note) })),
    el("p.tour-row", {}, begin, toSheets),
  );
}

/** @param {App} app */
function listOf(app) {
  const { lessons } = app.model;
  return [
    el("h2", { tabindex: -1 }, text("tour.title")),
    el("p", {}, text(lessons.length ? (tours.isReported() ? "package.told" : "tour.intro") : "tour.none")),
    el(
      "ul.tour-list",
      {},
      lessons.map((lesson) => card(app, lesson)),
    ),
  ];
}

/** @param {StepOfModel} step */
function asked(step) {
  const parts = tours
    .askedOf(step)
    .map(({ key, words }) => [el("h3", {}, text(`tour.${key}`)), el("p", {}, said(words))]);
  return parts.length ? el("aside.tour-asked", { "aria-label": text("tour.asked") }, parts) : null;
}

/**
 * What the step points at, with its number where it is one; a click asks how it is known.
 * @param {App} app
 * @param {StepOfModel} step
 */
function pointed(app, step) {
  const id = step.feature;
  const name = id && titleOf(app.model, id);
  if (!name) return null;
  const figure = featuresOf(app.model, "figures").find((candidate) => candidate.id === id);
  const value = figure ? el("strong.tour-value", {}, figureValue(figure)) : null;
  return el(
    "button.tour-pointed",
    { type: "button", onclick: () => app.open(id, false) },
    value,
    el("span", {}, name),
    el("span.aside", {}, text("tour.how")),
  );
}

/** @param {App} app @param {At} at */
function dots(app, { lesson, number }) {
  const items = lesson.steps.map((step, i) => {
    const current = i + 1 === number;
    const label = `${format.number(i + 1)}. ${phrase(step.title)}`;
    return el(
      "li",
      {},
      el("button", {
        type: "button",
        "aria-label": label,
        title: label,
        "aria-current": current ? "step" : null,
        class: tours.recordOf(app, lesson.id).seen.has(i + 1) ? "seen" : null,
        onclick: () => tours.go(app, lesson.id, i + 1),
      }),
    );
  });
  return el("ol.tour-dots", { "aria-label": text("tour.all-steps") }, items);
}

/** The same where there is no room for dots. @param {App} app @param {At} at */
function jump(app, { lesson, number }) {
  const options = lesson.steps.map((step, i) =>
    el("option", { value: i + 1, selected: i + 1 === number }, `${format.number(i + 1)}. ${phrase(step.title)}`),
  );
  /** @type {string | null} */
  let lastKey = null; // an arrow key only chooses; Enter, or a choice by finger or mouse, goes there
  /** @type {HTMLSelectElement} */
  const choice = el(
    "select.tour-jump",
    {
      "aria-label": text("tour.all-steps"),
      onpointerdown: () => (lastKey = null),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        lastKey = event.key;
        if (event.key === "Enter" && Number(choice.value) !== number) leap();
      },
      onchange: () => (lastKey === null || lastKey === "Enter") && leap(),
    },
    options,
  );
  function leap() {
    tours.go(app, lesson.id, Number(choice.value));
  }
  return choice;
}

/** @param {App} app @param {At} at */
function navigation(app, at) {
  const { lesson, number } = at;
  const next = lesson.steps[number];
  const back = el(
    "button.button",
    { type: "button", "data-tour": "back", disabled: number === 1, onclick: () => tours.move(app, -1) },
    text("tour.back"),
  );
  const forward = next
    ? el(
        "button.button.primary",
        { type: "button", "data-tour": "next", onclick: () => tours.move(app, 1) },
        el("span.long", {}, text("tour.next", { title: phrase(next.title) })),
        el("span.short", {}, text("tour.forward")),
      )
    : el(
        "button.button.primary",
        { type: "button", "data-tour": "end", onclick: () => tours.leave(app) },
        text("tour.end"),
      );
  return el(
    "nav.tour-nav",
    { "aria-label": text("tour.steps-label") },
    el("div.tour-row", {}, back, forward),
    dots(app, at),
    jump(app, at),
  );
}

/** @param {App} app @param {LessonOfModel} lesson */
function result(app, lesson) {
  const { raw, max } = tours.scoreOf(app, lesson);
  return max ? el("p.tour-score", { "data-score": true }, text("tour.score", { raw, max })) : null;
}

/** @param {App} app @param {At} at */
function tools(app, { lesson, number }) {
  /** @param {string} name @param {(event: any) => unknown} onclick */
  const button = (name, onclick) =>
    el("button.link", { type: "button", [`data-${name}`]: true, onclick }, text(`tour.${name}`));
  const link = app.linkTo({ tour: lesson.id, step: number });
  return el(
    "p.tour-tools",
    {},
    link && button("link", (event) => app.copyLink(event.currentTarget, link)),
    button("sheets", () => sheets.open(app, lesson)),
    tours.isReported()
      ? null
      : presenter.isOn()
        ? button("stop-presenting", () => presenter.close(app))
        : button("present", () => presenter.open(app)),
    button("leave", () => tours.leave(app)),
  );
}

/** @param {App} app @param {StepOfModel} step */
function notes(app, step) {
  if (!step.notes.length || tours.isReported()) return null; // what a learning system plays is for pupils
  const alone = presenter.isOn() && !app.presenter;
  return [
    alone ? el("p.aside", {}, text("tour.no-window")) : null,
    el(
      "details.tour-notes",
      { open: app.scene.notesOpen ?? false, ontoggle: (event) => (app.scene.notesOpen = event.currentTarget.open) },
      el("summary", {}, text("tour.notes")),
      step.notes.map((paragraph) => el("p", {}, said(paragraph))),
    ),
  ];
}

/** @param {App} app @param {At} at */
function stepOf(app, at) {
  const { lesson, step, number } = at;
  const kicker = text("tour.kicker", {
    title: phrase(lesson.title),
    n: format.number(number),
    steps: format.number(lesson.steps.length),
  });
  return el(
    "article.tour-step",
    {},
    el(
      "div.tour-text",
      {},
      el("p.kind", {}, kicker),
      el("h2", { tabindex: -1, "data-focus": true }, said(step.title)),
      step.text.map((paragraph) => el("p", {}, said(paragraph))),
      pointed(app, step),
    ),
    asked(step),
    tours.asks(at) ? tasks.card(app, at) : null,
    notes(app, step),
    result(app, lesson),
    tools(app, at),
    navigation(app, at),
  );
}

/** @param {App} app @param {HTMLElement} root the panel */
export function build(app, root) {
  const at = tours.shown(app);
  root.classList.toggle("in-step", Boolean(at));
  fill(root, ...(at ? [stepOf(app, at)] : listOf(app)));
}
