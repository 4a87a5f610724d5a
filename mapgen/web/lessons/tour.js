/**
 * Tours: which step is shown, what the map shows with it, what was seen and answered.
 */

import { first } from "../base/dom.js";
import { phrase, text } from "../base/text.js";
import { frameAt } from "../facts/days.js";
import * as switches from "../facts/switches.js";
import * as eventPeriod from "../time/period.js";

const REFERENCE = { width: 900, height: 560 }; // px of the map for which views of steps are written
const LARGER = 0.5; // zoom levels at most by which a larger map shows the same ground larger
const SNAP = 4; // zoom levels are quarters
const SAME_PX = 2;

/**
 * @param {Model} model
 * @param {string | null} id
 * @param {number | null} number
 * @returns {At | null} a step, counted from 1; the first where there is no such step
 */
export function find(model, id, number) {
  const lesson = model.lessons.find((candidate) => candidate.id === id);
  if (!lesson) return null;
  const known = number !== null && lesson.steps[number - 1] ? number : 1;
  return { lesson, step: lesson.steps[known - 1], number: known };
}

/** @param {StepOfModel} step @returns {{key: string, words: string}[]} what it asks the reader to do */
export function askedOf({ observe, reflect, question }) {
  return Object.entries({ observe, reflect, question }).flatMap(([key, words]) => (words ? [{ key, words }] : []));
}

/** @param {StepOfModel} step @returns {step is StepWithTask} */
export const hasTask = (step) => step.task !== null;

/** @param {At} at @returns {at is AtTask} */
export const asks = (at) => hasTask(at.step);

/** @returns {boolean} whether a learning system is told of what is answered: see scorm.js */
export const isReported = () => document.documentElement.hasAttribute("data-reported");

/** @param {App} app @returns {boolean} whether the notes are shown in a window of their own */
export const isPresenting = (app) => Boolean(app.presenter && !app.presenter.window.closed);

/** @param {App} app @returns {At | null} the step that a state shows */
export const shown = (app) => find(app.model, app.store.get().tour, app.store.get().step);

/** @param {[number, number, number]} view @returns {MapView} */
const referenceView = ([latitude, longitude, zoom]) => ({ latitude, longitude, zoom, reference: true });

/**
 * @param {Model} model
 * @param {Partial<StepOfModel>} [step]
 * @returns {StepState} what the map shows with a step; without one, as it is at first
 */
export function stateOf(model, step = {}) {
  return {
    on: step.layers ? switches.fromNames(model, step.layers) : switches.defaults(model),
    date: step.date ? frameAt(model, step.date) : model.atlas.as_of,
    period: eventPeriod.within(model, step.period ?? null),
    feature: step.feature ?? null,
    view: step.view ? referenceView(step.view) : null,
  };
}

/**
 * @param {number} zoom
 * @param {{x: number, y: number}} size of the map in px
 * @returns {number} the zoom at which a map of this size shows the ground that a step is written for
 */
export function zoomFor(zoom, { x, y }) {
  const fit = Math.min(Math.log2(x / REFERENCE.width), Math.log2(y / REFERENCE.height), LARGER);
  return Math.round((zoom + fit) * SNAP) / SNAP;
}

/** Move the map to the view of a step, as far as its size allows. @param {App} app @param {MapView} view */
export function applyView(app, view) {
  const zoom = zoomFor(view.zoom, app.map.getSize());
  app.scene.moved = true;
  app.map.setView([view.latitude, view.longitude], zoom, { animate: false });
  const limits = /** @type {L.LatLngBounds} */ (app.map.options.maxBounds); // see setLimits
  app.map.panInsideBounds(limits, { animate: false }); // as Leaflet would a moment later
  app.scene.stepView = { centre: app.map.getCenter(), view };
  app.keepAddress();
}

/** @param {App} app @returns {boolean} whether the map still stands where the step put it */
export function standsAsShown(app) {
  const at = app.scene.stepView;
  if (!at || zoomFor(at.view.zoom, app.map.getSize()) !== app.map.getZoom()) return false;
  return app.map.project(at.centre).distanceTo(app.map.project(app.map.getCenter())) < SAME_PX;
}

/** @param {App} app @param {string} id of a lesson @returns {LessonRecord} */
export const recordOf = (app, id) => (app.progress[id] ??= { seen: new Set(), tasks: {}, drafts: {} });

/** Tasks that the page itself can judge. @param {LessonOfModel} lesson */
const judged = (lesson) => lesson.steps.filter(({ task }) => task && task.kind !== "text");

