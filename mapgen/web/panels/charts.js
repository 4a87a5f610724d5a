/**
 * Shares of ground over the dates: a line for each holder, and the same numbers as a table.
 */

import { el, svg } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { look } from "../drawing/look.js";

const BOX = { width: 336, left: 34, right: 124, top: 8, bottom: 20 };
const HEIGHT = { one: 110, all: 236 };
const LABEL_PX = 13;
const LAST_MONTH_PX = 24;
const MONTHS_APART = 6;
const GRID_STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
const MOST_GRID_LINES = 4;

/** @param {number} share */
const percent = (share) => text("unit.percent", { n: format.number(100 * share, share < 0.0995 ? 1 : 0) });
/** @param {App} app @param {string} id */
const shortName = (app, id) => localName(app.model.holders.get(id)?.short) || id;

/** @typedef {{x: (day: string) => number, y: (share: number) => number, top: number, step: number}} ChartScale */
/** @typedef {[string, Measures][]} SeriesList a holder with its numbers */

/**
 * @param {string[]} dates
 * @param {number} most
 * @param {number} height
 * @returns {ChartScale} px of the chart
 */
export function scales(dates, most, height) {
  const [from, to] = [dates[0], dates[dates.length - 1]].map((day) => Date.parse(day));
  const step = GRID_STEPS.find((candidate) => most / candidate <= MOST_GRID_LINES) ?? 1;
  const top = Math.max(step, Math.ceil(most / step - 1e-9) * step);
  return {
    x: (day) => BOX.left + ((Date.parse(day) - from) / (to - from || 1)) * (BOX.width - BOX.left - BOX.right),
    y: (share) => height - BOX.bottom - (share / top) * (height - BOX.top - BOX.bottom),
    top,
    step,
  };
}

/**
 * @param {Element} into
 * @param {string[]} dates
 * @param {ChartScale} scale
 * @param {number} height
 */
function axes(into, dates, scale, height) {
  for (let share = 0; share <= scale.top + 1e-9; share += scale.step) {
    into.append(
      svg("line", { x1: BOX.left, x2: BOX.width - BOX.right, y1: scale.y(share), y2: scale.y(share), class: "grid" }),
    );
    into.append(svg("text", { x: BOX.left - 4, y: scale.y(share) + 3.5, "text-anchor": "end" }, percent(share)));
  }
  const last = dates[dates.length - 1];
  for (
    let at = new Date(`${dates[0].slice(0, 7)}-01T00:00Z`);
    at.toISOString().slice(0, 10) <= last;
    at.setUTCMonth(at.getUTCMonth() + MONTHS_APART)
  ) {
    const day = at.toISOString().slice(0, 10);
    const anchor = day <= dates[0] ? "start" : scale.x(day) > BOX.width - BOX.right - LAST_MONTH_PX ? "end" : "middle";
    into.append(
      svg(
        "text",
        { x: scale.x(day < dates[0] ? dates[0] : day), y: height - 5, "text-anchor": anchor },
        format.date(day.slice(0, 7), { shortMonth: true }),
      ),
    );
  }
}

/**
 * A share holds until the next date: steps, not slopes.
 * @param {string[]} dates
 * @param {(number | null)[]} shares
 * @param {ChartScale} scale
 */
export function stepPath(dates, shares, scale) {
  return shares
    .map((share, i) =>
      i
        ? `H${scale.x(dates[i]).toFixed(1)}V${scale.y(share ?? 0).toFixed(1)}`
        : `M${scale.x(dates[0]).toFixed(1)},${scale.y(share ?? 0).toFixed(1)}`,
    )
    .join("");
}

/**
 * Names at the ends of their lines, pushed apart.
 * @template {{y: number}} E
 * @param {E[]} ends changed in place
 * @param {number} bottom
 */
export function spread(ends, bottom) {
  ends.sort((a, b) => a.y - b.y);
  ends.forEach((end, i) => (end.y = i ? Math.max(end.y, ends[i - 1].y + LABEL_PX) : end.y));
  for (let i = ends.length - 1, limit = bottom; i >= 0; i -= 1, limit -= LABEL_PX)
    ends[i].y = Math.min(ends[i].y, limit);
  return ends;
}

/**
 * @param {App} app
 * @param {Element} into
 * @param {string[]} dates
 * @param {SeriesList} series
 * @param {ChartScale} scale
 * @param {number} height
 */
