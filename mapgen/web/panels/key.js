/**
 * The map key, which is also the switch.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const CROSSING_STATES = ["open", "limited", "closed", "unknown"];
  const el = (...args) => mapgen.dom.el(...args);

  /** @param {App} app @param {string} id of a switch @param {...Node} content @returns {HTMLElement} a row with its checkbox */
  function switchRow(app, id, className, ...content) {
    const box = el("input", { type: "checkbox", "data-switch": id, onchange: (event) => app.toggle(id, event.target.checked) });
    return el(`label.switch.${className}`, {}, box, ...content);
  }

  function nameBlock(name, detail) {
    return el("span.names", {}, el("span.name", {}, name), detail ? el("span.detail", {}, detail) : null);
  }

  function holderRow(app, holder) {
    const row = switchRow(app, `areas_of_control.${holder.id}`, "holder", mapgen.samples.swatch(holder, false), nameBlock(mapgen.name(holder.name), mapgen.name(holder.detail)), el("span.count", {}));
    row.dataset.holder = holder.id;
    row.addEventListener("pointerenter", () => app.store.set({ hovered: holder.id }));
    row.addEventListener("pointerleave", () => app.store.set({ hovered: null }));
    return el("div.holder-row", {}, row, aboutHolder(app, holder));
  }

  /** The way to the card of whoever holds it; ground of two has that of its area. */
  function aboutHolder(app, holder) {
    if (!app.model.actors.has(holder.id)) return null;
    const label = mapgen.text("who.about", { name: mapgen.name(holder.name) });
    return el("button.about-holder", { type: "button", "aria-label": label, title: label, onclick: () => app.open(mapgen.actors.PREFIX + holder.id, false) }, mapgen.dom.icon("about"));
  }

  /** The row of the key that counts a holder's places: its own, or that of the ground it is drawn as. */
  function rowOf(model, id) {
    const wanted = model.holders.get(id)?.drawn_as ?? id;
    return model.drawnHolders.find((holder) => holder.id === wanted);
  }

  /** Known places by holder, and how many are known only by their side. */
  function knownPlaces(model, day) {
    const counts = new Map();
    let sideOnly = 0;
    for (const item of mapgen.featuresOf(model, "settlements")) {
      const row = rowOf(model, mapgen.periods.heldOn(item, day).holder);
      if (row) counts.set(row.id, (counts.get(row.id) ?? 0) + 1);
      else sideOnly += 1;
    }
    return { counts, sideOnly };
  }

  function holdersSection(app) {
    const { text } = mapgen;
    const rows = app.model.drawnHolders.map((holder) => holderRow(app, holder));
    return el("section.key-holders", {},
      el("div.heading.wraps", {}, el("h2", {}, text("key.holders")), mapgen.actors.whoButton(app), el("span.aside", {}, text("key.places-known"))),
      rows,
      el("p.key-note"));
  }

  /** Holders with ground on the date, and how many of their places are known. */
  function updateHolders(root, app, date) {
    const { counts, sideOnly } = knownPlaces(app.model, date);
    const present = mapgen.periods.holdersOn(app.model, date);
    for (const row of root.querySelectorAll(".switch[data-holder]")) {
      row.hidden = !present.has(row.dataset.holder);
      row.querySelector(".count").textContent = mapgen.format.number(counts.get(row.dataset.holder) ?? 0);
    }
    const note = root.querySelector(".key-holders .key-note");
    if (note) note.textContent = sideOnly ? mapgen.plural("key.side-only", sideOnly) : "";
  }

  /** What the mark of disagreement means; its switch rings all of them. */
  function doubtRow(app) {
    const { SWITCH, doubted, sample } = mapgen.doubts;
    const all = doubted(app.model).length;
    return all ? switchRow(app, SWITCH, "small", sample(), nameBlock(mapgen.text("key.disagree")), el("span.count", {}, mapgen.format.number(all))) : null;
  }

  function certaintyWords(app) {
    const size = { width: 106, height: 13, rtl: document.documentElement.dir === "rtl" };
    return mapgen.legend.certainty(app.model, size).map(({ sample, words, aside }) => el("li", {}, sample, el("span", {}, words), el("span.aside", {}, aside)));
  }

  function certaintySection(app) {
    const { text } = mapgen;
    const lines = mapgen.legend.lines(40).map(({ sample, words }) => el("li", {}, sample, words));
    return el("section", {},
      el("h3", {}, text("key.certainty")),
      el("ul.certainty-words", { title: text("certainty.meaning") }, certaintyWords(app)),
      el("ul.key-lines", {}, lines),
      doubtRow(app));
  }

  const countOf = (id) => el("span.count", { "data-count": id });

  /** The country with most posts comes first in the key. */
  function postNumber(app) {
    return mapgen.featuresOf(app.model, "observation_posts").find((post) => post.number)?.number ?? "";
  }

  function placesSection(app) {
    const { text, samples } = mapgen;
    const states = CROSSING_STATES.map((state) => el("li", {}, samples.glyph(state, 18, 19), text(`state.${state}`)));
    const light = [...new Set(mapgen.featuresOf(app.model, "observation_posts").filter((post) => !post.number).map((post) => post.country))];
    const others = light.map((country) => el("li", {}, samples.disc(text(`post.letter.${country}`), 19, true), text(`post.country.${country}`)));
    return el("section", {},
      el("div.heading", {}, el("h3", {}, text("key.places")), el("span.aside", {}, text("key.shown-all"))),
      el("div.key-grid", {},
        switchRow(app, "observation_posts", "small", samples.disc(String(postNumber(app))), nameBlock(text("key.posts")), countOf("observation_posts")),
        switchRow(app, "crossings", "small", samples.glyph("open", 20), nameBlock(text("key.crossings")), countOf("crossings")),
        switchRow(app, "bases", "small", samples.glyph("base", 18), nameBlock(text("key.bases")), countOf("bases")),
        switchRow(app, "settlements", "small", samples.glyph("settlement", 20), nameBlock(text("key.settlements")))),
      el("ul.key-states", {}, others, states));
  }

  function eventsSection(app) {
    const groups = mapgen.switches.EVENT_GROUPS.map((group) =>
      switchRow(app, `events.${group}`, "small", mapgen.samples.glyph(group, 20), nameBlock(mapgen.text(`event.group.${group}`)), countOf(`events.${group}`)));
    return el("section", {},
      el("div.heading", {}, el("h3", { "data-events-heading": true }), el("span.aside", {}, mapgen.text("key.shown-all"))),
      el("div.key-grid", {}, groups));
  }

  function groundSection(app) {
    const ids = ["border", "front_lines", "roads", "governorates", "relief", "patterns"];
    return el("section.key-more", {},
      el("h3", {}, mapgen.text("key.more")),
      el("div.key-grid.three", {}, ids.map((id) => switchRow(app, id, "small", nameBlock(mapgen.text(`switch.${id}`))))));
  }

  /** @returns {Map<string, number>} everything that the layers hold, of any date, drawn or not */
  function totals(model) {
    const all = new Map();
    const add = (id) => all.set(id, (all.get(id) ?? 0) + 1);
    for (const id of ["observation_posts", "crossings", "bases"]) mapgen.featuresOf(model, id).forEach(() => add(id));
    for (const event of mapgen.featuresOf(model, "events")) add(`events.${mapgen.switches.eventGroup(event.category)}`);
    return all;
  }

  /** Bring boxes and counts up to date. @param {HTMLElement} root @param {App} app */
  function update(root, app) {
    const { on, date, period } = app.store.get();
    for (const box of root.querySelectorAll("input[data-switch]")) box.checked = on.has(box.dataset.switch);
    if (root.dataset.date !== date) updateHolders(root, app, date);
    root.dataset.date = date;
    const all = totals(app.model);
    const shown = app.scene.layout?.counts ?? new Map();
    for (const cell of root.querySelectorAll("[data-count]")) {
      const id = cell.dataset.count;
      const total = all.get(id) ?? 0;
      const drawn = shown.get(id) ?? 0;
      const { number } = mapgen.format;
      cell.textContent = drawn === total ? number(total) : mapgen.text("key.shown-of", { shown: number(drawn), all: number(total) });
    }
    const days = period ? mapgen.eventPeriod.words(app.model, period) : mapgen.format.dayRange(...mapgen.markers.eventWindow(app.model, date));
    for (const heading of root.querySelectorAll("[data-events-heading]")) heading.textContent = mapgen.text("key.events", { days });
  }

  /** @param {App} app @param {HTMLElement} root the panel of the key */
  function build(app, root) {
    mapgen.dom.fill(root, holdersSection(app), certaintySection(app), placesSection(app), eventsSection(app), groundSection(app));
    root.dataset.date = "";
    update(root, app);
  }

  /** The strip of swatches of the embedded map; shared ground has one for all. */
  function buildStrip(app, root) {
    const present = mapgen.periods.holdersOn(app.model, app.store.get().date);
    const all = app.model.drawnHolders.filter((holder) => present.has(holder.id));
    const single = all.filter((holder) => holder.fills.length === 1);
    const shared = all.find((holder) => holder.fills.length > 1);
    const item = (holder, name) => el("li", {}, mapgen.samples.swatch(holder, false, 16, 13), name);
    mapgen.dom.fill(root, single.map((holder) => item(holder, mapgen.name(holder.short))), shared ? item(shared, mapgen.text("key.shared")) : null);
  }

  mapgen.key = { build, update, buildStrip, totals, knownPlaces };
})();
