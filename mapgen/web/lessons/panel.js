/**
 * The panel of tours: the list of lessons, or one step with what is to be observed, asked and answered.
 */

import { el, fill, said } from "../base/dom.js";
import * as format from "../base/format.js";
import { phrase, text } from "../base/text.js";
import { figureValue } from "../kinds/figures.js";
import * as presenter from "./presenter.js";
import * as sheets from "./sheets/index.js";
import * as tasks from "./tasks/index.js";
import { titleOf } from "./tasks/parts.js";
import * as tours from "./tour.js";

const SWIPE_PX = 60;
const TYPING = "input, textarea, select, [role=tablist], .folium-map, .time, .table-frame, dialog, .diagram";

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

function asked(step) {
  const parts = tours.ASKED.filter((key) => step[key]).map((key) => [
    el("h3", {}, text(`tour.${key}`)),
    el("p", {}, said(step[key])),
  ]);
  return parts.length ? el("aside.tour-asked", { "aria-label": text("tour.asked") }, parts) : null;
}

/** What the step points at, with its number where it is one; a click asks how it is known. */
function pointed(app, step) {
  const id = step.feature;
  const feature = app.model.byId.get(id);
  const name = id && titleOf(app.model, id);
  if (!name) return null;
  const value = feature?.layerKind === "figures" ? el("strong.tour-value", {}, figureValue(feature)) : null;
  return el(
    "button.tour-pointed",
    { type: "button", onclick: () => app.open(id, false) },
    value,
    el("span", {}, name),
    el("span.aside", {}, text("tour.how")),
  );
}

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

/** The same where there is no room for dots. */
function jump(app, { lesson, number }) {
  const options = lesson.steps.map((step, i) =>
    el("option", { value: i + 1, selected: i + 1 === number }, `${format.number(i + 1)}. ${phrase(step.title)}`),
  );
  let lastKey = null; // an arrow key only chooses; Enter, or a choice by finger or mouse, goes there
  const leap = ({ target }) => tours.go(app, lesson.id, Number(target.value));
  return el(
    "select.tour-jump",
    {
      "aria-label": text("tour.all-steps"),
      onpointerdown: () => (lastKey = null),
      onkeydown: (event) => {
        lastKey = event.key;
        if (event.key === "Enter" && Number(event.target.value) !== number) leap(event);
      },
      onchange: (event) => (lastKey === null || lastKey === "Enter") && leap(event),
    },
    options,
  );
}

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

function result(app, lesson) {
  const { raw, max } = tours.scoreOf(app, lesson);
  return max ? el("p.tour-score", { "data-score": true }, text("tour.score", { raw, max })) : null;
}

function tools(app, { lesson, number }) {
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

function notes(app, step) {
  if (!step.notes.length || tours.isReported()) return null; // what a learning system plays is for pupils
  return el(
    "details.tour-notes",
    { open: app.scene.notesOpen ?? false, ontoggle: (event) => (app.scene.notesOpen = event.currentTarget.open) },
    el("summary", {}, text("tour.notes")),
    step.notes.map((each) => el("p", {}, said(each))),
  );
}

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
      step.text.map((each) => el("p", {}, said(each))),
      pointed(app, step),
    ),
    asked(step),
    step.task ? tasks.card(app, at) : null,
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

/**
 * Arrows, Page Down and Page Up (which remote controls send) lead through the steps, except where a key has another
 * use.
 */
function onKey(app, event) {
  if (
    app.store.get().panel !== "tour" ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.target.closest?.(TYPING)
  )
    return;
  const by = tours.byKey(event);
  if (!by || !tours.shown(app)) return;
  event.preventDefault();
  tours.move(app, by);
}

/** A finger that moves sideways over the step turns to the next or the one before. */
function wireSwipe(app, root) {
  let start = null;
  root.addEventListener(
    "touchstart",
    (event) => {
      const [touch] = event.touches;
      start =
        event.touches.length === 1 && !event.target.closest("input, textarea") ? [touch.clientX, touch.clientY] : null;
    },
    { passive: true },
  );
  root.addEventListener(
    "touchend",
    (event) => {
      if (!start || !tours.shown(app)) return;
      const [touch] = event.changedTouches;
      const [dx, dy] = [touch.clientX - start[0], touch.clientY - start[1]];
      start = null;
      if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < 2 * Math.abs(dy)) return;
      const leftwards = dx < 0 ? 1 : -1;
      tours.move(app, document.documentElement.dir === "rtl" ? -leftwards : leftwards);
    },
    { passive: true },
  );
}

/** @param {App} app */
export function wire(app) {
  document.addEventListener("keydown", (event) => onKey(app, event));
  wireSwipe(app, document.getElementById("panel-tour"));
}
