/**
 * Keeps the address, the map and the panel in step with the state.
 */

import * as address from "../base/address.js";
import { allOf, byId, first, only, targetOf } from "../base/dom.js";
import * as focus from "../base/focus.js";
import * as format from "../base/format.js";
import { formatHash, parseHash, writeHash } from "../base/hash.js";
import { currentLanguage } from "../base/text.js";
import { isFramed } from "../base/window.js";
import { dayShowing, frameAt } from "../facts/days.js";
import * as evidence from "../facts/evidence.js";
import { isKnown } from "../facts/people.js";
import * as switches from "../facts/switches.js";
import * as lit from "../map/lit.js";
import * as eventPeriod from "../time/period.js";
import * as about from "../panels/about.js";
import * as details from "../panels/details.js";
import * as keyPanel from "../panels/key.js";
import * as panels from "../panels/panel.js";
import * as places from "../panels/places.js";
import * as tableView from "../panels/tables.js";
import * as tourPanel from "../lessons/panel.js";
import * as tours from "../lessons/tour.js";
import * as language from "./language.js";
import * as notice from "./notice.js";

/** @type {Record<string, string>} */
const PANEL_IDS = {
  key: "panel-key",
  details: "panel-details",
  places: "panel-places",
  tour: "panel-tour",
  about: "panel-about",
};
const KEEPING = new Set(["details", "tour"]); // panels whose content changes while they are open
const STEPS = ["feature", "panel", "tour", "step"]; // what a reader opens, and goes back from

/**
 * What an address means that says nothing more: the step of a tour, or the map as it is at first.
 * @param {Model} model
 * @param {string | null | undefined} tour
 * @param {number | null | undefined} step
 */
export function baseOf(model, tour, step) {
  const at = tours.find(model, tour ?? null, step ?? null);
  return { ...tours.stateOf(model, at?.step), tour: at?.lesson.id ?? null, step: at?.number ?? null };
}

/** @param {string | null} tour @param {string | null} feature */
const usualPanel = (tour, feature) => (tour ? "tour" : feature ? "details" : "key");

/**
 * @param {Model} model
 * @param {string} hash
 * @returns {Omit<State, "hovered" | "legend">} with defaults where the address says nothing
 */
export function stateOf(model, hash) {
  const read = parseHash(hash);
  const base = baseOf(model, read.tour, read.step);
  const asked = isKnown(model, read.feature) ? read.feature : null;
  const feature = asked || base.feature;
  const period = read.period === "none" ? null : read.period ? eventPeriod.within(model, read.period) : base.period;
  return {
    ...base,
    embed: Boolean(read.embed),
    on: read.layers ? switches.fromNames(model, read.layers) : base.on,
    date: read.date ? frameAt(model, read.date) : asked ? dayShowing(model, asked, base.date, period) : base.date,
    period,
    feature,
    panel: read.panel ?? usualPanel(base.tour, feature),
    view: read.view ?? base.view,
    lang: model.languages.find((tag) => tag === read.lang) ?? language.preferred(model.languages),
  };
}

/** @param {App} app @returns {string} the address of this state: only what differs from the defaults */
export function hashOf(app) {
  const state = app.store.get();
  const centre = app.map.getCenter();
  const { model } = app;
  const base = baseOf(model, state.tour, state.step);
  const isAsked = state.feature !== base.feature;
  const usualDate = isAsked ? dayShowing(model, state.feature, base.date, state.period) : base.date;
  return formatHash({
    embed: state.embed || null,
    lang: languageOf(app),
    view:
      app.scene.moved && !tours.standsAsShown(app)
        ? { latitude: centre.lat, longitude: centre.lng, zoom: app.map.getZoom() }
        : null,
    layers: switches.toNames(model, state.on, base.on),
    date: state.date === usualDate ? null : state.date,
    period: String(state.period) === String(base.period) ? null : (state.period ?? "none"),
    feature: isAsked ? state.feature : null,
    tour: state.tour,
    step: state.step,
    panel: state.panel === usualPanel(state.tour, state.feature) ? null : state.panel,
  });
}

