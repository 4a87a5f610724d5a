/**
 * Pointer and keyboard on the map: hover, click, wheel.
 */

import { isByFinger } from "../base/focus.js";
import * as evidence from "../facts/evidence.js";
import { shortOf } from "../kinds/index.js";
import * as controls from "./controls.js";
import { hitTest } from "./hit.js";

const MOVING_KEY = /^[-+=_]$/;

/** Canvas px of a Leaflet mouse event. @param {App} app @param {L.LeafletMouseEvent} event @returns {Point} */
function toCanvas(app, event) {
  const point = event.layerPoint.subtract(app.layer.view.corner);
  return [point.x, point.y];
}

/** @param {App} app @param {L.LeafletMouseEvent} event */
function hitOf(app, event) {
  return app.layer.view ? hitTest(app.scene, app.layer.view, ...toCanvas(app, event)) : null;
}

/** @param {App} app @param {string | null} id */
function setHovered(app, id) {
  if (app.scene.hoveredMarker === id) return;
  app.scene.hoveredMarker = id;
  app.layer.refresh("top");
}

/** @param {App} app @param {Tip} tip @param {L.LeafletMouseEvent} event */
function onMove(app, tip, event) {
  const hit = hitOf(app, event);
  const container = app.map.getContainer();
  container.classList.toggle("over-feature", Boolean(hit?.feature));
  container.classList.toggle("over-ground", Boolean(hit && !hit.feature));
  setHovered(app, hit?.marker ? hit.id : null);
  if (hit) tip.show(shortOf(app, hit), event.containerPoint.x, event.containerPoint.y);
  else tip.hide();
}

/** @param {App} app @param {L.LeafletMouseEvent} event */
function onClick(app, event) {
  const hit = hitOf(app, event);
  if (app.asking) {
    app.asking.take(hit?.id, [event.latlng.lng, event.latlng.lat]);
    return;
  }
  if (hit) app.open(hit.id, false, true);
  else if (app.store.get().feature) app.closeDetails();
}

/** Enter on the map explains the ground at its centre. @param {App} app @param {KeyboardEvent} event */
function explainCentre(app, event) {
  if (event.key !== "Enter" || event.target !== app.map.getContainer()) return;
  event.preventDefault();
  const { lat, lng } = app.map.getCenter();
  if (app.asking) app.asking.take(null, [lng, lat]);
  else app.open(evidence.spotId([lng, lat]), false);
}

/** From the reader's first move on the view is the reader's, and is kept in the address. @param {App} app */
function noticeMoves(app) {
  const moved = () => (app.scene.moved = true);
  app.map.on("dragstart dblclick boxzoomend", moved);
  app.map.on("keydown", (event) => MOVING_KEY.test(event.originalEvent.key) && moved());
  const container = app.map.getContainer();
  container.addEventListener("wheel", moved, { passive: true });
  container.addEventListener("touchstart", (event) => event.touches.length > 1 && moved(), { passive: true });
}

/** @param {L.Map} map @returns {boolean} */
const isDragged = (map) => /** @type {any} */ (map.dragging).moving(); // Leaflet has it, its types do not

/** @param {App} app @param {HTMLElement} frame around the map */
export function wire(app, frame) {
  const tip = controls.createTooltip(frame);
  /** @type {L.LeafletMouseEvent | null} */
  let pending = null;
  app.map.on("mousemove", (event) => {
    if (!pending)
      requestAnimationFrame(() => {
        const last = pending;
        pending = null;
        if (last && !isDragged(app.map) && !isByFinger()) onMove(app, tip, last);
      });
    pending = event;
  });
  app.map.on("mouseout movestart zoomstart", () => {
    tip.hide();
    setHovered(app, null);
  });
  app.map.on("click", (event) => onClick(app, event));
  noticeMoves(app);
  app.map.getContainer().addEventListener("keydown", (event) => explainCentre(app, event));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && app.store.get().feature) app.closeDetails();
  });
}
