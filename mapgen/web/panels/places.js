/**
 * The Places panel: everything that has a name, by group, with a filter over all its names.
 */

import { el, fill } from "../base/dom.js";
import * as focus from "../base/focus.js";
import * as format from "../base/format.js";
import { fit, formsOf } from "../base/spelling.js";
import { currentLanguage, localName, text } from "../base/text.js";
import { speakAll } from "../facts/document.js";
import { doubted, isDoubted } from "../facts/doubts.js";
import * as doubts from "../kinds/doubts.js";
import { layersOf } from "../kinds/index.js";
import * as eventPeriod from "../time/period.js";

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
    .map((feature) => ({ feature, rank: best(feature) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ feature }) => feature);
}

/** In the order of its kind, or by name. @param {Feature[]} features @param {Kind<Feature>} kind */
function sorted(features, kind) {
  const byName = new Intl.Collator(currentLanguage()).compare;
  return [...features].sort(kind.walk.compare ?? ((a, b) => byName(localName(a.name), localName(b.name))));
}

/** @param {App} app @param {PlacesGroup<Feature>} group @param {Feature} feature */
function row(app, group, feature) {
  const button = el(
    "button.place-row",
    { type: "button", "data-id": feature.id, onclick: () => app.open(feature.id, true) },
    group.symbol(app, feature),
    el("span.name", {}, localName(feature.name)),
    isDoubted(feature)
      ? el(
          "span.doubt",
          { title: text("key.disagree") },
          doubts.sample(14),
          el("span.hidden", {}, text("key.disagree")),
        )
      : null,
    el("span.from", {}, group.aside(app, feature)),
  );
  return el("li", {}, button);
}

/** @param {App} app @param {Layer} layer @param {PlacesGroup<Feature>} group @param {Feature[]} features */
function section(app, layer, group, features) {
  const list = el("ul.place-list");
  const more = el("button.link.more", { type: "button" });
  let shown = 0;
  /** @param {number} count */
  const show = (count) => {
    list.append(...features.slice(shown, shown + count).map((feature) => row(app, group, feature)));
    shown = Math.min(features.length, shown + count);
    more.hidden = shown >= features.length;
    more.textContent = format.plural("places.more", features.length - shown);
  };
  more.addEventListener("click", () => focus.toFirstNew(list, () => show(ROWS_MORE)));
  show(group.atFirst);
  return el(
    "section",
    { "data-group": layer.id },
    el("h3", {}, text(group.title), el("span.plain", {}, ` (${format.number(features.length)})`)),
    list,
    more,
  );
}

/** @param {App} app @param {HTMLElement} into @param {PlacesWanted} wanted */
function fillGroups(app, into, wanted) {
  if (wanted.words) speakAll(app.model);
  /** @param {Layer} layer @param {Kind<Feature>} kind @param {boolean} [ofPeriod] whether they are events */
  const listed = (layer, kind, ofPeriod) => {
    const features = sorted(layer.features, kind).filter((feature) => !wanted.doubted || isDoubted(feature));
    const left = ofPeriod ? eventPeriod.filter(app, /** @type {EventFeature[]} */ (features)) : features;
    return filter(left, wanted.words);
  };
  const sections = layersOf(app.model)
    .flatMap(({ layer, kind }) => (kind.places ? [{ layer, kind, group: kind.places }] : []))
    .filter(({ group }) => wanted.doubted || !group.onlyDoubted)
    .sort((a, b) => a.group.order - b.group.order)
    .map(({ layer, kind, group }) => ({ layer, group, features: listed(layer, kind, group.ofPeriod) }))
    .filter(({ features }) => features.length)
    .map(({ layer, group, features }) => section(app, layer, group, features));
  fill(into, sections.length ? sections : el("p.hint", { role: "status" }, text("places.none")));
}

/**
 * Only what sources disagree on, of every layer.
 * @param {App} app
 * @param {PlacesWanted} wanted
 * @param {(patch: Partial<PlacesWanted>) => void} change
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
  /** @param {Partial<PlacesWanted>} patch */
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
