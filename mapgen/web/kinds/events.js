/** Events: strikes, captures, protests, talks. */

import * as format from "../base/format.js";
import { localName, term, text } from "../base/text.js";
import { eventWindow, inWindow } from "../facts/days.js";
import { hasPlace } from "../facts/document.js";
import { EVENT_GROUPS, eventGlyph, eventGroup, isViolent } from "../facts/switches.js";
import * as samples from "../drawing/samples.js";
import { fact, pointFact, standsIn } from "./describe.js";
import { glyphMarker, RANK } from "./marks.js";
import { ground } from "./relations.js";

/** @param {EventFeature} event */
const what = (event) => term("category", event.category);
/** @param {EventFeature} event */
const switchOf = (event) => `${event.layer}.${eventGroup(event.category)}`;

/** @param {App} app @param {EventFeature} event */
function whereFacts(app, event) {
  if (event.off_frame) return fact("point", text("point.off-frame"));
  const point = event.degrees ? pointFact(event) : fact("point", text("point.none"));
  return [...point, ...standsIn(app, event)];
}

/** @param {Scene} scene @param {View} view @param {EventFeature[]} all */
function markers(scene, view, all) {
  const { date, period, feature } = scene.state;
  const days = eventWindow(date, period);
  return all
    .filter(hasPlace)
    .filter((event) => !event.off_frame && (event.id === feature || inWindow(event, days)))
    .map((event) => {
      const rank = isViolent(event.category) ? RANK.violence : RANK.civil;
      return glyphMarker(scene, view, event, eventGlyph(event.category), { rank, part: switchOf(event) });
    });
}

/** @param {Marker[]} drawn */
function legend(drawn) {
  const groups = new Set(drawn.map(({ feature }) => eventGroup(feature.category ?? "")));
  return EVENT_GROUPS.filter((group) => groups.has(group)).map((group) => ({
    sample: samples.glyph(group, 17, 22),
    words: text(`event.group.${group}`),
  }));
}

/** @type {Kind<EventFeature>} */
export const events = {
  what,
  facts: (app, event) => [
    ...fact("date", format.dateRange(event.date, event.date_end)),
    ...fact("place", localName(event.place)),
    ...whereFacts(app, event),
  ],
  symbol: (app, event) => samples.glyph(eventGlyph(event.category), 24),
  hasEvidence: true,
  walk: {
    order: 6,
    name: (app, event, date) => [
      localName(event.name),
      what(event),
      format.dateRange(event.date, event.date_end),
      ground(app, event, date),
    ],
    compare: (a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)),
  },
  markers,
  switchOf,
  legend,
  key: null, // a section of its own
  places: {
    order: 4,
    title: "places.events",
    atFirst: 20,
    symbol: (app, event) => samples.glyph(eventGlyph(event.category), 18),
    aside: (app, event) => format.date(event.date, { short: true }),
    ofPeriod: true,
  },
  search: { order: 4 },
  onDay: (all, day) => all.filter((event) => inWindow(event, eventWindow(day))),
};
