/**
 * The map key, which is also the switch.
 */

import { allOf, el, fill, icon, only } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { eventWindow, holdersOn } from "../facts/days.js";
import { DISAGREEMENT, doubted } from "../facts/doubts.js";
import { knownPlaces } from "../facts/evidence.js";
import { ACTOR_PREFIX } from "../facts/people.js";
import * as switches from "../facts/switches.js";
import * as samples from "../drawing/samples.js";
import * as doubts from "../kinds/doubts.js";
import { layersOf, layersToRead } from "../kinds/index.js";
import * as legend from "../map/legend.js";
import * as eventPeriod from "../time/period.js";
import { whoButton } from "./actors.js";

/**
 * @param {App} app
 * @param {string} id of a switch
 * @param {string} className
 * @param {...Child} content
 * @returns {HTMLElement} a row with its checkbox
 */
function switchRow(app, id, className, ...content) {
  const box = el("input", {
    type: "checkbox",
    "data-switch": id,
    onchange: (event) => app.toggle(id, event.target.checked),
  });
  return el(`label.switch.${className}`, {}, box, ...content);
}

/** @param {string} name @param {string} [detail] */
function nameBlock(name, detail) {
  return el("span.names", {}, el("span.name", {}, name), detail ? el("span.detail", {}, detail) : null);
}

/** @param {App} app @param {Holder} holder */
function holderRow(app, holder) {
  const row = switchRow(
    app,
    `areas_of_control.${holder.id}`,
    "holder",
    samples.swatch(holder, false),
    nameBlock(localName(holder.name), localName(holder.detail)),
    el("span.count", {}),
  );
  row.dataset.holder = holder.id;
  row.addEventListener("pointerenter", () => app.store.set({ hovered: holder.id }));
  row.addEventListener("pointerleave", () => app.store.set({ hovered: null }));
  return el("div.holder-row", {}, row, aboutHolder(app, holder));
}

/**
 * The way to the card of whoever holds it; ground of two has that of its area.
 * @param {App} app
 * @param {Holder} holder
 */
function aboutHolder(app, holder) {
  if (!app.model.actors.has(holder.id)) return null;
  const label = text("who.about", { name: localName(holder.name) });
  return el(
    "button.about-holder",
    { type: "button", "aria-label": label, title: label, onclick: () => app.open(ACTOR_PREFIX + holder.id, false) },
    icon("about"),
  );
}

/** @param {App} app */
function holdersSection(app) {
  const rows = app.model.drawnHolders.map((holder) => holderRow(app, holder));
  return el(
    "section.key-holders",
    {},
    el(
      "div.heading.wraps",
      {},
      el("h2", {}, text("key.holders")),
      whoButton(app),
      el("span.aside", {}, text("key.places-known")),
    ),
    rows,
    el("p.key-note"),
  );
}

/**
 * Holders with ground on the date, and how many of their places are known.
 * @param {HTMLElement} root
 * @param {App} app
 * @param {string} date
 */
function updateHolders(root, app, date) {
  const { counts, sideOnly } = knownPlaces(app.model, date);
  const present = holdersOn(app.model, date);
  for (const row of allOf(root, ".switch[data-holder]")) {
    const holder = row.dataset.holder ?? "";
    row.hidden = !present.has(holder);
    only(row, ".count").textContent = format.number(counts.get(holder) ?? 0);
  }
  const note = root.querySelector(".key-holders .key-note");
  if (note) note.textContent = sideOnly ? format.plural("key.side-only", sideOnly) : "";
}

/** What the mark of disagreement means; its switch rings all of them. @param {App} app */
function doubtRow(app) {
  const all = doubted(app.model).length;
  return all
    ? switchRow(
        app,
        DISAGREEMENT,
        "small",
        doubts.sample(),
        nameBlock(text("key.disagree")),
        el("span.count", {}, format.number(all)),
      )
    : null;
}

/** @param {App} app */
function certaintyWords(app) {
  const size = { width: 106, height: 13, rtl: document.documentElement.dir === "rtl" };
  return legend
    .certainty(app.model, size)
    .map(({ sample, words, aside }) => el("li", {}, sample, el("span", {}, words), el("span.aside", {}, aside)));
}

/** @param {App} app */
function certaintySection(app) {
  const lines = legend.lines(40).map(({ sample, words }) => el("li", {}, sample, words));
  return el(
    "section",
    {},
    el("h3", {}, text("key.certainty")),
    el("ul.certainty-words", { title: text("certainty.meaning") }, certaintyWords(app)),
    el("ul.key-lines", {}, lines),
    doubtRow(app),
  );
}

