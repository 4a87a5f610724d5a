/**
 * What tasks of every kind share: the form, the verdict, what shows the answer.
 */

import { el, fill, first, icon, said, targetOf } from "../../base/dom.js";
import * as format from "../../base/format.js";
import { localName, text } from "../../base/text.js";
import * as evidence from "../../facts/evidence.js";
import { topicOf } from "../../facts/people.js";
import * as claims from "../../panels/claims.js";
import * as tours from "../tour.js";

/** @param {Model} model @param {string} id @returns {string | null} what Details would call it */
export function titleOf(model, id) {
  const spot = evidence.spotOf(id);
  if (spot) return text("spot.where", { lat: format.number(spot[1], 3), lon: format.number(spot[0], 3) });
  const feature = model.byId.get(id);
  if (feature) return localName(feature.name);
  const topic = topicOf(model, id);
  if (!topic) return null;
  if (topic.all) return text("who.title");
  if (topic.actor) return localName(topic.actor.name);
  return topic.relation ? claims.relationName(model, topic.relation) : null;
}

/** @param {Model} model @param {TaskOfModel} task @returns {Point} where the place is that is asked for */
export function pointOf(model, task) {
  const degrees = task.degrees ?? model.byId.get(task.feature ?? "")?.degrees;
  if (!degrees) throw new Error(`a task asks for a place that is not known: ${task.question}`);
  return degrees;
}

/** What shows the answer, as links into the page. @param {App} app @param {TaskOfModel} task */
function evidenceLinks(app, task) {
  const links = task.evidence
    .map((id) => {
      const name = titleOf(app.model, id);
      return name ? el("button.link", { type: "button", onclick: () => app.open(id, true) }, name) : null;
    })
    .filter(Boolean);
  return links.length
    ? el(
        "p.task-evidence",
        {},
        text("task.evidence"),
        " ",
        links.flatMap((link, i) => (i ? [" · ", link] : [link])),
      )
    : null;
}

/** @param {boolean | null} right */
export const verdictOf = (right) => text(right === null ? "task.model" : right ? "task.right" : "task.wrong");

/**
 * The verdict in a word and a sign, then the explanation.
 * @param {App} app
 * @param {HTMLElement} box
 * @param {TaskOfModel} task
 * @param {boolean | null} right null where only the reader can judge
 * @param {Child} [more]
 */
export function tell(app, box, task, right, more = null) {
  fill(
    box,
    el(
      "p.task-verdict",
      { "data-right": right === null ? null : String(right) },
      right === null ? null : icon(right ? "check" : "close"),
      el("strong", {}, verdictOf(right)),
    ),
    more,
    task.explanation.map((paragraph) => el("p", {}, said(paragraph))),
    evidenceLinks(app, task),
  );
}

/**
 * Whether an answer or an entry is right: a sign, and a word for those who do not see it.
 * @param {HTMLElement} element
 * @param {boolean | null} right
 */
export function mark(element, right) {
  element.querySelector(".task-mark")?.remove();
  element.dataset.state = right === null ? "" : right ? "right" : "wrong";
  if (right === null) return;
  element.append(
    el(
      "span.task-mark",
      {},
      icon(right ? "check" : "close"),
      el("span.hidden", {}, text(right ? "task.mark.right" : "task.mark.wrong")),
    ),
  );
}

/** @param {App} app @param {LessonOfModel} lesson */
export function refreshScore(app, lesson) {
  const { raw, max } = tours.scoreOf(app, lesson);
  const line = document.querySelector("#panel-tour [data-score]");
  if (line) line.textContent = text("tour.score", { raw, max });
}

/**
 * A form whose answer is judged, and told again when the step is shown again.
 * @param {App} app
 * @param {AtTask} at
 * @param {Child} inside
 * @param {() => boolean | null | undefined} check undefined where nothing was answered
 * @param {string} label key of the button
 */
export function taskForm(app, at, inside, check, label) {
  const { task, id } = at.step;
  const draft = tours.draftOf(app, at);
  const box = el("div.task-feedback", { id: `feedback-${id}` });
  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    const right = check();
    if (right === undefined) {
      fill(box, el("p.task-verdict", {}, text("task.first")));
      app.say(text("task.first"));
      first(targetOf(event), "input")?.focus();
      return;
    }
    draft.checked = true;
    tours.answer(app, at, right);
    tell(app, box, task, right);
    app.say(verdictOf(right));
    refreshScore(app, at.lesson);
  }
  const element = el(
    "form.task-form",
    { onsubmit: submit, "aria-describedby": box.id },
    inside,
    el("p.tour-row", {}, el("button.button", { type: "submit" }, text(label))),
    box,
  );
  if (draft.checked) tell(app, box, task, check() ?? null);
  return element;
}
