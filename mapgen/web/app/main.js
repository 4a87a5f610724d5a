/**
 * Starts the page: reads the document, takes over the map, draws, and says when it is ready.
 */

import * as address from "../base/address.js";
import { createStore } from "../base/store.js";
import { text } from "../base/text.js";
import { readDocument, worldBox } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { readStored } from "../facts/restore.js";
import { paintAreas } from "../drawing/areas.js";
import { createCanvasLayer } from "../drawing/canvas-layer.js";
import { createCertainty, loadImage } from "../drawing/certainty.js";
import {
  clipToFrame,
  paintBeyond,
  paintFrameLine,
  paintOutside,
  paintPaper,
  paintRelief,
  paintWater,
} from "../drawing/ground.js";
import { paintBorder, paintFronts, paintGovernorates, paintRoads } from "../drawing/lines.js";
import { lightAndShade } from "../drawing/relief.js";
import * as arrows from "../map/arrows.js";
import * as controls from "../map/controls.js";
import * as gestures from "../map/gestures.js";
import * as walk from "../map/keyboard/walk.js";
import * as layout from "../map/layout.js";
import * as pointer from "../map/pointer.js";
import * as standing from "../map/standing.js";
import * as time from "../time/player.js";
import * as keyPanel from "../panels/key.js";
import * as panels from "../panels/panel.js";
import * as search from "../panels/search.js";
import * as tables from "../panels/tables.js";
import * as share from "../share/dialog.js";
import * as paper from "../share/paper.js";
import * as tourPanel from "../lessons/panel.js";
import * as presenter from "../lessons/presenter.js";
import * as sheets from "../lessons/sheets/index.js";
import * as tours from "../lessons/tour.js";
import * as actions from "./actions.js";
import * as binding from "./binding.js";
import * as embed from "./embed.js";
import * as frameHeight from "./frame-height.js";
import * as language from "./language.js";
import * as skip from "./skip.js";

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
  app.certainty = createCertainty(certainty);
  const [image, ofDate] = await Promise.all([
    relief?.url ? loadImage(relief.url) : null,
    app.certainty.at(app.store.get().date),
  ]);
  if (image) app.scene.pictures.relief = { image: lightAndShade(image), box: worldBox(relief.bounds) };
  app.scene.pictures.certainty = ofDate;
}

function paintGround(app, ctx, view) {
  const { scene } = app;
  paintBeyond(ctx, view);
  ctx.save();
  clipToFrame(ctx, scene, view);
  paintPaper(ctx, scene, view);
  paintAreas(ctx, scene, view);
  paintOutside(ctx, scene, view);
  paintRelief(ctx, scene, view);
  paintWater(ctx, scene, view);
  paintRoads(ctx, scene, view);
  paintGovernorates(ctx, scene, view);
  paintFronts(ctx, scene, view);
  paintBorder(ctx, scene, view);
  ctx.restore();
  paintFrameLine(ctx, scene, view);
}

function makePainters(app) {
  return {
    layout(view) {
      const size = app.map.getSize();
      app.scene.phone = document.documentElement.clientWidth < 600 && !embed.isOn();
      app.scene.compact = size.x < 560;
      controls.updateScale(app, document.getElementById("scale"));
      const distant = arrows.update(app, document.getElementById("arrows"));
      app.scene.layout = layout.arrange(app.scene, view);
      layout.addShown(app.scene.layout.counts, distant);
      const root = document.getElementById("panel-key");
      if (root.dataset.built) keyPanel.update(root, app);
      walk.update(app, view);
    },
    ground: (ctx, view) => paintGround(app, ctx, view),
    top: (ctx, view) => standing.paintStanding(ctx, app.scene, view),
    isPrinted: () => Boolean(app.scene.print),
    density: () =>
      app.shooting ? SHEET_DENSITY : app.scene.print ? PRINT_DENSITY : Math.min(2, globalThis.devicePixelRatio || 1),
  };
}

/** The options of folium's map that this page needs otherwise. */
function prepareMap(map) {
  Object.assign(map.options, { zoomSnap: 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 100, maxBoundsViscosity: 1 });
  map.zoomControl?.remove();
  map.attributionControl?.remove();
  const container = map.getContainer();
  container.setAttribute("role", "region");
  container.dataset.label = "map.label"; // language.js says it anew
  container.setAttribute("aria-label", text("map.label"));
  container.setAttribute("aria-describedby", "map-help");
}

function createApp(data) {
  const model = readDocument(data);
  const state = binding.stateOf(model, address.begin());
  language.speak(model, state.lang);
  const store = createStore({ hovered: null, legend: false, ...state });
  const frame = document.getElementById("map-frame");
  const scene = { model, pictures: {}, state: store.get(), moved: false, controls: () => controls.rectangles(frame) };
  scene.evidence = evidence.forSelection(model, state.feature, state.date);
  const app = { model, store, scene, map: findMap(), returnTo: "key", progress: {} };
  language.follow(app);
  actions.addActions(app);
  app.map.atlas = app; // for scripts that an author adds to the map, and for tests
  return app;
}

/** What is written once, and again in another language. */
function buildFrame(app) {
  controls.buildZoom(app, document.getElementById("zoom"));
  time.build(app, document.getElementById("time"));
  search.build(app, document.getElementById("search-box"));
}

function wireFrame(app) {
  const frame = document.getElementById("map-frame");
  binding.showDate(app);
  buildFrame(app);
  app.store.watch((state, changed) => changed.has("lang") && buildFrame(app));
  pointer.wire(app, frame);
  gestures.wire(frame);
  walk.wire(app, frame);
  skip.wire(app);
  paper.wire(app);
  share.wire(app);
  sheets.wire();
  tourPanel.wire(app);
  presenter.wire(app);
  language.wire(app);
  new ResizeObserver(() => app.resized()).observe(frame);
}

export async function start() {
  const data = await readStored(document);
  document.documentElement.classList.add("js");
  const app = createApp(data);
  tables.bind(app, document.getElementById("tables"));
  embed.form(app);
  await loadPictures(app);
  prepareMap(app.map);
  controls.buildScale(document.getElementById("scale"));
  panels.wire(app, document.getElementById("panel"));
  app.layer = createCanvasLayer(makePainters(app)).addTo(app.map);
  binding.applyView(app, app.store.get().view);
  binding.showPanel(app, app.store.get(), new Set(["panel", "feature"]));
  if (app.store.get().feature && !app.store.get().view && !app.store.get().tour)
    actions.flyTo(app, app.store.get().feature);
  wireFrame(app);
  binding.wire(app);
  embed.wire(app);
  frameHeight.wire(app);
  app.isReady = true;
  tours.wire(app);
  document.documentElement.dataset.mapgen = "ready";
  performance.mark("mapgen-ready");
}
