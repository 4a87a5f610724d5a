/**
 * Features in words: titles, kinds and facts, as the Details panel, the tooltip and the lists say them.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});

  /** @param {Object} model @param {?string} id of a holder, a side or an actor @returns {string} */
  function holderName(model, id) {
    if (!id) return mapgen.text("holder.unknown");
    const known = model.holders.get(id) ?? model.actors.get(id);
    if (known) return mapgen.name(known.name);
    if (id === "opposition") return mapgen.text("side.opposition");
    return mapgen.format.list(id.split("+").map((part) => mapgen.name((model.holders.get(part) ?? model.actors.get(part))?.name) || part));
  }

  /** Who held a settlement: its holder, or its side where only that is known. */
  function heldName(model, { holder, side }) {
    if (!holder && side === "opposition") return mapgen.text("side.opposition");
    return holderName(model, holder ?? side);
  }

  const KINDS = {
    areas: () => mapgen.text("what.area"),
    front_lines: (f) => mapgen.text(`what.line.${f.kind}`),
    border: () => mapgen.text("what.border"),
    crossings: (f) => mapgen.term("what.crossing", f.kind),
    posts: (f) => mapgen.term("what.post", f.country),
    bases: (f) => mapgen.term("what.base", f.kind),
    settlements: (f) => mapgen.term("what.settlement", f.kind),
    events: (f) => mapgen.term("category", f.category),
    figures: () => mapgen.text("what.figure"),
  };

  /** @returns {string} what sort of thing a feature is */
  function kindOf(feature) {
    return KINDS[feature.layerKind]?.(feature) ?? "";
  }

  const fact = (key, value) => (value ? [[mapgen.text(`fact.${key}`), value]] : []);
  const distance = (km) => mapgen.format.kilometres(km);

  function pointFact(feature) {
    if (!feature.degrees) return feature.layerKind === "events" ? fact("point", mapgen.text("point.none")) : [];
    const basis = feature.position_basis ? mapgen.term("basis", feature.position_basis) : "";
    const within = feature.error_km ? mapgen.text("point.within", { distance: distance(feature.error_km) }) : "";
    return fact("point", [within, basis].filter(Boolean).join(mapgen.text("list.semicolon")));
  }

  function standsIn(app, feature) {
    const { date } = app.store.get();
    const here = date === app.model.atlas.as_of ? feature.holder_here : null;
    const id = here ?? (feature.world ? mapgen.evidence.areaAt(app.model, feature.world, date)?.holder : null);
    return fact("stands-in", id ? holderName(app.model, id) : null);
  }

  function toFront(app, feature) {
    const km = mapgen.charts.kmToFront(app.model, feature.id, app.store.get().date);
    return fact("to-front", km === null ? null : distance(km));
  }

  /** @param {{from: ?string, to: ?string}} period @returns {string} */
  function periodWords({ from, to }) {
    if (from && to) return mapgen.text("period.between", { from: mapgen.format.date(from), to: mapgen.format.date(to) });
    if (to) return mapgen.text("period.until", { to: mapgen.format.date(to) });
    return from ? mapgen.text("period.since", { from: mapgen.format.date(from) }) : "";
  }

  function asOf(feature) {
    if (!feature.as_of) return [];
    const basis = feature.as_of_basis ? ` (${mapgen.term("as-of-basis", feature.as_of_basis)})` : "";
    return fact("as-of", mapgen.format.date(feature.as_of) + basis);
  }

  const timeOf = (feature) => (feature.as_of ? mapgen.format.date(feature.as_of) : periodWords({ from: feature.valid_from, to: feature.valid_to }));

  /** When a state or holder was so, where it is not told of one day alone. */
  function since(feature) {
    return feature.valid_from ? fact("as-of", timeOf(feature)) : asOf(feature);
  }

  /** What is said of another time than the day of the map, and that it is. @param {string} key of the fact @param {function(Object): string} words */
  function untold(app, { told }, key, words) {
    const date = mapgen.format.date(app.store.get().date);
    return fact(key, mapgen.text("fact.untold", { date, time: timeOf(told), told: words(told) }));
  }

  const stateWords = ({ state }) => mapgen.text(`state.${state}`);

  function stateFact(app, feature) {
    return feature.told ? untold(app, feature, "state", stateWords) : fact("state", stateWords(feature));
  }

  function holderFact(app, feature) {
    if (!feature.told) return heldBy(app.model, feature);
    return feature.told.holder ? untold(app, feature, "holder", (told) => holderName(app.model, told.holder)) : [];
  }

  /** The side, and the holder as far as it is known. */
  function heldBy(model, feature) {
    if (feature.holder) return fact("holder", holderName(model, feature.holder));
    return feature.side ? fact("holder", mapgen.text("holder.side-only", { side: heldName(model, feature) })) : [];
  }

  const FACTS = {
    posts: (app, f) => [
      ...fact("set-up", [mapgen.format.date(f.valid_from), f.order ? mapgen.text("post.order", { n: f.order }) : ""].filter(Boolean).join(mapgen.text("list.semicolon"))),
      ...fact("place", typeof f.place === "string" ? mapgen.phrase(f.place) : mapgen.name(f.place)),
      ...pointFact(f),
      ...standsIn(app, f),
      ...toFront(app, f),
    ],
    crossings: (app, f) => [...stateFact(app, f), ...holderFact(app, f), ...since(f), ...pointFact(f)],
    bases: (app, f) => [...holderFact(app, f), ...since(f), ...pointFact(f)],
    settlements: (app, f) => [...heldBy(app.model, f), ...(f.period ? fact("held", periodWords(f.period)) : asOf(f)), ...pointFact(f)],
    events: (app, f) => [
      ...fact("date", mapgen.format.dateRange(f.date, f.date_end)),
      ...fact("place", mapgen.name(f.place)),
      ...(f.off_frame ? fact("point", mapgen.text("point.off-frame")) : [...pointFact(f), ...standsIn(app, f)]),
    ],
    front_lines: (app, f) => [
      ...fact("between", mapgen.format.list((f.holders ?? []).map((id) => holderName(app.model, id)))),
      ...(f.kind === "front" ? fact("quality", mapgen.text(`quality-words.${f.quality}`)) : fact("quality", mapgen.text(`quality-words.${f.kind}`))),
      ...fact("length", f.length_km && distance(f.length_km)),
    ],
    border: (app, f) => [
      ...fact("wall", mapgen.text(`wall-words.${f.wall}`)),
      ...fact("state", mapgen.name(f.state)),
      ...asOf(f),
      ...fact("length", f.length_km && distance(f.length_km)),
    ],
    areas: (app, f) => areaFacts(app, f),
    figures: (app, f) => [
      ...fact("value", figureValue(f)),
      ...fact("area-named", mapgen.name(f.area)),
      ...fact("date", mapgen.format.dateRange(f.period_start, f.period_end)),
    ],
  };

  function areaFacts(app, feature) {
    const known = mapgen.evidence.settlementsIn(app.model, feature).length;
    return [
      ...fact("certainty", certaintyWords(app.model, feature.certainty)),
      ...fact("area", feature.area_km2 && mapgen.text("unit.km2", { n: mapgen.format.number(feature.area_km2) })),
      ...fact("known-places", mapgen.format.number(known)),
    ];
  }

  /** @param {Model} model @param {?number} certainty 0..1 @returns {?string} in words, with the share: 99 % at most, for no map is certain */
  function certaintyWords(model, certainty) {
    if (certainty === null || certainty === undefined) return null;
    const [word] = model.certaintyWords.find(([, least]) => certainty >= least);
    return mapgen.text("certainty.with-share", { word: mapgen.text(`certainty.${word}`), share: mapgen.format.number(Math.min(99, 100 * certainty)) });
  }

  /**
   * The number, or what the source says instead, with its unit. How a language counts stands in the table of figures,
   * whose words the phrases of a language have: the English ones lead there.
   * @returns {string}
   */
  function figureValue({ value, unit }) {
    const said = typeof value === "number" ? mapgen.format.englishNumber(value) : value;
    return mapgen.phrase([said, unit?.en].filter(Boolean).join(" "));
  }

  /** @returns {[string, string][]} label and value of each fact */
  function factsOf(app, feature) {
    return FACTS[feature.layerKind]?.(app, feature) ?? [];
  }

  /** The short form for the tooltip. @returns {string} */
  function shortOf(app, hit) {
    if (hit.feature) return [mapgen.name(hit.feature.name), kindOf(hit.feature)].filter(Boolean).join(" · ");
    return holderName(app.model, hit.area.holder);
  }

  mapgen.describe = { holderName, heldName, kindOf, factsOf, figureValue, shortOf, certaintyWords, periodWords };
})();
