/**
 * The first stops of the Tab key: from the map to the tables and back, and to the panel.
 * Their addresses are for readers without scripts; here the address is the state of the page and stays.
 */

import { text } from "../base/text.js";
import * as panels from "../panels/panel.js";

const isTables = (app) => app.store.get().panel === "table";

/** What the first stop leads to: whichever of the two is not shown. */
function update(app) {
  const link = document.querySelector("[data-skip=view]");
  link.dataset.text = isTables(app) ? "page.skip.map" : "page.skip.tables";
  link.textContent = text(link.dataset.text);
}

function switchView(app) {
  const toMap = isTables(app);
  app.showPanel(toMap ? "key" : "table");
  const target = toMap ? app.map.getContainer() : document.querySelector("#tables h2");
  if (!toMap) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function toPanel(app) {
  if (isTables(app)) app.showPanel("key");
  const panel = document.getElementById("panel");
  if (panels.currentHeight(panel) === "low") panels.setHeight(app, panel, "half");
  panel.querySelector("[role=tab][aria-selected=true]").focus();
}

/** @param {App} app */
export function wire(app) {
  for (const [name, act] of [
    ["view", switchView],
    ["panel", toPanel],
  ]) {
    document.querySelector(`[data-skip=${name}]`).addEventListener("click", (event) => {
      event.preventDefault();
      act(app);
    });
  }
  app.store.watch((state, changed) => changed.has("panel") && update(app));
  update(app);
}
