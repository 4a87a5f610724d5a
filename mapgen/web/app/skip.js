/**
 * The first stops of the Tab key: from the map to the tables and back, and to the panel.
 * Their addresses are for readers without scripts; here the address is the state of the page and stays.
 */

import { byId, only } from "../base/dom.js";
import { text } from "../base/text.js";
import * as panels from "../panels/panel.js";

/** @param {App} app */
const isTables = (app) => app.store.get().panel === "table";

/** What the first stop leads to: whichever of the two is not shown. @param {App} app */
function update(app) {
  const link = only(document, "[data-skip=view]");
  const key = isTables(app) ? "page.skip.map" : "page.skip.tables";
  link.dataset.text = key;
  link.textContent = text(key);
}

/** @param {App} app */
function switchView(app) {
  const toMap = isTables(app);
  app.showPanel(toMap ? "key" : "table");
  const target = toMap ? app.map.getContainer() : only(document, "#tables h2");
  if (!toMap) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** @param {App} app */
function toPanel(app) {
  if (isTables(app)) app.showPanel("key");
  const panel = byId("panel");
  if (panels.currentHeight(panel) === "low") panels.setHeight(app, panel, "half");
  only(panel, "[role=tab][aria-selected=true]").focus();
}

/** @param {App} app */
export function wire(app) {
  for (const [name, act] of Object.entries({ view: switchView, panel: toPanel })) {
    only(document, `[data-skip=${name}]`).addEventListener("click", (event) => {
      event.preventDefault();
      act(app);
    });
  }
  app.store.watch((state, changed) => changed.has("panel") && update(app));
  update(app);
}
