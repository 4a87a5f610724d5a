/**
 * The strip below the map that moves it through the dates: buttons, a slider, ticks, play.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const FRAME_MS = 900;
  const SVG = "http://www.w3.org/2000/svg";
  const MONTHS_UNTIL = 0.75; // the last month needs the rest of the row
  const TICKS = { width: 1000, height: 12, date: 4, event: 6 };
  const el = (...args) => mapgen.dom.el(...args);

  /** Where a day lies between the first date and the last, each date as far from the next. @returns {number} 0..1 */
  function placeOf(dates, day) {
    const last = dates.length - 1;
    const next = dates.findIndex((date) => date > day);
    if (next === 0) return 0;
    if (next < 0) return 1;
    const [from, to, at] = [dates[next - 1], dates[next], day].map(Date.parse);
    return (next - 1 + (at - from) / (to - from)) / last;
  }

  /**
   * The holder whose ground grew or shrank most since the date before.
   * @param {Object} model @param {string} date @returns {?{holder: string, km2: number, since: string}}
   */
  function largestChange(model, date) {
    const { statistics } = model;
    const at = statistics?.dates.indexOf(date) ?? -1;
    if (at < 1) return null;
    const changes = Object.entries(statistics.holders).map(([holder, { km2 }]) => ({ holder, km2: (km2[at] ?? 0) - (km2[at - 1] ?? 0) }));
    const [largest] = changes.sort((a, b) => Math.abs(b.km2) - Math.abs(a.km2));
    return largest && Math.abs(largest.km2) >= 1 ? { ...largest, since: statistics.dates[at - 1] } : null;
  }

  /** The date in words, and what changed most on it. */
  function valueText(model, date) {
    const words = mapgen.format.date(date);
    const change = largestChange(model, date);
    if (!change) return words;
    const km2 = mapgen.format.signed(change.km2);
    return mapgen.text("time.value", { date: words, holder: mapgen.name(model.holders.get(change.holder)?.short) || change.holder, change: mapgen.text("unit.km2", { n: km2 }) });
  }

  function tick(x, from, to, className) {
    const line = document.createElementNS(SVG, "line");
    const places = { x1: x, x2: x, y1: from, y2: to, class: className, "vector-effect": "non-scaling-stroke" };
    for (const [key, value] of Object.entries(places)) line.setAttribute(key, value);
    return line;
  }

  /** Dates below, the year's events above them. */
  function ticks({ model }) {
    const { dates } = model;
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${TICKS.width} ${TICKS.height}`);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("class", "time-ticks");
    svg.setAttribute("aria-hidden", "true");
    const atDay = (day) => Math.round(placeOf(dates, day) * TICKS.width);
    const days = mapgen.featuresOf(model, "events").map((event) => event.date).filter((day) => day.length === 10 && day >= dates[0] && day <= dates.at(-1));
    for (const x of new Set(days.map(atDay))) svg.append(tick(x, 0, TICKS.event, "event"));
    for (const date of dates) svg.append(tick(atDay(date), TICKS.height - TICKS.date, TICKS.height, "date"));
    return svg;
  }

  /** The first days of every third month, in words. */
  function months({ model: { dates } }) {
    const [from, to] = [dates[0], dates.at(-1)].map((date) => new Date(date));
    const labels = [];
    const farFromEnd = (day) => placeOf(dates, day) < MONTHS_UNTIL || day.slice(0, 7) === dates.at(-1).slice(0, 7);
    for (let at = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1)); at <= to; at.setUTCMonth(at.getUTCMonth() + 3)) {
      const day = at.toISOString().slice(0, 10);
      if (!farFromEnd(day)) continue;
      const label = el("span", {}, mapgen.format.date(day.slice(0, 7), { shortMonth: true }));
      label.style.insetInlineStart = `${100 * placeOf(dates, day)}%`;
      labels.push(label);
    }
    return el("div.time-months", { "aria-hidden": "true" }, labels);
  }

  function button(icon, key, onclick) {
    const label = mapgen.text(key);
    return el("button", { type: "button", "data-time": icon, "aria-label": label, title: label, onclick }, mapgen.dom.icon(icon));
  }

  /** @returns {Object} the actions of the strip; `running` is the timer while it plays */
  function createPlayer(app, changed) {
    const { dates } = app.model;
    const at = () => dates.indexOf(app.store.get().date);
    const player = {
      running: null,
      at,
      go(index) {
        const date = dates[Math.max(0, Math.min(dates.length - 1, index))];
        app.store.set({ date, feature: mapgen.periods.sameOn(app.model, app.store.get().feature, date) });
      },
      step(by) {
        player.stop();
        player.go(at() + by);
        app.say(mapgen.format.date(app.store.get().date));
      },
      stop() {
        if (player.running === null) return;
        clearTimeout(player.running);
        player.running = null;
        app.say(mapgen.format.date(app.store.get().date));
        changed();
      },
      play() {
        const next = at() + 1 < dates.length ? at() + 1 : 0;
        if (mapgen.dom.lessMotion()) {
          player.step(next - at());
          return;
        }
        player.go(next);
        player.running = setTimeout(tickOver, FRAME_MS);
        changed();
      },
    };
    async function tickOver() {
      await app.certainty?.at(dates[Math.min(dates.length - 1, at() + 1)]);
      if (player.running === null) return;
      player.go(at() + 1);
      if (at() + 1 >= dates.length) player.stop();
      else player.running = setTimeout(tickOver, FRAME_MS);
    }
    return player;
  }

  function makeSlider(app, player) {
    return el("input.time-slider", { type: "range", min: 0, max: app.model.dates.length - 1, step: 1, "aria-label": mapgen.text("time.slider"), oninput: (event) => {
      player.stop();
      player.go(Number(event.target.value));
    } });
  }

  /** @param {App} app @param {HTMLElement} root */
  function build(app, root) {
    const { model } = app;
    root.hidden = model.dates.length < 2;
    if (root.hidden) return;
    root.player?.stop();
    const signal = mapgen.dom.renew(root);
    const player = (root.player = createPlayer(app, () => update()));
    const back = button("back", "time.back", () => player.step(-1));
    const forward = button("forward", "time.forward", () => player.step(1));
    const play = button("play", "time.play", () => (player.running === null ? player.play() : player.stop()));
    const slider = makeSlider(app, player);
    const date = el("time.time-date");
    const home = el("button.link.time-home", { type: "button", "aria-label": mapgen.text("time.home", { date: mapgen.format.date(model.atlas.as_of) }), onclick: () => {
      player.step(model.dates.length);
      slider.focus({ preventScroll: true });
    } }, mapgen.text("time.home", { date: mapgen.format.date(model.atlas.as_of, { shortMonth: true }) }));
    function update() {
      const day = app.store.get().date;
      const last = day === model.atlas.as_of;
      date.dateTime = day;
      date.textContent = mapgen.format.date(day, { shortMonth: true });
      slider.value = String(player.at());
      slider.setAttribute("aria-valuetext", valueText(model, day));
      mapgen.focus.disable(back, player.at() <= 0, slider);
      mapgen.focus.disable(forward, player.at() >= model.dates.length - 1, slider);
      home.hidden = last;
      const doing = player.running === null ? (mapgen.dom.lessMotion() ? "time.step" : "time.play") : "time.pause";
      play.setAttribute("aria-label", mapgen.text(doing));
      play.title = mapgen.text(doing);
      mapgen.dom.fill(play, mapgen.dom.icon(player.running === null ? "play" : "pause"));
    }
    mapgen.dom.fill(root, el("div.time-buttons", {}, back, play, forward), el("div.time-words", {}, date, home),
      el("div.time-track", {}, ticks(app), slider, months(app)));
    app.store.watch((state, changed) => changed.has("date") && update(), signal);
    update();
  }

  mapgen.time = { build, placeOf, largestChange, valueText, createPlayer };
})();
