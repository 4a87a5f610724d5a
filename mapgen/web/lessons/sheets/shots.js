/**
 * Pictures of the map for sheets of paper: as a step shows it, with or without its colours.
 */

import { contextOf } from "../../base/dom.js";
import * as evidence from "../../facts/evidence.js";
import * as tours from "../tour.js";

/** The browser draws and listens between two pictures. @returns {Promise<void>} */
const breathe = () =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Let the map show a state without telling the page. @param {App} app @param {State} state */
function pose(app, state) {
  app.scene.state = state;
  app.scene.evidence = evidence.forSelection(app.model, state.feature, state.date);
  app.scene.pictures.certainty = app.certainty.on(state.date);
}

/** @param {App} app @param {StepState} state @returns {HTMLCanvasElement} a drawing of a state */
function shoot(app, state) {
  pose(app, { ...app.store.get(), ...state });
  app.applyView(state.view);
  app.layer.redraw();
  const { ground, view } = app.layer;
  const [left, top, right, bottom] = view.window.map((px) => px * view.density);
  const canvas = Object.assign(document.createElement("canvas"), { width: right - left, height: bottom - top });
  contextOf(canvas).drawImage(ground, -left, -top);
  return canvas;
}

/** The lines that part the fields, and names: nothing that says who held what. @param {App} app @returns {StepState} */
export function blank(app) {
  const layers = ["areas_of_control", "front_lines", "border", "settlements", "roads"];
  return { ...tours.stateOf(app.model, { layers }), blank: true };
}

/** @param {App} app */
export const whole = (app) => tours.stateOf(app.model);

/**
 * @param {App} app @param {StepState[]} states
 * @returns {Promise<HTMLCanvasElement[]>} a picture of each; the page is as before afterwards
 */
export async function take(app, states) {
  const root = document.documentElement;
  const { moved, stepView } = app.scene;
  const [centre, zoom] = [app.map.getCenter(), app.map.getZoom()];
  app.shooting = true;
  app.scene.print = true;
  root.classList.add("shooting");
  const pictures = [];
  try {
    app.map.invalidateSize({ animate: false, pan: false });
    app.setLimits();
    for (const state of states) {
      await breathe();
      pictures.push(shoot(app, state));
    }
  } finally {
    app.scene.print = false;
    root.classList.remove("shooting");
    pose(app, app.store.get());
    app.map.invalidateSize({ animate: false, pan: false });
    app.setLimits();
    app.map.setView(centre, zoom, { animate: false });
    Object.assign(app.scene, { moved, stepView });
    app.layer.redraw();
    app.shooting = false;
  }
  return pictures;
}
