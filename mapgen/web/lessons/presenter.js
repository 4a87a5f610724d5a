/**
 * Presenting a tour: the page in large type without what is not needed, and the notes in a window of their own.
 * The window is written by this page and asks nothing of a network; where it is refused, the notes open in the panel.
 */

import { first, byId, el, fill, said } from "../base/dom.js";
import * as focus from "../base/focus.js";
import * as format from "../base/format.js";
import { currentLanguage, phrase, text } from "../base/text.js";
import * as tours from "./tour.js";
import { isPresenting } from "./tour.js";

const SIZE = "width=520,height=680";

export const isOn = () => document.documentElement.classList.contains("presenting");

/** What the presenter alone sees. @param {At} at */
function contents({ lesson, step, number }) {
  const next = lesson.steps[number];
  const kicker = text("tour.kicker", {
    title: phrase(lesson.title),
    n: format.number(number),
    steps: format.number(lesson.steps.length),
  });
  return [
    el("p.kind", {}, kicker),
    el("h1.presenter-title", {}, said(step.title)),
    next ? el("p.aside", {}, text("tour.next", { title: phrase(next.title) })) : null,
    el(
      "div.presenter-notes",
      {},
      step.notes.map((paragraph) => el("p", {}, said(paragraph))),
    ),
    tours.askedOf(step).map(({ key, words }) => el("p", {}, el("strong", {}, text(`tour.${key}`)), " ", said(words))),
    step.task
      ? el(
          "div",
          {},
          el("p", {}, el("strong", {}, text("task.title")), " ", said(step.task.question)),
          step.task.explanation.map((paragraph) => el("p.aside", {}, said(paragraph))),
        )
      : null,
  ];
}

/** Bring the window up to date; its buttons stay, and with them the focus. @param {App} app */
function update(app) {
  if (!app.presenter || !isPresenting(app)) return;
  const { window: other, back, forward, notes } = app.presenter;
  const at = tours.shown(app);
  other.document.documentElement.lang = currentLanguage();
  other.document.documentElement.dir = document.documentElement.dir;
  other.document.title = text("tour.notes");
  back.textContent = text("tour.back");
  forward.textContent = text("tour.forward");
  focus.disable(back, !at || at.number === 1, forward);
  focus.disable(forward, !at || at.number === at.lesson.steps.length, back);
  fill(notes, at ? contents(at) : text("tour.none-open"));
}

/** @param {App} app @param {KeyboardEvent} event */
function onKey(app, event) {
  if (event.key === "Escape") {
    close(app);
    return;
  }
  const by = tours.byKey(event);
  if (!by) return;
  event.preventDefault();
  tours.move(app, by);
}

/**
 * @param {App} app
 * @returns {Presenter | null} a window with the styles of the page, which its policy allows there; null where it is
 * refused, or where a sandbox lets nobody write into it
 */
function openWindow(app) {
  const other = globalThis.open("", "_blank", SIZE);
  try {
    return other && dress(app, other);
  } catch {
    other?.close();
    return null;
  }
}

/** @param {App} app @param {Window} other @returns {Presenter} */
function dress(app, other) {
  for (const style of document.querySelectorAll("style"))
    other.document.head.append(other.document.importNode(style, true));
  other.document.body.className = "presenter";
  other.document.documentElement.className = "presenting-notes";
  /** @param {string} name @param {number} by */
  const button = (name, by) =>
    el("button.button", { type: "button", [`data-${name}`]: true, onclick: () => tours.move(app, by) });
  const [back, forward] = [button("back", -1), button("forward", 1)];
  const notes = el("div", { "aria-live": "polite" });
  other.document.body.append(el("p.tour-row", {}, back, forward), notes);
  other.document.addEventListener("keydown", (event) => onKey(app, event));
  return { window: other, back, forward, notes };
}

/** The large form or the usual one, with the map where the step has it. @param {App} app @param {boolean} on */
function turn(app, on) {
  document.documentElement.classList.toggle("presenting", on);
  byId("panel-tour").dataset.built = "";
  app.refreshPanel();
  const at = tours.shown(app);
  if (at) app.applyView(tours.stateOf(app.model, at.step).view);
  const opposite = `#panel-tour [data-${on ? "stop-presenting" : "present"}]`;
  first(document, opposite)?.focus({ preventScroll: true });
}

/** @param {App} app whose tour is presented */
export function open(app) {
  app.presenter = openWindow(app);
  app.scene.notesOpen = !app.presenter;
  turn(app, true);
  if (app.presenter) update(app);
  else app.say(text("tour.no-window"));
}

/** @param {App} app */
export function close(app) {
  app.presenter?.window.close();
  app.presenter = null;
  turn(app, false);
}

/** @param {App} app keeps the window in step with the tour */
export function wire(app) {
  app.store.watch((state, changed) => {
    if (["step", "tour", "lang"].some((key) => changed.has(key))) update(app);
    if (changed.has("tour") && !state.tour && isOn()) close(app);
  });
  document.addEventListener(
    "keydown",
    (event) => event.key === "Escape" && isOn() && !app.asking && app.store.get().panel === "tour" && close(app),
  );
  addEventListener("focus", () => isOn() && app.presenter?.window.closed && close(app)); // closed by hand
  addEventListener("pagehide", () => app.presenter?.window.close());
}
