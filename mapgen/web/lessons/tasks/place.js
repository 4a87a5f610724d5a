/**
 * A task to find a place on the map: by a click, or by keyboard as everything on the map is reached.
 */

import { byId, el, said } from "../../base/dom.js";
import * as format from "../../base/format.js";
import { distanceKm } from "../../base/geometry.js";
import { text } from "../../base/text.js";
import { pageScrolls } from "../../base/window.js";
import { look } from "../../drawing/look.js";
import * as panels from "../../panels/panel.js";
import { pointOf, refreshScore, tell, verdictOf } from "./parts.js";
import * as tours from "../tour.js";

/**
 * The ring in which an answer is right, and the answer.
 * @param {App} app
 * @param {TaskOfModel} task
 * @param {Point} answered
 */
function mark(app, task, answered) {
  /** @param {Point} point */
  const at = ([x, y]) => L.latLng(y, x);
  const style = { color: look.evidence, weight: 2, fillOpacity: 0.12, interactive: false };
  app.marked?.remove();
  app.marked = L.layerGroup([
    L.circle(at(pointOf(app.model, task)), { ...style, radius: Number(task.within_km) * 1000 }),
    L.circleMarker(at(answered), { ...style, radius: 6, fillOpacity: 1, color: look.ink }),
  ]).addTo(app.map);
}

/** @param {App} app */
function hint(app) {
  const cancel = el(
    "button.button.small",
    { type: "button", onclick: () => app.asking?.end(true) },
    text("task.place.cancel"),
  );
  return el("p.task-hint", { "data-over-map": true }, el("span", {}, text("task.place.hint")), cancel);
}

/**
 * The map has to be seen: not under a full sheet, not above the window.
 * @param {App} app
 * @param {HTMLElement} frame
 */
function showMap(app, frame) {
  const panel = byId("panel");
  if (app.scene.phone && panels.currentHeight(panel) === "full") panels.setHeight(app, panel, "half");
  if (pageScrolls()) frame.scrollIntoView({ block: "nearest" });
}

/**
 * The next place that is chosen on the map is the answer.
 * @param {App} app
 * @param {AtTask} at
 * @param {HTMLElement} box
 * @param {HTMLElement} button
 */
function ask(app, at, box, button) {
  app.asking?.end();
  const frame = byId("map-frame");
  const line = hint(app);
  frame.append(line);
  frame.classList.add("asking");
  showMap(app, frame);
  /** @param {KeyboardEvent} event */
  const onKey = (event) => event.key === "Escape" && app.asking?.end(true);
  document.addEventListener("keydown", onKey);
  app.asking = {
    end(back = false) {
      app.asking = null;
      line.remove();
      frame.classList.remove("asking");
      document.removeEventListener("keydown", onKey);
      if (back) button.focus();
    },
    take(id, place) {
      app.asking?.end();
      judge(app, at, box, id, place);
      button.focus({ preventScroll: true });
      box.scrollIntoView({ block: "nearest" });
    },
  };
  app.map.getContainer().focus({ preventScroll: true });
  app.say(text("task.place.hint"));
}

/**
 * @param {App} app
 * @param {AtTask} at
 * @param {HTMLElement} box
 * @param {string | null | undefined} id of the feature that was chosen
 * @param {Point} place
 */
function judge(app, at, box, id, place) {
  const { task } = at.step;
  const within = Number(task.within_km);
  const km = distanceKm(place, pointOf(app.model, task));
  const right = Boolean(task.feature && id === task.feature) || km <= within;
  tours.answer(app, at, right);
  mark(app, task, place);
  const far = el(
    "p",
    {},
    text("task.place.far", { distance: format.kilometres(km), within: format.kilometres(within) }),
  );
  tell(app, box, task, right, far);
  app.say(verdictOf(right));
  refreshScore(app, at.lesson);
}

/** @param {App} app @param {AtTask} at @returns {HTMLElement} */
export function build(app, at) {
  const box = el("div.task-feedback");
  /** @type {HTMLButtonElement} */
  const button = el(
    "button.button",
    { type: "button", onclick: () => ask(app, at, box, button) },
    text("task.place.answer"),
  );
  return el(
    "div.task-form",
    {},
    el("p.task-question", {}, said(at.step.task.question)),
    el("p.tour-row", {}, button),
    box,
  );
}
