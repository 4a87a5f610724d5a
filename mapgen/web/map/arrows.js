/**
 * Edge arrows: events far outside the map, as tabs on its edge that point where they happened.
 */

import { allOf, el, fill, icon } from "../base/dom.js";
import * as format from "../base/format.js";
import { distanceKm } from "../base/geometry.js";
import { currentLanguage, localName, text } from "../base/text.js";
import { eventWindow, inWindow } from "../facts/days.js";
import { featuresOf, hasPlace } from "../facts/document.js";
import * as switches from "../facts/switches.js";
import * as samples from "../drawing/samples.js";
import * as controls from "./controls.js";
import { around, grow, meet } from "./occupancy.js";

const MOST = { wide: 3, phone: 1 };
const MARGIN = 110; // px kept free at the ends of an edge, for controls and scale
const POST_PX = 14;
const AIR_PX = 4;
const STEP_PX = 12; // between the places that are tried along an edge
const STEPS = 40;
const ROWS = [0, 1, 2];

/**
 * @param {Scene} scene
 * @returns {Placed<EventFeature>[]} events of the days on the map that happened outside it and are switched on
 */
export function distantEvents(scene) {
  const days = eventWindow(scene.state.date, scene.state.period);
  return featuresOf(scene.model, "events")
    .filter(hasPlace)
    .filter(
      (event) =>
        event.off_frame && inWindow(event, days) && scene.state.on.has(`events.${switches.eventGroup(event.category)}`),
    );
}

/** @typedef {"left"|"right"|"top"|"bottom"} Side */

/**
 * Where the ray from the middle of the map leaves it.
 * @param {number} width @param {number} height px @param {number} dx @param {number} dy direction, y down
 * @returns {{side: Side, along: number}} along: px from the left or the top
 */
export function edgeOf(width, height, dx, dy) {
  const sideways = Math.abs(dx) * height >= Math.abs(dy) * width;
  const scale = sideways ? width / 2 / Math.abs(dx) : height / 2 / Math.abs(dy);
  const side = sideways ? (dx < 0 ? "left" : "right") : dy < 0 ? "top" : "bottom";
  const length = sideways ? height : width;
  const along = length / 2 + (sideways ? dy : dx) * scale;
  return { side, along: Math.max(MARGIN, Math.min(length - MARGIN, along)) };
}

/** @param {App} app @param {EventFeature} event @param {number} far km */
function tab(app, event, far) {
  const when = format.date(event.date, { short: true });
  const detail = text("arrow.detail", { date: when, distance: format.kilometres(far) });
  const glyph = samples.glyph(switches.eventGlyph(event.category), 18, 20);
  return el(
    "button.edge-arrow",
    { type: "button", "data-over-map": true, "data-id": event.id, onclick: () => app.open(event.id, false) },
    glyph,
    el("span.edge-text", {}, el("span.edge-name", {}, localName(event.name)), el("span.edge-detail", {}, detail)),
    icon("arrow"),
  );
}

/**
 * The box of a tab with its middle at a place along an edge; where an edge is full, further in.
 * @param {Side} side
 * @param {number} along
 * @param {L.Point} size of the map
 * @param {{offsetWidth: number, offsetHeight: number}} button
 * @param {number} [inward]
 * @returns {Box}
 */
function boxAt(side, along, size, { offsetWidth: width, offsetHeight: height }, inward = 0) {
  if (side === "left" || side === "right") {
    const left = side === "left" ? inward : size.x - width - inward;
    return [left, along - height / 2, left + width, along + height / 2];
  }
  const top = side === "top" ? inward : size.y - height - inward;
  return [along - width / 2, top, along + width / 2, top + height];
}

/**
 * The place nearest to the wanted one where the tab covers nothing: on the edge, or in a row further in.
 * @param {Box[]} obstacles
 * @param {number} wanted
 * @param {Side} side
 * @param {L.Point} size of the map
 * @param {HTMLElement} button
 * @returns {{along: number, inward: number}} px; the wanted one on the edge if there is none
 */
