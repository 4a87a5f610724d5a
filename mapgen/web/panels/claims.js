/**
 * The article, claim by claim: where the map shows or checks what it says.
 */

import { allOf, el, only } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { ACTOR_PREFIX } from "../facts/people.js";

/** @typedef {{id: string, group: string, name: string, claim: string[]}} Showing what names a claim */

const AT_FIRST = 3;

/** @param {Model} model @param {Relation} relation @returns {string} both ends of a relation */
export const relationName = (model, { from, to }) =>
  [from, to].map((id) => localName(model.actors.get(id)?.short)).join(" – ");

/**
 * Everything that names claims, in the order in which it is offered.
 * @param {Model} model
 * @returns {Showing[]}
 */
function showing(model) {
  const actors = [...model.actors.values()].map(({ id, name, claim }) => ({
    id: ACTOR_PREFIX + id,
    group: "actors",
    name: localName(name),
    claim,
  }));
  const relations = model.relations.map((relation) => ({
    id: relation.id,
    group: "relations",
    name: relationName(model, relation),
    claim: relation.claim,
  }));
  const features = [...model.layers.values()].flatMap((layer) =>
    layer.features.map(({ id, name, claim }) => ({ id, group: layer.id, name: localName(name), claim })),
  );
  const texts = (model.atlas.texts ?? []).map(({ id, claim }) => ({
    id,
    group: "texts",
    name: text("claims.text"),
    claim,
  }));
  return [...features, ...actors, ...relations, ...texts].flatMap(({ claim, ...more }) =>
    claim?.length ? [{ ...more, claim }] : [],
  );
}

/** @param {Model} model @returns {{claim: Claim, places: Showing[]}[]} each claim with what shows it, the best first */
export function listed(model) {
  const all = showing(model);
  return model.claims.map((claim) => {
    const places = all.filter((place) => place.claim.includes(claim.id));
    /** @param {Showing} place */
    const rank = ({ group }) => (group === claim.first ? 0 : 1);
    return { claim, places: places.sort((a, b) => rank(a) - rank(b)) };
  });
}

/** @param {App} app @param {Showing} place */
function open(app, { id, group }) {
  if (group !== "texts") {
    app.open(id, true);
    return;
  }
  const paragraph = only(document, `[data-text-id="${id}"]`);
  paragraph.tabIndex = -1;
  paragraph.scrollIntoView({ block: "center" });
  paragraph.focus({ preventScroll: true });
}

/** Large numbers as the language writes them; years stay as they are. @param {string} words */
const withNumbers = (words) => words.replace(/\d{5,}/g, (digits) => format.number(Number(digits)));

/** @param {App} app @param {{claim: Claim, places: Showing[]}} listed */
function item(app, { claim, places }) {
  const into = el("p.claim-places");
  /** @param {Showing[]} some */
  const show = (some) =>
    some.forEach((place, i) =>
      into.append(
        ...(i || into.childElementCount ? [" · "] : []),
        el("button.link", { type: "button", onclick: () => open(app, place) }, place.name),
      ),
    );
  show(places.slice(0, AT_FIRST));
  const rest = places.slice(AT_FIRST);
  if (rest.length) {
    into.append(
      " ",
      el(
        "button.link.more",
        {
          type: "button",
          onclick: (event) => {
            event.currentTarget.remove();
            show(rest);
            allOf(into, "button")[AT_FIRST].focus();
          },
        },
        text("claims.more", { n: format.number(rest.length) }),
      ),
    );
  }
  return el("li", { id: `claim-${claim.id}` }, el("p.claim-text", {}, withNumbers(localName(claim.text))), into);
}

/** @param {App} app @returns {HTMLElement | null} the section of About */
export function section(app) {
  if (!app.model.claims.length) return null;
  return el(
    "section",
    { "data-section": "claims" },
    el("h3", {}, text("about.claims")),
    el("p", {}, text("claims.intro")),
    el(
      "ol.claims",
      {},
      listed(app.model).map((entry) => item(app, entry)),
    ),
  );
}
