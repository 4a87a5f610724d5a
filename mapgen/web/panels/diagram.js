/**
 * The diagram of relations: actors as buttons on a grid, relations as lines between them. A kind of relation is told
 * by the pattern of its line and by its word, never by a colour.
 */

import { allOf, el, svg, targetOf } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { ACTOR_PREFIX, leadKey, relationsOf } from "../facts/people.js";
import { swatchOf } from "./parts.js";
import { BOX, boxOf, routes, ROW, WIDTH } from "./routes.js";

export const KINDS = ["allied", "sponsor", "member", "agreement", "talks", "hostile"];
const ONE_WAY = new Set(["sponsor", "member"]);

const ARROW = { along: 26, across: 9 };
/** @type {Record<string, Point>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ASIDE = 3; // a step to the side counts as so many ahead

/** @import { Route } from "./routes.js" */

/**
 * A line in the pattern of its kind; an arrow where it goes one way.
 * @param {string} kind
 * @param {Point} from
 * @param {Point} to x, y
 * @param {{along: number, across: number}} [arrow]
 */
function strokes(kind, from, to, arrow = ARROW) {
  const d = `M${from}L${to}`;
  const parts = [svg("path", { d, class: `stroke ${kind}` })];
  if (kind === "agreement") parts.push(svg("path", { d, class: "core" }));
  if (!ONE_WAY.has(kind)) return parts;
  const level = from[1] === to[1];
  const sign = Math.sign(level ? to[0] - from[0] : to[1] - from[1]);
  /** @param {1 | -1} side */
  const corner = (side) =>
    level
      ? [to[0] - sign * arrow.along, to[1] + side * arrow.across * 1.3]
      : [to[0] + side * arrow.across * 2, to[1] - sign * arrow.along * 0.6];
  return [...parts, svg("path", { d: `M${to}L${corner(1)}L${corner(-1)}Z`, class: "arrow" })];
}

/** @param {string} kind @returns {SVGElement} a short piece of its line */
export function sample(kind) {
  const picture = svg("svg", { viewBox: "0 0 34 12", class: "relation-sample", "aria-hidden": "true" });
  picture.append(...strokes(kind, [1, 6], [33, 6], { along: 8, across: 3 }));
  return picture;
}

/** @param {number} value @param {number} of */
const percent = (value, of) => `${((100 * value) / of).toFixed(2)}%`;

/** @param {Route} route */
function lineOf({ relation, ends }) {
  const group = svg("g", {
    class: "who-line",
    "data-relation": relation.id,
    "data-kind": relation.kind,
    "data-from": relation.from,
    "data-to": relation.to,
  });
  group.append(...strokes(relation.kind, ...ends));
  return group;
}

/**
 * The word on a line: above it, below it where another has that place, beside it where it is upright.
 * @param {Route} route
 * @param {number} height
 */
function labelOf({ relation, ends: [[x1, y1], [x2, y2]], below }, height) {
  const place = y1 === y2 ? (below ? "below" : "above") : "beside";
  const label = el(
    `span.who-label.${place}`,
    { "data-from": relation.from, "data-to": relation.to },
    text(`relation.${relation.kind}`),
  );
  label.style.left = percent((x1 + x2) / 2, WIDTH);
  label.style.top = percent((y1 + y2) / 2, height);
  return label;
}

/**
 * An actor with all its relations in words: "hostile to NLF and Civil society; talks with Turkey". What is seen is
 * part of it.
 * @param {Model} model
 * @param {Actor} actor
 */
function nodeName(model, actor) {
  /** @param {string} id */
  const short = (id) => localName(model.actors.get(id)?.short);
  const groups = new Map();
  for (const relation of relationsOf(model, actor.id)) {
    const key = leadKey(relation, actor.id);
    groups.set(key, [...(groups.get(key) ?? []), short(relation.from === actor.id ? relation.to : relation.from)]);
  }
  const words = [...groups].map(([key, names]) => text(key, { name: format.list(names) }));
  return text("who.node", { name: calledInFull(actor), relations: words.join("; ") || text("who.none") });
}

/**
 * What is seen comes first, what an abbreviation stands for after it: "HTS, Hayat Tahrir al-Sham".
 * @param {Actor} actor
 */
function calledInFull(actor) {
  const [short, full] = [localName(actor.short), localName(actor.name)];
  const spelt = full.replace(` (${short})`, "");
  return spelt === full ? short : `${short}${text("walk.separator")}${spelt}`;
}

/** @param {App} app @param {Actor} actor @param {{height: number, rtl: boolean}} whole */
function nodeOf(app, actor, { height, rtl }) {
  const { left, right, top, bottom } = boxOf(actor.seat, rtl);
  const node = el(
    "button.who-node",
    {
      type: "button",
      tabindex: -1,
      "data-actor": actor.id,
      "aria-label": nodeName(app.model, actor),
      onclick: () => app.open(ACTOR_PREFIX + actor.id, false),
    },
    swatchOf(app, actor.id),
    el("span", {}, localName(actor.short)),
  );
  Object.assign(node.style, {
    left: percent(left, WIDTH),
    width: percent(right - left, WIDTH),
    top: percent(top, height),
    height: percent(bottom - top, height),
  });
  return node;
}

