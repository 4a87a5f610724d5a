/**
 * What stands below the map: buttons and a slider that move it through the dates, and the timeline of events.
 */

import { el, fill, icon, lessMotion, renew } from "../base/dom.js";
import * as focus from "../base/focus.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { sameOn } from "../facts/days.js";
import * as controls from "../map/controls.js";
import * as timelineDrag from "./drag.js";
import * as timelineMarks from "./marks.js";
import * as eventPeriod from "./period.js";
import * as timeline from "./timeline.js";

const FRAME_MS = 900;

/**
 * The holder whose ground grew or shrank most since the date before.
 * @param {Model} model @param {string} date @returns {{holder: string, km2: number, since: string} | null}
 */
export function largestChange(model, date) {
  const { statistics } = model;
  const at = statistics?.dates.indexOf(date) ?? -1;
  if (!statistics || at < 1) return null;
  const changes = Object.entries(statistics.holders).map(([holder, { km2 }]) => ({
    holder,
    km2: (km2[at] ?? 0) - (km2[at - 1] ?? 0),
  }));
  const [largest] = changes.sort((a, b) => Math.abs(b.km2) - Math.abs(a.km2));
  return largest && Math.abs(largest.km2) >= 1 ? { ...largest, since: statistics.dates[at - 1] } : null;
}

/** The date in words, and what changed most on it. @param {Model} model @param {string} date */
export function valueText(model, date) {
  const words = format.date(date);
  const change = largestChange(model, date);
  if (!change) return words;
  const km2 = format.signed(change.km2);
  return text("time.value", {
    date: words,
    holder: localName(model.holders.get(change.holder)?.short) || change.holder,
    change: text("unit.km2", { n: km2 }),
  });
}

/** @param {Parameters<typeof icon>[0]} name @param {string} key @param {() => void} onclick */
function button(name, key, onclick) {
  const label = text(key);
  return el("button", { type: "button", "data-time": name, "aria-label": label, title: label, onclick }, icon(name));
}

/**
 * @param {App} app
 * @param {() => void} changed is told when it begins or stops to play
 * @returns {Player} the actions of the strip; `running` is the timer while it plays
 */
export function createPlayer(app, changed) {
  const { dates } = app.model;
  const at = () => dates.indexOf(app.store.get().date);
  /** @type {Player} */
  const player = {
    running: null,
    at,
    go(index) {
      const date = dates[Math.max(0, Math.min(dates.length - 1, index))];
      app.store.set({ date, feature: sameOn(app.model, app.store.get().feature, date) });
    },
    step(by) {
      player.stop();
      player.go(at() + by);
      app.say(format.date(app.store.get().date));
    },
    stop() {
      if (player.running === null) return;
      clearTimeout(player.running);
      player.running = null;
      app.say(format.date(app.store.get().date));
      changed();
    },
    play() {
      const next = at() + 1 < dates.length ? at() + 1 : 0;
      if (lessMotion()) {
        player.step(next - at());
        return;
      }
      player.go(next);
      player.running = setTimeout(tickOver, FRAME_MS);
      changed();
    },
  };
  function tickOver() {
    player.go(at() + 1);
    if (at() + 1 >= dates.length) player.stop();
    else player.running = setTimeout(tickOver, FRAME_MS);
  }
  return player;
}

/** @param {App} app @param {Player} player */
function makeSlider(app, player) {
  return el("input.time-slider", {
    type: "range",
    min: 0,
    max: app.model.dates.length - 1,
    step: 1,
    "aria-label": text("time.slider"),
    oninput: (event) => {
      player.stop();
      player.go(Number(event.target.value));
    },
  });
}

/**
 * Where the timeline has no room it is folded to the buttons; this one opens it.
 * @param {App} app
 * @param {HTMLElement} root
 */
function foldButton(app, root) {
  const fold = el(
    "button.time-fold",
    {
      type: "button",
      "aria-expanded": "false",
      onclick: () => {
        const open = root.dataset.open !== "true";
        root.dataset.open = String(open);
        fold.setAttribute("aria-expanded", String(open));
        if (open && app.scene.phone) app.setSheet("low");
      },
    },
    text("timeline.open"),
  );
  fold.setAttribute("aria-expanded", String(root.dataset.open === "true"));
  return fold;
}

