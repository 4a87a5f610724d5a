/**
 * The Places panel: everything that has a name, by group, with a filter over all its names.
 */

import { el, fill } from "../base/dom.js";
import * as focus from "../base/focus.js";
import * as format from "../base/format.js";
import { fit, formsOf } from "../base/spelling.js";
import { currentLanguage, localName, text } from "../base/text.js";
import { heldOn } from "../facts/days.js";
import { featuresOf } from "../facts/document.js";
import { doubted, isDoubted } from "../facts/doubts.js";
import * as switches from "../facts/switches.js";
import * as samples from "../drawing/samples.js";
import { heldName } from "../kinds/describe.js";
import * as doubts from "../kinds/doubts.js";
import * as eventPeriod from "../time/period.js";

/** @type {[LayerId, string][]} */
const GROUPS = [
  ["observation_posts", "places.posts"],
  ["settlements", "places.settlements"],
  ["crossings", "places.crossings"],
  ["bases", "places.bases"],
  ["events", "places.events"],
  ["border", "places.border"],
];
/** @type {[LayerId, string][]} */
const MORE_DOUBTED = [["figures", "places.figures"]]; // listed only among what is doubted
/** @type {Partial<Record<LayerId, number>>} */
const ROWS_AT_FIRST = {
  observation_posts: 40,
  settlements: 40,
  crossings: 20,
  bases: 20,
  events: 20,
  border: 10,
  figures: 20,
};
const ROWS_MORE = 100;

/** All forms of a name, made once. @param {Feature} feature */
function nameForms(feature) {
  const names = [
    ...Object.values(feature.name ?? {}),
    ...(feature.alt_names ?? []),
    ...(feature.number ? [String(feature.number)] : []),
  ];
  feature.forms ??= names.map(formsOf);
  return feature.forms;
}

/**
 * @param {Feature[]} features
 * @param {string} query
 * @returns {Feature[]} those with a name that fits, the best first
 */
export function filter(features, query) {
  const wanted = formsOf(query);
  if (!wanted.written) return features;
  /** @param {Feature} feature */
  const best = (feature) => Math.min(...nameForms(feature).map((form) => fit(form, wanted) ?? Infinity));
  return features
    .map((feature) => ({ rank: best(feature), feature }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ feature }) => feature);
}

/** @param {string} one @param {string} other */
const inTime = (one, other) => (one < other ? -1 : Number(one > other));

/** @param {Model} model @param {LayerId} layer @returns {Feature[]} */
function sorted(model, layer) {
  /** @type {Feature[]} */
  const list = [...featuresOf(model, layer)];
  const compare = new Intl.Collator(currentLanguage()).compare;
  if (layer === "events") return list.sort((a, b) => inTime(a.date ?? "", b.date ?? ""));
  if (layer === "observation_posts") return list.sort((a, b) => (a.number ?? 99) - (b.number ?? 99));
  return list.sort((a, b) => compare(localName(a.name), localName(b.name)));
}

/** @param {App} app @param {Feature} held */
function holderAside({ model }, held) {
  return localName(model.holders.get(held.holder ?? "")?.short) || heldName(model, held);
}

/** @param {App} app @param {Feature} crossing */
const stateOf = (app, crossing) => heldOn(crossing, app.store.get().date).state;

/** @param {App} app @param {Feature} feature */
export function aside(app, feature) {
  if (feature.layerKind === "events") return format.date(feature.date, { short: true });
  if (feature.layerKind === "settlements") return holderAside(app, heldOn(feature, app.store.get().date));
  if (feature.layerKind === "crossings") return text(`state.${stateOf(app, feature)}`);
  return "";
}

/** @param {App} app @param {Feature} feature */
function symbol(app, feature) {
  if (feature.layerKind === "posts")
    return samples.disc(String(feature.number ?? text(`post.letter.${feature.country}`)), 22, !feature.number);
  if (feature.layerKind === "crossings") return samples.glyph(stateOf(app, feature), 18);
  if (feature.layerKind === "bases") return samples.glyph("base", 16);
  if (feature.layerKind === "events") return samples.glyph(switches.eventGlyph(feature.category ?? ""), 18);
  return null;
}