/** @param {string} id of a switch */
const countOf = (id) => el("span.count", { "data-count": id });

/** What stands at places, a row for each kind. @param {App} app */
function placesSection(app) {
  const shown = layersToRead(app.model).flatMap(({ layer, kind: { key, markers } }) =>
    key ? [{ layer, key, markers }] : [],
  );
  const rows = shown.map(({ layer, key, markers }) =>
    switchRow(
      app,
      layer.id,
      "small",
      key.sample(layer.features),
      nameBlock(text(key.title)),
      markers ? countOf(layer.id) : null,
    ),
  );
  const parts = shown.flatMap(({ layer, key }) => key.parts?.(layer.features) ?? []);
  return el(
    "section",
    {},
    el("div.heading", {}, el("h3", {}, text("key.places")), el("span.aside", {}, text("key.shown-all"))),
    el("div.key-grid", {}, rows),
    el(
      "ul.key-states",
      {},
      parts.map(({ sample, words }) => el("li", {}, sample, words)),
    ),
  );
}

/** @param {App} app */
function eventsSection(app) {
  const groups = switches.EVENT_GROUPS.map((group) =>
    switchRow(
      app,
      `events.${group}`,
      "small",
      samples.glyph(group, 20),
      nameBlock(text(`event.group.${group}`)),
      countOf(`events.${group}`),
    ),
  );
  return el(
    "section",
    {},
    el("div.heading", {}, el("h3", { "data-events-heading": true }), el("span.aside", {}, text("key.shown-all"))),
    el("div.key-grid", {}, groups),
  );
}

/** @param {App} app */
function groundSection(app) {
  const ids = ["border", "front_lines", "roads", "governorates", "relief", "patterns"];
  return el(
    "section.key-more",
    {},
    el("h3", {}, text("key.more")),
    el(
      "div.key-grid.three",
      {},
      ids.map((id) => switchRow(app, id, "small", nameBlock(text(`switch.${id}`)))),
    ),
  );
}

/** @param {Model} model @returns {Map<string, number>} everything that the layers hold, of any date, drawn or not */
export function totals(model) {
  const all = new Map();
  /** @param {string} id */
  const add = (id) => all.set(id, (all.get(id) ?? 0) + 1);
  const marked = layersOf(model).filter(({ kind }) => kind.markers);
  for (const { layer, kind } of marked) for (const feature of layer.features) add(kind.switchOf?.(feature) ?? layer.id);
  return all;
}

/** @param {HTMLElement} root @param {Set<string>} on */
function updateBoxes(root, on) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = root.querySelectorAll("input[data-switch]");
  for (const box of boxes) box.checked = on.has(box.dataset.switch ?? "");
}

/** Bring boxes and counts up to date. @param {HTMLElement} root @param {App} app */
export function update(root, app) {
  const { on, date, period } = app.store.get();
  updateBoxes(root, on);
  if (root.dataset.date !== date) updateHolders(root, app, date);
  root.dataset.date = date;
  const all = totals(app.model);
  const shown = app.scene.layout?.counts ?? new Map();
  for (const cell of allOf(root, "[data-count]")) {
    const id = cell.dataset.count ?? "";
    const total = all.get(id) ?? 0;
    const drawn = shown.get(id) ?? 0;
    const { number } = format;
    cell.textContent =
      drawn === total ? number(total) : text("key.shown-of", { shown: number(drawn), all: number(total) });
  }
  const days = period ? eventPeriod.words(app.model, period) : format.dayRange(...eventWindow(date));
  for (const heading of root.querySelectorAll("[data-events-heading]"))
    heading.textContent = text("key.events", { days });
}

/** @param {App} app @param {HTMLElement} root the panel of the key */
export function build(app, root) {
  fill(root, holdersSection(app), certaintySection(app), placesSection(app), eventsSection(app), groundSection(app));
  root.dataset.date = "";
  update(root, app);
}

/**
 * The strip of swatches of the embedded map; shared ground has one for all.
 * @param {App} app
 * @param {HTMLElement} root
 */
export function buildStrip(app, root) {
  const present = holdersOn(app.model, app.store.get().date);
  const all = app.model.drawnHolders.filter((holder) => present.has(holder.id));
  const single = all.filter((holder) => holder.fills.length === 1);
  const shared = all.find((holder) => holder.fills.length > 1);
  /** @param {Holder} holder @param {string} name */
  const item = (holder, name) => el("li", {}, samples.swatch(holder, false, 16, 13), name);
  fill(
    root,
    single.map((holder) => item(holder, localName(holder.short))),
    shared ? item(shared, text("key.shared")) : null,
  );
}
