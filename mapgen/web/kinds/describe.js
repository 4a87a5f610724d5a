/**
 * Features in words: titles, kinds and facts, as the Details panel, the tooltip and the lists say them.
 */

import * as format from "../base/format.js";
import { localName, phrase, term, text } from "../base/text.js";
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

/** @type {{[K in LayerKind]: (f: ByKind[K]) => string}} */
const KINDS = {
  areas: () => text("what.area"),
  front_lines: (f) => text(`what.line.${f.kind}`),
  border: () => text("what.border"),
  crossings: (f) => term("what.crossing", f.kind),
  posts: (f) => term("what.post", f.country),
  bases: (f) => term("what.base", f.kind),
  settlements: (f) => term("what.settlement", f.kind),
  events: (f) => term("category", f.category),
  figures: () => text("what.figure"),
};

/** @param {Feature} feature @returns {string} what sort of thing a feature is */
export function kindOf(feature) {
  const say = /** @type {((f: Feature) => string) | undefined} */ (KINDS[feature.layerKind]);
  return say?.(feature) ?? "";
}

/** @param {string} key @param {string | null | undefined} value @returns {Fact[]} */
const fact = (key, value) => (value ? [[text(`fact.${key}`), value]] : []);
/** @param {number} km */
const distance = (km) => format.kilometres(km);

/** @param {Feature & {position_basis?: string | null}} feature */
function pointFact(feature) {
  if (!feature.degrees) return feature.layerKind === "events" ? fact("point", text("point.none")) : [];
  const basis = feature.position_basis ? term("basis", feature.position_basis) : "";
  const within = feature.error_km ? text("point.within", { distance: distance(feature.error_km) }) : "";
  return fact("point", [within, basis].filter(Boolean).join(text("list.semicolon")));
}

/** @param {App} app @param {Feature & {holder_here?: string | null}} feature */
function standsIn(app, feature) {
  const { date } = app.store.get();
  const here = date === app.model.atlas.as_of ? feature.holder_here : null;
  const id = here ?? (feature.world ? evidence.areaAt(app.model, feature.world, date)?.holder : null);
  return fact("stands-in", id ? holderName(app.model, id) : null);
}

/** @param {App} app @param {Feature} feature */
function toFront(app, feature) {
  const km = kmToFront(app.model, feature.id, app.store.get().date);
  return fact("to-front", km === null ? null : distance(km));
}

/** @param {{from?: string | null, to?: string | null}} period @returns {string} */
export function periodWords({ from, to }) {
  if (from && to) return text("period.between", { from: format.date(from), to: format.date(to) });
  if (to) return text("period.until", { to: format.date(to) });
  return from ? text("period.since", { from: format.date(from) }) : "";
}

/** @param {Feature & {as_of_basis?: string | null}} feature @returns {Fact[]} */
function asOf(feature) {
  if (!feature.as_of) return [];
  const basis = feature.as_of_basis ? ` (${term("as-of-basis", feature.as_of_basis)})` : "";
  return fact("as-of", format.date(feature.as_of) + basis);
}

/** @param {Feature} feature */
const timeOf = (feature) =>
  feature.as_of ? format.date(feature.as_of) : periodWords({ from: feature.valid_from, to: feature.valid_to });

/** When a state or holder was so, where it is not told of one day alone. @param {Feature} feature */
function since(feature) {
  return feature.valid_from ? fact("as-of", timeOf(feature)) : asOf(feature);
}

/**
 * What is said of another time than the day of the map, and that it is.
 * @param {App} app
 * @param {Feature} told what was so then
 * @param {string} key of the fact
 * @param {(told: Feature) => string} words
 */
function untold(app, told, key, words) {
  const date = format.date(app.store.get().date);
  return fact(key, text("fact.untold", { date, time: timeOf(told), told: words(told) }));
}

/** @param {Feature} feature */
const stateWords = ({ state }) => text(`state.${state}`);

/** @param {App} app @param {Feature} feature */
function stateFact(app, feature) {
  return feature.told ? untold(app, feature.told, "state", stateWords) : fact("state", stateWords(feature));
}

