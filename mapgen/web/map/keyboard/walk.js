/**
 * The map by keyboard: one stop of the Tab key, arrow keys from feature to feature by direction on the ground.
 * Every feature is a button in the map's region, so that a screen reader finds it as well.
 */

import { el } from "../../base/dom.js";
import { whenIdle } from "../../base/lazy.js";
import { currentLanguage, text } from "../../base/text.js";
import { pageScrolls } from "../../base/window.js";
import { shortOf } from "../../kinds/index.js";
import { uniqueNames } from "../../kinds/walk-names.js";
import * as controls from "../controls.js";
import * as walkItems from "./items.js";

const PAN_PX = 120;
const EDGE_PX = 90; // a feature nearer to the edge is brought further in
const INSET_PX = 14;
/** @type {Record<string, number>} */
const ZOOM_STEPS = { "+": 1, "=": 1, "-": -1, _: -1 };

/** @param {Walk} walk */
const has = (walk) => walk.items.find((item) => item.feature.id === walk.focused);

/**
 * The one element of the map that Tab reaches: the feature that was last walked to, or the map itself.
 * @param {Walk} walk
 * @param {string | null} id
 */
function setStop(walk, id) {
  walk.focused = id;
  walk.container.tabIndex = id ? -1 : 0;
  for (const [key, button] of walk.buttons) button.tabIndex = key === id ? 0 : -1;
}

/**
 * What the reader walked to is opened, or is the answer to a task.
 * @param {App} app
 * @param {Walk} walk
 * @param {string} id
 */
function choose(app, walk, id) {
  if (!app.asking) {
    app.open(id, false);
    return;
  }
  const item = walk.items.find(({ feature }) => feature.id === id);
  if (!item) return;
  const { lng, lat } = app.map.containerPointToLatLng(item.at);
  app.asking.take(id, item.feature.degrees ?? [lng, lat]);
}

/** @param {App} app @param {Walk} walk @param {string} id */
function makeButton(app, walk, id) {
  return el("button.walk-item", {
    type: "button",
    "data-id": id,
    tabindex: -1,
    onclick: () => choose(app, walk, id),
    onfocus: () => onFocus(app, walk, id),
    onblur: () => onBlur(app),
  });
}

/** In the order of the items; elements stay where they are, for one that moves loses the focus. @param {Walk} walk */
function putInOrder(walk) {
  let at = walk.group.firstElementChild;
  for (const { feature } of walk.items) {
    const button = walk.buttons.get(feature.id);
    if (button === at) at = at.nextElementSibling;
    else if (button && button !== document.activeElement) walk.group.insertBefore(button, at);
  }
}

/**
 * A box around the feature, or what of it lies in the map: nothing is to scroll there.
 * @param {HTMLElement} button
 * @param {Point} point
 * @param {L.Point} size of the map
 */
function place(button, [x, y], size) {
  /** @param {number} value @param {number} most */
  const within = (value, most) => Math.round(Math.max(INSET_PX, Math.min(most - INSET_PX, value)));
  button.style.left = `${within(x, size.x)}px`;
  button.style.top = `${within(y, size.y)}px`;
}

/** Names hold for one date and one language. @param {App} app @param {Walk} walk */
function knownNames(app, walk) {
  const names = `${currentLanguage()} ${app.store.get().date}`;
  if (walk.namesOf !== names) Object.assign(walk, { namesOf: names, names: new Map() });
  return walk.names;
}

/** The buttons follow what the map shows, at once where a reader walks. @param {App} app @param {View} view */
export function update(app, view) {
  const { walk } = app;
  if (!walk || view.isPrinted) return;
  const waits = Boolean(walk.view);
  walk.view = view;
  if (walk.container.contains(document.activeElement)) renew(app, walk);
  else if (!waits) whenIdle([() => renew(app, walk)]);
}

/** Bring the buttons up to date with what the map shows. @param {App} app @param {Walk} walk */
function renew(app, walk) {
  const { view } = walk;
  if (!view) return;
  walk.view = null;
  const kept = walk.group.contains(document.activeElement) ? walk.focused : null;
  walk.items = walkItems.list(app.scene, view, kept);
  const names = uniqueNames(
    app,
    walk.items.map((item) => item.feature),
    knownNames(app, walk),
  );
  const size = app.map.getSize();
  const gone = new Set(walk.buttons.keys());
  walk.items.forEach((item, i) => {
    const { id } = item.feature;
    gone.delete(id);
    const button = walk.buttons.get(id) ?? makeButton(app, walk, id);
    walk.buttons.set(id, button);
    if (button.ariaLabel !== names[i]) button.setAttribute("aria-label", names[i]);
    place(button, item.at, size);
  });
  for (const id of gone) drop(walk, id);
  putInOrder(walk);
  showFocus(app, kept ? has(walk) : null);
  walk.group.setAttribute("aria-label", text("walk.group"));
}

/** A feature that the map no longer shows hands the focus back to the map. @param {Walk} walk @param {string} id */
function drop(walk, id) {
  const button = walk.buttons.get(id);
  const focused = button === document.activeElement;
  walk.buttons.delete(id);
  if (walk.focused === id) setStop(walk, null);
  if (focused) walk.container.focus({ preventScroll: true });
  button?.remove();
}

