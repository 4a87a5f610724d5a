/**
 * The printed page: the map at the size of the sheet, its legend, method, credits, lines for name and class.
 * The tables follow where they were on the screen.
 */

import { byId, contextOf, el, fill } from "../base/dom.js";
import * as format from "../base/format.js";
import { text } from "../base/text.js";
import { printPage } from "../base/window.js";
import { featuresOf } from "../facts/document.js";
import * as legend from "../map/legend.js";

/**
 * Browsers print the steps by which a canvas was drawn, and lose its faint patterns: give them a finished picture.
 * @param {HTMLCanvasElement} sample
 */
export function finished(sample) {
  const canvas = el("canvas", { width: sample.width, height: sample.height });
  Object.assign(canvas.style, { inlineSize: sample.style.inlineSize, blockSize: sample.style.blockSize });
  contextOf(canvas).drawImage(sample, 0, 0);
  return canvas;
}

/** @param {Entry} entry */
function entryOf({ sample, words, aside }) {
  return el("li", {}, finished(sample), el("span", {}, words, aside ? [" ", el("span.aside", {}, aside)] : null));
}

/** Beside the map: what is drawn, and lines for name and class. @param {App} app */
function side(app) {
  const sections = legend
    .sections(app, true)
    .map(({ kind, title, entries }) =>
      el(`section.paper-${kind}`, {}, el("h2", {}, title), el("ul", {}, entries.map(entryOf))),
    );
  const lines = ["paper.name", "paper.class"].map((key) => el("p", {}, text(key)));
  return el("div.paper-side", {}, sections, el("div.paper-fields", {}, lines));
}

/** How the map was made, after whom, and who made what is below it. @param {App} app */
function method({ model }) {
  const { atlas } = model;
  const article = model.sources[atlas.article];
  return el(
    "p.paper-method",
    {},
    [
      text("paper.method", {
        settlements: format.number(featuresOf(model, "settlements").length),
        sources: format.number(model.sources.length),
      }),
      text("paper.article", {
        author: legend.isolate(atlas.article_author),
        article: legend.isolate(article.title),
        publisher: legend.isolate(article.publisher ?? ""),
        date: format.date(article.date),
      }),
      legend.credits(model),
    ].join(" "),
  );
}

/** @param {App} app @param {boolean} on draws the map for the printer, or for the screen again */
function change(app, on) {
  document.documentElement.classList.toggle("printing", on);
  app.scene.print = on;
  app.map.invalidateSize({ animate: false, pan: false });
  if (!app.scene.moved) app.goHome();
  app.layer.redraw();
}

/** @param {App} app */
export function wire(app) {
  const root = byId("paper");
  const isOwn = () => !document.documentElement.classList.contains("printing-sheets");
  addEventListener("beforeprint", () => {
    if (!isOwn()) return;
    change(app, true);
    fill(root, side(app), method(app));
  });
  addEventListener("afterprint", () => {
    if (!isOwn()) return;
    root.replaceChildren();
    change(app, false);
  });
  document.querySelector("[data-print]")?.addEventListener("click", () => printPage(() => app.refuse("print")));
}