/**
 * @param {App} app
 * @param {object} state
 * @returns {string | null} the address of the page that says this and the language; null where nobody knows it
 */
export function linkTo(app, state) {
  const page = address.ofPage();
  return page && `${page}#${formatHash({ lang: languageOf(app), ...state })}`;
}

/** Said unless it is what every browser would choose. @param {App} app */
function languageOf({ model: { languages } }) {
  const spoken = currentLanguage();
  const usual = spoken === languages[0] && language.preferred(languages) === languages[0];
  return usual || languages.length < 2 ? null : spoken;
}

/** An address without a view asks for the usual one. @param {App} app @param {MapView | null} view */
export function applyView(app, view) {
  if (!view) {
    app.goHome();
    return;
  }
  if (view.reference) {
    tours.applyView(app, view);
    return;
  }
  app.scene.moved = true;
  app.map.setView([view.latitude, view.longitude], view.zoom, { animate: false });
}

/**
 * Panels are built when they are first opened; Details whenever the selection changes.
 * @param {App} app
 * @param {State} state
 * @param {Set<string>} changed
 */
export function showPanel(app, state, changed) {
  const root = byId("panel");
  const { panel } = state;
  const tables = panel === "table";
  document.documentElement.dataset.view = tables ? "tables" : "map";
  document.documentElement.dataset.panel = panel;
  for (const button of allOf(document, "[data-view-button]")) {
    button.setAttribute("aria-pressed", String((button.dataset.viewButton === "tables") === tables));
  }
  if (tables) {
    tableView.prepare(app);
    return;
  }
  panels.select(root, panel);
  buildPanel(app, panel);
  if (changed.has("panel") || changed.has("lang")) app.resized();
}

/** @param {App} app @param {string} panel */
function buildPanel(app, panel) {
  const body = byId(PANEL_IDS[panel]);
  const { tour, step, feature, date, lang } = app.store.get();
  /** @type {Record<string, (string | number | null)[]>} */
  const shown = { details: [feature, date], tour: [tour, step] };
  const content = [lang, ...(shown[panel] ?? [])].join("/");
  if (body.dataset.built === content) return;
  body.dataset.built = content;
  if (KEEPING.has(panel) && body.parentElement) body.parentElement.scrollTop = 0;
  /** @type {Record<string, { build(app: App, root: HTMLElement): void }>} */
  const builders = { key: keyPanel, details: details, places: places, tour: tourPanel, about: about };
  builders[panel].build(app, body);
}

/**
 * A new selection is to be seen; one that only follows the date leaves the sheet as it is.
 * @param {App} app
 * @param {State} state
 * @param {Set<string>} changed
 */
function raiseSheet(app, state, changed) {
  if (!state.feature || changed.has("date") || state.panel === "tour") return;
  const root = byId("panel");
  if (panels.currentHeight(root) === "low") panels.setHeight(app, root, "half");
}

/** The date in the head, and the strip of the holders who had ground then. @param {App} app */
export function showDate(app) {
  const { date } = app.store.get();
  const known = date.slice(0, 4) === app.model.atlas.as_of.slice(0, 4); // the year stands in the title
  /** @type {NodeListOf<HTMLTimeElement>} */
  const dates = document.querySelectorAll("time[data-date]");
  for (const element of dates) {
    const shortMonth = element.dataset.date === "short";
    element.dateTime = date;
    element.textContent = format.date(date, { shortMonth, short: shortMonth && known });
  }
  keyPanel.buildStrip(app, byId("strip"));
}

/** @param {App} app @param {State} state */
function changeDate(app, state) {
  showDate(app);
  byId("panel-places").dataset.built = "";
  app.scene.pictures.certainty = app.certainty.on(state.date);
  byId("panel-details").dataset.built = ""; // it tells the certainty of the day
  app.layer.refresh("ground", "layout");
  if (app.store.get().panel !== "table") buildPanel(app, app.store.get().panel);
}

