/**
 * What stands on the sheets of a lesson: handout, worksheet, answers, notes for the teacher.
 */

import { el, said } from "../../base/dom.js";
import * as format from "../../base/format.js";
import { localName, phrase, text } from "../../base/text.js";
import { holdersOn } from "../../facts/days.js";
import { licenceName } from "../../kinds/describe.js";
import * as legend from "../../map/legend.js";
import * as paper from "../../share/paper.js";
import * as sheetsShots from "./shots.js";
import * as taskOrder from "../tasks/order.js";
import { pointOf, titleOf } from "../tasks/parts.js";
import * as tours from "../tour.js";

// the archive's way to read a map
const READING = ["type", "date", "maker", "scale", "legend", "matters", "why", "evidence", "missing"];
const LINES = { short: 1, long: 3 };

/** @param {number} count */
const lines = (count) => Array.from({ length: count }, () => el("span.sheet-line"));

/** @param {LessonOfModel} lesson @param {string} kind @param {boolean} [fields] room for a name and a class */
function head(lesson, kind, fields = false) {
  return el(
    "header.sheet-head",
    {},
    el("p.kind", {}, text(`sheets.${kind}`)),
    el("h1", {}, said(lesson.title)),
    fields ? el("p.sheet-fields", {}, el("span", {}, text("paper.name")), el("span", {}, text("paper.class"))) : null,
  );
}

/** @param {App} app */
const foot = (app) => el("footer.sheet-foot", {}, legend.credits(app.model));

/** @param {string[]} list */
const paragraphs = (list) => list.map((paragraph) => el("p", {}, said(paragraph)));

/** @param {StepOfModel} step @param {boolean} write whether there is room for an answer */
function questions(step, write) {
  return tours
    .askedOf(step)
    .map(({ key, words }) =>
      el(
        "div.sheet-asked",
        {},
        el("h3", {}, text(`tour.${key}`)),
        el("p", {}, said(words)),
        write ? lines(LINES.short) : null,
      ),
    );
}

/** @param {App} app @param {LessonOfModel} lesson @param {HTMLElement[]} pictures of the steps */
export function handout(app, lesson, pictures) {
  /** @param {StepOfModel} step */
  const when = (step) => `${text("page.as-of")} ${format.date(tours.stateOf(app.model, step).date)}`;
  const steps = lesson.steps.map((step, i) =>
    el(
      "section.sheet-step",
      {},
      el("figure", {}, pictures[i], el("figcaption.kind", {}, when(step))),
      el(
        "div",
        {},
        el("h2", {}, `${format.number(i + 1)}. `, said(step.title)),
        paragraphs(step.text),
        questions(step, false),
      ),
    ),
  );
  return [
    el("div.sheet", {}, head(lesson, "handout"), el("p.sheet-summary", {}, said(lesson.summary)), foot(app), steps),
  ];
}

/** How an answer is given on paper. @param {TaskOfModel} task */
function room(task) {
  if (task.kind === "choice")
    return el(
      "ul.sheet-boxes",
      {},
      task.answers.map((answer) => el("li", {}, said(answer))),
    );
  if (task.kind === "order")
    return el(
      "ul.sheet-boxes",
      {},
      taskOrder.mixed(task.answers.length).map((i) => el("li", {}, said(task.answers[i]))),
    );
  return task.kind === "place" ? el("p.aside", {}, text("sheets.place")) : lines(LINES.long);
}

/** @param {LessonOfModel} lesson */
const withTask = (lesson) => lesson.steps.filter(tours.hasTask);

/** @param {LessonOfModel} lesson */
function tasksOf(lesson) {
  return withTask(lesson).map(({ task }, i) =>
    el(
      "section.sheet-task",
      {},
      el("h3", {}, `${text("task.title")} ${format.number(i + 1)}`),
      el("p", {}, said(task.question)),
      room(task),
    ),
  );
}

/**
 * A map without colours, and boxes to say which colour is whose.
 * @param {App} app
 * @param {LessonOfModel} lesson
 * @param {HTMLElement} picture
 */
function colouring(app, lesson, picture) {
  const present = holdersOn(app.model, app.model.atlas.as_of);
  const boxes = app.model.drawnHolders
    .filter(({ id }) => present.has(id))
    .map((holder) => el("li", {}, localName(holder.name)));
  return el(
    "div.sheet.wide",
    {},
    head(lesson, "colour", true),
    el(
      "div.sheet-map",
      {},
      picture,
      el(
        "div",
        {},
        el("h3", {}, text("sheets.colours")),
        el("ul.sheet-boxes", {}, boxes),
        el("p.aside", {}, text("sheets.colour-note")),
      ),
    ),
    foot(app),
  );
}

