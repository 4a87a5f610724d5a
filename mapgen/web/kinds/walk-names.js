/**
 * What the places on the map are called for those who do not see where they stand: a name with its relations.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});

  const join = (parts) => parts.filter(Boolean).join(mapgen.text("walk.separator"));
  const shortHolder = (model, id) => mapgen.name(model.holders.get(id)?.short) || mapgen.describe.holderName(model, id);

  /** In whose area a feature stands on the date. */
  function ground({ model }, feature, date) {
    const here = date === model.atlas.as_of ? feature.holder_here : null;
    const id = here ?? mapgen.evidence.areaAt(model, feature.world, date)?.holder;
    return id ? mapgen.text("walk.in-area", { holder: shortHolder(model, id) }) : "";
  }

  function toFront({ model }, feature, date) {
    const km = mapgen.charts.kmToFront(model, feature.id, date);
    return km === null ? "" : mapgen.text("walk.to-front", { distance: mapgen.format.kilometres(km) });
  }

  const held = ({ model }, feature) => (feature.holder || feature.side ? mapgen.describe.heldName(model, feature) : "");

  function since(feature) {
    if (feature.period) return mapgen.describe.periodWords(feature.period);
    return feature.as_of ? mapgen.text("walk.as-of", { date: mapgen.format.date(feature.as_of) }) : "";
  }

  const NAMES = {
    posts: (app, f, date) => [
      f.number ? mapgen.text("walk.post", { n: f.number }) : mapgen.describe.kindOf(f),
      mapgen.name(f.name), ground(app, f, date), toFront(app, f, date),
    ],
    areas: (app, f) => [
      mapgen.text("walk.area", { holder: mapgen.describe.holderName(app.model, f.holder) }),
      mapgen.text("unit.km2", { n: mapgen.format.number(f.area_km2) }),
      mapgen.text("walk.certainty", { certainty: mapgen.describe.certaintyWords(app.model, f.certainty) }),
    ],
    front_lines: ({ model }, f) => [
      mapgen.text("walk.line", { kind: mapgen.describe.kindOf(f), a: shortHolder(model, f.holders[0]), b: shortHolder(model, f.holders[1]) }),
      f.kind !== "inner" ? mapgen.text(`walk.quality.${f.quality}`) : "",
      f.length_km ? mapgen.format.kilometres(f.length_km) : "",
    ],
    border: (app, f) => [mapgen.name(f.name), mapgen.text(`wall-words.${f.wall}`)],
    crossings: (app, f) => [mapgen.name(f.name), mapgen.describe.kindOf(f), mapgen.text("walk.state", { state: mapgen.text(`state.${f.state}`) }), held(app, f)],
    bases: (app, f) => [mapgen.name(f.name), mapgen.describe.kindOf(f), held(app, f)],
    events: (app, f, date) => [mapgen.name(f.name), mapgen.describe.kindOf(f), mapgen.format.dateRange(f.date, f.date_end), ground(app, f, date)],
    settlements: (app, f) => [mapgen.name(f.name), held(app, f), since(f)],
  };

  /** @param {App} app @param {Object} feature @returns {string} its name, and what stands around it on the date of the map */
  function nameOf(app, feature) {
    const { date } = app.store.get();
    return join(NAMES[feature.layerKind]?.(app, mapgen.periods.heldOn(feature, date), date) ?? [mapgen.name(feature.name)]);
  }

  /** Where two are called the same, each tells where it lies. */
  function apart(feature) {
    const [lon, lat] = feature.degrees.map((value) => mapgen.format.number(value, 3));
    return mapgen.text("walk.at", { lat, lon });
  }

  /**
   * @param {App} app @param {Object[]} features @param {Map<string, string>} known names that were made before, by id
   * @returns {string[]} a name for each, and no two the same
   */
  function uniqueNames(app, features, known) {
    const names = features.map((feature) => {
      if (!known.has(feature.id)) known.set(feature.id, nameOf(app, feature));
      return known.get(feature.id);
    });
    const times = new Map();
    for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
    return names.map((name, i) => (times.get(name) > 1 && features[i].degrees ? join([name, apart(features[i])]) : name));
  }

  mapgen.walkNames = { nameOf, uniqueNames };
})();
