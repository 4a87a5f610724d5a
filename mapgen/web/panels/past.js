/**
 * What Details say of a settlement's past and its sources: who held it before, which source is of the side that lost
 * it, and what a source says.
 */

import { el, outsideLink, said } from "../base/dom.js";
import { text } from "../base/text.js";
import { holderShown, periodsOf } from "../facts/days.js";
import { reportsByLoser, toldByLoser } from "../facts/losses.js";
import { holderSwatch } from "../drawing/samples.js";
import { heldName, heldWords } from "../kinds/describe.js";

/** The publishers of sources, each as a link. @param {App} app @param {number[]} ids */
function publishers(app, ids) {
  return ids.flatMap((id, i) => {
    const { url, publisher, title } = app.model.sources[id];
    const name = el("bdi", {}, publisher || title);
    return [i ? text("list.comma") : null, url ? outsideLink(url, name) : name];
  });
}

/** That the side that lost the place then says so, too. @param {App} app @param {number[]} ids */
function byLoser(app, ids) {
  if (!ids.length) return null;
  return el("p.by-loser", {}, text("history.by-loser"), " ", publishers(app, ids));
}

/** Who held a settlement, the earliest first. @param {App} app @param {Feature} feature */
export function section(app, feature) {
  if (!feature.history?.length) return null;
  const whole = app.model.byId.get(feature.id) ?? feature;
  const items = periodsOf(whole).map((period) => {
    const now = (feature.period?.to ?? null) === period.to;
    return el(
      "li",
      now ? { "aria-current": "true" } : {},
      el(
        "div",
        {},
        holderSwatch(app.model, holderShown(period), 18),
        el("span", {}, heldName(app.model, period)),
        el("span.from", {}, heldWords(period)),
      ),
      byLoser(app, toldByLoser(whole, period.to)),
    );
  });
  return el("section", {}, el("h3", {}, text("details.history")), el("ul.periods", {}, items));
}

/** @typedef {NonNullable<SettlementRow["statements"]>[number]} Statement */

/** What a source says in our words, and where in it. @param {Statement} statement */
function statementOf({ says, label, value }) {
  const where = text(`locator.${label}`, { value: value ?? "" });
  return el("p.says", {}, text("source.says"), " ", said(says.en), " (", el("bdi", {}, where), ")");
}

/**
 * @param {App} app
 * @param {Feature} feature as it was held on the day
 * @returns {(id: number) => Child} what is said of one of its sources
 */
export function aboutSource(app, feature) {
  const lost = reportsByLoser(app.model, feature);
  const statements = new Map(feature.statements?.map((statement) => [statement.source, statement]));
  return (id) => {
    const statement = statements.get(id);
    return [
      lost.has(id) ? el("span.by-loser", {}, text("source.by-loser")) : null,
      statement ? statementOf(statement) : null,
    ];
  };
}
