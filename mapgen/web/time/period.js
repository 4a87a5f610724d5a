/**
 * The period whose events are shown: its limits, its words, its two dates to choose, and the tables that follow it.
 */

import { el, icon } from "../base/dom.js";
import * as format from "../base/format.js";
import { text } from "../base/text.js";
import { eventWindow, inWindow } from "../facts/days.js";
import { featuresOf } from "../facts/document.js";
import { createScale, firstDay } from "./scale.js";

/** @param {Model} model @returns {[string, string]} the first and the last day that a period can have */
function limits(model) {
  const firsts = featuresOf(model, "events").map((event) => firstDay(event.date));
  return [
    [model.dates[0] ?? model.atlas.as_of, ...firsts].sort()[0],
    createScale(model).days.at(-1) ?? model.atlas.as_of,
  ];
}

/**
 * @param {Model} model
 * @param {string[] | null} period two days in any order
 * @returns {[string, string] | null} within the limits, or null outside of them
 */
export function within(model, period) {
  if (!period) return null;
  const [least, most] = limits(model);
  const [first, last] = [...period].sort();
  if (first > most || last < least) return null;
  return [first < least ? least : first, last > most ? most : last];
}

/**
 * @param {Model} model
 * @param {[string, string]} period
 * @returns {string} the days in words, with the year where it is not that of the map
 */
export function words(model, [first, last]) {
  const { date, dateRange, dayRange } = format;
  const year = model.atlas.as_of.slice(0, 4);
  if (first === last) return date(first);
  return first.startsWith(year) && last.startsWith(year) ? dayRange(first, last) : dateRange(first, last);
}

/**
 * @param {App} app
 * @param {EventFeature[]} features
 * @returns {EventFeature[]} the events of a layer that a chosen period leaves
 */
export function filter(app, features) {
  const { period } = app.store.get();
  return period ? features.filter((event) => inWindow(event, period)) : features;
}

/** Choose a period, or none, and say what it holds. @param {App} app @param {string[] | null} period */
export function choose(app, period) {
  const chosen = within(app.model, period);
  app.store.set({ period: chosen });
  if (!chosen) {
    app.say(text("period.cleared"));
    return;
  }
  const count = filter(app, featuresOf(app.model, "events")).length;
  app.say(text("period.said", { days: words(app.model, chosen), n: format.number(count) }));
}

/** What says that a list is not whole, with the way back. @param {App} app @returns {HTMLElement | null} */
export function notice(app) {
  const { period } = app.store.get();
  if (!period) return null;
  return el(
    "p.period-notice",
    {},
    text("period.only", { days: words(app.model, period) }),
    " ",
    el("button.link", { type: "button", onclick: () => choose(app, null) }, text("period.clear")),
  );
}

/** @param {App} app @param {HTMLElement} root the section of the tables */
export function filterTable(app, root) {
  const table = root.querySelector('table[data-layer="events"]');
  if (!table) return;
  const left = new Set(filter(app, featuresOf(app.model, "events")).map((event) => event.id));
  /** @type {NodeListOf<HTMLElement>} */
  const rows = table.querySelectorAll("tr[data-id]");
  for (const row of rows) row.hidden = !left.has(row.dataset.id ?? "");
  root.querySelector(".period-notice")?.remove();
  const said = notice(app);
  if (said) table.parentElement?.before(said);
}

/**
 * Two dates below each other, one way to choose a period without a pointer.
 * @param {App} app
 * @param {AbortSignal} signal
 */
function form(app, signal) {
  const [min, max] = limits(app.model);
  const field = () => el("input", { type: "date", min, max, required: true });
  const [from, to] = [field(), field()];
  const done = el("button.period-done", { type: "button", onclick: () => close(true) }, text("period.done"));
  const root = el(
    "div.period-form",
    { role: "group", "aria-label": text("period.choose"), hidden: true },
    el("label", {}, el("span", {}, text("period.from")), from),
    el("label", {}, el("span", {}, text("period.to")), to),
    done,
  );
  /** @type {HTMLElement | null} */
  let opener = null;
  function show() {
    const { period, date } = app.store.get();
    [from.value, to.value] = eventWindow(date, period);
  }
  /** @param {boolean} back */
  function close(back) {
    root.hidden = true;
    opener?.setAttribute("aria-expanded", "false");
    if (back) opener?.focus();
  }
  root.addEventListener("change", () => from.value && to.value && choose(app, [from.value, to.value]));
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close(true);
  });
  app.store.watch((state, changed) => (changed.has("period") || changed.has("date")) && show(), signal);
  return {
    root,
    /** @param {HTMLElement} button */
    toggle(button) {
      opener = button;
      if (!root.hidden) return close(true);
      show();
      root.hidden = false;
      button.setAttribute("aria-expanded", "true");
      return from.focus();
    },
  };
}

/** The button that opens the two dates, and the one that clears them. @param {App} app @param {AbortSignal} signal */
export function buttons(app, signal) {
  const dates = form(app, signal);
  /** @type {HTMLButtonElement} */
  const open = el("button.period-open", {
    type: "button",
    "aria-expanded": "false",
    onclick: () => dates.toggle(open),
  });
  const clearLabel = text("period.clear");
  const clear = el(
    "button.period-clear",
    {
      type: "button",
      "aria-label": clearLabel,
      title: clearLabel,
      onclick: () => {
        choose(app, null);
        open.focus({ preventScroll: true });
      },
    },
    icon("close"),
  );
  const update = () => {
    const { period } = app.store.get();
    open.textContent = period ? format.shortRange(...period) : text("period.choose");
    if (period) open.setAttribute("aria-label", text("period.chosen", { days: words(app.model, period) }));
    else open.removeAttribute("aria-label");
    open.classList.toggle("chosen", Boolean(period));
    clear.hidden = !period;
  };
  update();
  app.store.watch((state, changed) => changed.has("period") && update(), signal);
  return { root: el("div.time-period", {}, open, clear), form: dates.root };
}
