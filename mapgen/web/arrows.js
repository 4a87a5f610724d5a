/**
 * Edge arrows: events far outside the map, as tabs on its edge that point where they happened.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const MOST = { wide: 3, phone: 1 };
  const MARGIN = 110; // px kept free at the ends of an edge, for controls and scale
  const POST_PX = 14;
  const el = (...args) => mapgen.dom.el(...args);

  /** @returns {Object[]} events of the days on the map that happened outside it and are switched on */
  function distantEvents(scene) {
    const days = mapgen.markers.eventWindow(scene.model, scene.state.date, scene.state.period);
    return mapgen.featuresOf(scene.model, "events").filter((event) =>
      event.off_frame && event.world && mapgen.markers.inWindow(event, days) && scene.state.on.has(`events.${mapgen.switches.eventGroup(event.category)}`));
  }

  /**
   * Where the ray from the middle of the map leaves it.
   * @param {number} width @param {number} height px @param {number} dx @param {number} dy direction, y down
   * @returns {{side: "left"|"right"|"top"|"bottom", along: number}} along: px from the left or the top
   */
  function edgeOf(width, height, dx, dy) {
    const sideways = Math.abs(dx) * height >= Math.abs(dy) * width;
    const scale = sideways ? width / 2 / Math.abs(dx) : height / 2 / Math.abs(dy);
    const side = sideways ? (dx < 0 ? "left" : "right") : dy < 0 ? "top" : "bottom";
    const length = sideways ? height : width;
    const along = length / 2 + (sideways ? dy : dx) * scale;
    return { side, along: Math.max(MARGIN, Math.min(length - MARGIN, along)) };
  }

  function tab(app, event, far) {
    const when = mapgen.format.date(event.date, { short: true });
    const detail = mapgen.text("arrow.detail", { date: when, distance: mapgen.format.kilometres(far) });
    const glyph = mapgen.samples.glyph(mapgen.switches.eventGlyph(event.category), 18, 20);
    return el("button.edge-arrow", { type: "button", "data-over-map": true, "data-id": event.id, onclick: () => app.open(event.id, false) },
      glyph, el("span.edge-text", {}, el("span.edge-name", {}, mapgen.name(event.name)), el("span.edge-detail", {}, detail)), mapgen.dom.icon("arrow"));
  }

  /** The place on the edge nearest to the wanted one that hides no post. */
  function clearOf(posts, wanted, side, size, button) {
    const width = button.offsetWidth + POST_PX;
    const reach = button.offsetHeight / 2 + POST_PX;
    const inTheWay = posts.filter((post) => (side === "left" ? post.x < width : post.x > size.x - width));
    const shifts = Array.from({ length: 16 }, (_, i) => (i % 2 ? -1 : 1) * Math.ceil(i / 2) * 20);
    const free = shifts.map((shift) => wanted + shift).find((y) => y > MARGIN / 2 && y < size.y - MARGIN / 2 && !inTheWay.some((post) => Math.abs(post.y - y) < reach));
    return free ?? wanted;
  }

  /** Numbered posts in px of the map: they never move, so the tabs do. */
  function postPoints({ scene, map }) {
    return mapgen.featuresOf(scene.model, "observation_posts")
      .filter((post) => post.number && post.degrees)
      .map((post) => map.latLngToContainerPoint([post.degrees[1], post.degrees[0]]));
  }

  /** Put a tab on its edge. Insets are physical: an arrow to the east points to the right in every language. */
  function place(button, map, event, posts) {
    const size = map.getSize();
    const target = map.latLngToContainerPoint([event.degrees[1], event.degrees[0]]);
    const dx = target.x - size.x / 2;
    const dy = target.y - size.y / 2;
    const { side, along: wanted } = edgeOf(size.x, size.y, dx, dy);
    button.dataset.side = side;
    const sideways = side === "left" || side === "right";
    const along = sideways ? clearOf(posts, wanted, side, size, button) : wanted;
    button.style.left = sideways ? "" : `${along}px`;
    button.style.top = sideways ? `${along}px` : "";
    button.querySelector(".icon").style.transform = `rotate(${Math.atan2(dy, dx)}rad)`;
  }

  /** Bring the tabs up to date. @param {App} app @param {HTMLElement} root @returns {Object[]} the events shown */
  function update(app, root) {
    const { scene, map } = app;
    const embedded = scene.embed || (scene.compact && !scene.phone);
    const most = scene.print || embedded ? 0 : scene.phone ? MOST.phone : MOST.wide;
    const events = distantEvents(scene).slice(0, most);
    const names = events.map((event) => event.id).join();
    if (root.dataset.events !== names) {
      const { home } = scene.model.atlas;
      const middle = [(home[0] + home[2]) / 2, (home[1] + home[3]) / 2];
      root.dataset.events = names;
      mapgen.dom.fill(root, events.map((event) => tab(app, event, mapgen.geometry.distanceKm(middle, event.degrees))));
    }
    const posts = postPoints(app);
    events.forEach((event, i) => place(root.children[i], map, event, posts));
    return events;
  }

  mapgen.arrows = { update, edgeOf, distantEvents };
})();
