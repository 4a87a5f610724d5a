/**
 * Who took part: a card for each actor, one for each relation, and "Who is who" with all of them.
 */

import { bdi, el } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, otherNames, text } from "../base/text.js";
import { activeOn, featuresOf } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { ACTOR_PREFIX, ALL_ACTORS, leadKey, relationsOf } from "../facts/people.js";
import { chart } from "./charts.js";
import * as diagram from "./diagram.js";
import { factList, linkToPlace, sourceItems, sourcesSection, swatchOf } from "./parts.js";

/** @param {App} app @param {string} id @param {...string} words */
const button = (app, id, ...words) =>
  el("button.link", { type: "button", onclick: () => app.open(id, false) }, ...words);
/** @param {App} app @param {string} id */
const actorButton = (app, id) => button(app, ACTOR_PREFIX + id, localName(app.model.actors.get(id)?.name));
/** @param {App} app */
export const whoButton = (app) => button(app, ALL_ACTORS, text("who.title"));

/**
 * Ways from the holders of ground to their cards.
 * @param {App} app
 * @param {string} holderId
 * @returns {HTMLElement}
 */
export function actorLinks(app, holderId) {
  const items = holderId.split("+").filter((id) => app.model.actors.has(id));
  /** @param {string} id */
  const words = (id) =>
    text("who.about", { name: localName(app.model.holders.get(id)?.name ?? app.model.actors.get(id)?.name) });
  return el(
    "p.actor-links",
    {},
    items.map((id) => [button(app, ACTOR_PREFIX + id, words(id)), " "]),
    whoButton(app),
  );
}

/** @param {HTMLElement | null} swatch @param {string} title @param {...Child} kind */
function heading(swatch, title, ...kind) {
  return el(
    "header.details-head",
    {},
    swatch,
    el(
      "div",
      {},
      el("h2", { tabindex: -1, "data-focus": true }, title),
      kind.length ? el("p.kind", {}, ...kind) : null,
    ),
  );
}

/**
 * Square kilometres and share of a holder on the date, null where it has none.
 * @param {App} app
 * @param {string} holderId
 */
function measured(app, holderId) {
  const { statistics } = app.model;
  const at = statistics?.dates.indexOf(app.store.get().date) ?? -1;
  const km2 = statistics?.holders[holderId]?.km2[at];
  if (!statistics || !km2) return null;
  const { share, uncertain_km2: open } = statistics.holders[holderId];
  /** @param {number | null} value */
  const area = (value) => text("unit.km2", { n: format.number(value ?? 0) });
  return {
    km2: area(km2),
    share: text("unit.percent", { n: format.number(100 * (share[at] ?? 0), 1) }),
    open: area(open[at]),
  };
}

/**
 * What an actor held on the date: alone, and with others.
 * @param {App} app
 * @param {Actor} actor
 * @returns {Fact[]}
 */
function groundFacts(app, actor) {
  if (!actor.territory) return [[text("fact.ground"), text("actor.no-territory")]];
  const day = app.store.get().date;
  const own = measured(app, actor.id);
  const shared = app.model.drawnHolders.filter(({ id }) => id !== actor.id && id.split("+").includes(actor.id));
  /** @param {Holder} holder */
  const name = ({ short }) => localName(short);
  /** @type {Fact[]} */
  const facts = [
    [
      text("fact.ground"),
      own
        ? text("actor.holds", { ...own, date: format.date(day) })
        : text("actor.no-ground", { date: format.date(day) }),
    ],
  ];
  for (const holder of shared) {
    const both = measured(app, holder.id);
    if (both) facts.push([text("fact.shared"), text("actor.shares", { ...both, holder: name(holder) })]);
  }
  const { counts } = evidence.knownPlaces(app.model, day);
  const known = [counts.get(actor.id), ...shared.map(({ id }) => counts.get(id))];
  const words = known
    .map(
      (count, i) =>
        count &&
        (i
          ? text("actor.shares-places", { n: format.number(count), holder: name(shared[i - 1]) })
          : format.number(count)),
    )
    .filter(Boolean);
  return words.length ? [...facts, [text("fact.settlements"), words.join("; ")]] : facts;
}

/** Words with an element in the place of their {name}. @param {string} key @param {HTMLElement} element */
function around(key, element) {
  const [before, after] = text(key, { name: "\u0000" }).split("\u0000");
  return [before, element, after];
}

/**
 * A relation from one end, or from outside with both ends.
 * @param {App} app
 * @param {Relation} relation
 * @param {string | null} actorId
 */
