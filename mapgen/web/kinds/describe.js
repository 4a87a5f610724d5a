/**
 * Words and facts that several kinds of features share, as Details, the tooltip and the lists say them.
 */

import * as format from "../base/format.js";
import { localName, term, text } from "../base/text.js";
import * as evidence from "../facts/evidence.js";
import { kmToFront } from "../facts/statistics.js";

/** @param {Model} model @param {string | null} id of a holder, a side or an actor @returns {string} */
export function holderName(model, id) {
  if (!id) return text("holder.unknown");
  const known = model.holders.get(id) ?? model.actors.get(id);
  if (known) return localName(known.name);
  if (id === "opposition") return text("side.opposition");
  return format.list(
    id.split("+").map((part) => localName((model.holders.get(part) ?? model.actors.get(part))?.name) || part),
  );
}

/**
 * Who held a settlement: its holder, or its side where only that is known.
 * @param {Model} model
 * @param {{holder: string | null, side?: string}} held
 */
export function heldName(model, { holder, side }) {
  if (!holder && side === "opposition") return text("side.opposition");
  return holderName(model, holder ?? side ?? null);
}

/** @param {string} key @param {string | null | undefined} value @returns {Fact[]} */
export const fact = (key, value) => (value ? [[text(`fact.${key}`), value]] : []);
/** @param {number} km */
export const distance = (km) => format.kilometres(km);

/** @param {Feature & {position_basis?: string | null}} feature */
export function pointFact(feature) {
  if (!feature.degrees) return [];
  const basis = feature.position_basis ? term("basis", feature.position_basis) : "";
  const within = feature.error_km ? text("point.within", { distance: distance(feature.error_km) }) : "";
  return fact("point", [within, basis].filter(Boolean).join(text("list.semicolon")));
}

/** @param {App} app @param {Feature & {holder_here?: string | null}} feature */
export function standsIn(app, feature) {
  const { date } = app.store.get();
  const here = date === app.model.atlas.as_of ? feature.holder_here : null;
  const id = here ?? (feature.world ? evidence.areaAt(app.model, feature.world, date)?.holder : null);
  return fact("stands-in", id ? holderName(app.model, id) : null);
}

/** @param {App} app @param {Feature} feature */
export function toFront(app, feature) {
  const km = kmToFront(app.model, feature.id, app.store.get().date);
  return fact("to-front", km === null ? null : distance(km));
}

/** @param {{from?: string | null, to?: string | null}} period @returns {string} */
export function periodWords({ from, to }) {
  if (from && to) return text("period.between", { from: format.date(from), to: format.date(to) });
  if (to) return text("period.until", { to: format.date(to) });
  return from ? text("period.since", { from: format.date(from) }) : "";
}

/** Between which days a period ended, where sources differ or name only a month. @param {Period} period */
function spanWords({ to, span }) {
  if (span) return text("period.sources-say", { days: format.daysOf(...span) });
  return to && to.length < "2018-01-01".length ? text("period.day-unknown") : "";
}

/** A period of a settlement, and how well its end is known. @param {Period} period */
export function heldWords(period) {
  const span = spanWords(period);
  const words = periodWords(period);
  return span ? text("period.with-span", { period: words, span }) : words;
}

/** @param {Feature & {as_of_basis?: string | null}} feature @returns {Fact[]} */
export function asOf(feature) {
  if (!feature.as_of) return [];
  const basis = feature.as_of_basis ? ` (${term("as-of-basis", feature.as_of_basis)})` : "";
  return fact("as-of", format.date(feature.as_of) + basis);
}

/** @param {Feature} feature */
const timeOf = (feature) =>
  feature.as_of ? format.date(feature.as_of) : periodWords({ from: feature.valid_from, to: feature.valid_to });

/** When a state or holder was so, where it is not told of one day alone. @param {Feature} feature */
export function since(feature) {
  return feature.valid_from ? fact("as-of", timeOf(feature)) : asOf(feature);
}

/**
 * What is said of another time than the day of the map, and that it is.
 * @param {App} app
 * @param {Feature} recorded what was so then
 * @param {string} key of the fact
 * @param {(recorded: Feature) => string} words
 */
export function unknownThatDay(app, recorded, key, words) {
  const date = format.date(app.store.get().date);
  return fact(key, text("fact.unknown-that-day", { date, time: timeOf(recorded), state: words(recorded) }));
}

/** @param {App} app @param {Feature} feature */
export function holderFact(app, feature) {
  if (!feature.recorded) return heldBy(app.model, feature);
  return feature.recorded.holder
    ? unknownThatDay(app, feature.recorded, "holder", (recorded) => holderName(app.model, recorded.holder))
    : [];
}

/** The side, and the holder as far as it is known. @param {Model} model @param {Feature} feature */
export function heldBy(model, feature) {
  if (feature.holder) return fact("holder", holderName(model, feature.holder));
  return feature.side ? fact("holder", text("holder.side-only", { side: heldName(model, feature) })) : [];
}

/**
 * @param {Model} model
 * @param {number | null | undefined} certainty 0..1
 * @returns {string | null} in words, with the share: 99 % at most, for no map is certain
 */
export function certaintyWords(model, certainty) {
  if (certainty === null || certainty === undefined) return null;
  const [word] = model.certaintyWords.find(([, least]) => certainty >= least) ?? [""];
  return text("certainty.with-share", {
    word: text(`certainty.${word}`),
    share: format.number(Math.min(99, 100 * certainty)),
  });
}

/** @param {{licence: string}} atlas @returns {string} "CC BY 4.0": an SPDX expression as people write it */
export const licenceName = ({ licence }) => licence.replace(/-/g, " ");
