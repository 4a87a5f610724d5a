/** Crossings of the border and between forces: open, limited, closed. */

import { localName, term, text } from "../base/text.js";
import { heldOn } from "../facts/days.js";
import { hasPlace } from "../facts/document.js";
import * as samples from "../drawing/samples.js";
import { fact, holderFact, pointFact, since, unknownThatDay } from "./describe.js";
import { glyphMarker, RANK } from "./marks.js";
import { held } from "./relations.js";

const STATES = ["open", "limited", "closed", "unknown"]; // each has a mark of its name

/** @param {Feature} crossing */
const what = (crossing) => term("what.crossing", crossing.kind);
/** @param {Pick<Feature, "state">} crossing */
const stateWords = ({ state }) => text(`state.${state}`);
/** @param {App} app @param {Crossing} crossing */
const onDate = (app, crossing) => heldOn(crossing, app.store.get().date);

/** @param {App} app @param {Crossing} crossing */
function stateFact(app, crossing) {
  return crossing.recorded
    ? unknownThatDay(app, crossing.recorded, "state", stateWords)
    : fact("state", stateWords(crossing));
}

/** @param {Marker[]} drawn */
function legend(drawn) {
  return STATES.filter((state) => drawn.some(({ glyph }) => glyph === state)).map((state) => ({
    sample: samples.glyph(state, 17, 22),
    words: text("legend.crossing", { state: stateWords({ state }) }),
  }));
}

/** @type {Kind<Crossing>} */
export const crossings = {
  hasPlaceName: true,
  what,
  facts: (app, crossing) => [
    ...stateFact(app, crossing),
    ...holderFact(app, crossing),
    ...since(crossing),
    ...pointFact(crossing),
  ],
  symbol: (app, crossing) => samples.glyph(crossing.state, 24),
  hasEvidence: true,
  walk: {
    order: 4,
    name: (app, crossing) => [
      localName(crossing.name),
      what(crossing),
      text("walk.state", { state: stateWords(crossing) }),
      held(app, crossing),
    ],
  },
  markers: (scene, view, all) =>
    all.filter(hasPlace).map((crossing) => {
      const { state } = heldOn(crossing, scene.state.date);
      return glyphMarker(scene, view, crossing, state, { rank: RANK.crossing, isMajor: true });
    }),
  legend,
  key: {
    title: "key.crossings",
    sample: () => samples.glyph("open", 20),
    parts: () => STATES.map((state) => ({ sample: samples.glyph(state, 18, 19), words: stateWords({ state }) })),
  },
  places: {
    order: 2,
    title: "places.crossings",
    atFirst: 20,
    symbol: (app, crossing) => samples.glyph(onDate(app, crossing).state, 18),
    aside: (app, crossing) => stateWords(onDate(app, crossing)),
  },
  search: { order: 2 },
  onDay: (all, day) => all.map((crossing) => heldOn(crossing, day)),
};