function relationItem(app, relation, actorId) {
  const ends = [actorButton(app, relation.from), " – ", actorButton(app, relation.to)];
  const other = relation.from === actorId ? relation.to : relation.from;
  const lead = actorId ? around(leadKey(relation, actorId), actorButton(app, other)) : ends;
  return el(
    "li",
    {},
    el("div.relation-head", {}, diagram.sample(relation.kind), el("span.names", {}, lead)),
    relation.since ? el("p.from", {}, text("relation.since", { date: format.date(relation.since) })) : null,
    el("p", {}, localName(relation.text)),
    el("ul.sources.small", {}, sourceItems(app, relation.sources)),
  );
}

/** @param {App} app @param {Actor} actor */
function relationsSection(app, actor) {
  const own = relationsOf(app.model, actor.id);
  return el(
    "section",
    {},
    el("h3", {}, text("actor.relations")),
    own.length
      ? el(
          "ul.relations",
          {},
          own.map((relation) => relationItem(app, relation, actor.id)),
        )
      : el("p.note", {}, text("who.alone")),
  );
}

/** The area of the actor on the date, to look at its evidence. @param {App} app @param {Actor} actor */
function areaLink(app, actor) {
  const area = featuresOf(app.model, "areas_of_control").find(
    (candidate) => candidate.holder === actor.id && activeOn(candidate, app.store.get().date),
  );
  return area ? [" ", button(app, area.id, text("actor.area-link"))] : null;
}

/** @param {App} app @param {Actor} actor */
function ofActor(app, actor) {
  const others = otherNames(actor.name).flatMap(({ language, text: form }) => [" · ", bdi(form, language)]);
  /** @type {Fact[]} */
  const facts = actor.article_name ? [[text("fact.article-name"), bdi(actor.article_name, "en")]] : [];
  facts.push(...groundFacts(app, actor));
  return [
    heading(swatchOf(app, actor.id, 38, 38), localName(actor.name), text("actor.kind"), others),
    el("p.about-actor", {}, localName(actor.description)),
    factList(facts),
    el("p.actor-links", {}, whoButton(app), areaLink(app, actor)),
    relationsSection(app, actor),
    measured(app, actor.id) ? chart(app, actor.id) : null,
    sourcesSection(app, actor.sources),
    linkToPlace(app),
  ];
}

/** @param {App} app @param {Relation} relation */
function ofRelation(app, relation) {
  /** @param {string} id */
  const short = (id) => localName(app.model.actors.get(id)?.short);
  const kind = [
    text(`relation.${relation.kind}`),
    relation.since && text("relation.since", { date: format.date(relation.since) }),
  ].filter(Boolean);
  return [
    heading(null, `${short(relation.from)} – ${short(relation.to)}`, kind.join(" · ")),
    el(
      "p.relation-ends",
      {},
      diagram.sample(relation.kind),
      actorButton(app, relation.from),
      " – ",
      actorButton(app, relation.to),
    ),
    el("p.note", {}, localName(relation.text)),
    sourcesSection(app, relation.sources),
    el("p.actor-links", {}, whoButton(app)),
    linkToPlace(app),
  ];
}

/** @param {App} app */
function ofAll(app) {
  const { model } = app;
  const alone = [...model.actors.keys()].filter((id) => !relationsOf(model, id).length);
  const byKind = diagram.KINDS.flatMap((kind) => model.relations.filter((relation) => relation.kind === kind));
  return [
    heading(null, text("who.title")),
    el("p.note", {}, text("who.intro")),
    diagram.build(app),
    el(
      "section.who-list",
      {},
      el("h3", {}, text("who.list"), el("span.plain", {}, ` (${format.number(byKind.length)})`)),
      el(
        "ul.relations",
        {},
        byKind.map((relation) => relationItem(app, relation, null)),
      ),
    ),
    el(
      "section.who-alone",
      {},
      el("h3", {}, text("who.alone")),
      el(
        "ul",
        {},
        alone.map((id) => el("li", {}, actorButton(app, id))),
      ),
    ),
    linkToPlace(app),
  ];
}

/** @param {App} app @param {Topic} topic by `topicOf` @returns {Child[]} what Details shows of it */
export function actorCard(app, topic) {
  if (topic.all) return ofAll(app);
  if (topic.actor) return ofActor(app, topic.actor);
  return topic.relation ? ofRelation(app, topic.relation) : [];
}