/** @param {App} app @param {Player} player @param {HTMLInputElement} slider */
function homeButton(app, player, slider) {
  const { as_of: day } = app.model.atlas;
  return el(
    "button.link.time-home",
    {
      type: "button",
      onclick: () => {
        player.step(app.model.dates.length);
        slider.focus({ preventScroll: true });
      },
    },
    text("time.home", { date: format.date(day, { shortMonth: true }) }),
  );
}

/** Words beside a mark, kept within the timeline. @param {HTMLElement} root @returns {MarkTip} */
function tipIn(root) {
  const tip = controls.createTooltip(root);
  return {
    hide: tip.hide,
    show(words, box) {
      const base = root.getBoundingClientRect();
      tip.show(words, box.right - base.left - 8, box.top - base.top);
    },
  };
}

/**
 * @typedef {{back: HTMLButtonElement, forward: HTMLButtonElement, play: HTMLButtonElement, date: HTMLTimeElement,
 * home: HTMLButtonElement, slider: HTMLInputElement}} Parts
 */

/**
 * @param {App} app
 * @param {Player} player
 * @param {Parts} parts
 * @returns {() => void} brings buttons, words and slider up to date
 */
function updater(app, player, parts) {
  const { model } = app;
  const { back, forward, play, date, home, slider } = parts;
  return () => {
    const day = app.store.get().date;
    date.dateTime = day;
    date.textContent = format.date(day, { shortMonth: true });
    slider.value = String(player.at());
    slider.setAttribute("aria-valuetext", valueText(model, day));
    focus.disable(back, player.at() <= 0, slider);
    focus.disable(forward, player.at() >= model.dates.length - 1, slider);
    home.hidden = day === model.atlas.as_of;
    const doing = text(player.running === null ? (lessMotion() ? "time.step" : "time.play") : "time.pause");
    play.setAttribute("aria-label", doing);
    play.title = doing;
    fill(play, icon(player.running === null ? "play" : "pause"));
  };
}

/**
 * Marks stand anew where the width changes.
 * @param {Track} track
 * @param {{draw: () => void}} marks
 * @param {AbortSignal} signal
 */
function watchWidth(track, marks, signal) {
  if (!globalThis.ResizeObserver) return;
  let width = track.inner.clientWidth;
  const observer = new ResizeObserver(() => {
    if (track.inner.clientWidth === width) return;
    width = track.inner.clientWidth;
    marks.draw();
  });
  observer.observe(track.inner);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** @param {App} app @param {TimeSection} root */
export function build(app, root) {
  root.hidden = app.model.dates.length < 2;
  if (root.hidden) return;
  root.player?.stop();
  const signal = renew(root);
  const player = (root.player = createPlayer(app, () => update()));
  const slider = makeSlider(app, player);
  const parts = {
    back: button("back", "time.back", () => player.step(-1)),
    forward: button("forward", "time.forward", () => player.step(1)),
    play: button("play", "time.play", () => (player.running === null ? player.play() : player.stop())),
    date: el("time.time-date"),
    slider,
    home: homeButton(app, player, slider),
  };
  const track = (root.track = timeline.build(app, slider));
  const period = eventPeriod.buttons(app, signal);
  const showDate = updater(app, player, parts);
  function update() {
    showDate();
    track.update();
  }
  fill(
    root,
    el(
      "div.time-bar",
      {},
      el("div.time-buttons", {}, parts.back, parts.play, parts.forward),
      el("div.time-words", {}, parts.date, parts.home),
      period.root,
      foldButton(app, root),
    ),
    period.form,
    track.root,
  );
  const marks = timelineMarks.build(app, track, tipIn(root), signal);
  timelineDrag.wire(app, track, player);
  watchWidth(track, marks, signal);
  app.store.watch((state, changed) => (changed.has("date") || changed.has("period")) && update(), signal);
  update();
}
