/**
 * "How do we know?": the settlements that speak for a holder of ground, and those that speak against it.
 */

import { el, outsideLink } from "../base/dom.js";
import * as focus from "../base/focus.js";
import * as format from "../base/format.js";
import { bearing } from "../base/geometry.js";
import { currentLanguage, localName, text } from "../base/text.js";
import { heldOn, holderShown } from "../facts/days.js";
import { activeOn } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { speaksFor } from "../facts/evidence.js";
import { holderSwatch } from "../drawing/samples.js";
import { heldName, periodWords } from "../kinds/describe.js";
import { confidence } from "./parts.js";

const AREA_ROWS = 10;
const AREA_ROWS_MORE = 50;
const WINDS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const SURENESS = ["high", "medium", "low"];

/**
 * @param {Point} from
 * @param {Point} to
 * @returns {string} the wind nearest to the bearing from one place to another, in words
 */
export function windBetween(from, to) {
  const degrees = bearing(from, to);
  return text(`compass.${WINDS[Math.round(degrees / 45) % 8]}`);
}

/** @param {App} app @param {Settlement} held */
function sourceLink(app, held) {
  const source = (held.sources ?? []).map((index) => app.model.sources[index]).find(Boolean);
  if (!source) return null;
  const words = source.publisher || source.title;
  return source.url ? outsideLink(source.url, el("bdi", {}, words)) : el("bdi", {}, words);
}

/** @param {Settlement} held */
function when(held) {
  if (held.period) return periodWords(held.period);
  return held.as_of ? format.date(held.as_of) : "";
}

/**
 * @param {App} app
 * @param {{feature: Feature, held: Settlement, km?: number}} row
 * @param {Point | null} from degrees
 */
function evidenceRow(app, { feature, held, km }, from = null) {
  const far =
    km === undefined || !from || !feature.degrees
      ? ""
      : text("evidence.where", { distance: format.kilometres(km), direction: windBetween(from, feature.degrees) });
  const parts = [heldName(app.model, held), when(held), sourceLink(app, held)].filter(Boolean);
  return el(
    "li",
    {},
    holderSwatch(app.model, holderShown(held), 22),
    el(
      "div.evidence-text",
      {},
      el(
        "div.evidence-line",
        {},
        el("button.link.place", { type: "button", onclick: () => app.open(feature.id, true) }, localName(feature.name)),
        el("span.measure", {}, far, " ", confidence(held.confidence, false)),
      ),
      el(
        "div.from",
        {},
        parts.flatMap((part, i) => (i ? [" · ", part] : [part])),
      ),
    ),
  );
}

/** @param {App} app @param {EvidenceRow[]} rows @param {Point | null} from */
const list = (app, rows, from) =>
  el(
    "ul.evidence",
    {},
    rows.map((row) => evidenceRow(app, row, from)),
  );

/** @param {App} app @param {Explanation} explanation @param {Point | null} from */
function againstPart(app, { area, against }, from) {
  if (!area) return null;
  const distance = format.kilometres(evidence.NEAR_KM);
  return el(
    "div.against",
    {},
    el("h4", {}, text("details.against")),
    against.length ? list(app, against, from) : el("p.from", {}, text("details.against-none", { distance })),
  );
}

/**
 * @param {App} app
 * @param {Explanation | null | undefined} explanation by `explain`
 * @param {Point | null} from degrees
 * @param {string | null} level of confidence
 */
export function card(app, explanation, from, level) {
  if (!explanation?.rows.length && !explanation?.against.length) return null;
  return el(
    "section.card",
    {},
    el("div.heading", {}, el("h3", {}, text("details.how")), confidence(level)),
    el("p.from", {}, text("details.nearest")),
    list(app, explanation.rows, from),
    againstPart(app, explanation, from),
  );
}

/**
 * The settlements within an area that speak for its holder on the date, the surest first.
 * @param {App} app
 * @param {Area} area
 */
function areaRows(app, area) {
  const { date } = app.store.get();
  const day = activeOn(area, date) ? date : (area.valid_from ?? date);
  const { compare } = new Intl.Collator(currentLanguage());
  return evidence
    .settlementsIn(app.model, area)
    .map((feature) => ({ feature, held: heldOn(feature, day) }))
    .filter(({ held }) => speaksFor(app.model, held, area.holder))
    .sort(
      (a, b) =>
        SURENESS.indexOf(a.held.confidence ?? "") - SURENESS.indexOf(b.held.confidence ?? "") ||
        compare(localName(a.feature.name), localName(b.feature.name)),
    );
}

/** The evidence of a whole area: some rows at first, the rest on request. @param {App} app @param {Area} area */
export function areaCard(app, area) {
  const rows = areaRows(app, area);
  if (!rows.length) return null;
  const into = el("ul.evidence");
  const more = el("button.link.more", { type: "button" });
  let shown = 0;
  /** @param {number} count */
  const show = (count) => {
    into.append(...rows.slice(shown, shown + count).map((row) => evidenceRow(app, row)));
    shown = Math.min(rows.length, shown + count);
    more.hidden = shown >= rows.length;
    more.textContent = format.plural("places.more", rows.length - shown);
  };
  more.addEventListener("click", () => focus.toFirstNew(into, () => show(AREA_ROWS_MORE)));
  show(AREA_ROWS);
  return el(
    "section.card",
    {},
    el("div.heading", {}, el("h3", {}, text("details.how")), el("span.aside", {}, format.number(rows.length))),
    el("p.from", {}, text("details.area-evidence")),
    into,
    more,
  );
}
