/**
 * Where actors stand in the diagram of relations, and where the lines between them run.
 */

export const WIDTH = 1000;
const COLUMNS = [
  [0, 224],
  [386, 614],
  [776, WIDTH],
];
export const ROW = 100;
export const BOX = 72; // of a row; the rest is the way for lines
const APART = { x: 34, y: 20 }; // lines between the same two

/** @typedef {{left: number, right: number, top: number, bottom: number}} Edges */

/**
 * @param {Actor["seat"]} seat
 * @param {boolean} rtl
 * @returns {Edges} the box of an actor, mirrored where
 * reading goes so
 */
export function boxOf([column, first, last], rtl) {
  const [left, right] = COLUMNS[column];
  const side = rtl ? { left: WIDTH - right, right: WIDTH - left } : { left, right };
  return { ...side, top: first * ROW, bottom: last * ROW + BOX };
}

/**
 * Where a line of a bundle runs between two boxes.
 * @param {Edges} one
 * @param {Edges} other
 * @param {number} at -0.5, 0.5, … of a line beside the middle
 * @returns {[Point, Point]} two ends
 */
export function route(one, other, at) {
  const top = Math.max(one.top, other.top);
  const bottom = Math.min(one.bottom, other.bottom);
  const left = Math.max(one.left, other.left);
  const right = Math.min(one.right, other.right);
  const level = bottom > top;
  const across = level ? (top + bottom) / 2 + at * APART.y : (left + right) / 2 + at * APART.x;
  /** @param {keyof Edges} low @param {keyof Edges} high */
  const facing = (low, high) => (one[high] <= other[low] ? [one[high], other[low]] : [one[low], other[high]]);
  const [x1, x2] = right > left ? [across, across] : facing("left", "right");
  const [y1, y2] = level ? [across, across] : facing("top", "bottom");
  return [
    [x1, y1],
    [x2, y2],
  ];
}

/** @typedef {{relation: Relation, ends: [Point, Point], below: boolean}} Route */

/**
 * Lines with their places: those between the same two actors lie side by side.
 * @param {Model} model
 * @param {boolean} rtl
 * @returns {Route[]}
 */
export function routes(model, rtl) {
  /** @param {string} id */
  const box = (id) => boxOf(model.actors.get(id)?.seat ?? [0, 0, 0], rtl);
  /** @param {Relation} relation */
  const pair = ({ from, to }) => [from, to].sort().join(" ");
  return model.relations.map((relation) => {
    const bundle = model.relations.filter((other) => pair(other) === pair(relation));
    const number = bundle.indexOf(relation);
    const ends = route(box(relation.from), box(relation.to), number - (bundle.length - 1) / 2);
    return { relation, ends, below: number > 0 };
  });
}
