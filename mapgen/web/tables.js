/**
 * The tables of the page as a view of their own; every row leads to its place on the map.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});

  /** Give each row's first cell a button that opens the feature. Made when the tables are first looked at. */
  function makeButtons(app, root) {
    for (const row of root.querySelectorAll("tbody tr[data-id]")) {
      const cell = row.cells[0];
      if (!cell || !app.model.byId.has(row.dataset.id)) continue;
      const button = mapgen.dom.el("button.link", { type: "button", onclick: () => app.open(row.dataset.id, true) });
      button.append(...cell.childNodes);
      cell.append(button);
    }
  }

  /** A short way to each table. */
  function makeIndex(root) {
    const links = [...root.querySelectorAll("table[data-layer]")].map((table) => {
      const caption = table.caption?.textContent.trim() ?? table.dataset.layer;
      return mapgen.dom.el("li", {}, mapgen.dom.el("button.link", { type: "button", onclick: () => {
        table.parentElement.scrollIntoView();
        table.parentElement.focus({ preventScroll: true });
      } }, caption));
    });
    const nav = mapgen.dom.el("nav.table-index", { "aria-label": mapgen.text("tables.index") }, mapgen.dom.el("ul", {}, links));
    root.querySelector("h2")?.after(nav);
  }

  /** @param {App} app @param {HTMLElement} root the section of the tables */
  function prepare(app, root) {
    if (root.dataset.prepared) return;
    root.dataset.prepared = "true";
    makeButtons(app, root);
    makeIndex(root);
  }

  mapgen.tables = { prepare };
})();
