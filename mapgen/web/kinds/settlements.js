/** Settlements: who held them and when. They are the evidence of the areas. */

import { localName, term } from "../base/text.js";
import { heldOn, periodsOf } from "../facts/days.js";
import { toldByLoser } from "../facts/losses.js";
import * as samples from "../drawing/samples.js";
import { asOf, fact, heldBy, heldName, heldWords, pointFact } from "./describe.js";
import { held, since } from "./relations.js";

/** @param {App} app @param {Settlement} settlement as it was held on the date */
const onDate = (app, settlement) => heldOn(settlement, app.store.get().date);

/** @param {App} app @param {Settlement} settlement */
function shortHolder(app, settlement) {
  const { model } = app;
  const now = onDate(app, settlement);
  return localName(model.holders.get(now.holder ?? "")?.short) || heldName(model, now);
}

/**
 * A settlement as it was held then; what is said of its present date does not hold for an earlier one.
 * @param {Settlement} settlement
 * @param {string} day
 * @returns {Settlement}
 */
function recordOn(settlement, day) {
  const then = heldOn(settlement, day);
  const { from = null, to = null } = then.period ?? { from: settlement.history?.at(-1)?.[1] };
  const past = then.period ? { as_of: null, as_of_basis: null } : {};
  const [valid_to_earliest, valid_to_latest] = then.period?.span ?? [];
  const time = { valid_from: from, valid_to: to, valid_to_earliest, valid_to_latest };
  const statements = then.statements?.filter(({ source }) => then.sources.includes(source));
  return { ...then, ...past, ...time, statements, told_by_loser: toldByLoser(settlement, to), history: null };
}

/** The last day before a day, month or year began. @param {string} date */
function dayBefore(date) {
  return new Date(Date.parse(date) - 1).toISOString().slice(0, 10);
}

/** @type {Kind<Settlement>} */
export const settlements = {
  hasPlaceName: true,
  what: (settlement) => term("what.settlement", settlement.kind),
  facts: (app, settlement) => [
    ...heldBy(app.model, settlement),
    ...(settlement.period ? fact("held", heldWords(settlement.period)) : asOf(settlement)),
    ...pointFact(settlement),
  ],
  symbol: ({ model }, settlement) => samples.holderSwatch(model, settlement.holder, 24),
  hasEvidence: false,
  walk: {
    order: 7,
    name: (app, settlement) => [localName(settlement.name), held(app, settlement), since(settlement)],
  },
  markers: null,
  legend: null,
  key: { title: "key.settlements", sample: () => samples.glyph("settlement", 20) },
  places: { order: 1, title: "places.settlements", atFirst: 40, symbol: () => null, aside: shortHolder },
  search: { order: 1, aside: (app, settlement) => heldName(app.model, onDate(app, settlement)), isTown: true },
  onDay: (all, day) => all.map((settlement) => recordOn(settlement, day)),
  rows: (settlement) => periodsOf(settlement).map(({ to }) => recordOn(settlement, to ? dayBefore(to) : "9999-12-31")),
};
