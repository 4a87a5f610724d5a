/**
 * The marks of events on the timeline: one stop for the keyboard, arrows from mark to mark, words beside each.
 */

import { el, fill, targetOf } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { eventWindow } from "../facts/days.js";
import { featuresOf } from "../facts/document.js";
import * as switches from "../facts/switches.js";
import { whatIs } from "../kinds/index.js";
import * as eventPeriod from "./period.js";
import { createSpans } from "./spans.js";
import * as stacks from "./stacks.js";

const USUAL_PX = 700; // until the page is laid out
const NEAR_PX = 16; // a finger need not meet a mark exactly

/** @param {App} app */
function shownEvents({ model, store }) {
  const { on, feature } = store.get();
  return featuresOf(model, "events").filter(
    (event) => event.id === feature || on.has(`events.${switches.eventGroup(event.category)}`),
  );
}

/** @param {EventFeature} event */
function wordsOf(event) {
  return text("timeline.mark", {
    name: localName(event.name),
    kind: whatIs(event),
    date: format.dateRange(event.date, event.date_end),
  });
}

/**
 * @template {HTMLElement} E
 * @param {E} element
 * @param {number} x
 * @param {number} row
 */
function at(element, x, row) {
  element.style.insetInlineStart = `${x.toFixed(1)}px`;
  element.style.setProperty("--row", String(row));
  return element;
}

/** @param {App} app @param {Mark} mark */
function markOf(app, { event, x, row }) {
  const classes = [
    switches.isViolent(event.category) ? ".violent" : "",
    event.date > app.model.atlas.as_of ? ".pale" : "",
  ].join("");
  const chosen = event.id === app.store.get().feature;
  return at(
    el(`button.mark${classes}`, {
      type: "button",
      "data-id": event.id,
      tabindex: -1,
      "aria-label": wordsOf(event),
      "aria-current": chosen ? "true" : null,
    }),
    x,
    row,
  );
}

/** The number of marks without room; it lists all events of its day. @param {App} app @param {Rest} rest */
function restOf(app, { day, count, x, above }) {
  const n = format.number(count);
  return at(
    el(
      `button.mark-more${above ? ".above" : ""}`,
      {
        type: "button",
        "data-day": day,
        tabindex: -1,
        "aria-label": text("timeline.more", { n, date: format.date(day) }),
      },
      el("bdi", { dir: "ltr" }, `+${n}`),
    ),
    x,
    stacks.HIGH - 1,
  );
}

/** @param {App} app @param {HTMLElement} button */
function openMark(app, button) {
  if (button.dataset.day) {
    eventPeriod.choose(app, [button.dataset.day, button.dataset.day]);
    app.showPanel("places");
    document.querySelector("#panel-places [data-group=events]")?.scrollIntoView();
    /** @type {HTMLElement | null} */
    const first = document.querySelector("#panel-places [data-group=events] .place-row");
    first?.focus({ preventScroll: true });
    return;
  }
  const event = app.model.byId.get(button.dataset.id ?? "");
  if (event) app.open(event.id, Boolean(event.degrees) && !event.off_frame);
}

/**
 * Which mark the keyboard comes to first: the chosen one, else the first that began on the days shown.
 * @param {App} app
 * @param {HTMLElement[]} buttons
 */
function stopOf(app, buttons) {
  const { date, period } = app.store.get();
  const days = eventWindow(date, period);
  /** @param {HTMLElement} button */
  const within = ({ dataset: { id = "" } }) => {
    const { date: day = "" } = app.model.byId.get(id) ?? {};
    return day >= days[0] && day <= days[1];
  };
  return buttons.find((button) => button.hasAttribute("aria-current")) ?? buttons.find(within) ?? buttons.at(-1);
}

/** @param {HTMLElement} root */
const buttonsOf = (root) => /** @type {HTMLElement[]} */ ([...root.children]);

