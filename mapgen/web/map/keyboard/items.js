/**
 * Which features the keyboard finds on the map, in which order, and which of them lies in a direction.
 */

import { currentLanguage, localName } from "../../base/text.js";
import { activeOn, featuresOf, hasPlace, toDegrees, toWorld } from "../../facts/document.js";
import { activeAreas } from "../../drawing/areas.js";
import { toPixel } from "../../drawing/view.js";
import { kindOf } from "../../kinds/index.js";
import * as walkLines from "./lines.js";

/** @type {Record<string, Point>} */
export const DIRECTIONS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const SIDEWAYS = 3; // outside the quarter in front, a px to the side counts as so many ahead

/**
 * Posts by number, areas and fronts by size, events by date, the others by name.
 * @param {Item[]} items
 * @returns {Item[]}
 */
function sort(items) {
  const byName = new Intl.Collator(currentLanguage()).compare;
  /** @param {Feature} a @param {Feature} b */
  const rest = (a, b) => byName(localName(a.name), localName(b.name));
  return items.sort(({ feature: a }, { feature: b }) => {
    const { order, compare } = kindOf(a.layerKind).walk;
    return order - kindOf(b.layerKind).walk.order || compare?.(a, b) || rest(a, b);
  });
}

/** @param {Box} box @returns {Point} */
const middle = ([left, top, right, bottom]) => [(left + right) / 2, (top + bottom) / 2];

/**
 * An area stands for its largest name in sight, else for that of its label points which is nearest to the view.
 * @param {Scene} scene
 * @param {View} view
 * @param {Area} area
 * @returns {Item}
 */
function areaItem(scene, view, area) {
  const drawn = scene.layout.labels.find((label) => label.area === area);
  if (drawn) return { feature: area, at: middle(drawn.box), drawn };
  const centre = middle(view.window);
  /** @param {Point} point */
  const far = ([x, y]) => Math.hypot(x - centre[0], y - centre[1]);
  const points = (area.labels ?? []).map(([x, y]) => toPixel(view, toWorld(toDegrees(/** @type {Point} */ ([x, y])))));
  return { feature: area, at: points.reduce((best, point) => (far(point) < far(best) ? point : best)), drawn: null };
}

/**
 * Areas and numbered posts are there wherever the view is, as far as their switches are on.
 * @param {Scene} scene
 * @param {View} view
 * @returns {Item[]}
 */
function always(scene, view) {
  const { on, date } = scene.state;
  const areas = activeAreas(scene).filter((area) => on.has(`areas_of_control.${area.holder}`) && area.labels?.length);
  const posts = featuresOf(scene.model, "observation_posts")
    .filter(hasPlace)
    .filter((post) => on.has("observation_posts") && post.number && activeOn(post, date));
  return [
    ...areas.map((area) => areaItem(scene, view, area)),
    ...posts.map((post) => ({ feature: post, at: toPixel(view, post.world), drawn: null })),
  ];
}

/** @param {Point} point @param {Box} box */
const seen = ([x, y], [left, top, right, bottom]) => x >= left && y >= top && x <= right && y <= bottom;

/**
 * What has the focus stays, though its name may have found no room in a new view.
 * @param {Scene} scene
 * @param {View} view
 * @param {string | null} kept
 * @returns {Item[]}
 */
function keep({ model }, view, kept) {
  const feature = model.byId.get(kept ?? "");
  return feature?.world ? [{ feature, at: toPixel(view, feature.world), drawn: null }] : [];
}

/**
 * @param {Scene} scene @param {View} view @param {string | null} kept id of a feature that stays, in view or not
 * @returns {Item[]} in the order in which they are read
 */
export function list(scene, view, kept = null) {
  /** @param {Item} item */
  const wanted = (item) => item.feature.id === kept || seen(item.at, view.window);
  /** @type {Item[]} */
  const markers = scene.layout.markers.map((item) => ({ feature: item.feature, at: [item.x, item.y], drawn: item }));
  /** @type {Item[]} */
  const named = scene.layout.labels.flatMap((label) =>
    label.feature ? [{ feature: label.feature, at: label.at, drawn: label }] : [],
  );
  /** @type {Map<string, Item>} */
  const items = new Map();
  const all = [
    ...[...markers, ...named].filter(wanted),
    ...always(scene, view),
    ...walkLines.items(scene, view, kept),
    ...keep(scene, view, kept),
  ];
  for (const item of all) if (!items.has(item.feature.id)) items.set(item.feature.id, item);
  const [left, top] = view.window;
  return sort([...items.values()]).map((item) => ({ ...item, at: [item.at[0] - left, item.at[1] - top] }));
}

/**
 * The nearest item in the quarter that lies in a direction; where that is empty, in the half.
 * @param {Item[]} items
 * @param {Point} from px of the map
 * @param {string} key an arrow key; up is north in every language
 * @returns {Item | null}
 */
export function next(items, from, key) {
  const [dx, dy] = DIRECTIONS[key];
  /** @type {{item: Item, cost: number, inFront: boolean} | null} */
  let best = null;
  for (const item of items) {
    const [x, y] = [item.at[0] - from[0], item.at[1] - from[1]];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 0) continue;
    const inFront = aside <= ahead;
    const cost = inFront ? Math.hypot(ahead, aside) : ahead + SIDEWAYS * aside;
    if (!best || (inFront === best.inFront ? cost < best.cost : inFront)) best = { item, cost, inFront };
  }
  return best?.item ?? null;
}
