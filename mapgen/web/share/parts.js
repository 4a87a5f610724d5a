/**
 * Parts of the dialog for taking the map along.
 */

import { el } from "../base/dom.js";
import { text } from "../base/text.js";
import * as shareSave from "./save.js";

const SAID_MS = 2000;
const FIELD_ROWS = { link: 1, embed: 5, cite: 6 };
export const dialog = () => document.getElementById("share");

export function say(message) {
  dialog().querySelector("[role=status]").textContent = message;
}

/** A word on the button, and in the status line for those who cannot see it. */
function confirm(button, done) {
  const before = button.dataset.words ?? button.textContent;
  button.dataset.words = before;
  button.textContent = text(done ? "share.copied" : "share.not-copied");
  say(button.textContent);
  setTimeout(() => (button.textContent = before), SAID_MS);
}

export function field(name, label, value, rows = FIELD_ROWS[name] ?? 6) {
  return el(
    "textarea.share-field",
    {
      "data-field": name,
      "aria-label": label,
      readonly: true,
      rows,
      dir: "ltr",
      spellcheck: "false",
      wrap: rows === 1 ? "off" : "soft",
      onfocus: (event) => event.target.select(),
    },
    value,
  );
}

export function copyButton(name, of) {
  return el(
    "button.button",
    {
      type: "button",
      "data-copy": name,
      onclick: async (event) => {
        const button = event.currentTarget;
        confirm(button, await shareSave.copy(of));
      },
    },
    text("share.copy"),
  );
}

export function copied(name, label, value, rows) {
  const area = field(name, label, value, rows);
  return el("div.share-copy", {}, area, copyButton(name, area));
}

export function shareSection(name, ...content) {
  return el("section", { "data-share-section": name }, el("h3", {}, text(`share.${name}`)), content);
}

export const note = (key, params) => el("p.share-note", {}, text(key, params));

/**
 * Buttons of which one is pressed.
 * @param {string} key of the name of the group @param {[string, string][]} options value and words
 * @param {(a: string) => void} choose is told the first one at once
 */
export function choice(key, name, options, choose) {
  const group = el("div.segmented", { role: "group", "aria-label": text(key) });
  const press = (value) => {
    for (const button of group.children) button.setAttribute("aria-pressed", String(button.dataset[name] === value));
    choose(value);
  };
  group.append(
    ...options.map(([value, words]) =>
      el("button", { type: "button", [`data-${name}`]: value, onclick: () => press(value) }, words),
    ),
  );
  press(options[0][0]);
  return group;
}
