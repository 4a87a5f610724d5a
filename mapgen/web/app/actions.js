/**
 * What the page can do: select, open, switch, fly, link. Everything else calls these.
 */

import * as address from "../base/address.js";
import { copyFrom } from "../base/clipboard.js";
import { byId, el, first, lessMotion } from "../base/dom.js";
import * as focus from "../base/focus.js";
import { latitudeOf, longitudeOf } from "../base/geometry.js";
import { text } from "../base/text.js";
import { pageScrolls } from "../base/window.js";
import { dayShowing } from "../facts/days.js";
import { featuresOf, hasPlace } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { featureLines, polygonRings } from "../facts/topology.js";
import * as panels from "../panels/panel.js";
import * as share from "../share/dialog.js";
import * as tours from "../lessons/tour.js";
import * as binding from "./binding.js";
import * as notice from "./notice.js";
import * as outside from "./outside.js";

const CLOSE_ZOOM = 11;
const NARROW_PX = 560;
const HOME_SPARE = 0.04; // share of each edge that may be cut before the map goes a step further out
const NARROW_CLOSER = 0.5; // zoom levels past the one that shows the whole home view
const LOW_CLOSER = { embed: 1, full: 0.5 }; // the same, at most, for a low map that would not fill its width
const EVIDENCE_PADDING_PX = 160; // both sides together
const SAID_MS = 2000;
const LIMITS = { min: 7, max: 14 };

/** @param {Box} degrees @returns {L.LatLngBounds} */
function bounds([west, south, east, north]) {
  return L.latLngBounds([south, west], [north, east]);
}

/** Bounds in degrees of a feature's lines or polygons. @param {Model} model @param {Feature} feature */
function shapeBounds(model, feature) {
  const parts = feature.lines ? featureLines(model, feature) : polygonRings(model, feature);
  const boxes = parts.map((part) => part.box);
  /** @param {number} i @param {(...values: number[]) => number} pick */
  const edge = (i, pick) => pick(...boxes.map((box) => box[i]));
  return bounds([
    longitudeOf(edge(0, Math.min)),
    latitudeOf(edge(3, Math.max)),
    longitudeOf(edge(2, Math.max)),
    latitudeOf(edge(1, Math.min)),
  ]);
}

/**
 * A point in the middle, and as much around it as its evidence needs.
 * @param {App} app
 * @param {Point} degrees
 * @param {boolean} animate
 */
function showPoint(app, degrees, animate) {
  const rows = app.scene.evidence?.rows ?? [];
  const around = L.latLngBounds([L.latLng(degrees[1], degrees[0])]);
  for (const { feature } of rows) {
    const [x, y] = feature.degrees;
    around.extend([y, x]).extend([2 * degrees[1] - y, 2 * degrees[0] - x]);
  }
  const fit = app.map.getBoundsZoom(around, false, L.point(EVIDENCE_PADDING_PX, EVIDENCE_PADDING_PX));
  const zoom = Math.min(Math.max(app.map.getZoom(), CLOSE_ZOOM), Math.max(fit, app.map.getMinZoom()));
  app.map.setView([degrees[1], degrees[0]], zoom, { animate });
}

/** Bring a feature into view; a near one only moves the map. @param {App} app @param {string} id */
export function flyTo(app, id) {
  const animate = !lessMotion();
  const feature = app.model.byId.get(id);
  const degrees = evidence.spotOf(id) ?? (feature?.off_frame ? null : feature?.degrees);
  if (degrees) {
    app.scene.moved = true;
    showPoint(app, degrees, animate);
  } else if (feature?.lines || feature?.polygons) {
    app.scene.moved = true;
    app.map.fitBounds(shapeBounds(app.model, feature), { animate, padding: [24, 24] });
  }
}

/** Zoom limits for the size of the map: the whole frame can be seen, and not much more. @param {App} app */
export function setLimits(app) {
  const frame = bounds(app.model.atlas.frame);
  const { map } = app;
  map.options.minZoom = 0;
  const least = Math.max(LIMITS.min, Math.min(map.getBoundsZoom(frame, false), LIMITS.max));
  // Set as options: setMinZoom would start an animation that a later view is lost to.
  Object.assign(map.options, { minZoom: least, maxZoom: LIMITS.max, maxBounds: frame.pad(0.06) });
  if (map.getZoom() < least) map.setView(map.getCenter(), least, { animate: false });
  map.fire("zoomlevelschange");
}

/** @param {App} app */
const numberedPosts = ({ model }) =>
  featuresOf(model, "observation_posts")
    .filter(hasPlace)
    .filter((post) => post.number);

/** The view, and what the home view depends on. @param {App} app */
const standing = ({ map, scene }) => [map.getSize(), map.getCenter(), map.getZoom(), scene.embed, scene.print].join();

/** @param {App} app */
function goHome(app) {
  app.scene.moved = false;
  showHome(app);
  app.scene.home = standing(app);
}

/** @param {App} app */
function showHome(app) {
  const home = bounds(app.model.atlas.home);
  if (app.map.getSize().x >= NARROW_PX) {
    if (!app.scene.print && fillWidth(app, home)) return;
    app.map.fitBounds(home.pad(-HOME_SPARE), { animate: false });
    // a low map would show nothing beside the frame
    app.map.panInsideBounds(bounds(app.model.atlas.frame), { animate: false });
  } else app.map.setView(narrowCentre(app, home), app.map.getBoundsZoom(home) + NARROW_CLOSER, { animate: false });
}

