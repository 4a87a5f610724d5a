import test from "node:test";
import assert from "node:assert/strict";
import { smallDocument } from "../page-kit.js";
import { worldX, worldY } from "../../../mapgen/web/base/geometry.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import {
  areaContains,
  idleArcs,
  partAt,
  projectArcs,
  traceLine,
  tracePolygon,
} from "../../../mapgen/web/facts/topology.js";

const fresh = () => readDocument(smallDocument());
const world = (lon, lat) => [worldX(lon), worldY(lat)];

/** A path that notes what is drawn. */
function notebook() {
  const calls = [];
  return {
    calls,
    moveTo: (x, y) => calls.push(["M", x, y]),
    lineTo: (x, y) => calls.push(["L", x, y]),
    closePath: () => calls.push(["Z"]),
  };
}

test("neighbours trace their shared edge through the same points", () => {
  const model = fresh();
  const arcs = projectArcs(model, 9);
  const there = notebook();
  const back = notebook();
  traceLine(there, arcs, [0], 0, 0);
  traceLine(back, arcs, [~0], 0, 0);
  const points = (path) => path.calls.map(([, x, y]) => `${x},${y}`);
  assert.deepEqual(points(back).reverse(), points(there));
});

test("arcs are projected once for a zoom", () => {
  const model = fresh();
  assert.equal(projectArcs(model, 9), projectArcs(model, 9));
  assert.notEqual(projectArcs(model, 9), projectArcs(model, 10));
});

test("points nearer than the eye can tell are thinned, ends never", () => {
  const data = smallDocument();
  data.arcs[0] = [3700000, 3500000, 1, 1, 1, 1, 0, 199998];
  const [arc] = projectArcs(readDocument(data), 9);
  assert.equal(arc.length, 4);
});

test("an area contains its own ground", () => {
  const model = fresh();
  const area = model.byId.get("area-hts");
  assert.ok(areaContains(model, area, world(36.5, 36)));
  assert.ok(!areaContains(model, area, world(37.5, 36)));
  const part = partAt(model, area, world(36.5, 36));
  assert.equal(part.index, 0);
  assert.ok(part.area > 0);
  assert.equal(partAt(model, area, world(39, 36)), null);
});

test("a polygon closes each of its rings", () => {
  const model = fresh();
  const path = notebook();
  tracePolygon(path, projectArcs(model, 9), [[0, 1]], 0, 0);
  assert.equal(path.calls.filter(([kind]) => kind === "M").length, 1);
  assert.equal(path.calls.at(-1)[0], "Z");
});

test("arcs between ground of one colour are idle", () => {
  const areas = [
    { holder: "hts", polygons: [[[0, 1]]] },
    { holder: "hts+nlf", polygons: [[[~0, 2]]], small_into: ["hts"] },
  ];
  assert.deepEqual([...idleArcs(areas)], [0]);
  areas[1].small_into = [null];
  assert.deepEqual([...idleArcs(areas)], []);
});
