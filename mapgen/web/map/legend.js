/**
 * What is drawn, explained: samples with their words, for whatever shows the map without its key (paper, picture).
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const ROUGHEST = 0.35; // certainty at which the ramp of the key begins
  const LINES = ["firm", "approximate", "guess", "limit", "inner"];
  const CROSSING_STATES = ["open", "limited", "closed", "unknown"];

  /** @typedef {{sample: HTMLCanvasElement, words: string, aside: string}} Entry */

  /**
   * What each word for certainty looks like and means, the least certain first as on the map's way to a front.
   * @param {Model} model @param {{width: number, height: number, rtl: boolean, strong: boolean}} size of the ramps, px
   * @returns {Entry[]}
   */
  function certainty(model, size) {
    const percent = (share) => mapgen.format.number(100 * share);
    const words = [...model.certaintyWords].reverse();
    return words.map(([word, least], i) => {
      const most = words[i + 1]?.[1] ?? 1;
      const aside = least ? mapgen.text("certainty.from", { share: percent(least) }) : mapgen.text("certainty.below", { share: percent(most) });
      return { sample: mapgen.samples.ramp(model, least || ROUGHEST, most, size), words: mapgen.text(`certainty.${word}`), aside };
    });
  }

  /** @param {number} width of the samples, px @returns {Entry[]} fronts, limits, the border with its wall */
  function lines(width) {
    const { lineSample, wallSample } = mapgen.samples;
    return [...LINES.map((name) => ({ sample: lineSample(name, width), words: mapgen.text(`line.${name}`) })),
      { sample: wallSample(width), words: mapgen.text("line.wall") }];
  }

  /** @returns {Entry[]} the holders with ground on the date that are switched on */
  function holders({ model, store }, strong) {
    const { on, date } = store.get();
    const present = mapgen.periods.holdersOn(model, date);
    return model.drawnHolders
      .filter(({ id }) => present.has(id) && on.has(`areas_of_control.${id}`))
      .map((holder) => ({ sample: mapgen.samples.swatch(holder, strong, 40, 20), words: mapgen.name(holder.name) }));
  }

  function postEntries(posts) {
    const { text, samples } = mapgen;
    const numbered = posts.find(({ feature }) => feature.number);
    const others = [...new Set(posts.filter(({ feature }) => !feature.number).map(({ feature }) => feature.country))];
    return [
      ...(numbered ? [{ sample: samples.disc(String(numbered.feature.number), 22), words: text("what.post.turkey") }] : []),
      ...others.map((country) => ({ sample: samples.disc(text(`post.letter.${country}`), 22, true), words: text(`what.post.${country}`) })),
    ];
  }

  /** @returns {Entry[]} the markers that are on the map now */
  function markers({ scene }) {
    const drawn = scene.layout?.markers ?? [];
    const shown = new Set(drawn.map((item) => (item.part?.startsWith("events.") ? item.part.slice("events.".length) : item.glyph)));
    const glyph = (name, words) => (shown.has(name) ? [{ sample: mapgen.samples.glyph(name, 17, 22), words }] : []);
    const doubted = [...drawn, ...(scene.layout?.labels ?? [])].some((item) => mapgen.doubts.isDoubted(item.feature));
    return [
      ...postEntries(drawn.filter((item) => item.disc)),
      ...CROSSING_STATES.flatMap((state) => glyph(state, mapgen.text("legend.crossing", { state: mapgen.text(`state.${state}`) }))),
      ...glyph("base", mapgen.text("key.bases")),
      ...mapgen.switches.EVENT_GROUPS.flatMap((group) => glyph(group, mapgen.text(`event.group.${group}`))),
      ...(doubted ? [{ sample: mapgen.doubts.sample(22), words: mapgen.text("key.disagree") }] : []),
    ];
  }

  /**
   * @param {App} app @param {boolean} strong patterns as printed
   * @returns {{title: string, kind: string, entries: Entry[]}[]} the parts of a legend that have anything to explain
   */
  function sections(app, strong) {
    const rtl = document.documentElement.dir === "rtl";
    const days = mapgen.markers.eventWindow(app.model, app.store.get().date);
    return [
      { kind: "holders", title: mapgen.text("key.holders"), entries: holders(app, strong) },
      { kind: "certainty", title: mapgen.text("key.certainty"), entries: certainty(app.model, { width: 40, height: 13, rtl, strong }) },
      { kind: "lines", title: mapgen.text("legend.lines"), entries: lines(40) },
      { kind: "markers", title: mapgen.text("legend.markers", { days: mapgen.format.dayRange(...days) }), entries: markers(app) },
    ].filter(({ entries }) => entries.length);
  }

  /** Words of another script in a sentence: they keep their own order, and nothing around them turns. */
  const isolate = (words) => `\u2068${words}\u2069`;

  /** @returns {string} the licence, and who made what lies below the facts; a name never breaks over two lines */
  function credits({ atlas }) {
    const makers = atlas.attribution.map(({ text, licence }) => isolate(`${text} (${licence})`.replace(/ /g, "\u00a0")));
    return mapgen.text("picture.credits", { licence: isolate(mapgen.shareCite.licenceName(atlas)), makers: makers.join(mapgen.text("legend.comma")) });
  }

  mapgen.legend = { isolate, credits, certainty, lines, sections };
})();