function clearOf(obstacles, wanted, side, size, button) {
  const whole = [AIR_PX, AIR_PX, size.x - AIR_PX, size.y - AIR_PX];
  const sideways = side === "left" || side === "right";
  /** @param {Box} box */
  const inside = (box) =>
    sideways ? box[1] >= whole[1] && box[3] <= whole[3] : box[0] >= whole[0] && box[2] <= whole[2];
  const shifts = Array.from({ length: 2 * STEPS }, (_, i) => (i % 2 ? -1 : 1) * Math.ceil(i / 2) * STEP_PX);
  const row = (sideways ? button.offsetWidth : button.offsetHeight) + 2 * AIR_PX;
  const tries = ROWS.flatMap((number) => shifts.map((shift) => ({ along: wanted + shift, inward: number * row })));
  return (
    tries.find(({ along, inward }) => {
      const box = boxAt(side, along, size, button, inward);
      return inside(box) && !obstacles.some((other) => meet(grow(box, AIR_PX), other));
    }) ?? { along: wanted, inward: 0 }
  );
}

/**
 * What the tabs keep clear of, in px of the map: the controls, and the numbered posts, which never move.
 * @param {App} app
 * @param {HTMLElement} root
 */
function obstaclesOf({ scene, map }, root) {
  const posts = featuresOf(scene.model, "observation_posts")
    .filter(hasPlace)
    .filter((post) => post.number && scene.state.on.has("observation_posts"))
    .map((post) => map.latLngToContainerPoint([post.degrees[1], post.degrees[0]]));
  const overlays = controls.rectangles(
    /** @type {HTMLElement} */ (root.parentElement),
    "[data-over-map]:not(.edge-arrow)",
  );
  return [...posts.map(({ x, y }) => around(x, y, POST_PX)), ...overlays];
}

/**
 * Put a tab on its edge. Insets are physical: an arrow to the east points to the right in every language.
 * @param {HTMLElement} button
 * @param {L.Map} map
 * @param {Placed<EventFeature>} event
 * @param {Box[]} obstacles
 */
function place(button, map, event, obstacles) {
  const size = map.getSize();
  const target = map.latLngToContainerPoint([event.degrees[1], event.degrees[0]]);
  const dx = target.x - size.x / 2;
  const dy = target.y - size.y / 2;
  const { side, along: wanted } = edgeOf(size.x, size.y, dx, dy);
  button.dataset.side = side;
  const sideways = side === "left" || side === "right";
  const { along, inward } = clearOf(obstacles, wanted, side, size, button);
  obstacles.push(boxAt(side, along, size, button, inward)); // the next tab keeps clear of this one
  button.style.setProperty("--inward", `${inward}px`);
  button.classList.toggle("inward", inward > 0);
  button.style.left = sideways ? "" : `${along}px`;
  button.style.top = sideways ? `${along}px` : "";
  /** @type {SVGElement | null} */
  const arrow = button.querySelector(".icon");
  if (arrow) arrow.style.transform = `rotate(${Math.atan2(dy, dx)}rad)`;
}

/** Bring the tabs up to date. @param {App} app @param {HTMLElement} root @returns {EventFeature[]} the events shown */
export function update(app, root) {
  const { scene, map } = app;
  const embedded = scene.embed || (scene.compact && !scene.phone);
  const most = scene.print || embedded ? 0 : scene.phone ? MOST.phone : MOST.wide;
  const events = distantEvents(scene).slice(0, most);
  const names = [currentLanguage(), ...events.map((event) => event.id)].join();
  if (root.dataset.events !== names) {
    const { home } = scene.model.atlas;
    /** @type {Point} */
    const middle = [(home[0] + home[2]) / 2, (home[1] + home[3]) / 2];
    root.dataset.events = names;
    fill(
      root,
      events.map((event) => tab(app, event, distanceKm(middle, event.degrees))),
    );
  }
  const obstacles = obstaclesOf(app, root);
  const tabs = allOf(root, ".edge-arrow"); // an extension may put something between them
  events.forEach((event, i) => tabs[i] && place(tabs[i], map, event, obstacles));
  return events;
}