/** The ring on the map and a name beside it, as a pointer gets it. @param {App} app @param {Item | null} [item] */
function showFocus(app, item) {
  const { scene, walk } = app;
  scene.focused = item ?? null;
  if (item) walk?.tip.show(shortOf(app, { feature: item.feature }), ...item.at);
  else walk?.tip.hide();
}

/** @param {App} app @param {Walk} walk @param {string} id */
function onFocus(app, walk, id) {
  setStop(walk, id);
  bringIntoView(app, has(walk));
  showFocus(app, has(walk));
  app.layer.refresh("top");
}

/** @param {App} app */
function onBlur(app) {
  showFocus(app, null);
  app.layer.refresh("top");
}

/** @param {Box} box @param {Point} point */
const covers = ([left, top, right, bottom], [x, y]) => x > left && x < right && y > top && y < bottom;

/** Nothing that has the focus lies outside the map or under a control. @param {App} app @param {Item} [item] */
function bringIntoView(app, item) {
  if (!item) return;
  const { map, scene } = app;
  const { at } = item;
  const spot = map.containerPointToLatLng(at);
  const size = map.getSize();
  const inside = covers([INSET_PX, INSET_PX, size.x - INSET_PX, size.y - INSET_PX], at);
  const hidden = scene.controls?.().some((box) => covers(box, at));
  if (inside && !hidden) return;
  scene.moved = true;
  const edge = Math.min(EDGE_PX, size.x / 4, size.y / 4);
  if (hidden) map.panTo(spot, { animate: false });
  else map.panInside(spot, { padding: [edge, edge], animate: false });
}

/** Give the focus to an item. @param {Walk} walk @param {Item | null} item */
function go(walk, item) {
  if (item) walk.buttons.get(item.feature.id)?.focus({ preventScroll: !pageScrolls() });
}

/**
 * The item that a key leads to from where the focus is, or from the middle of the view.
 * @param {App} app
 * @param {Walk} walk
 * @param {string} key
 */
function target({ map }, walk, key) {
  const { items } = walk;
  const at = items.findIndex((item) => item.feature.id === walk.focused);
  const size = map.getSize();
  if (key in walkItems.DIRECTIONS) {
    const others = items.filter((item, i) => i !== at);
    return walkItems.next(others, items[at]?.at ?? [size.x / 2, size.y / 2], key);
  }
  /** @type {Record<string, number>} */
  const indexes = { Home: 0, End: items.length - 1, PageDown: at + 1, PageUp: at < 0 ? items.length - 1 : at - 1 };
  return items[(indexes[key] + items.length) % items.length];
}

/** @param {App} app @param {Walk} walk @param {string} key */
function pan(app, walk, key) {
  const [dx, dy] = walkItems.DIRECTIONS[key];
  app.scene.moved = true;
  app.map.panBy([dx * PAN_PX, dy * PAN_PX], { animate: false });
  const item = has(walk);
  const size = app.map.getSize();
  if (item && !covers([0, 0, size.x, size.y], item.at)) walk.container.focus({ preventScroll: true });
}

/** @param {App} app @param {Walk} walk @param {number} by */
function zoom(app, walk, by) {
  const item = has(walk);
  app.scene.moved = true;
  app.map.setZoomAround(item ? app.map.containerPointToLatLng(item.at) : app.map.getCenter(), app.map.getZoom() + by, {
    animate: false,
  });
  if (item) bringIntoView(app, has(walk));
}

/**
 * @param {App} app
 * @param {Walk} walk
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was one of the map's
 */
function act(app, walk, event) {
  const { key } = event;
  const onItem = event.target !== walk.container;
  if (key in walkItems.DIRECTIONS && event.shiftKey) pan(app, walk, key);
  else if (key in walkItems.DIRECTIONS || ["Home", "End", "PageUp", "PageDown"].includes(key))
    go(walk, target(app, walk, key));
  else if (key in ZOOM_STEPS) zoom(app, walk, ZOOM_STEPS[key]);
  else if (key === "Escape" && onItem && !app.store.get().feature && !app.asking)
    walk.container.focus({ preventScroll: true });
  else return false;
  return true;
}

/** @param {App} app @param {Walk} walk @param {KeyboardEvent} event */
function onKey(app, walk, event) {
  if (event.ctrlKey || event.altKey || event.metaKey || !act(app, walk, event)) return;
  event.preventDefault();
  event.stopPropagation(); // Leaflet would move the map as well
}

/** @param {App} app @param {HTMLElement} frame around the map */
export function wire(app, frame) {
  const container = app.map.getContainer();
  const group = el("div.walk", { role: "group" });
  /** @type {Walk} */
  const walk = {
    container,
    group,
    buttons: new Map(),
    items: [],
    focused: null,
    names: new Map(),
    view: null,
    tip: controls.createTooltip(frame),
  };
  app.walk = walk;
  container.append(group);
  for (const type of ["click", "dblclick", "mousedown", "keypress"])
    group.addEventListener(type, (event) => event.stopPropagation());
  container.addEventListener("keydown", (event) => onKey(app, walk, event));
  container.addEventListener("focusin", () => renew(app, walk));
  container.addEventListener("focus", () => setStop(walk, null));
  app.map.on("movestart", () => walk.tip.hide());
}
