/**
 * The Details panel: what something is, how it is known, where sources differ.
 */

import { bdi, el, fill, icon } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, otherNames, text } from "../base/text.js";
import { certaintyAt } from "../facts/certainty.js";
import { heldOn } from "../facts/days.js";
import { speakAll, toWorld } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { topicOf } from "../facts/people.js";
import { holderSwatch } from "../drawing/samples.js";
import { certaintyWords, fact, holderName } from "../kinds/describe.js";
import { factsOf, kindOf, whatIs } from "../kinds/index.js";
import { actorCard, actorLinks } from "./actors.js";
import { chart } from "./charts.js";
import * as explain from "./explain.js";
import * as past from "./past.js";
import { confidence, factList, linkToPlace, sourceItems, sourcesSection } from "./parts.js";

/** @param {App} app @param {Feature} feature */
function header(app, feature) {
  const symbol = kindOf(feature.layerKind).symbol(app, feature);
  const others = otherNames(feature.name).flatMap(({ language, text: form }) => [" · ", bdi(form, language)]);
  return el(
    "header.details-head",
    {},
    symbol,
    el(
      "div",
      {},
      el("h2", { tabindex: -1, "data-focus": true }, localName(feature.name)),
      el("p.kind", {}, whatIs(feature), others),
    ),
  );
}

/** @param {Feature} feature */
function ownEvidence(feature) {
  if (!feature.confidence) return null;
  return el("p.own-confidence", {}, text("details.confidence"), " ", confidence(feature.confidence));
}

/** @param {App} app @param {Account[] | null} versions */
function disagreement(app, versions) {
  if (!versions?.length) return null;
  return el(
    "section",
    {},
    el("h3", {}, text("details.disagree")),
    el(
      "ul.versions",
      {},
      versions.map((item) =>
        el(
          "li",
          {},
          el("p", {}, localName(item.version)),
          el("ul.sources.small", {}, sourceItems(app, item.sources ?? [])),
        ),
      ),
    ),
  );
}

/** @param {Explanation | null | undefined} found */
function farWarning(found) {
  const km = found?.nearestKm;
  if (km === undefined || km <= evidence.NEAR_KM) return null;
  return el("p.warning", {}, text("details.far", { distance: format.kilometres(km) }));
}

/** @param {App} app @param {string} holderId */
function actorText(app, holderId) {
  const actors = holderId
    .split("+")
    .map((id) => app.model.actors.get(id))
    .filter((actor) => actor !== undefined);
  return actors.map((actor) =>
    el(
      "p.about-actor",
      {},
      actors.length > 1 ? el("strong", {}, `${localName(actor.name)}: `) : null,
      localName(actor.description),
    ),
  );
}

/** @param {Feature} feature @returns {feature is Area} */
const isArea = (feature) => feature.layerKind === "areas";

/** @param {App} app @param {Feature} feature @returns {Child[]} */
function ofFeature(app, feature) {
  const found = kindOf(feature.layerKind).hasEvidence && !feature.off_frame ? app.scene.evidence?.found : null;
  return [
    header(app, feature),
    farWarning(found),
    isArea(feature) ? [actorText(app, feature.holder), actorLinks(app, feature.holder)] : null,
    factList(factsOf(app, feature)),
    feature.note ? el("p.note", {}, localName(feature.note)) : null,
    found ? explain.card(app, found, feature.degrees, feature.confidence) : ownEvidence(feature),
    feature.layerKind === "settlements" ? explain.card(app, app.scene.evidence?.found, feature.degrees, null) : null,
    isArea(feature) ? [chart(app, feature.holder), explain.areaCard(app, feature)] : null,
    past.section(app, feature),
    disagreement(app, feature.disagreement),
    sourcesSection(app, feature.sources, past.aboutSource(app, feature)),
    linkToPlace(app),
  ];
}

/**
 * A spot of bare ground: no evidence near is said before any holder.
 * @param {App} app
 * @param {Point} degrees
 * @returns {Child[]}
 */
function ofSpot(app, degrees) {
  const world = toWorld(degrees);
  const found = evidence.explain(app.model, degrees, null, app.store.get().date);
  const { area } = found;
  const certainty = certaintyAt(app.scene.pictures.certainty, world) ?? area?.certainty;
  const holder = area ? holderName(app.model, area.holder) : text("spot.outside");
  const where = text("spot.where", { lat: format.number(degrees[1], 3), lon: format.number(degrees[0], 3) });
  const facts = area ? fact("certainty", certaintyWords(app.model, certainty)) : [];
  return [
    farWarning(found),
    el(
      "header.details-head",
      {},
      area ? holderSwatch(app.model, area.holder, 38) : null,
      el("div", {}, el("h2", { tabindex: -1, "data-focus": true }, holder), el("p.kind", {}, where)),
    ),
    factList(facts),
    explain.card(app, found, degrees, null),
    area
      ? el(
          "p.actions",
          {},
          el("button.link", { type: "button", onclick: () => app.open(area.id, false) }, text("spot.area-link")),
        )
      : null,
    linkToPlace(app),
  ];
}

/** @param {App} app @returns {Child[] | null} what is told of the selection; null where it is nothing */
function ofSelection(app) {
  const { feature: id, date } = app.store.get();
  const topic = topicOf(app.model, id);
  if (topic) return actorCard(app, topic);
  const spot = evidence.spotOf(id);
  if (spot) return ofSpot(app, spot);
  const feature = app.model.byId.get(id ?? "");
  return feature ? ofFeature(app, heldOn(feature, date)) : null;
}

/** @param {App} app @param {HTMLElement} root the Details panel */
export function build(app, root) {
  speakAll(app.model);
  const content = ofSelection(app);
  if (!content) {
    fill(root, el("p.hint", {}, text("details.empty")));
    return;
  }
  const close = el(
    "button.close",
    { type: "button", "aria-label": text("details.close"), onclick: () => app.closeDetails() },
    icon("close"),
  );
  fill(root, close, ...content);
}
