/**
 * Figures as small charts: people on the move as bars, attacks as squares, each with its words, sources and a table.
 * Nothing is drawn that a source says in words alone, and what has no upper end has none here.
 */

import { el, outsideLink } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { featuresOf } from "../facts/document.js";
import { isDoubted } from "../facts/doubts.js";
import * as switches from "../facts/switches.js";
import { figureValue } from "../kinds/figures.js";
import * as doubts from "../kinds/doubts.js";
import * as eventPeriod from "../time/period.js";
import { tableOf } from "./charts.js";

const LONGEST = 94; // percent of the width; the rest is for the point of bars without an end
const NO_UPPER_END = /\b(more than|at least)\b/; // in the unit, as the facts say it in English

/** @typedef {Figure & {value: number}} Counted a figure that is no word of the source */

/** @type {Record<string, string>} */
const GROUPS = { health_care: "health" }; // events that tell of the same
/** @param {Figure} figure @returns {figure is Counted} */
const isNumber = (figure) => typeof figure.value === "number";

/** @param {Model} model @param {string} kind @returns {Figure[]} the figures of a chart, the earliest first */
function ofChart(model, kind) {
  /** @param {Figure} figure */
  const when = ({ period_start: start, period_end: end }) => `${start} ${end ?? ""}`;
  return featuresOf(model, "figures")
    .filter((figure) => figure.chart === kind)
    .sort((a, b) => (when(a) < when(b) ? -1 : 1));
}

/** @param {Counted} figure @param {number} most */
function bar(figure, most) {
  const element = el(`div.figure-bar${NO_UPPER_END.test(figure.unit?.en ?? "") ? ".open" : ""}`, {
    "aria-hidden": "true",
  });
  element.style.inlineSize = `${((LONGEST * figure.value) / most).toFixed(3)}%`;
  return element;
}

/** @param {Counted} figure */
function squares({ value }) {
  return el(
    "div.figure-units",
    { "aria-hidden": "true" },
    Array.from({ length: value }, () => el("span.figure-unit")),
  );
}

/** Who says so, as links. @param {App} app @param {Figure} figure */
function sourcesOf(app, figure) {
  const sources = figure.sources.map((index) => app.model.sources[index]).filter(Boolean);
  return sources.flatMap((source, i) => [
    i ? " · " : null,
    outsideLink(source.url, el("bdi", {}, source.publisher || source.title)),
  ]);
}

/** @param {Figure} figure */
const period = (figure) => format.dateRange(figure.period_start, figure.period_end);

/** @param {App} app @param {Figure} figure @param {HTMLElement | null} drawing */
function row(app, figure, drawing) {
  const doubt = isDoubted(figure)
    ? el("span.doubt", { title: text("key.disagree") }, doubts.sample(14), el("span.hidden", {}, text("key.disagree")))
    : null;
  return el(
    "li.figure",
    { "data-id": figure.id },
    el("button.link", { type: "button", onclick: () => app.open(figure.id, false) }, localName(figure.name)),
    doubt,
    drawing,
    el("p", {}, el("strong", {}, figureValue(figure)), " · ", period(figure), " · ", localName(figure.area)),
    el("p.from", {}, sourcesOf(app, figure)),
  );
}

/** @param {App} app @param {Figure[]} figures @param {string} caption */
function table(app, figures, caption) {
  const heads = [
    text("what.figure"),
    text("fact.value"),
    text("fact.date"),
    text("fact.area-named"),
    text("details.sources"),
  ];
  return tableOf(
    caption,
    heads,
    figures.map((figure) => [
      localName(figure.name),
      figureValue(figure),
      period(figure),
      localName(figure.area),
      sourcesOf(app, figure),
    ]),
  );
}

/** @type {Record<string, (figures: Figure[]) => (figure: Counted) => HTMLElement>} */
const DRAWINGS = {
  displacement: (figures) => {
    const most = Math.max(...figures.filter(isNumber).map(({ value }) => value));
    return (figure) => bar(figure, most);
  },
  health_care: () => squares,
};

/**
 * What the map itself has of such events: their days, as a period of the timeline.
 * @param {App} app
 * @param {string} group of events
 * @returns {HTMLElement | null}
 */
function onMap(app, group) {
  const events = featuresOf(app.model, "events").filter(
    (event) => switches.eventGroup(event.category) === group && event.date.length === 10,
  );
  if (!events.length) return null;
  const days = events.flatMap((event) => [event.date, event.date_end ?? event.date]).sort();
  /** @type {[string, string]} */
  const whole = [days[0], days[days.length - 1]];
  return el(
    "p.figures-on-map",
    {},
    el(
      "button.link",
      { type: "button", onclick: () => eventPeriod.choose(app, whole) },
      text("figures.on-map", { n: format.number(events.length), days: eventPeriod.words(app.model, whole) }),
    ),
  );
}

/** @param {App} app @returns {HTMLElement[]} a figure for each chart that the facts fill */
export function charts(app) {
  return Object.keys(DRAWINGS)
    .map((kind) => ({ kind, figures: ofChart(app.model, kind) }))
    .filter(({ figures }) => figures.length)
    .map(({ kind, figures }) => {
      const caption = text(`figures.${kind}`);
      const draw = DRAWINGS[kind](figures);
      return el(
        "figure.numbers",
        { "data-chart": kind },
        el("figcaption", {}, caption),
        el("p.from", {}, text(`figures.${kind}.note`)),
        el(
          "ul.figures",
          {},
          figures.map((figure) => row(app, figure, isNumber(figure) ? draw(figure) : null)),
        ),
        GROUPS[kind] ? onMap(app, GROUPS[kind]) : null,
        table(app, figures, caption),
      );
    });
}
