/**
 * The Details panel: what something is, how it is known, where sources differ.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const BARS = { high: 3, medium: 2, low: 1 };
  const SOURCES_AT_FIRST = 6;
  const el = (...args) => mapgen.dom.el(...args);

  /** Confidence as bars and a word, never a colour. */
  function confidence(level, withWord = true) {
    if (!level) return null;
    const bars = [1, 2, 3].map((n) => el(`span.bar${n <= BARS[level] ? ".full" : ""}`));
    const word = mapgen.text(`confidence.${level}`);
    return el("span.confidence", { title: mapgen.text("confidence.title", { level: word }) }, el("span.bars", { "aria-hidden": "true" }, bars), el(withWord ? "span" : "span.hidden", {}, word));
  }

  function holderSwatch(model, id, size) {
    const holder = model.holders.get(id);
    return holder ? mapgen.samples.swatch(holder, false, size, size) : el("span.swatch.empty");
  }

  const SYMBOLS = {
    posts: (app, f) => (f.number ? mapgen.samples.disc(String(f.number), 38) : mapgen.samples.disc(mapgen.text(`post.letter.${f.country}`), 38, true)),
    crossings: (app, f) => mapgen.samples.glyph(f.state, 24),
    bases: () => mapgen.samples.glyph("base", 24),
    events: (app, f) => mapgen.samples.glyph(mapgen.switches.eventGlyph(f.category), 24),
    settlements: (app, f) => holderSwatch(app.model, f.holder, 24),
    areas: (app, f) => mapgen.samples.swatch(app.model.holders.get(f.holder), false, 38, 38),
    front_lines: (app, f) => mapgen.samples.lineSample(mapgen.lines.styleName(f), 38),
    border: () => mapgen.samples.wallSample(38),
  };

  function header(app, feature) {
    const symbol = SYMBOLS[feature.layerKind]?.(app, feature) ?? null;
    const others = mapgen.otherNames(feature.name).flatMap(({ language, text }) => [" · ", mapgen.dom.bdi(text, language)]);
    return el("header.details-head", {}, symbol,
      el("div", {}, el("h2", { tabindex: -1, "data-focus": true }, mapgen.name(feature.name)), el("p.kind", {}, mapgen.describe.kindOf(feature), others)));
  }

  function factList(facts) {
    if (!facts.length) return null;
    return el("dl.facts", {}, facts.map(([label, value]) => [el("dt", {}, label), el("dd", {}, value)]));
  }

  /** @param {App} app @param {number[]} ids @returns {HTMLElement[]} titles as links with publisher and date */
  function sourceItems(app, ids) {
    return ids.map((index) => app.model.sources[index]).filter(Boolean).map((source) => {
      const from = [source.publisher && el("bdi", {}, source.publisher), mapgen.format.date(source.date)].filter(Boolean);
      const title = source.url ? mapgen.dom.outsideLink(source.url, el("bdi", {}, source.title)) : el("bdi", {}, source.title);
      return el("li", {}, title, from.length ? el("span.from", {}, from.flatMap((part, i) => (i ? [mapgen.text("list.comma"), part] : [part]))) : null);
    });
  }

  function sourcesSection(app, ids) {
    if (!ids?.length) return null;
    const items = sourceItems(app, ids);
    const list = el("ul.sources", {}, items.slice(0, SOURCES_AT_FIRST));
    const rest = items.slice(SOURCES_AT_FIRST);
    const more = rest.length
      ? el("button.link", { type: "button", onclick: (event) => {
        list.append(...rest);
        event.currentTarget.remove();
        (rest.map((item) => item.querySelector("a")).find(Boolean) ?? list).focus();
      } }, mapgen.plural("sources.more", rest.length))
      : null;
    return el("section", {}, el("h3", {}, mapgen.text("details.sources"), el("span.plain", {}, ` (${mapgen.format.number(items.length)})`)), list, more);
  }

  function ownEvidence(feature) {
    if (!feature.confidence) return null;
    return el("p.own-confidence", {}, mapgen.text("details.confidence"), " ", confidence(feature.confidence));
  }

  function disagreement(app, versions) {
    if (!versions?.length) return null;
    return el("section", {}, el("h3", {}, mapgen.text("details.disagree")),
      el("ul.versions", {}, versions.map((item) => el("li", {}, el("p", {}, mapgen.name(item.version)), el("ul.sources.small", {}, sourceItems(app, item.sources ?? []))))));
  }

  /** Who held a settlement before, the earliest first. */
  function historySection(app, feature) {
    if (!feature.history?.length) return null;
    const items = mapgen.periods.periodsOf(app.model.byId.get(feature.id)).map((period) => {
      const now = (feature.period?.to ?? null) === period.to;
      return el("li", now ? { "aria-current": "true" } : {}, holderSwatch(app.model, mapgen.periods.holderShown(period), 18),
        el("span", {}, mapgen.describe.heldName(app.model, period)), el("span.from", {}, mapgen.describe.periodWords(period)));
    });
    return el("section", {}, el("h3", {}, mapgen.text("details.history")), el("ul.periods", {}, items));
  }

  function farWarning(found) {
    const km = found?.nearestKm;
    if (km === undefined || km <= mapgen.look.nearEvidenceKm) return null;
    return el("p.warning", {}, mapgen.text("details.far", { distance: mapgen.format.kilometres(km) }));
  }

  function linkToPlace(app) {
    if (!mapgen.address.ofPage()) return null;
    return el("p.actions", {}, el("button.link", { type: "button", onclick: (event) => app.copyLink(event.currentTarget) }, mapgen.text("details.copy-link")));
  }

  function actorText(app, holderId) {
    const actors = holderId.split("+").map((id) => app.model.actors.get(id)).filter(Boolean);
    return actors.map((actor) => el("p.about-actor", {}, actors.length > 1 ? el("strong", {}, `${mapgen.name(actor.name)}: `) : null, mapgen.name(actor.description)));
  }

  /** Which layers have a place whose ground the nearest settlements speak for. */
  const GROUND_KINDS = new Set(["posts", "crossings", "bases", "events"]);

  /** @returns {Node[]} */
  function ofFeature(app, feature) {
    const found = GROUND_KINDS.has(feature.layerKind) && !feature.off_frame ? app.scene.evidence?.found : null;
    return [
      header(app, feature),
      farWarning(found),
      feature.layerKind === "areas" ? [actorText(app, feature.holder), mapgen.actors.links(app, feature.holder)] : null,
      factList(mapgen.describe.factsOf(app, feature)),
      feature.note ? el("p.note", {}, mapgen.name(feature.note)) : null,
      found ? mapgen.explain.card(app, found, feature.degrees, feature.confidence) : ownEvidence(feature),
      feature.layerKind === "settlements" ? mapgen.explain.card(app, app.scene.evidence?.found, feature.degrees, null) : null,
      feature.layerKind === "areas" ? [mapgen.charts.chart(app, feature.holder), mapgen.explain.areaCard(app, feature)] : null,
      historySection(app, feature),
      disagreement(app, feature.disagreement),
      sourcesSection(app, feature.sources),
      linkToPlace(app),
    ];
  }

  /** A spot of bare ground: no evidence near is said before any holder. */
  function ofSpot(app, degrees) {
    const world = mapgen.toWorld(degrees);
    const found = mapgen.explain.explain(app.model, degrees, null, app.store.get().date);
    const { area } = found;
    const certainty = mapgen.evidence.certaintyAt(app.scene.pictures, world) ?? area?.certainty;
    const holder = area ? mapgen.describe.holderName(app.model, area.holder) : mapgen.text("spot.outside");
    const where = mapgen.text("spot.where", { lat: mapgen.format.number(degrees[1], 3), lon: mapgen.format.number(degrees[0], 3) });
    const facts = area && certainty !== null ? [[mapgen.text("fact.certainty"), mapgen.describe.certaintyWords(app.model, certainty)]] : [];
    return [
      farWarning(found),
      el("header.details-head", {}, area ? holderSwatch(app.model, area.holder, 38) : null,
        el("div", {}, el("h2", { tabindex: -1, "data-focus": true }, holder), el("p.kind", {}, where))),
      factList(facts),
      mapgen.explain.card(app, found, degrees, null),
      area ? el("p.actions", {}, el("button.link", { type: "button", onclick: () => app.open(area.id, false) }, mapgen.text("spot.area-link"))) : null,
      linkToPlace(app),
    ];
  }

  /** @param {App} app @param {HTMLElement} root the Details panel */
  function build(app, root) {
    const id = app.store.get().feature;
    const spot = mapgen.evidence.spotOf(id);
    const own = app.model.byId.get(id);
    const feature = own && mapgen.periods.heldOn(own, app.store.get().date);
    const topic = mapgen.actors.topicOf(app.model, id);
    if (!spot && !feature && !topic) {
      mapgen.dom.fill(root, el("p.hint", {}, mapgen.text("details.empty")));
      return;
    }
    const close = el("button.close", { type: "button", "aria-label": mapgen.text("details.close"), onclick: () => app.closeDetails() }, mapgen.dom.icon("close"));
    mapgen.dom.fill(root, close, ...(topic ? mapgen.actors.card(app, topic) : spot ? ofSpot(app, spot) : ofFeature(app, feature)));
  }

  mapgen.details = { build, confidence, holderSwatch, factList, sourceItems, sourcesSection, linkToPlace };
})();