/** @param {App} app @param {Feature} feature */
function holderFact(app, feature) {
  if (!feature.told) return heldBy(app.model, feature);
  return feature.told.holder ? untold(app, feature.told, "holder", (told) => holderName(app.model, told.holder)) : [];
}

/** The side, and the holder as far as it is known. @param {Model} model @param {Feature} feature */
function heldBy(model, feature) {
  if (feature.holder) return fact("holder", holderName(model, feature.holder));
  return feature.side ? fact("holder", text("holder.side-only", { side: heldName(model, feature) })) : [];
}

/** @type {{[K in LayerKind]: (app: App, f: ByKind[K]) => Fact[]}} */
const FACTS = {
  posts: (app, f) => [
    ...fact(
      "set-up",
      [format.date(f.valid_from), f.order ? text("post.order", { n: f.order }) : ""]
        .filter(Boolean)
        .join(text("list.semicolon")),
    ),
    ...fact("place", typeof f.place === "string" ? phrase(f.place) : localName(f.place)),
    ...pointFact(f),
    ...standsIn(app, f),
    ...toFront(app, f),
  ],
  crossings: (app, f) => [...stateFact(app, f), ...holderFact(app, f), ...since(f), ...pointFact(f)],
  bases: (app, f) => [...holderFact(app, f), ...since(f), ...pointFact(f)],
  settlements: (app, f) => [
    ...heldBy(app.model, f),
    ...(f.period ? fact("held", periodWords(f.period)) : asOf(f)),
    ...pointFact(f),
  ],
  events: (app, f) => [
    ...fact("date", format.dateRange(f.date, f.date_end)),
    ...fact("place", localName(f.place)),
    ...(f.off_frame ? fact("point", text("point.off-frame")) : [...pointFact(f), ...standsIn(app, f)]),
  ],
  front_lines: (app, f) => [
    ...fact("between", format.list((f.holders ?? []).map((id) => holderName(app.model, id)))),
    ...(f.kind === "front"
      ? fact("quality", text(`quality-words.${f.quality}`))
      : fact("quality", text(`quality-words.${f.kind}`))),
    ...fact("length", f.length_km ? distance(f.length_km) : null),
  ],
  border: (app, f) => [
    ...fact("wall", text(`wall-words.${f.wall}`)),
    ...fact("state", localName(f.state)),
    ...asOf(f),
    ...fact("length", f.length_km ? distance(f.length_km) : null),
  ],
  areas: (app, f) => areaFacts(app, f),
  figures: (app, f) => [
    ...fact("value", figureValue(f)),
    ...fact("area-named", localName(f.area)),
    ...fact("date", format.dateRange(f.period_start, f.period_end)),
  ],
};

/** @param {App} app @param {Area} feature */
function areaFacts(app, feature) {
  const known = evidence.settlementsIn(app.model, feature).length;
  return [
    ...fact("certainty", certaintyWords(app.model, feature.certainty)),
    ...fact("area", feature.area_km2 ? text("unit.km2", { n: format.number(feature.area_km2) }) : null),
    ...fact("known-places", format.number(known)),
  ];
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

/**
 * The number, or what the source says instead, with its unit. How a language counts stands in the table of
 * figures, whose words the phrases of a language have: the English ones lead there.
 * @param {Pick<Figure, "value" | "unit">} figure
 * @returns {string}
 */
export function figureValue({ value, unit }) {
  const said = typeof value === "number" ? format.englishNumber(value) : value;
  return phrase([said, unit?.en].filter(Boolean).join(" "));
}

/** @param {App} app @param {Feature} feature @returns {Fact[]} label and value of each fact */
export function factsOf(app, feature) {
  const tell = /** @type {((app: App, f: Feature) => Fact[]) | undefined} */ (FACTS[feature.layerKind]);
  return tell?.(app, feature) ?? [];
}

/** The short form for the tooltip. @param {App} app @param {Hit} hit @returns {string} */
export function shortOf(app, hit) {
  if (hit.feature) return [localName(hit.feature.name), kindOf(hit.feature)].filter(Boolean).join(" · ");
  return holderName(app.model, hit.area?.holder ?? null);
}

/** @param {{licence: string}} atlas @returns {string} "CC BY 4.0": an SPDX expression as people write it */
export const licenceName = ({ licence }) => licence.replace(/-/g, " ");
