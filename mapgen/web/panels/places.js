/**
 * The Places panel: everything that has a name, by group, with a filter over all its names.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const GROUPS = [["observation_posts", "places.posts"], ["settlements", "places.settlements"], ["crossings", "places.crossings"], ["bases", "places.bases"], ["events", "places.events"], ["border", "places.border"]];
  const MORE_DOUBTED = [["figures", "places.figures"]]; // listed only among what is doubted
  const ROWS_AT_FIRST = { observation_posts: 40, settlements: 40, crossings: 20, bases: 20, events: 20, border: 10, figures: 20 };
  const ROWS_MORE = 100;
  const el = (...args) => mapgen.dom.el(...args);

  /** All forms of a name, made once. */
  function formsOf(feature) {
    const names = [...Object.values(feature.name ?? {}), ...(feature.alt_names ?? []), ...(feature.number ? [String(feature.number)] : [])];
    feature.forms ??= names.map(mapgen.spelling.formsOf);
    return feature.forms;
  }

  /** @param {Object[]} features @param {string} query @returns {Object[]} those with a name that fits, the best first */
  function filter(features, query) {
    const wanted = mapgen.spelling.formsOf(query);
    if (!wanted.written) return features;
    const best = (feature) => Math.min(...formsOf(feature).map((form) => mapgen.spelling.fit(form, wanted) ?? Infinity));
    return features.map((feature) => [best(feature), feature]).filter(([fit]) => fit < Infinity).sort((a, b) => a[0] - b[0]).map(([, feature]) => feature);
  }

  function sorted(model, layer) {
    const list = [...mapgen.featuresOf(model, layer)];
    const compare = new Intl.Collator(mapgen.format.language()).compare;
    if (layer === "events") return list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    if (layer === "observation_posts") return list.sort((a, b) => (a.number ?? 99) - (b.number ?? 99));
    return list.sort((a, b) => compare(mapgen.name(a.name), mapgen.name(b.name)));
  }

  function holderAside({ model }, held) {
    return mapgen.name(model.holders.get(held.holder)?.short) || mapgen.describe.heldName(model, held);
  }

  const stateOf = (app, crossing) => mapgen.periods.heldOn(crossing, app.store.get().date).state;

  function aside(app, feature) {
    if (feature.layerKind === "events") return mapgen.format.date(feature.date, { short: true });
    if (feature.layerKind === "settlements") return holderAside(app, mapgen.periods.heldOn(feature, app.store.get().date));
    if (feature.layerKind === "crossings") return mapgen.text(`state.${stateOf(app, feature)}`);
    return "";
  }

  function symbol(app, feature) {
    if (feature.layerKind === "posts") return mapgen.samples.disc(String(feature.number ?? mapgen.text(`post.letter.${feature.country}`)), 22, !feature.number);
    if (feature.layerKind === "crossings") return mapgen.samples.glyph(stateOf(app, feature), 18);
    if (feature.layerKind === "bases") return mapgen.samples.glyph("base", 16);
    if (feature.layerKind === "events") return mapgen.samples.glyph(mapgen.switches.eventGlyph(feature.category), 18);
    return null;
  }

  function row(app, feature) {
    const button = el("button.place-row", { type: "button", "data-id": feature.id, onclick: () => app.open(feature.id, true) },
      symbol(app, feature), el("span.name", {}, mapgen.name(feature.name)),
      mapgen.doubts.isDoubted(feature) ? el("span.doubt", { title: mapgen.text("key.disagree") }, mapgen.doubts.sample(14), el("span.hidden", {}, mapgen.text("key.disagree"))) : null,
      el("span.from", {}, aside(app, feature)));
    return el("li", {}, button);
  }

  function group(app, layer, titleKey, features) {
    const list = el("ul.place-list");
    const more = el("button.link.more", { type: "button" });
    let shown = 0;
    const show = (count) => {
      list.append(...features.slice(shown, shown + count).map((feature) => row(app, feature)));
      shown = Math.min(features.length, shown + count);
      more.hidden = shown >= features.length;
      more.textContent = mapgen.plural("places.more", features.length - shown);
    };
    more.addEventListener("click", () => mapgen.focus.toFirstNew(list, () => show(ROWS_MORE)));
    show(ROWS_AT_FIRST[layer]);
    return el("section", { "data-group": layer }, el("h3", {}, mapgen.text(titleKey), el("span.plain", {}, ` (${mapgen.format.number(features.length)})`)), list, more);
  }

  /** @param {{words: string, doubted: boolean}} wanted */
  function fillGroups(app, into, wanted) {
    const layers = wanted.doubted ? [...GROUPS, ...MORE_DOUBTED] : GROUPS;
    const listed = (layer) => (layer === "events" ? mapgen.eventPeriod.filter(app, sorted(app.model, layer)) : sorted(app.model, layer));
    const of = (layer) => listed(layer).filter((feature) => !wanted.doubted || mapgen.doubts.isDoubted(feature));
    const sections = layers.map(([layer, key]) => [layer, key, filter(of(layer), wanted.words)])
      .filter(([, , features]) => features.length)
      .map(([layer, key, features]) => group(app, layer, key, features));
    mapgen.dom.fill(into, sections.length ? sections : el("p.hint", { role: "status" }, mapgen.text("places.none")));
  }

  /** Only what sources disagree on, of every layer. */
  function doubtFilter(app, wanted, change) {
    const all = mapgen.doubts.doubted(app.model).length;
    if (!all) return null;
    const box = el("input", { type: "checkbox", "data-doubted": true, checked: wanted.doubted, onchange: (event) => change({ doubted: event.target.checked }) });
    return el("label.switch.small", {}, box, mapgen.doubts.sample(18), el("span.name", {}, mapgen.text("places.doubted")), el("span.count", {}, mapgen.format.number(all)));
  }

  /** @param {App} app @param {HTMLElement} root the Places panel */
  function build(app, root) {
    const into = el("div.place-groups");
    const input = el("input.filter", { type: "text", autocomplete: "off", spellcheck: "false", "aria-label": mapgen.text("places.filter"), placeholder: mapgen.text("places.filter") });
    const wanted = (app.placesWanted ??= { words: "", doubted: false });
    const change = (patch) => fillGroups(app, into, Object.assign(wanted, patch));
    input.value = wanted.words;
    input.addEventListener("input", () => change({ words: input.value }));
    mapgen.dom.fill(root, el("h2.hidden", {}, mapgen.text("tab.places")), el("div.filter-bar", {}, input, doubtFilter(app, wanted, change)), mapgen.eventPeriod.notice(app), into);
    change({});
  }

  mapgen.places = { build, filter, aside };
})();
