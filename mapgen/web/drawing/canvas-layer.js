/**
 * A Leaflet layer of two canvases: the ground (areas, lines) and what stands on it (labels, markers).
 * The canvases reach past the map's edges, so that a drag shows ground at once.
 */

import { contextOf, el } from "../base/dom.js";
import { worldSize } from "../base/geometry.js";

const PADDING = 0.14; // share of the map's size, on each side
const MAX_DENSITY = 2;

/**
 * @param {L.Map} map
 * @param {number} density
 * @param {boolean} isPrinted
 * @returns {View}
 */
function makeView(map, density, isPrinted) {
  const size = map.getSize();
  const pad = size.multiplyBy(PADDING).round();
  const corner = map.containerPointToLayerPoint([0, 0]).round().subtract(pad);
  const origin = map.getPixelOrigin().add(corner);
  const zoom = map.getZoom();
  return {
    zoom,
    size: worldSize(zoom),
    corner,
    left: origin.x,
    top: origin.y,
    width: size.x + 2 * pad.x,
    height: size.y + 2 * pad.y,
    density,
    isPrinted,
    window: [pad.x, pad.y, pad.x + size.x, pad.y + size.y],
  };
}

const COMPARED = /** @type {const} */ (["zoom", "left", "top", "width", "height", "density", "isPrinted"]);

/** @param {View} one @param {View} other @returns {boolean} whether both show the same */
const isSame = (one, other) => COMPARED.every((key) => one[key] === other[key]);

/** Where a place of the world falls on the canvas. @param {View} view @param {Point} world @returns {Point} px */
export function toPixel(view, world) {
  return [world[0] * view.size - view.left, world[1] * view.size - view.top];
}

/** @param {View} view @param {number} x @param {number} y px @returns {Point} world */
export function toWorldPoint(view, x, y) {
  return [(x + view.left) / view.size, (y + view.top) / view.size];
}

/** An empty canvas of the view's size. @param {HTMLCanvasElement} canvas @param {View} view */
function prepare(canvas, view) {
  const width = Math.round(view.width * view.density);
  const height = Math.round(view.height * view.density);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${view.width}px`;
    canvas.style.height = `${view.height}px`;
  }
  const ctx = contextOf(canvas);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, width, height);
  ctx.setTransform(view.density, 0, 0, view.density, 0, 0);
  return ctx;
}

/** @type {object & ThisType<CanvasLayer>} */
const methods = {
  /** @param {Painters} painters */
  initialize(painters) {
    this.painters = painters;
    this.stale = new Set();
  },

  /** @param {L.Map} map */
  onAdd(map) {
    this.holder = el("div.mapgen-canvases.leaflet-zoom-animated", { "aria-hidden": "true" });
    this.ground = this.holder.appendChild(document.createElement("canvas"));
    this.top = this.holder.appendChild(document.createElement("canvas"));
    map.getPanes().overlayPane.appendChild(this.holder);
  },

  /** Draw from now on: before, map and page find their size and their state. */
  open() {
    this.isOpen = true;
    this.redraw();
  },

  onRemove() {
    this.holder.remove();
  },

  getEvents() {
    /** @type {Record<string, (event: any) => void>} */
    const events = {
      moveend: this.settle,
      viewreset: this.redraw,
      resize: this.redraw,
      zoom: this.followZoom,
      move: this.followMove,
    };
    if (this._map.options.zoomAnimation && L.Browser.any3d) events.zoomanim = this.animateZoom;
    return events;
  },

  /** @returns {View} what the canvases are to show, for the map as it stands */
  findView() {
    const density = this.painters.density?.() ?? Math.min(MAX_DENSITY, globalThis.devicePixelRatio || 1);
    return makeView(this._map, density, Boolean(this.painters.isPrinted?.()));
  },

  /** Draw both canvases. */
  redraw() {
    if (!this.isOpen || !this._map || !this._map.getSize().x || !this._map.getSize().y) return;
    this.view = this.findView();
    performance.mark("mapgen-drawn");
    this.anchor = this._map.layerPointToLatLng(this.view.corner);
    L.DomUtil.setPosition(this.holder, this.view.corner);
    this.painters.layout(this.view);
    this.top.hidden = this.view.isPrinted;
    if (this.view.isPrinted) this.paintForPrint();
    else this.paint("ground", "top");
    this.stale.clear();
  },

  /** Leaflet tells of the end of moves that did not move, and of some twice. */
  settle() {
    if (this.view && isSame(this.view, this.findView())) return;
    this.redraw();
  },

  /** @param {...("ground"|"top")} parts which canvases to draw anew */
  paint(...parts) {
    for (const part of parts) this.painters[part](prepare(this[part], this.view), this.view);
  },

  /**
   * Browsers print the steps by which a canvas was drawn: masks get lost, and an upper canvas begins
   * with a white sheet. So one finished picture of both goes to the printer.
   */
  paintForPrint() {
    const { view } = this;
    const finished = document.createElement("canvas");
    const ctx = prepare(finished, view);
    this.painters.ground(ctx, view);
    this.painters.top(ctx, view);
    prepare(this.ground, view).drawImage(finished, 0, 0, view.width, view.height);
  },

  /** Draw again in the next frame. @param {...("layout"|"ground"|"top")} parts */
  refresh(...parts) {
    if (!this.stale.size) requestAnimationFrame(() => this.flush());
    for (const part of parts) this.stale.add(part);
  },

  flush() {
    if (!this.view || !this._map) return;
    if (this.stale.has("layout")) this.painters.layout(this.view);
    if (this.stale.has("ground")) this.paint("ground");
    if (this.stale.has("top") || this.stale.has("layout")) this.paint("top");
    this.stale.clear();
  },

  /** @param {L.ZoomAnimEvent} event */
  animateZoom(event) {
    if (!this.view) return;
    const offset = this._map._latLngToNewLayerPoint(this.anchor, event.zoom, event.center);
    L.DomUtil.setTransform(this.holder, offset, this._map.getZoomScale(event.zoom, this.view.zoom));
  },

  followZoom() {
    if (!this.view) return;
    const scale = this._map.getZoomScale(this._map.getZoom(), this.view.zoom);
    if (scale !== 1) L.DomUtil.setTransform(this.holder, this._map.latLngToLayerPoint(this.anchor), scale);
  },

  /** A long drag leaves the padding: draw once more. */
  followMove() {
    if (!this.view || this._map.getZoom() !== this.view.zoom || this._map._animatingZoom) return;
    const start = this._map.containerPointToLayerPoint([0, 0]).subtract(this.view.corner);
    const size = this._map.getSize();
    const gone =
      start.x < 0 || start.y < 0 || start.x + size.x > this.view.width || start.y + size.y > this.view.height;
    if (gone) this.redraw();
  },
};

/**
 * @param {Painters} painters
 * @returns {CanvasLayer}
 */
export function createCanvasLayer(painters) {
  const Layer = /** @type {any} */ (L.Layer.extend(methods));
  return new Layer(painters);
}
