/**
 * "How do we know?": the settlements that speak for a holder of ground, and those that speak against it.
 */

import { el, outsideLink } from "../base/dom.js";
import * as focus from "../base/focus.js";
import * as format from "../base/format.js";
import { bearing } from "../base/geometry.js";
import { currentLanguage, localName, text } from "../base/text.js";
import { heldOn, holderShown } from "../facts/days.js";
import { activeOn, toWorld } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { look } from "../drawing/look.js";
import { heldName, periodWords } from "../kinds/describe.js";
import * as details from "./details.js";

const FOR_AT_MOST = 5;
const AGAINST_AT_MOST = 3;
const AREA_ROWS = 10;
const AREA_ROWS_MORE = 50;
const WINDS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const SURENESS = ["high", "medium", "low"];

/** Whether a settlement's holder, or its side where only that is known, is among the holders of the ground. */
export function speaksFor(model, held, holderId) {
  const drawn = (id) => model.holders.get(id)?.drawn_as ?? id;
  const ground = holderId.split("+");
  if (held.holder) return drawn(held.holder).split("+").some((id) => ground.includes(id));
  return held.side === (model.holders.get(holderId)?.side ?? holderId);
}

/**
 * @param {Object} model @param {number[]} degrees longitude, latitude @param {?string} except id to leave out @param {string} day
 * @returns {{area: ?Object, rows: Object[], against: Object[], nearestKm: number|undefined}} nearest first
 */
export function explain(model, degrees, except, day) {
  const all = evidence.byDistance(model, degrees, except, day);
  const area = evidence.areaAt(model, toWorld(degrees), day);
  const nearestKm = all[0]?.km;
  if (!area) return { area, rows: all.slice(0, FOR_AT_MOST), against: [], nearestKm };
  const against = all.filter((row) => row.km <= look.nearEvidenceKm && !speaksFor(model, row.held, area.holder));
  const rows = all.filter((row) => speaksFor(model, row.held, area.holder));
  return { area, rows: rows.slice(0, FOR_AT_MOST), against: against.slice(0, AGAINST_AT_MOST), nearestKm };
}

/** @returns {string} the wind nearest to the bearing from one place to another, in words */
export function windBetween(from, to) {
  const degrees = bearing(from, to);
  return text(`compass.${WINDS[Math.round(degrees / 45) % 8]}`);
}

function sourceLink(app, held) {
  const source = (held.sources ?? []).map((index) => app.model.sources[index]).find(Boolean);
  if (!source) return null;
  const words = source.publisher || source.title;
  return source.url ? outsideLink(source.url, el("bdi", {}, words)) : el("bdi", {}, words);
}

function when(held) {
  if (held.period) return periodWords(held.period);
  return held.as_of ? format.date(held.as_of) : "";
}

/** @param {App} app @param {Object} row with `km` where it has a distance @param {?number[]} from degrees */
function evidenceRow(app, { feature, held, km }, from = null) {
  const { confidence, holderSwatch } = details;
  const far = km === undefined ? "" : text("evidence.where", { distance: format.kilometres(km), direction: windBetween(from, feature.degrees) });
  const parts = [heldName(app.model, held), when(held), sourceLink(app, held)].filter(Boolean);
  return el("li", {}, holderSwatch(app.model, holderShown(held), 22),
    el("div.evidence-text", {},
      el("div.evidence-line", {},
        el("button.link.place", { type: "button", onclick: () => app.open(feature.id, true) }, localName(feature.name)),
        el("span.measure", {}, far, " ", confidence(held.confidence, false))),
      el("div.from", {}, parts.flatMap((part, i) => (i ? [" · ", part] : [part])))));
}

const list = (app, rows, from) => el("ul.evidence", {}, rows.map((row) => evidenceRow(app, row, from)));

function againstPart(app, { area, against }, from) {
  if (!area) return null;
  const distance = format.kilometres(look.nearEvidenceKm);
  return el("div.against", {}, el("h4", {}, text("details.against")),
    against.length ? list(app, against, from) : el("p.from", {}, text("details.against-none", { distance })));
}

/** @param {App} app @param {Object} found by `explain` @param {number[]} from degrees @param {?string} level of confidence */
export function card(app, found, from, level) {
  if (!found?.rows.length && !found?.against.length) return null;
  return el("section.card", {},
    el("div.heading", {}, el("h3", {}, text("details.how")), details.confidence(level)),
    el("p.from", {}, text("details.nearest")),
    list(app, found.rows, from),
    againstPart(app, found, from));
}

/** The settlements within an area that speak for its holder on the date, the surest first. */
function areaRows(app, area) {
  const { date } = app.store.get();
  const day = activeOn(area, date) ? date : area.valid_from;
  const { compare } = new Intl.Collator(currentLanguage());
  return evidence.settlementsIn(app.model, area)
    .map((feature) => ({ feature, held: heldOn(feature, day) }))
    .filter(({ held }) => speaksFor(app.model, held, area.holder))
    .sort((a, b) => SURENESS.indexOf(a.held.confidence) - SURENESS.indexOf(b.held.confidence) || compare(localName(a.feature.name), localName(b.feature.name)));
}

/** The evidence of a whole area: some rows at first, the rest on request. */
export function areaCard(app, area) {
  const rows = areaRows(app, area);
  if (!rows.length) return null;
  const into = el("ul.evidence");
  const more = el("button.link.more", { type: "button" });
  let shown = 0;
  const show = (count) => {
    into.append(...rows.slice(shown, shown + count).map((row) => evidenceRow(app, row)));
    shown = Math.min(rows.length, shown + count);
    more.hidden = shown >= rows.length;
    more.textContent = format.plural("places.more", rows.length - shown);
  };
  more.addEventListener("click", () => focus.toFirstNew(into, () => show(AREA_ROWS_MORE)));
  show(AREA_ROWS);
  return el("section.card", {}, el("div.heading", {}, el("h3", {}, text("details.how")), el("span.aside", {}, format.number(rows.length))),
    el("p.from", {}, text("details.area-evidence")), into, more);
}
