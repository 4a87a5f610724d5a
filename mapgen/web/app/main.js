/**
 * Starts the page: reads the document, takes over the map, draws, and says when it is ready.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const PRINT_DENSITY = 3;
  const SHEET_DENSITY = 2; // a dozen pictures on the sheets of a lesson

  /** @returns {L.Map} the map that stands in the page, made before this script */
  function findMap() {
    const element = document.querySelector(".folium-map");
    return globalThis[element.id];
  }

  /** Decode the pictures that the first drawing needs. */
  async function loadPictures(app) {
    const { relief, certainty } = app.model.images;
    app.certainty = mapgen.certainty.createCertainty(certainty);
    const [image, ofDate] = await Promise.all([relief?.url ? mapgen.certainty.loadImage(relief.url) : null, app.certainty.at(app.store.get().date)]);
    if (image) app.scene.pictures.relief = { image: mapgen.relief.lightAndShade(image), box: mapgen.worldBox(relief.bounds) };
    app.scene.pictures.certainty = ofDate;
  }

  function paintGround(app, ctx, view) {
    const { scene } = app;
    const { ground, lines } = mapgen;
    ground.paintBeyond(ctx, view);
    ctx.save();
    ground.clipToFrame(ctx, scene, view);
    ground.paintPaper(ctx, scene, view);
    mapgen.areas.paintAreas(ctx, scene, view);
    ground.paintOutside(ctx, scene, view);
    ground.paintRelief(ctx, scene, view);
    ground.paintWater(ctx, scene, view);
    lines.paintRoads(ctx, scene, view);
    lines.paintGovernorates(ctx, scene, view);
    lines.paintFronts(ctx, scene, view);
    lines.paintBorder(ctx, scene, view);
    ctx.restore();
    ground.paintFrameLine(ctx, scene, view);
  }

  function makePainters(app) {
    return {
      layout(view) {
        const size = app.map.getSize();
        app.scene.phone = document.documentElement.clientWidth < 600 && !mapgen.embed.isOn();
        app.scene.compact = size.x < 560;
        mapgen.controls.updateScale(app, document.getElementById("scale"));
        const distant = mapgen.arrows.update(app, document.getElementById("arrows"));
        app.scene.layout = mapgen.layout.arrange(app.scene, view);
        mapgen.layout.addShown(app.scene.layout.counts, distant);
        const key = document.getElementById("panel-key");
        if (key.dataset.built) mapgen.key.update(key, app);
        mapgen.walk.update(app, view);
      },
      ground: (ctx, view) => paintGround(app, ctx, view),
      top: (ctx, view) => mapgen.standing.paintStanding(ctx, app.scene, view),
      isPrinted: () => Boolean(app.scene.print),
      density: () => (app.shooting ? SHEET_DENSITY : app.scene.print ? PRINT_DENSITY : Math.min(2, globalThis.devicePixelRatio || 1)),
    };
  }

  /** The options of folium's map that this page needs otherwise. */
  function prepareMap(map) {
    Object.assign(map.options, { zoomSnap: 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 100, maxBoundsViscosity: 1 });
    map.zoomControl?.remove();
    map.attributionControl?.remove();
    const container = map.getContainer();
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", mapgen.text("map.label"));
    container.setAttribute("aria-describedby", "map-help");
  }

  function createApp(data) {
    const model = mapgen.readDocument(data);
    const state = mapgen.binding.stateOf(model, mapgen.address.begin());
    mapgen.language.speak(model, state.lang);
    const store = mapgen.createStore({ hovered: null, legend: false, ...state });
    const frame = document.getElementById("map-frame");
    const scene = { model, pictures: {}, state: store.get(), moved: false, controls: () => mapgen.controls.rectangles(frame) };
    scene.evidence = mapgen.evidence.forSelection(model, state.feature, state.date);
    const app = { model, store, scene, map: findMap(), returnTo: "key", progress: {} };
    mapgen.app.addActions(app);
    return app;
  }

  function wireFrame(app) {
    const frame = document.getElementById("map-frame");
    mapgen.binding.showDate(app);
    mapgen.controls.buildZoom(app, document.getElementById("zoom"));
    mapgen.time.build(app, document.getElementById("time"));
    mapgen.pointer.wire(app, frame);
    mapgen.gestures.wire(frame);
    mapgen.walk.wire(app, frame);
    mapgen.skip.wire(app);
    mapgen.paper.wire(app);
    mapgen.share.wire(app);
    mapgen.sheets.wire();
    mapgen.tourPanel.wire(app);
    mapgen.presenter.wire(app);
    mapgen.language.wire(app);
    mapgen.search.build(app, document.getElementById("search-box"));
    new ResizeObserver(() => app.resized()).observe(frame);
  }

  async function start() {
    const data = await mapgen.readStored(document);
    document.documentElement.classList.add("js");
    const app = createApp(data);
    mapgen.embed.form(app);
    await loadPictures(app);
    prepareMap(app.map);
    mapgen.controls.buildScale(document.getElementById("scale"));
    mapgen.panel.wire(app, document.getElementById("panel"));
    app.layer = mapgen.createCanvasLayer(makePainters(app)).addTo(app.map);
    mapgen.binding.applyView(app, app.store.get().view);
    mapgen.binding.showPanel(app, app.store.get(), new Set(["panel", "feature"]));
    if (app.store.get().feature && !app.store.get().view && !app.store.get().tour) mapgen.app.flyTo(app, app.store.get().feature);
    wireFrame(app);
    mapgen.binding.wire(app);
    mapgen.embed.wire(app);
    mapgen.frameHeight.wire(app);
    mapgen.current = app;
    mapgen.tour.wire(app);
    document.documentElement.dataset.mapgen = "ready";
    performance.mark("mapgen-ready");
  }

  mapgen.start = start;
})();
