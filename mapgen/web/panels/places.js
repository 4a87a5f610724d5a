// @ts-nocheck - its types wait for those of the kinds that it asks
/**
 * The Places panel: everything that has a name, by group, with a filter over all its names.
 */

import { el, fill } from "../base/dom.js";
import * as focus from "../base/focus.js";
import * as format from "../base/format.js";
import { fit, formsOf } from "../base/spelling.js";
import { currentLanguage, localName, text } from "../base/text.js";
import { doubted, isDoubted } from "../facts/doubts.js";
import * as doubts from "../kinds/doubts.js";
import { kindOf, layersOf } from "../kinds/index.js";
import * as eventPeriod from "../time/period.js";

const ROWS_MORE = 100;

/** All forms of a name, made once. */
function nameForms(feature) {
  const names = [
    ...Object.values(feature.name ?? {}),
    ...(feature.alt_names ?? []),
    ...(feature.number ? [String(feature.number)] : []),
  ];
  feature.forms ??= names.map(formsOf);
  return feature.forms;
}

/** @param {Object[]} features @param {string} query @returns {Object[]} those with a name that fits, the best first */
export function filter(features, query) {
  const wanted = formsOf(query);
  if (!wanted.written) return features;
  const best = (feature) => Math.min(...nameForms(feature).map((form) => fit(form, wanted) ?? Infinity));
  return features
    .map((feature) => [best(feature), feature])
    .filter(([rank]) => rank < Infinity)
    .sort((a, b) => a[0] - b[0])
    .map(([, feature]) => feature);
}

/** In the order of its kind, or by name. */
function sorted(features, kind) {
  const byName = new Intl.Collator(currentLanguage()).compare;
  return [...features].sort(kind.walk.compare ?? ((a, b) => byName(localName(a.name), localName(b.name))));
}

function row(app, feature) {
  const group = kindOf(feature.layerKind).places;
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

function section(app, layer, { title, atFirst }, features) {
  const list = el("ul.place-list");
  const more = el("button.link.more", { type: "button" });
  let shown = 0;
  const show = (count) => {
    list.append(...features.slice(shown, shown + count).map((feature) => row(app, feature)));
    shown = Math.min(features.length, shown + count);
    more.hidden = shown >= features.length;
    more.textContent = format.plural("places.more", features.length - shown);
  };
  more.addEventListener("click", () => focus.toFirstNew(list, () => show(ROWS_MORE)));
  show(atFirst);
  return el(
    "section",
    { "data-group": layer.id },
    el("h3", {}, text(title), el("span.plain", {}, ` (${format.number(features.length)})`)),
    list,
    more,
  );
}

/** @param {{words: string, doubted: boolean}} wanted */
function fillGroups(app, into, wanted) {
  const listed = ({ layer, kind }) => {
    const features = sorted(layer.features, kind).filter((feature) => !wanted.doubted || isDoubted(feature));
    return filter(kind.places.ofPeriod ? eventPeriod.filter(app, features) : features, wanted.words);
  };
  const sections = layersOf(app.model)
    .filter(({ kind: { places } }) => places && (wanted.doubted || !places.onlyDoubted))
    .sort((a, b) => a.kind.places.order - b.kind.places.order)
    .map((shown) => ({ ...shown, features: listed(shown) }))
    .filter(({ features }) => features.length)
    .map(({ layer, kind, features }) => section(app, layer, kind.places, features));
  fill(into, sections.length ? sections : el("p.hint", { role: "status" }, text("places.none")));
}

/** Only what sources disagree on, of every layer. */
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
