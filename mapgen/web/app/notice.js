/**
 * One quiet sentence over the map, or over the tables: what an address asks for and the map does not have, and what
 * the browser or the page around this one does not allow.
 */

import { byId, el, fill, icon } from "../base/dom.js";
import * as format from "../base/format.js";
import { readHash } from "../base/hash.js";
import { text } from "../base/text.js";
import { frameAt } from "../facts/days.js";
import { isKnown } from "../facts/people.js";
import * as switches from "../facts/switches.js";

const LONGEST = 60; // letters of what an address says

/**
 * @param {Model} model
 * @param {import("../base/hash.js").Said} said
 * @returns {string[]} what is well-formed and names nothing of this map
 */
function unknown(model, { feature, tour, step, layers, lang }) {
  const lesson = model.lessons.find((item) => item.id === tour);
  const names = new Set(switches.listSwitches(model).flatMap(({ id }) => [id, id.split(".")[0]]));
  const strange = (layers ?? []).filter((name) => !names.has(name));
  return [
    feature && !isKnown(model, feature) && `feature=${feature}`,
    tour && !lesson && `tour=${tour}`,
    lesson && step && step > lesson.steps.length && `step=${step}`,
    strange.length && `layers=${strange.join(",")}`,
    lang && !model.languages.includes(lang) && `lang=${lang}`,
  ].filter((pair) => typeof pair === "string");
}

/** @param {string} pair */
const shortened = (pair) => (pair.length > LONGEST ? `${pair.slice(0, LONGEST - 1)}…` : pair);

/** @param {Model} model @param {string} hash @returns {string[]} sentences, at most one of each kind */
export function sentences(model, hash) {
  const { said, unread } = readHash(hash);
  const parts = [...unread, ...unknown(model, said)].map(shortened);
  const shown = said.date && frameAt(model, said.date);
  const isOther = said.date && shown !== said.date;
  return [
    parts.length ? text("notice.unread", { parts: parts.join(" · ") }) : "",
    isOther && shown ? text("notice.other-day", { asked: format.date(said.date), shown: format.date(shown) }) : "",
  ].filter(Boolean);
}

/** Say it until the reader closes it, or another address comes. @param {App} app @param {string} hash */
export function tell(app, hash) {
  show(sentences(app.model, hash).join(" "));
}

/** @param {string} words nothing closes it */
export function show(words) {
  const root = byId("notice");
  const home = byId(document.documentElement.dataset.view === "tables" ? "tables" : "map-frame");
  if (root.parentElement !== home) home.prepend(root);
  const close = () => root.replaceChildren();
  if (!words) close();
  else
    fill(
      root,
      el("p", {}, words),
      el("button", { type: "button", "aria-label": text("share.close"), onclick: close }, icon("close")),
    );
}
