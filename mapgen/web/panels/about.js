/**
 * About & sources: the atlas' own paragraphs, then the bibliography that the page already holds.
 */

import { el, fill, outsideLink, renew } from "../base/dom.js";
import { localName, text } from "../base/text.js";
import * as bibliography from "./bibliography.js";
import { chart } from "./charts.js";
import * as claims from "./claims.js";
import * as figures from "./figures.js";
import { sourceItems } from "./parts.js";

const SECTIONS = ["about", "article", "method", "neutrality", "border"];

/** The atlas' paragraphs under their heads; the first section needs none. @param {Atlas} atlas */
function textSections(atlas) {
  return SECTIONS.map((id) => ({ id, texts: (atlas.texts ?? []).filter((item) => item.section === id) }))
    .filter(({ texts }) => texts.length)
    .map(({ id, texts }) =>
      el(
        "section",
        { "data-section": id },
        id === "about" ? null : el("h3", {}, text(`about.${id}`)),
        texts.map((item) => el("p", { "data-text-id": item.id }, localName(item.text))),
      ),
    );
}

/** @param {App} app */
function articleSource(app) {
  const index = app.model.atlas.article;
  return Number.isInteger(index) ? el("ul.sources", {}, sourceItems(app, [index])) : null;
}

/** @param {string} head of the section @param {Atlas["attribution"]} credits whose work, under which licence */
function credited(head, credits) {
  const items = credits.map((item) =>
    el("li", {}, item.url ? outsideLink(item.url, item.text) : item.text, el("span.from", {}, item.licence)),
  );
  return el("section", { "data-section": head }, el("h3", {}, text(`about.${head}`)), el("ul.sources", {}, items));
}

/** Who held how much, over the year. @param {App} app @param {AbortSignal} signal */
function numbersSection(app, signal) {
  const shares = chart(app, null, signal);
  return shares ? el("section", { "data-section": "numbers" }, el("h3", {}, text("about.numbers")), shares) : null;
}

/** People on the move, attacks on health care. @param {App} app */
function figuresSection(app) {
  const charts = figures.charts(app);
  return charts.length
    ? el("section", { "data-section": "figures" }, el("h3", {}, text("places.figures")), charts)
    : null;
}

/** The bibliography that stands in the page; its links open apart, as all others do. @param {App} app */
function sources(app) {
  bibliography.bring(app);
  const section = document.getElementById("bibliography");
  for (const link of section?.querySelectorAll("a") ?? [])
    Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  return section;
}

/** @param {App} app @param {HTMLElement} root the panel; takes in the bibliography of the page */
export function build(app, root) {
  const { atlas } = app.model;
  const sections = textSections(atlas);
  const article = articleSource(app);
  const besideIt = sections.find((section) => section.dataset.section === "article") ?? sections[0];
  if (article) besideIt?.append(article);
  fill(
    root,
    el("h2", {}, text("about.title")),
    el(
      "button.button.share-open",
      { type: "button", "data-share": true, onclick: () => app.share() },
      text("share.open"),
    ),
    sections,
    claims.section(app),
    numbersSection(app, renew(root)),
    figuresSection(app),
    credited("attribution", atlas.attribution ?? []),
    credited("software", atlas.software ?? []),
    sources(app),
  );
}
