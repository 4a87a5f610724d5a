/**
 * Tasks of a tour: asked, answered, and what the answer rests on. Results stay in the page.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const el = (...args) => mapgen.dom.el(...args);
  const say = (said) => mapgen.phrase(said);

  /** What shows the answer, as links into the page. */
  function evidence(app, task) {
    const links = task.evidence.map((id) => {
      const name = mapgen.tasks.nameOf(app.model, id);
      return name ? el("button.link", { type: "button", onclick: () => app.open(id, true) }, name) : null;
    }).filter(Boolean);
    return links.length ? el("p.task-evidence", {}, mapgen.text("task.evidence"), " ", links.flatMap((link, i) => (i ? [" · ", link] : [link]))) : null;
  }

  /** @returns {?string} what Details would call it */
  function nameOf(model, id) {
    const spot = mapgen.evidence.spotOf(id);
    if (spot) return mapgen.text("spot.where", { lat: mapgen.format.number(spot[1], 3), lon: mapgen.format.number(spot[0], 3) });
    const feature = model.byId.get(id);
    if (feature) return mapgen.name(feature.name);
    const topic = mapgen.actors.topicOf(model, id);
    if (!topic) return null;
    if (topic.all) return mapgen.text("who.title");
    return topic.actor ? mapgen.name(topic.actor.name) : mapgen.claims.relationName(model, topic.relation);
  }

  /** The verdict in a word and a sign, then the explanation. @param {?boolean} right null where only the reader can judge */
  function tell(app, box, task, right, more = null) {
    const verdict = right === null ? mapgen.text("task.model") : mapgen.text(right ? "task.right" : "task.wrong");
    mapgen.dom.fill(box,
      el("p.task-verdict", { "data-right": right === null ? null : String(right) }, right === null ? null : mapgen.dom.icon(right ? "check" : "close"), el("strong", {}, verdict)),
      more, task.explanation.map((each) => el("p", {}, say(each))), evidence(app, task));
    app.say(verdict);
  }

  function form(app, at, inside, check, label) {
    const { task } = at.step;
    const box = el("div.task-feedback", { tabindex: -1 });
    const submit = (event) => {
      event.preventDefault();
      const found = check();
      if (found === undefined) {
        app.say(mapgen.text("task.first"));
        mapgen.dom.fill(box, el("p.task-verdict", {}, mapgen.text("task.first")));
        return;
      }
      mapgen.tour.answer(app, found);
      tell(app, box, task, found);
      refreshScore(app, at.lesson);
    };
    return el("form.task-form", { onsubmit: submit }, inside, el("p.tour-row", {}, el("button.button", { type: "submit" }, mapgen.text(label))), box);
  }

  function refreshScore(app, lesson) {
    const { raw, max } = mapgen.tour.scoreOf(app, lesson);
    const line = document.querySelector("#panel-tour [data-score]");
    if (line) line.textContent = mapgen.text("tour.score", { raw, max });
  }

  /** One right answer is a choice of one, more are a choice of some. */
  function choice(app, at) {
    const { task, id } = at.step;
    const kind = task.right.length === 1 ? "radio" : "checkbox";
    const inputs = task.answers.map((_, i) => el("input", { type: kind, name: `task-${id}`, value: i }));
    const labels = inputs.map((input, i) => el("label.task-answer", {}, input, el("span", {}, say(task.answers[i]))));
    const mark = (chosen) => labels.forEach((label, i) => {
      const right = task.right.includes(i);
      label.dataset.state = right ? "right" : chosen.includes(i) ? "wrong" : "";
    });
    const check = () => {
      const chosen = inputs.flatMap((input, i) => (input.checked ? [i] : []));
      if (!chosen.length) return undefined;
      mark(chosen);
      return chosen.length === task.right.length && chosen.every((i) => task.right.includes(i));
    };
    const hint = kind === "checkbox" ? el("p.aside", {}, mapgen.text("task.choice.some")) : null;
    return form(app, at, el("fieldset", {}, el("legend", {}, say(task.question)), hint, labels), check, "task.check");
  }

  /** Nobody judges words but their reader: a model answer to compare with. */
  function words(app, at) {
    const { task, id } = at.step;
    const field = el("textarea", { id: `task-${id}`, rows: 3 });
    const box = el("div.task-feedback");
    const compare = (event) => {
      event.preventDefault();
      mapgen.tour.answer(app, null);
      tell(app, box, task, null);
    };
    return el("form.task-form", { onsubmit: compare }, el("label", { for: `task-${id}` }, say(task.question)), field,
      el("p.tour-row", {}, el("button.button", { type: "submit" }, mapgen.text("task.compare"))), box);
  }

  /** @param {App} app @param {{lesson: Object, step: Object}} at @returns {HTMLElement} */
  function card(app, at) {
    const { task } = at.step;
    const kinds = { choice, text: words, order: mapgen.taskOrder.build, place: mapgen.taskPlace.build };
    return el("section.task", { "data-task": task.kind }, el("h3", {}, mapgen.text("task.title")), kinds[task.kind](app, at));
  }

  mapgen.tasks = { card, form, tell, nameOf, refreshScore };
})();
