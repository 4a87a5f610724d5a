/**
 * The sheets of a lesson, to print: a dialog that offers them, and the pages that go to the printer.
 */

import { byId, el, fill, icon, only } from "../../base/dom.js";
import * as reading from "../../base/reading.js";
import { phrase, text } from "../../base/text.js";
import { printPage } from "../../base/window.js";
import { answers, handout, notes, worksheet } from "./content.js";
import * as sheetsShots from "./shots.js";
import * as tours from "../tour.js";

/** @type {Record<string, (app: App, lesson: LessonOfModel, pictures: HTMLElement[]) => HTMLElement[]>} */
const WRITERS = { handout, worksheet, answers, notes };
export const KINDS = Object.keys(WRITERS);
const FOR_PUPILS = new Set(["handout", "worksheet"]); // what a package of a learning system offers
const dialog = () => /** @type {HTMLDialogElement} */ (byId("sheets"));
const paper = () => byId("sheets-paper");

/**
 * @param {App} app
 * @param {LessonOfModel} lesson
 * @param {string} kind
 * @returns {StepState[]} what the map shows on the pictures of a sheet
 */
function statesOf(app, lesson, kind) {
  if (kind === "handout") return lesson.steps.map((step) => tours.stateOf(app.model, step));
  if (kind === "worksheet") return [sheetsShots.blank(app)];
  return kind === "answers" ? [sheetsShots.whole(app)] : [];
}

/**
 * Pictures as images: a printer gets them whole, and a page breaks between them. Where a browser reads no canvas as it
 * was drawn, the canvases themselves are printed.
 * @param {App} app
 * @param {StepState[]} states
 */
async function images(app, states) {
  const canvases = states.length ? await sheetsShots.take(app, states) : [];
  if (canvases.length && !(await reading.isTrue())) return canvases;
  return Promise.all(
    canvases.map(async (canvas) => {
      const image = el("img", { alt: "", src: canvas.toDataURL("image/png") });
      await image.decode();
      return image;
    }),
  );
}

/**
 * Write a sheet into the page, where only the printer sees it.
 * @param {App} app
 * @param {LessonOfModel} lesson
 * @param {string} kind
 */
export async function prepare(app, lesson, kind) {
  const pictures = await images(app, statesOf(app, lesson, kind));
  fill(paper(), ...WRITERS[kind](app, lesson, pictures));
}

/**
 * One sheet at a time: the map lends itself for its pictures.
 * @param {App} app
 * @param {LessonOfModel} lesson
 * @param {string} kind
 */
async function printSheet(app, lesson, kind) {
  const status = only(dialog(), "[role=status]");
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = dialog().querySelectorAll("[data-sheet]");
  for (const button of buttons) button.disabled = true;
  status.textContent = text("sheets.preparing");
  const made = await prepare(app, lesson, kind).then(
    () => true,
    () => false,
  );
  for (const button of buttons) button.disabled = false;
  status.textContent = made ? "" : text("sheets.failed");
  if (!made || !dialog().open) return; // closed meanwhile: not wanted any more
  dialog().close();
  document.documentElement.classList.add("printing-sheets");
  printPage(() => {
    clear();
    app.refuse("print");
  });
}

/** @param {App} app @param {LessonOfModel} lesson whose sheets are offered */
export function open(app, lesson) {
  app.asking?.end();
  const close = el(
    "button.close",
    { type: "button", "aria-label": text("share.close"), onclick: () => dialog().close() },
    icon("close"),
  );
  /** @param {string} kind */
  const row = (kind) =>
    el(
      "li",
      {},
      el("div", {}, el("strong", {}, text(`sheets.${kind}`)), el("p.share-note", {}, text(`sheets.${kind}.is`))),
      el(
        "button.button",
        {
          type: "button",
          "data-sheet": kind,
          "aria-label": `${text("page.print")}: ${text(`sheets.${kind}`)}`,
          onclick: () => printSheet(app, lesson, kind),
        },
        text("page.print"),
      ),
    );
  fill(
    dialog(),
    el("header", {}, el("h2", { id: "sheets-title", tabindex: -1 }, text("sheets.title")), close),
    el(
      "div.share-body",
      {},
      el("p", {}, phrase(lesson.title)),
      el("ul.sheets-list", {}, KINDS.filter((kind) => !tours.isReported() || FOR_PUPILS.has(kind)).map(row)),
      el("p.share-note", {}, text("sheets.size-note")),
    ),
    el("p.share-note.sheets-status", { role: "status" }),
  );
  dialog().showModal();
  byId("sheets-title").focus();
}

/** The sheets are printed, or will not be. */
function clear() {
  document.documentElement.classList.remove("printing-sheets");
  paper().replaceChildren();
}

export function wire() {
  const root = dialog();
  root.addEventListener("click", (event) => event.target === root && root.close());
  root.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  addEventListener("afterprint", clear);
}
