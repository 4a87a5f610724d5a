/** Observation posts: a number on a disc, or the letter of a country. */

import * as format from "../base/format.js";
import { localName, phrase, term, text } from "../base/text.js";
import { activeOn, hasPlace } from "../facts/document.js";
import { look } from "../drawing/look.js";
import * as samples from "../drawing/samples.js";
import { fact, pointFact, standsIn, toFront } from "./describe.js";
import { marker, RANK } from "./marks.js";
import * as relations from "./relations.js";

const LAST = 99; // a post without a number comes after those with one

/** @param {Post} post */
const what = (post) => term("what.post", post.country);
/** @param {Post} post */
const letter = (post) => text(`post.letter.${post.country}`);

/** @param {Post} post @param {number} size px */
const sample = (post, size) =>
  post.number ? samples.disc(String(post.number), size) : samples.disc(letter(post), size, true);

/** @param {Scene} scene @param {View} view @param {Post} post @returns {Disc} */
function discOf(scene, view, post) {
  const { disc } = look.marks;
  const small = view.zoom < disc.smallBelowZoom || scene.compact;
  const radius = small ? disc.smallRadius : disc.radius;
  if (post.number !== null && post.number !== undefined)
    return { radius, size: small ? disc.smallSize : disc.size, label: String(post.number) };
  return { radius: radius * disc.letterRadius, size: small ? 8.6 : disc.smallSize, label: letter(post), light: true };
}

/** @param {Post} post */
function setUp(post) {
  const order = post.order ? text("post.order", { n: post.order }) : "";
  return [format.date(post.valid_from), order].filter(Boolean).join(text("list.semicolon"));
}

/** A post of each country whose posts have no numbers. @param {Post[]} all */
function lettered(all) {
  /** @type {Map<string, Post>} */
  const byCountry = new Map();
  for (const post of all) if (!post.number && !byCountry.has(post.country)) byCountry.set(post.country, post);
  return [...byCountry.values()];
}

/** @param {Marker[]} drawn */
function legend(drawn) {
  const all = /** @type {Post[]} */ (drawn.map(({ feature }) => feature));
  const numbered = all.filter((post) => post.number).slice(0, 1);
  return [...numbered, ...lettered(all)].map((post) => ({
    sample: sample(post, 22),
    words: text(`what.post.${post.country}`),
  }));
}

/** @type {Kind<Post>} */
export const posts = {
  hasPlaceName: true,
  what,
  facts: (app, post) => [
    ...fact("set-up", setUp(post)),
    ...fact("place", typeof post.place === "string" ? phrase(post.place) : localName(post.place)),
    ...pointFact(post),
    ...standsIn(app, post),
    ...toFront(app, post),
  ],
  symbol: (app, post) => sample(post, 38),
  hasEvidence: true,
  walk: {
    order: 0,
    name: (app, post, date) => [
      post.number ? text("walk.post", { n: post.number }) : what(post),
      localName(post.name),
      relations.ground(app, post, date),
      relations.toFront(app, post, date),
    ],
    compare: (a, b) => (a.number ?? LAST) - (b.number ?? LAST),
  },
  markers: (scene, view, all) =>
    all
      .filter(hasPlace)
      .filter((post) => activeOn(post, scene.state.date))
      .map((post) => {
        const disc = discOf(scene, view, post);
        const rank = disc.light ? RANK.letter : RANK.post;
        return marker(view, post, { disc, radius: disc.radius, rank, isMajor: !disc.light });
      }),
  legend,
  key: {
    title: "key.posts",
    sample: (all) => samples.disc(String(all.find(({ number }) => number)?.number ?? "")),
    parts: (all) =>
      lettered(all).map((post) => ({ sample: sample(post, 19), words: text(`post.country.${post.country}`) })),
  },
  places: {
    order: 0,
    title: "places.posts",
    atFirst: 40,
    symbol: (app, post) => sample(post, 22),
    aside: () => "",
  },
  search: { order: 0 },
  isOwn: ({ country }, actor) => country === actor,
  onDay: (all, day) => all.filter((post) => activeOn(post, day)),
};
