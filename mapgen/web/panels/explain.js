/**
 * "How do we know?": the settlements that speak for a holder of ground, and those that speak against it.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const FOR_AT_MOST = 5;
  const AGAINST_AT_MOST = 3;
  const AREA_ROWS = 10;
  const AREA_ROWS_MORE = 50;
  const WINDS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
  const SURENESS = ["high", "medium", "low"];
  const el = (...args) => mapgen.dom.el(...args);

  /** Whether a settlement's holder, or its side where only that is known, is among the holders of the ground. */
  function speaksFor(model, held, holderId) {
    const drawn = (id) => model.holders.get(id)?.drawn_as ?? id;
    const ground = holderId.split("+");
    if (held.holder) return drawn(held.holder).split("+").some((id) => ground.includes(id));
    return held.side === (model.holders.get(holderId)?.side ?? holderId);
  }

  /**
   * @param {Object} model @param {number[]} degrees longitude, latitude @param {?string} except id to leave out @param {string} day
   * @returns {{area: ?Object, rows: Object[], against: Object[], nearestKm: number|undefined}} nearest first
   */
  function explain(model, degrees, except, day) {
    const all = mapgen.evidence.byDistance(model, degrees, except, day);
    const area = mapgen.evidence.areaAt(model, mapgen.toWorld(degrees), day);
    const nearestKm = all[0]?.km;
    if (!area) return { area, rows: all.slice(0, FOR_AT_MOST), against: [], nearestKm };
    const against = all.filter((row) => row.km <= mapgen.look.nearEvidenceKm && !speaksFor(model, row.held, area.holder));
    const rows = all.filter((row) => speaksFor(model, row.held, area.holder));
    return { area, rows: rows.slice(0, FOR_AT_MOST), against: against.slice(0, AGAINST_AT_MOST), nearestKm };
  }

  /** @returns {string} the wind nearest to the bearing from one place to another, in words */
  function direction(from, to) {
    const bearing = mapgen.geometry.bearing(from, to);
    return mapgen.text(`compass.${WINDS[Math.round(bearing / 45) % 8]}`);
  }

  function sourceLink(app, held) {
    const source = (held.sources ?? []).map((index) => app.model.sources[index]).find(Boolean);
    if (!source) return null;
    const words = source.publisher || source.title;
    return source.url ? mapgen.dom.outsideLink(source.url, el("bdi", {}, words)) : el("bdi", {}, words);
  }

  function when(held) {
    if (held.period) return mapgen.describe.periodWords(held.period);
    return held.as_of ? mapgen.format.date(held.as_of) : "";
  }

  /** @param {App} app @param {Object} row with `km` where it has a distance @param {?number[]} from degrees */
  function evidenceRow(app, { feature, held, km }, from = null) {
    const { confidence, holderSwatch } = mapgen.details;
    const far = km === undefined ? "" : mapgen.text("evidence.where", { distance: mapgen.format.kilometres(km), direction: direction(from, feature.degrees) });
    const parts = [mapgen.describe.heldName(app.model, held), when(held), sourceLink(app, held)].filter(Boolean);
    return el("li", {}, holderSwatch(app.model, mapgen.periods.holderShown(held), 22),
      el("div.evidence-text", {},
        el("div.evidence-line", {},
          el("button.link.place", { type: "button", onclick: () => app.open(feature.id, true) }, mapgen.name(feature.name)),
          el("span.measure", {}, far, " ", confidence(held.confidence, false))),
        el("div.from", {}, parts.flatMap((part, i) => (i ? [" · ", part] : [part])))));
  }

  const list = (app, rows, from) => el("ul.evidence", {}, rows.map((row) => evidenceRow(app, row, from)));

  function againstPart(app, { area, against }, from) {
    if (!area) return null;
    const distance = mapgen.format.kilometres(mapgen.look.nearEvidenceKm);
    return el("div.against", {}, el("h4", {}, mapgen.text("details.against")),
      against.length ? list(app, against, from) : el("p.from", {}, mapgen.text("details.against-none", { distance })));
  }

  /** @param {App} app @param {Object} found by `explain` @param {number[]} from degrees @param {?string} level of confidence */
  function card(app, found, from, level) {
    if (!found?.rows.length && !found?.against.length) return null;
    return el("section.card", {},
      el("div.heading", {}, el("h3", {}, mapgen.text("details.how")), mapgen.details.confidence(level)),
      el("p.from", {}, mapgen.text("details.nearest")),
      list(app, found.rows, from),
      againstPart(app, found, from));
  }

  /** The settlements within an area that speak for its holder on the date, the surest first. */
  function areaRows(app, area) {
    const { date } = app.store.get();
    const day = mapgen.activeOn(area, date) ? date : area.valid_from;
    const { compare } = new Intl.Collator(mapgen.format.language());
    return mapgen.evidence.settlementsIn(app.model, area)
      .map((feature) => ({ feature, held: mapgen.periods.heldOn(feature, day) }))
      .filter(({ held }) => speaksFor(app.model, held, area.holder))
      .sort((a, b) => SURENESS.indexOf(a.held.confidence) - SURENESS.indexOf(b.held.confidence) || compare(mapgen.name(a.feature.name), mapgen.name(b.feature.name)));
  }

  /** The evidence of a whole area: some rows at first, the rest on request. */
  function areaCard(app, area) {
    const rows = areaRows(app, area);
    if (!rows.length) return null;
    const into = el("ul.evidence");
    const more = el("button.link.more", { type: "button" });
    let shown = 0;
    const show = (count) => {
      into.append(...rows.slice(shown, shown + count).map((row) => evidenceRow(app, row)));
      shown = Math.min(rows.length, shown + count);
      more.hidden = shown >= rows.length;
      more.textContent = mapgen.plural("places.more", rows.length - shown);
    };
    more.addEventListener("click", () => mapgen.focus.toFirstNew(into, () => show(AREA_ROWS_MORE)));
    show(AREA_ROWS);
    return el("section.card", {}, el("div.heading", {}, el("h3", {}, mapgen.text("details.how")), el("span.aside", {}, mapgen.format.number(rows.length))),
      el("p.from", {}, mapgen.text("details.area-evidence")), into, more);
  }

  mapgen.explain = { explain, speaksFor, direction, card, areaCard };
})();