/**
 * The nearest node the way an arrow points.
 * @param {HTMLElement[]} nodes
 * @param {HTMLElement} from
 * @param {Point} way
 * @returns {HTMLElement | null}
 */
function towards(nodes, from, [dx, dy]) {
  /** @param {HTMLElement} node */
  const centre = (node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [x, y] = centre(from);
  /** @param {HTMLElement} node */
  const cost = (node) => {
    const [ahead, aside] = [
      (centre(node)[0] - x) * dx + (centre(node)[1] - y) * dy,
      Math.abs((centre(node)[0] - x) * dy) + Math.abs((centre(node)[1] - y) * dx),
    ];
    return ahead > 1 ? ahead + ASIDE * aside : Infinity;
  };
  const best = nodes.filter((node) => node !== from).sort((a, b) => cost(a) - cost(b))[0];
  return best && cost(best) < Infinity ? best : null;
}

/**
 * One stop for Tab; arrows go by direction, Home and End to the ends.
 * @param {HTMLElement[]} nodes
 * @param {KeyboardEvent} event
 */
function onKey(nodes, event) {
  /** @type {Record<string, HTMLElement | undefined>} */
  const ends = { Home: nodes[0], End: nodes.at(-1) };
  const way = WAYS[event.key];
  /** @type {HTMLElement | null} */
  const here = targetOf(event).closest(".who-node");
  const next = way && here ? towards(nodes, here, way) : ends[event.key];
  if (!way && !next) return;
  event.preventDefault();
  next?.focus();
}

/**
 * The lines of one actor stand out for as long as it has the focus or the pointer.
 * @param {HTMLElement} root
 * @param {string | null | undefined} id
 */
function light(root, id) {
  root.classList.toggle("lit", Boolean(id));
  /** @type {Set<string | null | undefined>} */
  const near = new Set([id]);
  for (const part of /** @type {NodeListOf<HTMLElement | SVGElement>} */ (root.querySelectorAll("[data-from]"))) {
    const own = part.dataset.from === id || part.dataset.to === id;
    part.classList.toggle("on", own);
    if (own) near.add(part.dataset.from).add(part.dataset.to);
  }
  for (const node of allOf(root, ".who-node")) node.classList.toggle("on", near.has(node.dataset.actor));
}

/** @param {HTMLElement} root @param {HTMLElement[]} nodes */
function wire(root, nodes) {
  /** @param {Event} event */
  const idOf = (event) => {
    /** @type {HTMLElement | null} */
    const node = targetOf(event).closest(".who-node");
    return node?.dataset.actor ?? null;
  };
  const focused = () => nodes.find((node) => node === document.activeElement)?.dataset.actor;
  root.addEventListener("keydown", (event) => onKey(nodes, event));
  root.addEventListener("focusin", (event) => {
    for (const node of nodes) node.tabIndex = node === event.target ? 0 : -1;
    light(root, idOf(event));
  });
  root.addEventListener("focusout", () => light(root, null));
  root.addEventListener("pointerover", (event) => light(root, idOf(event) ?? focused()));
  root.addEventListener("pointerleave", () => light(root, focused()));
}

/** @param {Model} model */
function keyOf(model) {
  /** @param {string} kind */
  const count = (kind) => model.relations.filter((relation) => relation.kind === kind).length;
  return el(
    "ul.who-key",
    {},
    KINDS.filter(count).map((kind) =>
      el("li", {}, sample(kind), el("span", {}, `${text(`relation.${kind}`)} (${format.number(count(kind))})`)),
    ),
  );
}

/** @param {App} app @returns {HTMLElement} the diagram with the key of its lines */
export function build(app) {
  const actors = [...app.model.actors.values()];
  const rtl = document.documentElement.dir === "rtl";
  const rows = 1 + Math.max(0, ...actors.map(({ seat }) => seat[2]));
  const height = (rows - 1) * ROW + BOX;
  const lines = routes(app.model, rtl);
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  picture.append(...lines.map(lineOf));
  const nodes = actors.map((actor) => nodeOf(app, actor, { height, rtl }));
  if (nodes.length) nodes[0].tabIndex = 0;
  const labels = el(
    "div",
    { "aria-hidden": "true" },
    lines.map((line) => labelOf(line, height)),
  );
  const root = el("div.who", { role: "group", "aria-label": text("who.diagram") }, picture, labels, nodes);
  root.style.setProperty("--rows", String(height / ROW));
  wire(root, nodes);
  return el("figure.who-figure", {}, root, keyOf(app.model));
}
