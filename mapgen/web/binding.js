/**
 * Keeps the address, the map and the panel in step with the state.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const PANEL_IDS = { key: "panel-key", details: "panel-details", places: "panel-places", about: "panel-about" };

  /** Whether an address names something that Details can show. */
  function isKnown(model, id) {
    return Boolean(id && (model.byId.has(id) || mapgen.evidence.spotOf(id) || mapgen.actors.topicOf(model, id)));
  }

  /** @param {Object} model @param {string} hash @returns {Object} state with defaults where the address says nothing */
  function stateOf(model, hash) {
    const read = mapgen.hash.parse(hash);
    const feature = isKnown(model, read.feature) ? read.feature : null;
    const panel = read.panel === "tour" ? null : read.panel;
    return {
      embed: Boolean(read.embed),
      on: read.layers ? mapgen.switches.fromNames(model, read.layers) : mapgen.switches.defaults(model),
      date: read.date ? mapgen.periods.frameAt(model, read.date) : mapgen.periods.dayShowing(model, feature, model.atlas.as_of),
      period: mapgen.eventPeriod.within(model, read.period ?? null),
      feature,
      panel: panel ?? (feature ? "details" : "key"),
      view: read.view ?? null,
      lang: model.languages.includes(read.lang) ? read.lang : mapgen.language.preferred(model.languages),
    };
  }

  /** @returns {string} the address of this state: only what differs from the defaults */
  function hashOf(app) {
    const state = app.store.get();
    const centre = app.map.getCenter();
    const usual = state.feature ? "details" : "key";
    return mapgen.hash.format({
      embed: state.embed || null,
      lang: languageOf(app),
      view: app.scene.moved ? { latitude: centre.lat, longitude: centre.lng, zoom: app.map.getZoom() } : null,
      layers: mapgen.switches.toNames(app.model, state.on),
      date: state.date === app.model.atlas.as_of ? null : state.date,
      period: state.period,
      feature: state.feature,
      panel: state.panel === usual ? null : state.panel,
    });
  }

  /** Said unless it is what every browser would choose. */
  function languageOf({ model: { languages } }) {
    const language = mapgen.format.language();
    const usual = language === languages[0] && mapgen.language.preferred(languages) === languages[0];
    return usual || languages.length < 2 ? null : language;
  }

  /** An address without a view asks for the usual one. */
  function applyView(app, view) {
    if (!view) {
      app.goHome();
      return;
    }
    app.scene.moved = true;
    app.map.setView([view.latitude, view.longitude], view.zoom, { animate: false });
  }

  /** Panels are built when they are first opened; Details whenever the selection changes. */
  function showPanel(app, state, changed) {
    const root = document.getElementById("panel");
    const { panel } = state;
    const tables = panel === "table";
    document.documentElement.dataset.view = tables ? "tables" : "map";
    document.documentElement.dataset.panel = panel;
    for (const button of document.querySelectorAll("[data-view-button]")) {
      button.setAttribute("aria-pressed", String((button.dataset.viewButton === "tables") === tables));
    }
    if (tables) {
      mapgen.tables.prepare(app, document.getElementById("tables"));
      return;
    }
    buildPanel(app, panel, changed);
    mapgen.panel.select(root, panel);
    if (changed.has("panel")) app.resized();
  }

  function buildPanel(app, panel, changed) {
    const body = document.getElementById(PANEL_IDS[panel]);
    if (panel === "details") {
      if (changed.has("feature") || changed.has("date") || !body.childElementCount) mapgen.details.build(app, body);
      return;
    }
    if (body.dataset.built) return;
    body.dataset.built = "true";
    mapgen[panel].build(app, body);
  }

  /** A new selection is to be seen; one that only follows the date leaves the sheet as it is. */
  function raiseSheet(app, state, changed) {
    if (!state.feature || changed.has("date")) return;
    const root = document.getElementById("panel");
    if (mapgen.panel.currentHeight(root) === "low") mapgen.panel.setHeight(app, root, "half");
  }

  /** The date in the head, and the strip of the holders who had ground then. */
  function showDate(app) {
    const { date } = app.store.get();
    const known = date.slice(0, 4) === app.model.atlas.as_of.slice(0, 4); // the year stands in the title
    for (const element of document.querySelectorAll("time[data-date]")) {
      const shortMonth = element.dataset.date === "short";
      element.dateTime = date;
      element.textContent = mapgen.format.date(date, { shortMonth, short: shortMonth && known });
    }
    mapgen.key.buildStrip(app, document.getElementById("strip"));
  }

  /** Another date: draw when its certainty is there, unless a further date was asked for meanwhile. */
  async function changeDate(app, state) {
    showDate(app);
    document.getElementById("panel-places").dataset.built = "";
    const certainty = await app.certainty.at(state.date);
    if (app.store.get().date !== state.date) return;
    app.scene.pictures.certainty = certainty;
    app.layer.refresh("ground", "layout");
    if (app.store.get().panel !== "table") buildPanel(app, app.store.get().panel, new Set(["date"]));
  }

  function onChange(app, state, changed) {
    app.scene.state = state;
    if (changed.has("lang")) mapgen.language.change(app, state.lang);
    if (changed.has("feature") || changed.has("date")) app.scene.evidence = mapgen.evidence.forSelection(app.model, state.feature, state.date);
    if (changed.has("panel") || changed.has("feature")) showPanel(app, state, changed);
    if (changed.has("feature")) raiseSheet(app, state, changed);
    if (changed.has("date")) changeDate(app, state);
    if (changed.has("on")) app.layer.refresh("ground", "layout");
    if (changed.has("hovered")) app.layer.refresh("ground");
    if (changed.has("feature")) app.layer.refresh("layout");
    if (!changed.has("hovered")) mapgen.hash.write(hashOf(app));
  }

  /** @param {App} app */
  function wire(app) {
    app.store.watch((state, changed) => onChange(app, state, changed));
    app.store.watch((state, changed) => changed.has("period") && mapgen.eventPeriod.follow(app));
    app.map.on("moveend", () => mapgen.hash.write(hashOf(app)));
    addEventListener("hashchange", () => {
      if (location.hash.replace(/^#/, "") === hashOf(app)) return;
      const next = stateOf(app.model, mapgen.address.begin());
      app.store.set(next);
      applyView(app, next.view);
    });
    for (const button of document.querySelectorAll("[data-view-button]")) {
      button.addEventListener("click", () => switchView(app, button));
    }
    document.addEventListener("click", (event) => followTableLink(app, event));
  }

  /** Where there is room for one of the two buttons, the other takes its place and the focus. */
  function switchView(app, pressed) {
    app.showPanel(pressed.dataset.viewButton === "tables" ? "table" : "key");
    if (!mapgen.focus.isLost()) return;
    document.querySelector("[data-view-button][aria-pressed=false]").focus();
  }

  /** In a table, a number leads to its source and a holder to its settlements, without leaving the state. */
  function followTableLink(app, event) {
    const link = event.target.closest?.('#tables a[href^="#"]');
    const found = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!found) return;
    event.preventDefault();
    const isSource = Boolean(found.closest("#bibliography"));
    if (isSource) app.showPanel("about");
    found.scrollIntoView({ block: isSource ? "center" : "start" });
    const entry = found.querySelector("th") ?? found;
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
  }

  mapgen.binding = { stateOf, hashOf, applyView, showPanel, showDate, wire };
})();
