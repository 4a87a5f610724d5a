/**
 * The diagram of relations: actors as buttons on a grid, relations as lines between them. A kind of relation is told
 * by the pattern of its line and by its word, never by a colour.
 */

import { el } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { ACTOR_PREFIX, leadKey, relationsOf } from "../facts/people.js";
import { swatchOf } from "./parts.js";

const SVG = "http://www.w3.org/2000/svg";
export const KINDS = ["allied", "sponsor", "member", "agreement", "talks", "hostile"];
const ONE_WAY = new Set(["sponsor", "member"]);
const WIDTH = 1000;
const COLUMNS = [
  [0, 224],
  [386, 614],
  [776, WIDTH],
];
const ROW = 100;
const BOX = 72; // of a row; the rest is the way for lines
const APART = { x: 34, y: 20 }; // lines between the same two
const ARROW = { along: 26, across: 9 };
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ASIDE = 3; // a step to the side counts as so many ahead

function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/**
 * A line in the pattern of its kind; an arrow where it goes one way.
 * @param {Point} from
 * @param {Point} to x, y
 */
function strokes(kind, from, to, arrow = ARROW) {
  const d = `M${from}L${to}`;
  const parts = [svg("path", { d, class: `stroke ${kind}` })];
  if (kind === "agreement") parts.push(svg("path", { d, class: "core" }));
  if (!ONE_WAY.has(kind)) return parts;
  const level = from[1] === to[1];
  const sign = Math.sign(level ? to[0] - from[0] : to[1] - from[1]);
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

/**
 * @returns {{left: number, right: number, top: number, bottom: number}} the box of an actor, mirrored where reading
 * goes so
 */
export function boxOf([column, first, last], rtl) {
  const [left, right] = COLUMNS[column];
  const side = rtl ? { left: WIDTH - right, right: WIDTH - left } : { left, right };
  return { ...side, top: first * ROW, bottom: last * ROW + BOX };
}

/**
 * Where a line of a bundle runs between two boxes.
 * @param {number} at -0.5, 0.5, … of a line beside the middle
 * @returns {number[][]} two ends
 */
export function route(one, other, at) {
  const top = Math.max(one.top, other.top);
  const bottom = Math.min(one.bottom, other.bottom);
  const left = Math.max(one.left, other.left);
  const right = Math.min(one.right, other.right);
  const level = bottom > top;
  const across = level ? (top + bottom) / 2 + at * APART.y : (left + right) / 2 + at * APART.x;
  const facing = (low, high) => (one[high] <= other[low] ? [one[high], other[low]] : [one[low], other[high]]);
  const [x1, x2] = right > left ? [across, across] : facing("left", "right");
  const [y1, y2] = level ? [across, across] : facing("top", "bottom");
  return [
    [x1, y1],
    [x2, y2],
  ];
}

/** Lines with their places: those between the same two actors lie side by side. */
export function routes(model, rtl) {
  const box = (id) => boxOf(model.actors.get(id).seat, rtl);
  const pair = ({ from, to }) => [from, to].sort().join(" ");
  return model.relations.map((relation) => {
    const bundle = model.relations.filter((each) => pair(each) === pair(relation));
    const number = bundle.indexOf(relation);
    const ends = route(box(relation.from), box(relation.to), number - (bundle.length - 1) / 2);
    return { relation, ends, below: number > 0 };
  });
}

const percent = (value, of) => `${((100 * value) / of).toFixed(2)}%`;

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

/** The word on a line: above it, below it where another has that place, beside it where it is upright. */
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
 */
function nodeName(model, actor) {
  const short = (id) => localName(model.actors.get(id).short);
  const groups = new Map();
  for (const relation of relationsOf(model, actor.id)) {
    const key = leadKey(relation, actor.id);
    groups.set(key, [...(groups.get(key) ?? []), short(relation.from === actor.id ? relation.to : relation.from)]);
  }
  const words = [...groups].map(([key, names]) => text(key, { name: format.list(names) }));
  return text("who.node", { name: calledInFull(actor), relations: words.join("; ") || text("who.none") });
}

/** What is seen comes first, what an abbreviation stands for after it: "HTS, Hayat Tahrir al-Sham". */
function calledInFull(actor) {
  const [short, full] = [localName(actor.short), localName(actor.name)];
  const spelt = full.replace(` (${short})`, "");
  return spelt === full ? short : `${short}${text("walk.separator")}${spelt}`;
}

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

/** The nearest node the way an arrow points. @returns {HTMLElement | null} */
function towards(nodes, from, [dx, dy]) {
  const centre = (node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [x, y] = centre(from);
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

/** One stop for Tab; arrows go by direction, Home and End to the ends. */
function onKey(nodes, event) {
  const ends = { Home: nodes[0], End: nodes.at(-1) };
  const way = WAYS[event.key];
  const next = way ? towards(nodes, event.target.closest(".who-node"), way) : ends[event.key];
  if (!way && !next) return;
  event.preventDefault();
  next?.focus();
}

/** The lines of one actor stand out for as long as it has the focus or the pointer. */
function light(root, id) {
  root.classList.toggle("lit", Boolean(id));
  const near = new Set([id]);
  for (const part of root.querySelectorAll("[data-from]")) {
    const own = part.dataset.from === id || part.dataset.to === id;
    part.classList.toggle("on", own);
    if (own) near.add(part.dataset.from).add(part.dataset.to);
  }
  for (const node of root.querySelectorAll(".who-node")) node.classList.toggle("on", near.has(node.dataset.actor));
}

function wire(root, nodes) {
  const idOf = (event) => event.target.closest?.(".who-node")?.dataset.actor ?? null;
  const focused = () => (root.contains(document.activeElement) ? document.activeElement.dataset.actor : null);
  root.addEventListener("keydown", (event) => onKey(nodes, event));
  root.addEventListener("focusin", (event) => {
    for (const node of nodes) node.tabIndex = node === event.target ? 0 : -1;
    light(root, idOf(event));
  });
  root.addEventListener("focusout", () => light(root, null));
  root.addEventListener("pointerover", (event) => light(root, idOf(event) ?? focused()));
  root.addEventListener("pointerleave", () => light(root, focused()));
}

function keyOf(model) {
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
  const found = routes(app.model, rtl);
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  picture.append(...found.map(lineOf));
  const nodes = actors.map((actor) => nodeOf(app, actor, { height, rtl }));
  if (nodes.length) nodes[0].tabIndex = 0;
  const labels = el(
    "div",
    { "aria-hidden": "true" },
    found.map((each) => labelOf(each, height)),
  );
  const root = el("div.who", { role: "group", "aria-label": text("who.diagram") }, picture, labels, nodes);
  root.style.setProperty("--rows", String(height / ROW));
  wire(root, nodes);
  return el("figure.who-figure", {}, root, keyOf(app.model));
}
