/** A document without a screen, and an app for panels to be built of. */
import { JSDOM, VirtualConsole } from "jsdom";
import { smallDocument } from "../page-kit.js";
import { createStore } from "../../../mapgen/web/base/store.js";
import { useTexts } from "../../../mapgen/web/base/text.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import * as binding from "../../../mapgen/web/app/binding.js";

const PAGE = `<!DOCTYPE html><html lang='en'><body><div id='root'></div>
<section id='bibliography'><ol><li><a href='https://example.org/'>Book</a></ol></section></body></html>`;

export const { window } = new JSDOM(PAGE, {
  url: "https://example.org/map.html",
  virtualConsole: new VirtualConsole(),
});
globalThis.window = window;
globalThis.document = window.document;
globalThis.location = window.location;
globalThis.Node = window.Node;

/** An app without a map, with what it opened and switched. @param {function(Object): void} change of the document */
export function makeApp(change = () => {}) {
  const data = smallDocument();
  change(data);
  const model = readDocument(data);
  useTexts(model.texts, "en");
  const store = createStore({ ...binding.stateOf(model, ""), hovered: null });
  const opened = [];
  const app = {
    model,
    store,
    scene: { pictures: {}, layout: { counts: new Map() } },
    opened,
    open: (id, fly) => opened.push([id, fly]),
    toggle: (id, on) => opened.push([id, on]),
  };
  return app;
}
