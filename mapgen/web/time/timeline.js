/**
 * The scale of the timeline as it is seen: the axis with its days, named dates, the days that are shown, the handle.
 */

import { el, only } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { eventWindow } from "../facts/days.js";
import { featuresOf } from "../facts/document.js";
import * as switches from "../facts/switches.js";
import { createScale } from "./scale.js";

const SVG = "http://www.w3.org/2000/svg";
const TICKS = { width: 10000, height: 8, date: 5, day: 8 };
const MONTHS_APART = 4;
const MOST_NAMED = 3;
const EVERY_DAY_PX = 17; // from this width of a column on, each has its number
const FRIDAY = 5; // the day of the protests
const NAMED_GROUP = "summit";

/**
 * An element at a share of the width; the style sheet turns it where the page runs from the right.
 * @template {HTMLElement} E
 * @param {E} element
 * @param {number} share
 * @param {string} [property]
 */
function placed(element, share, property = "--at") {
  element.style.setProperty(property, String(share));
  return element;
}

/** @param {number} share @param {number} until @param {string} className */
function tick(share, until, className) {
  const line = document.createElementNS(SVG, "line");
  const x = Math.round(share * TICKS.width);
  const places = { x1: x, x2: x, y1: 0, y2: until, class: className, "vector-effect": "non-scaling-stroke" };
  for (const [key, value] of Object.entries(places)) line.setAttribute(key, String(value));
  return line;
}

/**
 * A tick for each date of the slider in the months before, one for each day behind them.
 * @param {Model} model
 * @param {TimeScale} scale
 */
function ticks({ dates }, scale) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${TICKS.width} ${TICKS.height}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("class", "time-ticks");
  svg.setAttribute("aria-hidden", "true");
  for (const date of dates) if (date < scale.from) svg.append(tick(scale.at(date), TICKS.date, "date"));
  for (const day of scale.days) svg.append(tick(scale.at(day), TICKS.day, "day"));
  return svg;
}

/** @param {TimeScale} scale @param {string} first */
function months(scale, first) {
  const labels = [];
  for (
    let at = new Date(`${first.slice(0, 7)}-01T00:00Z`);
    at.toISOString().slice(0, 10) < scale.from;
    at.setUTCMonth(at.getUTCMonth() + MONTHS_APART)
  ) {
    const day = at.toISOString().slice(0, 10);
    labels.push(
      placed(
        el("span.time-month", {}, format.date(day.slice(0, 7), { short: true })),
        scale.at(day < first ? first : day),
      ),
    );
  }
  return labels;
}

/** Numbers of days; the first one names the month, Fridays stand out. @param {TimeScale} scale */
function dayLabels(scale) {
  return scale.days.map((day, i) => {
    const friday = new Date(day).getUTCDay() === FRIDAY;
    const words = i ? format.number(Number(day.slice(8))) : format.date(day, { short: true });
    return placed(el(`span.time-day${friday ? ".friday" : ""}${i ? "" : ".first"}`, {}, words), scale.at(day));
  });
}

/** @param {Model} model @param {TimeScale} scale */
function axis(model, scale) {
  const noDay =
    scale.someDay === null
      ? null
      : placed(
          el(
            "span.time-day.friday.no-day",
            {},
            text("timeline.no-day", { month: format.date(model.atlas.as_of.slice(0, 7), { short: true }) }),
          ),
          scale.someDay,
        );
  const gap = scale.breakAt
    ? placed(placed(el("div.time-break"), scale.breakAt[0]), scale.breakAt[1], "--until")
    : null;
  const labels = el(
    "div.time-labels",
    { "aria-hidden": "true" },
    scale.breakAt ? months(scale, model.dates[0]) : null,
    dayLabels(scale),
    noDay,
  );
  return [el("div.time-line", { "aria-hidden": "true" }, gap), ticks(model, scale), labels];
}

/**
 * What the months before are, and the summits and agreements of the days.
 * @param {Model} model
 * @param {TimeScale} scale
 */
function names(model, scale) {
  const { date } = format;
  const [first, last] = [model.dates[0], model.dates.findLast((day) => day < scale.from)].map((day) =>
    date(day?.slice(0, 7), { shortMonth: true }),
  );
  const before = scale.breakAt ? el("span.time-before", {}, text("date.range", { from: first, to: last })) : null;
  const named = featuresOf(model, "events")
    .filter((event) => switches.eventGroup(event.category) === NAMED_GROUP && scale.days.includes(event.date))
    .slice(0, MOST_NAMED);
  const labels = named.map((event) =>
    placed(
      el(`span.time-name${event.date > model.atlas.as_of ? ".after" : ""}`, {}, localName(event.name)),
      scale.at(event.date),
    ),
  );
  return el("div.time-names", { "aria-hidden": "true" }, before, labels);
}

/**
 * Only as many numbers of days as there is room for, and a place for what has no day where there is such.
 * @param {HTMLElement} root
 * @param {TimeScale} scale
 * @param {number} width
 * @param {Mark[]} marks
 */
function fit(root, scale, width, marks) {
  root.classList.toggle("few-days", scale.column * width < EVERY_DAY_PX);
  root.classList.toggle("all-with-day", !marks.some(({ event }) => scale.atEvent(event) === scale.someDay));
}

/**
 * @param {App} app @param {HTMLInputElement} slider
 * @returns {Track}
 */
export function build(app, slider) {
  const { model } = app;
  const scale = createScale(model);
  const shown = el("div.time-window", { "aria-hidden": "true" });
  const zone = el("div.time-strip", {}, shown);
  const pill = el("span.time-pill", { "aria-hidden": "true" });
  const axisZone = el(
    "div.time-axis",
    {},
    axis(model, scale),
    slider,
    el("span.time-handle", { "aria-hidden": "true" }),
  );
  const inner = el("div.time-scale", {}, names(model, scale), zone, axisZone, pill);
  /** @param {[string, string]} days */
  function showDays(days) {
    const [from, to] = scale.span(...days);
    placed(placed(shown, from), to, "--until");
  }
  function update() {
    const { date, period } = app.store.get();
    for (const element of [pill, only(axisZone, ".time-handle")]) placed(element, scale.at(date));
    pill.textContent = format.date(date, { shortMonth: date < scale.from, short: date >= scale.from });
    inner.classList.toggle("early", date < scale.from);
    shown.classList.toggle("chosen", Boolean(period));
    showDays(eventWindow(date, period));
  }
  return {
    root: el("div.time-track", {}, inner),
    inner,
    scale,
    zone,
    axis: axisZone,
    update,
    showDays,
    fit: (width, marks) => fit(inner, scale, width, marks),
  };
}