/**
 * @param {App} app
 * @param {LessonOfModel} lesson
 * @returns {{raw: number, max: number}} how many of the tasks that can be judged were answered right
 */
export function scoreOf(app, lesson) {
  const { tasks } = recordOf(app, lesson.id);
  const steps = judged(lesson);
  return { raw: steps.filter((step) => tasks[step.id]?.right).length, max: steps.length };
}

/** Say what was reached, for a learning system that the page stands in; nobody else is told. @param {App} app */
function report(app) {
  const at = shown(app);
  if (!at) return;
  const { seen, tasks } = recordOf(app, at.lesson.id);
  /** @type {Progress} */
  const detail = {
    tour: at.lesson.id,
    step: at.number,
    steps: at.lesson.steps.length,
    seen: [...seen].sort((a, b) => a - b),
    tasks: structuredClone(tasks),
    score: scoreOf(app, at.lesson),
  };
  document.dispatchEvent(new CustomEvent("mapgen-progress", { detail }));
}

/** @param {App} app */
function see(app) {
  const at = shown(app);
  if (at) recordOf(app, at.lesson.id).seen.add(at.number);
  report(app);
}

/** A step is shown: it counts as seen, and is announced. @param {App} app */
export function arrive(app) {
  const at = shown(app);
  if (!at) return;
  see(app);
  app.say(text("tour.said", { n: at.number, steps: at.lesson.steps.length, title: phrase(at.step.title) }));
}

/** @param {App} app @param {string} id of a lesson @param {number} number of the step, from 1 */
export function go(app, id, number) {
  const at = find(app.model, id, number);
  if (!at) return;
  const { view, ...state } = stateOf(app.model, at.step);
  app.store.set({ ...state, tour: id, step: at.number, panel: "tour" });
  app.applyView(view);
  arrive(app);
  if (!isPresenting(app)) first(document, "#panel-tour [data-focus]")?.focus({ preventScroll: true });
}

/** @param {App} app @param {number} by 1 for the next step, -1 for the one before */
export function move(app, by) {
  const at = shown(app);
  if (at?.lesson.steps[at.number + by - 1]) go(app, at.lesson.id, at.number + by);
}

/** Back to all tours, and to the map as it is at first. @param {App} app */
export function leave(app) {
  const { view, ...state } = stateOf(app.model);
  app.store.set({ ...state, tour: null, step: null, panel: "tour" });
  app.applyView(view);
  first(document, "#panel-tour h2")?.focus({ preventScroll: true });
}

/**
 * The best try counts.
 * @param {App} app
 * @param {At} at
 * @param {boolean | null} right how the task of the step was answered; null where only the reader can judge
 */
export function answer(app, { lesson, step }, right) {
  const { tasks } = recordOf(app, lesson.id);
  const before = tasks[step.id] ?? { right: null, tries: 0 };
  tasks[step.id] = { right: right === null ? null : right || before.right === true, tries: before.tries + 1 };
  report(app);
}

/**
 * @param {App} app
 * @param {At} at
 * @returns {Draft} what was filled in for the task of a step, kept while the page is open
 */
export const draftOf = (app, { lesson, step }) => (recordOf(app, lesson.id).drafts[step.id] ??= {});

/** What hung over from a step that is no longer shown. @param {App} app @param {Set<string>} changed */
function tidy(app, changed) {
  if (["tour", "step", "lang", "panel"].some((key) => changed.has(key))) app.asking?.end();
  if (changed.has("tour") || changed.has("step")) app.marked?.remove();
  if (!app.store.get().tour) app.scene.stepView = null;
}

/**
 * @param {App} app
 * @param {Kept} kept what a learning system kept of an earlier time
 */
function restore(app, { tour, step, seen = [], tasks = {} }) {
  const at = find(app.model, tour, step);
  if (!at) return;
  const record = recordOf(app, tour);
  for (const number of seen) record.seen.add(number);
  Object.assign(record.tasks, tasks);
  go(app, tour, step);
}

/** @param {App} app */
export function wire(app) {
  app.store.watch((_, changed) => tidy(app, changed));
  document.addEventListener("mapgen-restore", ({ detail }) => restore(app, detail));
  see(app);
}

/** @param {KeyboardEvent} event @returns {number} 1 where a key leads to the next step, -1 to the one before, else 0 */
export function byKey({ key }) {
  const [forward, back] =
    document.documentElement.dir === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  if (key === forward || key === "PageDown") return 1;
  return key === back || key === "PageUp" ? -1 : 0;
}
