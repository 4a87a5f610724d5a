/**
 * The Details panel: what something is, how it is known, where sources differ.
 */

import { bdi, el, fill, icon } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, otherNames, text } from "../base/text.js";
import { heldOn, holderShown, periodsOf } from "../facts/days.js";
import { toWorld } from "../facts/document.js";
import * as evidence from "../facts/evidence.js";
import { topicOf } from "../facts/people.js";
import * as switches from "../facts/switches.js";
import { styleName } from "../drawing/lines.js";
import * as samples from "../drawing/samples.js";
import { certaintyWords, factsOf, heldName, holderName, kindOf, periodWords } from "../kinds/describe.js";
import { actorCard, actorLinks } from "./actors.js";
import { chart } from "./charts.js";
import * as explain from "./explain.js";
import { confidence, factList, holderSwatch, linkToPlace, sourceItems, sourcesSection } from "./parts.js";

/** @type {{[K in LayerKind]?: (app: App, f: ByKind[K]) => HTMLElement | null}} */
const SYMBOLS = {
  posts: (app, f) =>
    f.number ? samples.disc(String(f.number), 38) : samples.disc(text(`post.letter.${f.country}`), 38, true),
  crossings: (app, f) => samples.glyph(f.state, 24),
  bases: () => samples.glyph("base", 24),
  events: (app, f) => samples.glyph(switches.eventGlyph(f.category), 24),
  settlements: (app, f) => holderSwatch(app.model, f.holder, 24),
  areas: (app, f) => holderSwatch(app.model, f.holder, 38),
  front_lines: (app, f) => samples.lineSample(styleName(f), 38),
  border: () => samples.wallSample(38),
};

/** @param {App} app @param {Feature} feature */
function header(app, feature) {
  const draw = /** @type {((app: App, f: Feature) => HTMLElement | null) | undefined} */ (SYMBOLS[feature.layerKind]);
  const symbol = draw?.(app, feature) ?? null;
  const others = otherNames(feature.name).flatMap(({ language, text: form }) => [" · ", bdi(form, language)]);
  return el(
    "header.details-head",
    {},
    symbol,
    el(
      "div",
      {},
      el("h2", { tabindex: -1, "data-focus": true }, localName(feature.name)),
      el("p.kind", {}, kindOf(feature), others),
    ),
  );
}

/** @param {Feature} feature */
function ownEvidence(feature) {
  if (!feature.confidence) return null;
  return el("p.own-confidence", {}, text("details.confidence"), " ", confidence(feature.confidence));
}

/** @param {App} app @param {Version[] | null} versions */
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

/** Who held a settlement before, the earliest first. @param {App} app @param {Feature} feature */
function historySection(app, feature) {
  if (!feature.history?.length) return null;
  const items = periodsOf(app.model.byId.get(feature.id) ?? feature).map((period) => {
    const now = (feature.period?.to ?? null) === period.to;
    return el(
      "li",
      now ? { "aria-current": "true" } : {},
      holderSwatch(app.model, holderShown(period), 18),
      el("span", {}, heldName(app.model, period)),
      el("span.from", {}, periodWords(period)),
    );
  });
  return el("section", {}, el("h3", {}, text("details.history")), el("ul.periods", {}, items));
}

/** @param {Explanation | null | undefined} found */
function farWarning(found) {
  const km = found?.nearestKm;
  if (km === undefined || km <= evidence.NEAR_KM) return null;
  return el("p.warning", {}, text("details.far", { distance: format.kilometres(km) }));
}

/** @param {App} app @param {string} holderId */
function actorText(app, holderId) {
  const actors = holderId.split("+").flatMap((id) => app.model.actors.get(id) ?? []);
  return actors.map((actor) =>
    el(
      "p.about-actor",
      {},
      actors.length > 1 ? el("strong", {}, `${localName(actor.name)}: `) : null,
      localName(actor.description),
    ),
  );
}

/** Which layers have a place whose ground the nearest settlements speak for. */
const GROUND_KINDS = new Set(["posts", "crossings", "bases", "events"]);

/** @param {App} app @param {Feature} feature @returns {Child[]} */
function ofFeature(app, feature) {
  const found = GROUND_KINDS.has(feature.layerKind) && !feature.off_frame ? app.scene.evidence?.found : null;
  const area = feature.layerKind === "areas" ? /** @type {Area} */ (feature) : null;
  return [
    header(app, feature),
    farWarning(found),
    area ? [actorText(app, area.holder), actorLinks(app, area.holder)] : null,
    factList(factsOf(app, feature)),
    feature.note ? el("p.note", {}, localName(feature.note)) : null,
    found ? explain.card(app, found, feature.degrees, feature.confidence) : ownEvidence(feature),
    feature.layerKind === "settlements" ? explain.card(app, app.scene.evidence?.found, feature.degrees, null) : null,
    area ? [chart(app, area.holder), explain.areaCard(app, area)] : null,
    historySection(app, feature),
    disagreement(app, feature.disagreement),
    sourcesSection(app, feature.sources),
    linkToPlace(app),
  ];
}

/** A spot of bare ground: no evidence near is said before any holder. @param {App} app @param {Point} degrees */
function ofSpot(app, degrees) {
  const world = toWorld(degrees);
  const found = evidence.explain(app.model, degrees, null, app.store.get().date);
  const { area } = found;
  const certainty = evidence.certaintyAt(app.scene.pictures, world) ?? area?.certainty;
  const holder = area ? holderName(app.model, area.holder) : text("spot.outside");
  const where = text("spot.where", { lat: format.number(degrees[1], 3), lon: format.number(degrees[0], 3) });
  /** @type {Fact[]} */
  const facts =
    area && certainty !== null ? [[text("fact.certainty"), certaintyWords(app.model, certainty) ?? ""]] : [];
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

/** @param {App} app @param {HTMLElement} root the Details panel */
export function build(app, root) {
  const id = app.store.get().feature;
  const spot = evidence.spotOf(id);
  const own = app.model.byId.get(id ?? "");
  const feature = own && heldOn(own, app.store.get().date);
  const topic = topicOf(app.model, id);
  if (!spot && !feature && !topic) {
    fill(root, el("p.hint", {}, text("details.empty")));
    return;
  }
  const close = el(
    "button.close",
    { type: "button", "aria-label": text("details.close"), onclick: () => app.closeDetails() },
    icon("close"),
  );
  fill(
    root,
    close,
    ...(topic ? actorCard(app, topic) : spot ? ofSpot(app, spot) : feature ? ofFeature(app, feature) : []),
  );
}
