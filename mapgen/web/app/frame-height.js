/**
 * Tells the page around a frame how high the frame would best be: {type: "mapgen-height", height}, in px.
 * Sent when it changes, and as the answer to a message of the same type; docs/embedding.md says how to listen.
 */

import { byId, first } from "../base/dom.js";
import * as embed from "./embed.js";

const TYPE = "mapgen-height";
const MAP = { share: 0.8, least: 240, most: 560 }; // of the width: the home view fits into it
const WHOLE = { share: 0.75, least: 640, most: 860 };
const OPEN_MOST = 640; // what is longer scrolls within the frame
const BESIDE_CARD = 42; // above and below a card, with its edges: see styles/embed.css

/** @param {typeof MAP} range @param {number} width */
const heightFor = ({ share, least, most }, width) => Math.max(least, Math.min(most, Math.round(width * share)));

/** How much of the key, of Details or of the tables there is to read. @param {App} app */
function openHeight(app) {
  if (app.store.get().panel === "table") return OPEN_MOST;
  if (!embed.isOpen(app)) return 0;
  const panel = byId("panel");
  const own = [first(panel, "[role=tabpanel]:not([hidden])"), first(panel, ".tab-bar")].reduce(
    (sum, part) => sum + (part?.offsetHeight ?? 0),
    0,
  );
  const isCard = panel.offsetWidth < document.documentElement.clientWidth;
  return Math.min(OPEN_MOST, own + (isCard ? BESIDE_CARD : 0));
}

/**
 * A map has no height of its own: it is given one for its width, and more where something longer lies over it.
 * Nothing of it depends on the present height, so that frame and page cannot drive each other on. A frame that is
 * small without asking for it wants the room of the full page.
 * @param {App} app
 */
export function natural(app) {
  const width = document.documentElement.clientWidth;
  if (!embed.isAsked(app)) return heightFor(WHOLE, width);
  const around = ["page-head", "embed-foot"].reduce((sum, id) => sum + byId(id).offsetHeight, 0);
  return around + Math.max(heightFor(MAP, width), openHeight(app));
}

/** @param {App} app */
export function wire(app) {
  const { parent } = globalThis;
  if (parent === globalThis.self) return;
  /** @type {number | null} */
  let last = null;
  const tell = () => {
    if (app.scene.print) return;
    last = natural(app);
    parent.postMessage({ type: TYPE, height: last }, "*"); // a number that anybody may know
  };
  const follow = new ResizeObserver(() => natural(app) !== last && tell());
  for (const element of [document.documentElement, ...document.querySelectorAll("#panel [role=tabpanel]")])
    follow.observe(element);
  app.store.watch(() => natural(app) !== last && tell());
  addEventListener("message", ({ source, data }) => source === parent && data?.type === TYPE && tell());
}
