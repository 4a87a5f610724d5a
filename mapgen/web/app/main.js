/**
 * Starts the page: reads the document, takes over the map, draws, and says when it is ready.
 */

import * as address from "../base/address.js";
import * as aside from "../base/aside.js";
import { byId, only } from "../base/dom.js";
import { followInput } from "../base/focus.js";
import { whenIdle } from "../base/lazy.js";
import * as running from "../base/running.js";
import { createStore } from "../base/store.js";
import { text } from "../base/text.js";
import { hasSize } from "../base/window.js";
import { readDocument, worldBox } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { readPacked, readPage } from "../facts/restore.js";
import { paintAreas } from "../drawing/areas.js";
import { createCanvasLayer } from "../drawing/canvas-layer.js";
import { createCertainty } from "../drawing/certainty.js";
import { clipToFrame, paintBeyond, paintFrameLine, paintOutside, paintPaper, paintWater } from "../drawing/ground.js";
import { paintBorder, paintFronts, paintGovernorates, paintRoads } from "../drawing/lines.js";
import { loadImage, paintRelief } from "../drawing/relief.js";
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
import * as share from "../share/dialog.js";
import * as paper from "../share/paper.js";
import * as presenter from "../lessons/presenter.js";
import * as sheets from "../lessons/sheets/index.js";
import * as tours from "../lessons/tour.js";
import * as turning from "../lessons/turning.js";
import * as actions from "./actions.js";
import * as binding from "./binding.js";
import * as embed from "./embed.js";
import * as frameHeight from "./frame-height.js";
import * as language from "./language.js";
import * as notice from "./notice.js";
import * as outside from "./outside.js";
import * as saving from "./saving.js";
import * as skip from "./skip.js";

const PRINT_DENSITY = 3;
const SHEET_DENSITY = 2; // a dozen pictures on the sheets of a lesson

/** @returns {L.Map} the map that stands in the page, made before this script: a global named as its element */
function findMap() {
  const { id } = only(document, ".folium-map");
  return /** @type {any} */ (globalThis)[id];
}

/** @param {Partial<Images>} images of the document @returns {Promise<Scene["pictures"]>} those that come as files */
async function loadPictures({ relief }) {
  if (!relief?.url) return {};
  return { relief: { image: await loadImage(relief.url), box: worldBox(relief.bounds) } };
}

/** @param {App} app @param {CanvasRenderingContext2D} ctx @param {View} view */
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

/** @param {App} app @returns {Painters} */
function makePainters(app) {
  return {
    layout(view) {
      const size = app.map.getSize();
      app.scene.phone = document.documentElement.clientWidth < 600 && !embed.isOn();
      app.scene.compact = size.x < 560;
      controls.updateScale(app, byId("scale"));
      const distant = arrows.update(app, byId("arrows"));
      app.scene.layout = layout.arrange(app.scene, view);
      layout.addShown(app.scene.layout.counts, distant);
      const root = byId("panel-key");
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

/** The options of folium's map that this page needs otherwise. @param {L.Map} map */
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

/** @param {PageOfDocument} page @param {Scene["pictures"]} pictures */
function createApp(page, pictures) {
  const model = Object.assign(readDocument(page.document), { speak: page.speak });
  const state = binding.stateOf(model, address.begin());
  language.speak(model, state.lang);
  const store = createStore({ ...state, hovered: null, legend: false });
  const frame = byId("map-frame");
  const scene = /** @type {Scene} */ ({
    model,
    pictures,
    state: store.get(),
    evidence: evidence.forSelection(model, state.feature, state.date),
    moved: false,
    controls: () => controls.rectangles(frame),
  }); // its layout comes with the first drawing
  const certainty = createCertainty(model.certainty);
  pictures.certainty = certainty.on(state.date);
  const parts = { model, store, scene, map: findMap(), certainty, returnTo: "key", progress: {} };
  const app = actions.addActions(/** @type {Omit<App, keyof Actions>} */ (parts)); // its layer comes with the pictures
  language.follow(app);
  Object.assign(app.map, { atlas: app }); // for scripts that an author adds to the map, and for tests
  return app;
}

/** What is written once, and again in another language. @param {App} app */
function buildFrame(app) {
  controls.buildZoom(app, byId("zoom"));
  time.build(app, byId("time"));
  search.build(app, byId("search-box"));
}

/** @param {App} app */
function wireFrame(app) {
  const frame = byId("map-frame");
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
  turning.wire(app);
  presenter.wire(app);
  language.wire(app);
  new ResizeObserver(() => app.resized()).observe(frame);
}

/** The first view, when all around the map has taken its room. @param {App} app */
function showView(app) {
  const { feature, view, tour } = app.store.get();
  app.isBuilt = true;
  app.resized();
  binding.applyView(app, view);
  if (feature && !view && !tour) actions.flyTo(app, feature);
}

export async function start() {
  const stored = readPacked(document);
  const [page, pictures] = await Promise.all([readPage(stored), loadPictures(stored.images)]);
  await hasSize();
  running.set(); // from here on nothing waits, so that the page is laid out once
  aside.setAgain();
  followInput();
  const app = createApp(page, pictures);
  embed.form(app);
  prepareMap(app.map);
  controls.buildScale(byId("scale"));
  panels.wire(app, byId("panel"));
  app.layer = createCanvasLayer(makePainters(app));
  app.layer.addTo(app.map);
  binding.showPanel(app, app.store.get(), new Set(["panel", "feature"]));
  wireFrame(app);
  binding.wire(app);
  embed.wire(app);
  frameHeight.wire(app);
  outside.wire();
  saving.wire(app);
  showView(app);
  app.isReady = true;
  notice.tell(app, address.begin());
  tours.wire(app);
  app.layer.open();
  app.keepAddress();
  document.documentElement.dataset.mapgen = "ready";
  performance.mark("mapgen-ready");
  whenIdle(app.model.languages.map((each) => () => app.model.speak(each)));
}
