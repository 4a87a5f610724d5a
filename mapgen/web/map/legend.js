/**
 * What is drawn, explained: samples with their words, for whatever shows the map without its key (paper, picture).
 */

import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { eventWindow, holdersOn } from "../facts/days.js";
import { isDoubted } from "../facts/doubts.js";
import * as samples from "../drawing/samples.js";
import { licenceName } from "../kinds/describe.js";
import * as doubts from "../kinds/doubts.js";
import { layersToRead } from "../kinds/index.js";

const ROUGHEST = 0.35; // certainty at which the ramp of the key begins
const LINES = ["firm", "approximate", "guess", "limit", "inner"];

/**
 * What each word for certainty looks like and means, the least certain first as on the map's way to a front.
 * @param {Model} model @param {{width: number, height: number, rtl: boolean, strong?: boolean}} size of the ramps, px
 * @returns {Entry[]}
 */
export function certainty(model, size) {
  /** @param {number} share */
  const percent = (share) => format.number(100 * share);
  const words = [...model.certaintyWords].reverse();
  return words.map(([word, least], i) => {
    const most = words[i + 1]?.[1] ?? 1;
    const aside = least
      ? text("certainty.from", { share: percent(least) })
      : text("certainty.below", { share: percent(most) });
    return { sample: samples.ramp(model, least || ROUGHEST, most, size), words: text(`certainty.${word}`), aside };
  });
}

/** @param {number} width of the samples, px @returns {Entry[]} fronts, limits, the border with its wall */
export function lines(width) {
  const { lineSample, wallSample } = samples;
  return [
    ...LINES.map((name) => ({ sample: lineSample(name, width), words: text(`line.${name}`) })),
    { sample: wallSample(width), words: text("line.wall") },
  ];
}

/**
 * @param {Model} model
 * @param {Pick<State, "on" | "date">} state
 * @param {boolean} strong
 * @returns {Entry[]} the holders with ground on the date that are switched on
 */
function holders(model, { on, date }, strong) {
  const present = holdersOn(model, date);
  return model.drawnHolders
    .filter(({ id }) => present.has(id) && on.has(`areas_of_control.${id}`))
    .map((holder) => ({ sample: samples.swatch(holder, strong, 40, 20), words: localName(holder.name) }));
}

/** @param {App} app @returns {Entry[]} the markers that are on the map now */
function markerEntries({ model, scene }) {
  const drawn = scene.layout?.markers ?? [];
  const doubted = [...drawn, ...(scene.layout?.labels ?? [])].some((item) => isDoubted(item.feature));
  return [
    ...layersToRead(model).flatMap(
      ({ layer, kind }) => kind.legend?.(drawn.filter(({ feature }) => feature.layer === layer.id)) ?? [],
    ),
    ...(doubted ? [{ sample: doubts.sample(22), words: text("key.disagree") }] : []),
  ];
}

/**
 * @param {App} app @param {boolean} strong patterns as printed @param {State} [state] what is shown
 * @returns {{title: string, kind: string, entries: Entry[]}[]} the parts of a legend that have anything to explain
 */
export function sections(app, strong, state = app.store.get()) {
  const rtl = document.documentElement.dir === "rtl";
  const days = eventWindow(state.date);
  return [
    { kind: "holders", title: text("key.holders"), entries: holders(app.model, state, strong) },
    {
      kind: "certainty",
      title: text("key.certainty"),
      entries: certainty(app.model, { width: 40, height: 13, rtl, strong }),
    },
    { kind: "lines", title: text("legend.lines"), entries: lines(40) },
    { kind: "markers", title: text("legend.markers", { days: format.dayRange(...days) }), entries: markerEntries(app) },
  ].filter(({ entries }) => entries.length);
}

/**
 * Words of another script in a sentence: they keep their own order, and nothing around them turns.
 * @param {string} words
 */
export const isolate = (words) => `\u2068${words}\u2069`;

/**
 * @param {Model} model
 * @returns {string} the licence, and who made what lies below the facts; a name never breaks over two lines
 */
export function credits({ atlas }) {
  const makers = atlas.attribution.map(({ text: maker, licence }) =>
    isolate(`${maker} (${licence})`.replace(/ /g, "\u00a0")),
  );
  return text("picture.credits", { licence: isolate(licenceName(atlas)), makers: makers.join(text("legend.comma")) });
}