/** @param {HTMLElement} root @param {KeyboardEvent} event */
function onKey(root, event) {
  const buttons = buttonsOf(root);
  const here = buttons.indexOf(targetOf(event));
  const rtl = document.documentElement.dir === "rtl";
  /** @type {Record<string, number>} */
  const steps = {
    ArrowRight: rtl ? -1 : 1,
    ArrowLeft: rtl ? 1 : -1,
    ArrowUp: 1,
    ArrowDown: -1,
    Home: -buttons.length,
    End: buttons.length,
  };
  if (here < 0 || !(event.key in steps)) return;
  event.preventDefault();
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, here + steps[event.key]))];
  buttons[here].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/**
 * @param {HTMLElement} root
 * @param {MouseEvent} event
 * @returns {HTMLElement | null} the mark at or near a place of the window
 */
function nearest(root, event) {
  /** @param {HTMLElement} button */
  const away = (button) => {
    const box = button.getBoundingClientRect();
    return Math.hypot(event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2);
  };
  const [best] = buttonsOf(root).sort((a, b) => away(a) - away(b));
  return best && away(best) <= NEAR_PX ? best : null;
}

/** @param {HTMLElement} root @param {MarkTip} tip @param {(id?: string) => void} showSpan */
function wireTip(root, tip, showSpan) {
  /** @param {Event} event */
  const show = (event) => {
    /** @type {HTMLElement | null} */
    const button = targetOf(event).closest(".mark, .mark-more");
    if (!button) return tip.hide();
    showSpan(button.dataset.id);
    return tip.show(button.getAttribute("aria-label") ?? "", button.getBoundingClientRect());
  };
  root.addEventListener("pointerover", show);
  root.addEventListener("focusin", (event) => targetOf(event).matches(":focus-visible") && show(event));
  const hide = () => {
    tip.hide();
    showSpan();
  };
  for (const end of ["pointerout", "focusout", "click"]) root.addEventListener(end, hide);
  root.addEventListener("keydown", (event) => event.key === "Escape" && tip.hide());
}

/**
 * @param {App} app
 * @param {Track} track
 * @param {MarkTip} tip
 * @param {AbortSignal} signal @returns {{draw: () => void}}
 */
export function build(app, track, tip, signal) {
  const root = el("div.marks", { role: "toolbar", "aria-label": text("timeline.marks") });
  track.zone.append(root);
  const showDays = createSpans(track);
  const showSpan = (id = app.store.get().feature) => showDays(app.model.byId.get(id ?? ""));
  function draw() {
    const width = track.inner.clientWidth || USUAL_PX;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const held = root.contains(focused) ? focused?.dataset : null;
    const { marks, more } = stacks.arrange(shownEvents(app), track.scale, width, app.store.get().feature);
    const all = [
      ...marks.map((mark) => ({ x: mark.x, button: markOf(app, mark) })),
      ...more.map((rest) => ({ x: rest.x, button: restOf(app, rest) })),
    ]
      .sort((a, b) => a.x - b.x)
      .map(({ button }) => button);
    fill(root, all);
    track.fit(width, marks);
    const again =
      held &&
      all.find((button) => (held.id ? button.dataset.id === held.id : held.day && button.dataset.day === held.day));
    const stop = again ?? stopOf(app, all);
    if (stop) stop.tabIndex = 0;
    again?.focus({ preventScroll: true });
    showSpan();
  }
  root.addEventListener("keydown", (event) => onKey(root, event));
  track.zone.addEventListener("click", (event) => {
    /** @type {HTMLElement | null} */
    const button = targetOf(event).closest(".mark, .mark-more") ?? (track.zone.brushed ? null : nearest(root, event));
    if (button) openMark(app, button);
  });
  wireTip(root, tip, showSpan);
  app.store.watch(
    (state, changed) => ["on", "feature", "date", "period"].some((key) => changed.has(key)) && draw(),
    signal,
  );
  draw();
  return { draw };
}
