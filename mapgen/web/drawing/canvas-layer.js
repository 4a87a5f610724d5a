/**
 * A Leaflet layer of two canvases: the ground (areas, lines) and what stands on it (labels, markers).
 * The canvases reach past the map's edges, so that a drag shows ground at once.
 */

import { contextOf, el } from "../base/dom.js";
import { clipToParts, isSame, makeView, newParts } from "./view.js";

const MAX_DENSITY = 2;

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

/**
 * Move what a canvas shows to where another view has the same places.
 * @param {HTMLCanvasElement} canvas @param {View} from @param {View} to
 */
function moveAlong(canvas, from, to) {
  const scale = to.size / from.size;
  const ctx = contextOf(canvas);
  ctx.setTransform(1, 0, 0, 1, 0, 0); // device pixels, so that a shift blurs nothing
  ctx.globalCompositeOperation = "copy";
  const corner = /** @type {const} */ ([from.left * scale - to.left, from.top * scale - to.top]);
  const [x, y] = corner.map((px) => px * to.density);
  ctx.drawImage(canvas, x, y, canvas.width * scale, canvas.height * scale);
  ctx.globalCompositeOperation = "source-over";
  ctx.setTransform(to.density, 0, 0, to.density, 0, 0);
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
      movestart: this.begin,
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

  /** Lay the canvases where a view has them. @param {View} view */
  take(view) {
    this.view = view;
    this.anchor = this._map.layerPointToLatLng(view.corner);
    L.DomUtil.setPosition(this.holder, view.corner);
  },

  /** Draw both canvases. */
  redraw() {
    if (!this.isOpen || !this._map || !this._map.getSize().x || !this._map.getSize().y) return;
    this.take(this.findView());
    performance.mark("mapgen-drawn");
    this.painters.layout(this.view);
    this.top.hidden = this.view.isPrinted;
    if (this.view.isPrinted) this.paintForPrint();
    else this.paint("ground", "top");
    this.stale.clear();
  },

  /** A move that takes longer than a frame is one that a reader watches. */
  begin() {
    this.isWatched = false;
    requestAnimationFrame(() => (this.isWatched = true));
  },

  /** Leaflet tells of the end of moves that did not move, and of some twice. */
  settle() {
    if (this.view && isSame(this.view, this.findView())) return;
    if (this.isWatched) this.drawInSteps();
    else this.redraw();
  },

  /** The ground first; what stands on it moves along and gets its new places in the next frame. */
  drawInSteps() {
    const [before, view] = [this.view, this.findView()];
    if (!before || view.isPrinted || before.density !== view.density) {
      this.redraw();
      return;
    }
    this.take(view);
    moveAlong(this.top, before, view);
    const parts = this.stale.has("ground") ? null : newParts(before, view);
    if (parts) this.paintParts(before, parts);
    else this.paint("ground");
    this.stale.delete("ground");
    this.refresh("layout");
  },

  /** Move the ground and draw what is new of it. @param {View} before @param {Box[]} parts */
  paintParts(before, parts) {
    moveAlong(this.ground, before, this.view);
    const ctx = contextOf(this.ground);
    const view = { ...this.view, parts };
    ctx.save();
    clipToParts(ctx, view);
    ctx.clearRect(0, 0, view.width, view.height);
    this.painters.ground(ctx, view);
    ctx.restore();
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
    if (gone) this.drawInSteps();
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
