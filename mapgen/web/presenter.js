/**
 * Presenting a tour: the page in large type without what is not needed, and the notes in a window of their own.
 * The window is written by this page and asks nothing of a network; where it is refused, the notes open in the panel.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const SIZE = "width=520,height=680";
  const el = (...args) => mapgen.dom.el(...args);
  const say = (words) => mapgen.phrase(words);

  const isPresenting = (app) => Boolean(app.presenterWindow && !app.presenterWindow.closed);

  /** What the presenter alone sees. */
  function contents(app, at) {
    const { lesson, step, number } = at;
    const next = lesson.steps[number];
    const button = (name, by) => el("button.button", { type: "button", [`data-${name}`]: true, onclick: () => mapgen.tour.move(app, by) }, mapgen.text(`tour.${name}`));
    return [
      el("p.kind", {}, mapgen.text("tour.kicker", { title: say(lesson.title), n: mapgen.format.number(number), steps: mapgen.format.number(lesson.steps.length) })),
      el("h1.presenter-title", {}, say(step.title)),
      el("p.tour-row", {}, button("back", -1), button("forward", 1)),
      next ? el("p.aside", {}, mapgen.text("tour.next", { title: say(next.title) })) : null,
      el("div.presenter-notes", {}, step.notes.map((each) => el("p", {}, say(each)))),
      ["observe", "reflect", "question"].filter((key) => step[key]).map((key) => el("p", {}, el("strong", {}, mapgen.text(`tour.${key}`)), " ", say(step[key]))),
      step.task ? el("div", {}, el("p", {}, el("strong", {}, mapgen.text("task.title")), " ", say(step.task.question)), step.task.explanation.map((each) => el("p.aside", {}, say(each)))) : null,
    ];
  }

  function update(app) {
    const at = mapgen.tour.shown(app);
    if (!isPresenting(app)) return;
    const { document: other } = app.presenterWindow;
    other.documentElement.lang = mapgen.format.language();
    other.documentElement.dir = document.documentElement.dir;
    other.title = mapgen.text("tour.notes");
    mapgen.dom.fill(other.body, at ? contents(app, at) : mapgen.text("tour.none-open"));
  }

  /** The styles of the page, which its policy allows in a window that it writes itself. */
  function dress(other) {
    for (const style of document.querySelectorAll("style")) other.head.append(other.importNode(style, true));
    other.body.className = "presenter";
    other.documentElement.className = "presenting-notes";
  }

  function onKey(app, event) {
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const by = { [forward]: 1, PageDown: 1, [back]: -1, PageUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    mapgen.tour.move(app, by);
  }

  /** @param {App} app whose tour is presented */
  function open(app) {
    let other = null;
    try {
      other = globalThis.open("", "_blank", SIZE);
      if (other) dress(other.document);
    } catch {
      other = null;
    }
    app.scene.notesOpen = !other;
    turn(app, true);
    if (!other) {
      app.say(mapgen.text("tour.no-window"));
      return;
    }
    app.presenterWindow = other;
    other.document.addEventListener("keydown", (event) => onKey(app, event));
    update(app);
  }

  const isOn = () => document.documentElement.classList.contains("presenting");

  /** The large form or the usual one, with the map where the step has it. */
  function turn(app, on) {
    document.documentElement.classList.toggle("presenting", on);
    document.getElementById("panel-tour").dataset.built = "";
    mapgen.binding.showPanel(app, app.store.get(), new Set(["panel"]));
    const at = mapgen.tour.shown(app);
    if (at) mapgen.binding.applyView(app, mapgen.tour.stateOf(app.model, at.step).view);
  }

  function close(app) {
    app.presenterWindow?.close();
    app.presenterWindow = null;
    turn(app, false);
    document.querySelector("#panel-tour [data-present]")?.focus();
  }

  /** @param {App} app keeps the window in step with the tour */
  function wire(app) {
    app.store.watch((state, changed) => {
      if (changed.has("step") || changed.has("tour") || changed.has("lang")) update(app);
      if (changed.has("tour") && !state.tour && isOn()) close(app);
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && isOn() && !app.asking && close(app));
    addEventListener("pagehide", () => app.presenterWindow?.close());
  }

  mapgen.presenter = { open, close, wire, isOn, isPresenting };
})();