function drawLines(app, into, dates, series, scale, height) {
  const ends = [];
  for (const [id, { share }] of series) {
    const { ink, fills } = app.model.holders.get(id) ?? { ink: look.ink, fills: ["#ffffff"] };
    const d = stepPath(dates, share, scale);
    into.append(svg("path", { d, class: "line", stroke: ink, "stroke-width": 4 }));
    into.append(svg("path", { d, class: "line", stroke: fills[0], "stroke-width": 2.2 }));
    const last = share.at(-1) ?? 0;
    if (last > 0 || series.length === 1) ends.push({ id, from: scale.y(last), y: scale.y(last), ink });
  }
  for (const end of spread(ends, height - BOX.bottom)) {
    const edge = BOX.width - BOX.right;
    if (Math.abs(end.from - end.y) > 2)
      into.append(svg("path", { d: `M${edge + 1},${end.from}L${edge + 9},${end.y}`, class: "line", stroke: end.ink }));
    into.append(svg("text", { x: edge + 11, y: end.y + 4, class: "name", fill: end.ink }, shortName(app, end.id)));
  }
}

/**
 * @param {string} caption
 * @param {string[]} heads
 * @param {Child[][]} rows
 * @returns {HTMLElement} closed at first
 */
export function tableOf(caption, heads, rows) {
  const head = el(
    "tr",
    {},
    heads.map((words, i) => el(`th${i ? ".n" : ""}`, { scope: "col" }, words)),
  );
  const body = rows.map(([first, ...cells]) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, first),
      cells.map((cell) => el("td.n", {}, cell)),
    ),
  );
  return el(
    "details.chart-table",
    {},
    el("summary", {}, text("chart.table")),
    el(
      "div.chart-scroll",
      { tabindex: 0, role: "region", "aria-label": caption },
      el("table", {}, el("caption.hidden", {}, caption), el("thead", {}, head), el("tbody", {}, body)),
    ),
  );
}

/** @param {string[]} dates @param {Measures} series @param {string} caption */
function oneTable(dates, { km2, share, uncertain_km2: uncertain }, caption) {
  const heads = [text("chart.date"), text("chart.km2"), text("chart.share"), text("chart.uncertain")];
  return tableOf(
    caption,
    heads,
    dates.map((date, i) => [
      format.date(date, { shortMonth: true }),
      format.number(km2[i] ?? 0),
      percent(share[i] ?? 0),
      format.number(uncertain[i] ?? 0),
    ]),
  );
}

/**
 * @param {App} app
 * @param {string[]} dates
 * @param {SeriesList} series
 * @param {string} caption
 */
function allTable(app, dates, series, caption) {
  const heads = [text("chart.date"), ...series.map(([id]) => shortName(app, id)), text("chart.fronts")];
  const { fronts_km: fronts = [] } = app.model.statistics ?? {};
  return tableOf(
    caption,
    heads,
    dates.map((date, i) => [
      format.date(date, { shortMonth: true }),
      ...series.map(([, { share }]) => percent(share[i] ?? 0)),
      format.number(fronts[i] ?? 0),
    ]),
  );
}

/**
 * @param {App} app @param {string | null} only one holder, or null for all
 * @param {AbortSignal} [signal] when the chart is no longer shown
 * @returns {HTMLElement | null} a figure with the lines and their table; follows the date of the map
 */
export function chart(app, only = null, signal = undefined) {
  const { statistics } = app.model;
  const series = Object.entries(statistics?.holders ?? {}).filter(([id]) => !only || id === only);
  if (!statistics || !series.length || statistics.dates.length < 2) return null;
  const { dates } = statistics;
  const height = only ? HEIGHT.one : HEIGHT.all;
  const scale = scales(dates, Math.max(...series.flatMap(([, { share }]) => share.map((value) => value ?? 0))), height);
  const picture = svg("svg", {
    viewBox: `0 0 ${BOX.width} ${height}`,
    class: "chart",
    "aria-hidden": "true",
    direction: "ltr",
  });
  axes(picture, dates, scale, height);
  const mark = svg("line", { y1: BOX.top, y2: height - BOX.bottom, class: "mark" });
  picture.append(mark);
  drawLines(app, picture, dates, series, scale, height);
  const follow = () => {
    const x = String(scale.x(app.store.get().date));
    mark.setAttribute("x1", x);
    mark.setAttribute("x2", x);
  };
  follow();
  if (!only) app.store.watch((state, changed) => changed.has("date") && follow(), signal);
  const caption = only ? text("chart.of", { holder: shortName(app, only) }) : text("chart.all");
  return el(
    "figure.numbers",
    {},
    el("figcaption", {}, caption),
    picture,
    only ? oneTable(dates, series[0][1], caption) : allTable(app, dates, series, caption),
  );
}