/** @param {App} app @param {LessonOfModel} lesson @param {HTMLElement[]} pictures the map without colours */
export function worksheet(app, lesson, [blank]) {
  const reading = READING.map((key) =>
    el("li", {}, el("p", {}, text(`sheets.read.${key}`)), lines(key === "matters" ? LINES.long : LINES.short)),
  );
  return [
    el(
      "div.sheet",
      {},
      head(lesson, "worksheet", true),
      el("h2", {}, text("sheets.read")),
      el("ol.sheet-reading", {}, reading),
    ),
    el(
      "div.sheet",
      {},
      el("h2", {}, text("sheets.steps")),
      lesson.steps.map((step, i) =>
        el(
          "section.sheet-task",
          {},
          el("h3", {}, `${format.number(i + 1)}. `, said(step.title)),
          questions(step, true),
        ),
      ),
      el("h2", {}, text("sheets.tasks")),
      tasksOf(lesson),
      foot(app),
    ),
    colouring(app, lesson, blank),
  ];
}

/** What is right, as words. @param {App} app @param {TaskOfModel} task */
function solution(app, task) {
  if (task.kind === "choice") return task.right.map((i) => phrase(task.answers[i])).join(" · ");
  if (task.kind === "order")
    return el(
      "ol.sheet-list",
      {},
      task.answers.map((answer) => el("li", {}, said(answer))),
    );
  if (task.kind !== "place") return "";
  const [lon, lat] = pointOf(app.model, task);
  const where = text("sheets.point", { lat: format.number(lat, 2), lon: format.number(lon, 2) });
  const name = task.feature ? `${titleOf(app.model, task.feature)}: ` : "";
  return `${name}${where} (± ${format.kilometres(Number(task.within_km))})`;
}

/** @param {App} app @param {LessonOfModel} lesson @param {HTMLElement[]} pictures the map as it is at first */
export function answers(app, lesson, [whole]) {
  const items = withTask(lesson).map(({ task }, i) =>
    el(
      "section.sheet-task",
      {},
      el("h3", {}, `${text("task.title")} ${format.number(i + 1)}`),
      el("p", {}, said(task.question)),
      el("div.sheet-solution", {}, solution(app, task)),
      paragraphs(task.explanation),
    ),
  );
  const holders = legend
    .sections(app, true, { ...app.store.get(), ...sheetsShots.whole(app) })
    .filter(({ kind }) => kind === "holders")
    .map(({ title, entries }) => [
      el("h3", {}, title),
      el(
        "ul.sheet-legend",
        {},
        entries.map(({ sample, words }) => el("li", {}, paper.finished(sample), words)),
      ),
    ]);
  return [
    el("div.sheet", {}, head(lesson, "answers"), items.length ? items : el("p", {}, text("sheets.no-tasks"))),
    el(
      "div.sheet.wide",
      {},
      head(lesson, "colour-answers"),
      el("div.sheet-map", {}, whole, el("div", {}, holders)),
      foot(app),
    ),
  ];
}

/** @param {App} app */
function licences({ model }) {
  const licence = legend.isolate(licenceName(model.atlas));
  return ["map", "data", "text"].map((what) => [
    el("dt", {}, text(`sheets.licence.${what}`)),
    el("dd", {}, text(`sheets.licence.${what}.is`, { licence })),
  ]);
}

/** @param {App} app @param {LessonOfModel} lesson */
export function notes(app, lesson) {
  /** @param {string} key @param {Child} value */
  const row = (key, value) => [el("dt", {}, text(`sheets.${key}`)), el("dd", {}, value)];
  return [
    el(
      "div.sheet",
      {},
      head(lesson, "notes"),
      el("p.sheet-summary", {}, said(lesson.summary)),
      el(
        "dl.sheet-facts",
        {},
        row("level", phrase(lesson.level)),
        row("minutes", format.plural("tour.minutes", lesson.minutes)),
        row("material", phrase(lesson.material)),
        row("curriculum", format.list(lesson.curriculum.map(phrase))),
        row("content-note", phrase(lesson.content_note)),
        licences(app),
      ),
      el("h2", {}, text("sheets.objectives")),
      el(
        "ul.sheet-list",
        {},
        lesson.objectives.map((objective) => el("li", {}, said(objective))),
      ),
      el("h2", {}, text("sheets.by-step")),
      lesson.steps.map((step, i) =>
        el(
          "section.sheet-task",
          {},
          el("h3", {}, `${format.number(i + 1)}. `, said(step.title)),
          paragraphs(step.notes),
          questions(step, false),
        ),
      ),
      foot(app),
    ),
  ];
}
