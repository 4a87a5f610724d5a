/**
 * The small form for other pages: the map, its legend, who made it, and the way to the full page.
 */

import * as address from "../base/address.js";
import { byId, el, lessMotion, only, targetOf } from "../base/dom.js";
import * as focus from "../base/focus.js";
import { text } from "../base/text.js";
import { isFramed } from "../base/window.js";
import * as evidence from "../facts/evidence.js";
import { addressField } from "./outside.js";

const SMALL = "(max-width: 519.98px) and (max-height: 419.98px)";
const ROOM_PX = 80; // of the map beside what lies over it: less is no place to show a feature in

/** @returns {boolean} whether the page has the small form */
export function isOn() {
  return document.documentElement.classList.contains("embed");
}

const fullMap = () => /** @type {HTMLAnchorElement} */ (byId("full-map"));

/** @param {App} app @returns {boolean} whether the address asks for the small form */
export function isAsked({ store }) {
  return store.get().embed || address.asksInQuery();
}

/** Small where it is asked for, and in every frame with no room for more. @param {App} app */
export function form(app) {
  const { classList } = document.documentElement;
  const asked = isAsked(app);
  const framed = isFramed();
  classList.toggle("framed", framed || asked);
  classList.toggle("embed", asked || (framed && matchMedia(SMALL).matches));
  app.scene.embed = isOn();
}

/** @param {App} app @returns {boolean} whether the key, Details or another panel lies over the map */
export function isOpen({ store }) {
  const { panel, legend } = store.get();
  return isOn() && (panel === "key" ? legend : panel !== "table");
}

/** Swatches that do not all fit are none: the key has them. */
function fitStrip() {
  const strip = byId("strip");
  strip.classList.toggle("crowded", strip.scrollHeight > strip.clientHeight + 4);
}

/** @param {App} app */
function showLink(app) {
  const link = fullMap();
  const href = address.ofView(app);
  link.hidden = !href;
  link.href = href ?? "#";
}

/** @param {App} app */
function update(app) {
  form(app);
  document.documentElement.dataset.sheet = isOpen(app) ? "open" : "closed";
  const { panel, legend } = app.store.get();
  byId("legend").setAttribute("aria-expanded", String(legend && panel === "key"));
  byId("sheet-title").textContent =
    document.querySelector("#panel [role=tab][aria-selected=true] .long")?.textContent ?? "";
  showLink(app);
  fitStrip();
}

/** What lies over the map takes the focus, and gives it back. @param {App} app @param {boolean} open */
function setLegend(app, open) {
  app.store.set({ legend: open, panel: "key" });
  (open ? only(document, "[data-sheet-close]") : byId("legend")).focus({ preventScroll: true });
}

/** @param {App} app */
function close(app) {
  const { panel } = app.store.get();
  if (panel === "key") {
    setLegend(app, false);
    return;
  }
  if (panel === "details") app.closeDetails();
  else app.showPanel("key");
  if (focus.isLost()) byId("legend").focus({ preventScroll: true });
}

/** Details have their own listener. @param {App} app @param {KeyboardEvent} event */
function onKey(app, event) {
  if (
    event.key !== "Escape" ||
    !isOpen(app) ||
    app.store.get().panel === "details" ||
    targetOf(event).closest("dialog")
  )
    return;
  event.stopPropagation();
  close(app);
}

/** The feature whose card has opened over it is moved beside the card. @param {App} app */
function reveal(app) {
  const { feature } = app.store.get();
  const degrees = evidence.spotOf(feature) ?? app.model.byId.get(feature ?? "")?.degrees;
  if (!degrees || !isOpen(app)) return;
  const map = app.map.getContainer().getBoundingClientRect();
  const card = byId("panel").getBoundingClientRect();
  const aside = card.width < map.width - ROOM_PX;
  const cut = { left: 0, right: 0, bottom: 0 };
  if (aside) cut[card.left - map.left > map.right - card.right ? "right" : "left"] = card.width;
  else cut.bottom = map.bottom - card.top;
  if (map.height - cut.bottom < ROOM_PX) return;
  const { x, y } = app.map.latLngToContainerPoint([degrees[1], degrees[0]]);
  if (x > cut.left && x < map.width - cut.right && y < map.height - cut.bottom) return;
  app.scene.moved = true;
  const edge = ROOM_PX / 2;
  app.map.panInside([degrees[1], degrees[0]], {
    paddingTopLeft: [cut.left + edge, edge],
    paddingBottomRight: [cut.right + edge, cut.bottom + edge],
    animate: !lessMotion(),
  });
}

/** Where the frame may open no tab, the address is there to be copied. @param {string} href */
function tellAddress(href) {
  const field = addressField(text("embed.address"), href, {
    onblur: () => field.parentElement?.remove(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && byId("full-map").focus(),
  });
  byId("map-frame").append(el("p.embed-note", {}, text("embed.no-tab"), field));
  field.focus({ preventScroll: true });
}

/**
 * Only an opened tab tells that it was let: a link without one would do nothing, and say nothing.
 * @param {MouseEvent} event
 */
function openFull(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || !isFramed()) return;
  event.preventDefault();
  const { href } = fullMap();
  if (!globalThis.open(href, "_blank")) tellAddress(href);
}

/** @param {App} app */
export function wire(app) {
  app.store.watch((state, changed) => {
    update(app);
    if (changed.has("embed")) app.resized();
    if (changed.has("feature") && state.feature) reveal(app);
  });
  app.map.on("moveend", () => showLink(app));
  matchMedia(SMALL).addEventListener("change", () => update(app));
  new ResizeObserver(fitStrip).observe(byId("strip"));
  byId("legend").addEventListener("click", () =>
    setLegend(app, !(app.store.get().legend && app.store.get().panel === "key")),
  );
  only(document, "[data-sheet-close]").addEventListener("click", () => close(app));
  byId("full-map").addEventListener("click", openFull);
  document.addEventListener("keydown", (event) => onKey(app, event), { capture: true });
  update(app);
  reveal(app);
}
