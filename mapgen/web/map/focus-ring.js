/**
 * The ring around the feature of the map that has the focus of the keyboard: over everything else.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const WIDTH = 3;
  const GAP = 2; // px of white between a feature and its ring, and as much outside
  const POINT_PX = 10;
  const SELECTED_PX = { disc: 20, glyph: 7 }; // as far as the ring of the selection reaches

  function stroke(ctx, path) {
    mapgen.lines.strokeAll(ctx, [[path, { colour: mapgen.look.evidence, width: WIDTH, casing: WIDTH + 2 * GAP, casingOpacity: 1, cap: "round" }]]);
  }

  function circle([x, y], radius) {
    const path = new Path2D();
    path.arc(x, y, radius, 0, 2 * Math.PI);
    return path;
  }

  /** Around a name, with its dot where it has one. */
  function around(label) {
    const dot = label.dot ? mapgen.occupancyBoxes.around(...label.at, 4) : label.box;
    const box = label.box.map((edge, i) => (i < 2 ? Math.min(edge, dot[i]) : Math.max(edge, dot[i])));
    const [left, top, right, bottom] = mapgen.occupancyBoxes.grow(box, GAP + WIDTH / 2);
    const path = new Path2D();
    path.roundRect(left, top, right - left, bottom - top, 4);
    return path;
  }

  function pathOf({ drawn, at }) {
    if (drawn?.box) return around(drawn);
    if (!drawn) return circle(at, POINT_PX);
    const selected = drawn.disc ? SELECTED_PX.disc : drawn.radius + SELECTED_PX.glyph;
    return circle([drawn.x, drawn.y], (drawn.selected ? selected + WIDTH : drawn.radius) + GAP + WIDTH / 2);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Scene} scene whose `focused` item is ringed @param {View} view */
  function paint(ctx, scene, view) {
    const { focused } = scene;
    if (!focused || view.isPrinted) return;
    const { polygons, lines } = focused.feature;
    if (polygons) stroke(ctx, mapgen.ground.pathOfPolygons(scene.model, view, polygons));
    if (lines) stroke(ctx, mapgen.ground.pathOfLines(scene.model, view, lines));
    const [left, top] = view.window;
    stroke(ctx, pathOf({ ...focused, at: [focused.at[0] + left, focused.at[1] + top] }));
  }

  mapgen.focusRing = { paint };
})();
