/**
 * Parts that cards of Details share.
 */

import * as address from "../base/address.js";
import { el, outsideLink } from "../base/dom.js";
import * as format from "../base/format.js";
import { text } from "../base/text.js";
import { holdersOn } from "../facts/days.js";
import * as samples from "../drawing/samples.js";

/** @type {Record<string, number>} */
const BARS = { high: 3, medium: 2, low: 1 };
const SOURCES_AT_FIRST = 6;

/**
 * Confidence as bars and a word, never a colour.
 * @param {string | null | undefined} level
 * @param {boolean} [withWord]
 */
export function confidence(level, withWord = true) {
  if (!level) return null;
  const bars = [1, 2, 3].map((n) => el(`span.bar${n <= BARS[level] ? ".full" : ""}`));
  const word = text(`confidence.${level}`);
  return el(
    "span.confidence",
    { title: text("confidence.title", { level: word }) },
    el("span.bars", { "aria-hidden": "true" }, bars),
    el(withWord ? "span" : "span.hidden", {}, word),
  );
}

/** @param {Fact[]} facts */
export function factList(facts) {
  if (!facts.length) return null;
  return el(
    "dl.facts",
    {},
    facts.map(([label, value]) => [el("dt", {}, label), el("dd", {}, value)]),
  );
}

/** Publisher, dates, a copy in an archive, and that its own address is not known. @param {Source} source */
function aboutSource({ publisher, leaning, date, accessed, archive_url, address_missing }) {
  return [
    publisher && el("bdi", {}, publisher),
    leaning && text(`leaning.${leaning}`),
    format.date(date),
    accessed && `${text("source.accessed")} ${format.date(accessed)}`,
    archive_url && outsideLink(archive_url, text("source.archived")),
    address_missing ? text("source.address-missing") : null,
  ].filter(Boolean);
}

/**
 * @param {App} app
 * @param {number[]} ids
 * @param {(id: number) => Child} [about] what a feature adds to a source
 * @returns {HTMLElement[]} titles as links, and what is known of each
 */
export function sourceItems(app, ids, about = () => null) {
  return ids
    .filter((id) => app.model.sources[id])
    .map((id) => {
      const source = app.model.sources[id];
      const from = aboutSource(source);
      const title = source.url ? outsideLink(source.url, el("bdi", {}, source.title)) : el("bdi", {}, source.title);
      return el(
        "li",
        {},
        title,
        from.length
          ? el(
              "span.from",
              {},
              from.flatMap((part, i) => (i ? [text("list.comma"), part] : [part])),
            )
          : null,
        about(id),
      );
    });
}

/**
 * @param {App} app
 * @param {number[] | null | undefined} ids
 * @param {(id: number) => Child} [about] what a feature adds to a source
 */
export function sourcesSection(app, ids, about) {
  if (!ids?.length) return null;
  const items = sourceItems(app, ids, about);
  const list = el("ul.sources", {}, items.slice(0, SOURCES_AT_FIRST));
  const rest = items.slice(SOURCES_AT_FIRST);
  const more = rest.length
    ? el(
        "button.link",
        {
          type: "button",
          onclick: (event) => {
            list.append(...rest);
            event.currentTarget.remove();
            (rest.map((item) => item.querySelector("a")).find(Boolean) ?? list).focus();
          },
        },
        format.plural("sources.more", rest.length),
      )
    : null;
  return el(
    "section",
    {},
    el("h3", {}, text("details.sources"), el("span.plain", {}, ` (${format.number(items.length)})`)),
    list,
    more,
  );
}

/** @param {App} app */
export function linkToPlace(app) {
  if (!address.ofPage()) return null;
  return el(
    "p.actions",
    {},
    el(
      "button.link",
      { type: "button", onclick: (event) => app.copyLink(event.currentTarget) },
      text("details.copy-link"),
    ),
  );
}

/**
 * An actor's ground on the day of the map as the key draws it; nothing where it has none.
 * @param {App} app
 * @param {string} actorId
 * @param {number} [width]
 * @param {number} [height]
 */
export function swatchOf(app, actorId, width = 24, height = 11) {
  const holder = app.model.holders.get(actorId);
  const present = holder && holdersOn(app.model, app.store.get().date).has(actorId);
  return present ? samples.swatch(holder, false, width, height) : null;
}