/** @param {App} app @param {Feature} feature */
function row(app, feature) {
  const button = el(
    "button.place-row",
    { type: "button", "data-id": feature.id, onclick: () => app.open(feature.id, true) },
    symbol(app, feature),
    el("span.name", {}, localName(feature.name)),
    isDoubted(feature)
      ? el(
          "span.doubt",
          { title: text("key.disagree") },
          doubts.sample(14),
          el("span.hidden", {}, text("key.disagree")),
        )
      : null,
    el("span.from", {}, aside(app, feature)),
  );
  return el("li", {}, button);
}

/**
 * @param {App} app
 * @param {LayerId} layer
 * @param {string} titleKey
 * @param {Feature[]} features
 */
function group(app, layer, titleKey, features) {
  const list = el("ul.place-list");
  const more = el("button.link.more", { type: "button" });
  let shown = 0;
  /** @param {number} count */
  const show = (count) => {
    list.append(...features.slice(shown, shown + count).map((feature) => row(app, feature)));
    shown = Math.min(features.length, shown + count);
    more.hidden = shown >= features.length;
    more.textContent = format.plural("places.more", features.length - shown);
  };
  more.addEventListener("click", () => focus.toFirstNew(list, () => show(ROWS_MORE)));
  show(ROWS_AT_FIRST[layer] ?? ROWS_MORE);
  return el(
    "section",
    { "data-group": layer },
    el("h3", {}, text(titleKey), el("span.plain", {}, ` (${format.number(features.length)})`)),
    list,
    more,
  );
}

/** @param {App} app @param {Element} into @param {{words: string, doubted: boolean}} wanted */
function fillGroups(app, into, wanted) {
  const layers = wanted.doubted ? [...GROUPS, ...MORE_DOUBTED] : GROUPS;
  /** @param {LayerId} layer @returns {Feature[]} */
  const listed = (layer) =>
    layer === "events"
      ? eventPeriod.filter(app, /** @type {EventFeature[]} */ (sorted(app.model, layer)))
      : sorted(app.model, layer);
  /** @param {LayerId} layer */
  const of = (layer) => listed(layer).filter((feature) => !wanted.doubted || isDoubted(feature));
  const sections = layers
    .map(([layer, key]) => ({ layer, key, features: filter(of(layer), wanted.words) }))
    .filter(({ features }) => features.length)
    .map(({ layer, key, features }) => group(app, layer, key, features));
  fill(into, sections.length ? sections : el("p.hint", { role: "status" }, text("places.none")));
}

/**
 * Only what sources disagree on, of every layer.
 * @param {App} app
 * @param {{doubted: boolean}} wanted
 * @param {(patch: {doubted: boolean}) => void} change
 */
function doubtFilter(app, wanted, change) {
  const all = doubted(app.model).length;
  if (!all) return null;
  const box = el("input", {
    type: "checkbox",
    "data-doubted": true,
    checked: wanted.doubted,
    onchange: (event) => change({ doubted: event.target.checked }),
  });
  return el(
    "label.switch.small",
    {},
    box,
    doubts.sample(18),
    el("span.name", {}, text("places.doubted")),
    el("span.count", {}, format.number(all)),
  );
}

/** @param {App} app @param {HTMLElement} root the Places panel */
export function build(app, root) {
  const into = el("div.place-groups");
  const input = el("input.filter", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": text("places.filter"),
    placeholder: text("places.filter"),
  });
  const wanted = (app.placesWanted ??= { words: "", doubted: false });
  /** @param {{words?: string, doubted?: boolean}} patch */
  const change = (patch) => fillGroups(app, into, Object.assign(wanted, patch));
  input.value = wanted.words;
  input.addEventListener("input", () => change({ words: input.value }));
  fill(
    root,
    el("h2.hidden", {}, text("tab.places")),
    el("div.filter-bar", {}, input, doubtFilter(app, wanted, change)),
    eventPeriod.notice(app),
    into,
  );
  change({});
}