/** A frame adds nothing to the history of the page around it. @param {App} app @param {Set<string>} changed */
const isStep = (app, changed) =>
  Boolean(app.isReady) && !app.isReturning && !app.shooting && !isFramed() && STEPS.some((key) => changed.has(key));

/** @param {App} app @param {State} state @param {Set<string>} changed */
function onChange(app, state, changed) {
  app.scene.state = state;
  if (changed.has("lang")) showDate(app);
  if (changed.has("feature") || changed.has("date"))
    app.scene.evidence = evidence.forSelection(app.model, state.feature, state.date);
  if (["panel", "feature", "tour", "step", "lang"].some((key) => changed.has(key))) showPanel(app, state, changed);
  if (changed.has("feature")) raiseSheet(app, state, changed);
  if (changed.has("date")) changeDate(app, state);
  if (changed.has("on") || changed.has("lang")) app.layer.refresh("ground", "layout");
  if (changed.has("hovered")) app.layer.refresh("ground");
  if (changed.has("feature")) app.layer.refresh("layout");
  if (!changed.has("hovered")) writeHash(hashOf(app), isStep(app, changed));
}

/** A chosen period changed: the map, the list and the table follow. @param {App} app */
function followPeriod(app) {
  app.layer.refresh("layout");
  byId("panel-places").dataset.built = "";
  const state = app.store.get();
  if (state.panel === "places" || state.panel === "table") showPanel(app, state, new Set(["period"]));
}

/** The address follows the state and the map, except while pictures are taken. @param {App} app */
export function keepAddress(app) {
  if (app.isReady && !app.shooting) writeHash(hashOf(app));
}

/** Show what the address says: another link, or a step of the history. @param {App} app */
function follow(app) {
  if (location.hash.replace(/^#/, "") === hashOf(app)) return;
  const next = stateOf(app.model, address.begin());
  const hadFocus = !focus.isLost();
  app.isReturning = true;
  app.store.set(next);
  app.isReturning = false;
  applyView(app, next.view);
  tours.arrive(app);
  notice.tell(app, address.begin());
  if (hadFocus && focus.isLost()) focus.giveBack(app);
}

/** @param {App} app */
export function wire(app) {
  app.store.watch((state, changed) => onChange(app, state, changed));
  app.store.watch((state, changed) => changed.has("period") && followPeriod(app));
  lit.wire(app);
  app.map.on("moveend", () => keepAddress(app));
  addEventListener("hashchange", () => follow(app));
  for (const button of allOf(document, "[data-view-button]")) {
    button.addEventListener("click", () => switchView(app, button));
  }
  document.addEventListener("click", (event) => followTableLink(app, event));
}

/**
 * Where there is room for one of the two buttons, the other takes its place and the focus.
 * @param {App} app
 * @param {HTMLElement} pressed
 */
function switchView(app, pressed) {
  app.showPanel(pressed.dataset.viewButton === "tables" ? "table" : usualPanel(app.store.get().tour, null));
  if (!focus.isLost()) return;
  only(document, "[data-view-button][aria-pressed=false]").focus();
}

/**
 * In a table, a number leads to its source and a holder to its settlements, without leaving the state.
 * @param {App} app
 * @param {Event} event
 */
function followTableLink(app, event) {
  /** @type {HTMLAnchorElement | null | undefined} */
  const link = targetOf(event).closest?.('#tables a[href^="#"]');
  const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!target) return;
  event.preventDefault();
  const isSource = Boolean(target.closest("#bibliography"));
  if (isSource) app.showPanel("about");
  target.scrollIntoView({ block: isSource ? "center" : "start" });
  const entry = first(target, "th") ?? target;
  entry.tabIndex = -1;
  entry.focus({ preventScroll: true });
}