/**
 * A low map would stand between two bands of nothing: it gives up the north and the south instead.
 * @param {App} app
 * @param {L.LatLngBounds} home
 * @returns {boolean} whether it did
 */
function fillWidth(app, home) {
  const { embed } = app.scene;
  const frame = bounds(app.model.atlas.frame);
  const whole = app.map.getBoundsZoom(home.pad(embed ? 0 : -HOME_SPARE));
  const most = whole + (embed ? LOW_CLOSER.embed : LOW_CLOSER.full);
  const zoom = Math.min(app.map.getBoundsZoom(frame, true), most);
  if (zoom <= whole) return false;
  const posts = numberedPosts(app).map(({ degrees: [x, y] }) => L.latLng(y, x));
  const middle = (posts.length ? L.latLngBounds(posts) : home).getCenter().lat;
  const latitude = embed ? middle : (middle + home.getCenter().lat) / 2;
  app.map.setView([latitude, frame.getCenter().lng], zoom, { animate: false });
  return true;
}

/**
 * A small map gives up the edges for the middle of the story: the numbered posts.
 * @param {App} app
 * @param {L.LatLngBounds} home
 */
function narrowCentre(app, home) {
  const posts = numberedPosts(app);
  if (!posts.length) return home.getCenter();
  /** @param {number} i */
  const mean = (i) => posts.reduce((sum, post) => sum + post.degrees[i], 0) / posts.length;
  return L.latLng(mean(1), mean(0));
}

/** @param {string} value @returns {Promise<boolean>} */
async function copyText(value) {
  const area = el("textarea.hidden", { readonly: true }, value);
  document.body.append(area);
  const done = await copyFrom(area);
  area.remove();
  return done;
}

/** @param {App} app @param {HTMLElement} button @param {string | null} [link] */
async function copyLink(app, button, link = address.ofView(app)) {
  const done = await copyText(link ?? "");
  if (!done) {
    button.focus();
    outside.offer(button, text("link.failed"), link ?? "");
    return;
  }
  const message = text("link.copied");
  app.say(message);
  button.dataset.said = message;
  setTimeout(() => delete button.dataset.said, SAID_MS);
}

/** Back to what was shown before, and the focus to what opened Details. @param {App} app */
function closeDetails(app) {
  if (app.store.get().panel === "tour") return; // what a step points at stays
  const within = byId("panel-details").contains(document.activeElement);
  const panel = app.returnTo ?? "key";
  const { tour, step } = app.store.get();
  const feature = panel === "tour" ? binding.baseOf(app.model, tour, step).feature : null;
  app.store.set({ feature, panel });
  if (within || focus.isLost()) focus.giveBack(app);
}

/**
 * Select a feature or spot; `stay` leaves the focus where it is and only says the name.
 * @param {App} app
 * @param {string} id
 * @param {boolean} fly
 * @param {boolean} stay
 */
function open(app, id, fly, stay) {
  const { store } = app;
  const { panel, date, period } = store.get();
  focus.remember(app);
  if (panel !== "details") app.returnTo = panel === "table" ? (store.get().tour ? "tour" : "key") : panel;
  store.set({ feature: id, panel: "details", date: dayShowing(app.model, id, date, period) });
  if (fly) flyTo(app, id);
  const title = first(document, "#panel-details [data-focus]");
  if (stay) app.say(title?.textContent ?? "");
  else title?.focus({ preventScroll: true });
  if (pageScrolls()) title?.scrollIntoView({ block: "nearest" });
}

/** @param {Omit<App, keyof Actions>} parts @returns {App} the same with its actions */
export function addActions(parts) {
  const app = /** @type {App} */ (parts);
  const { store } = app;
  /** @type {Actions} */
  const actions = {
    toggle(id, on) {
      const next = new Set(store.get().on);
      if (on) next.add(id);
      else next.delete(id);
      store.set({ on: next });
    },
    open: (id, fly, stay = false) => open(app, id, fly, stay),
    closeDetails: () => closeDetails(app),
    showPanel: (panel) => store.set({ panel }),
    goHome: () => goHome(app),
    hash: () => binding.hashOf(app),
    linkTo: (state) => binding.linkTo(app, state),
    keepAddress: () => binding.keepAddress(app),
    applyView: (view) => binding.applyView(app, view),
    setLimits: () => setLimits(app),
    refreshPanel: () => binding.showPanel(app, store.get(), new Set(["panel"])),
    setSheet: (height) => panels.setHeight(app, byId("panel"), height),
    share: () => share.open(app),
    copyLink: (button, link) => copyLink(app, button, link),
    say(message) {
      const live = byId("live");
      // the same words twice are read twice
      live.textContent = live.textContent === message ? `${message}\u00a0` : message;
    },
    refuse: (what) => notice.show(text(`notice.no-${what}`)),
    resized() {
      const element = app.map.getContainer();
      // still being built, lent to a sheet, behind the tables, or under a full sheet
      if (!app.isBuilt || app.shooting || !element.clientWidth || !element.clientHeight) return;
      const stood = tours.standsAsShown(app) ? app.scene.stepView : null;
      app.map.invalidateSize({ animate: false, pan: false });
      setLimits(app);
      if (stood) binding.applyView(app, stood.view);
      else if (!app.scene.moved && app.scene.home !== standing(app)) goHome(app);
    },
  };
  return Object.assign(app, actions);
}
