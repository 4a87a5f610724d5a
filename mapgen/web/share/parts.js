/**
 * Parts of the dialog for taking the map along.
 */

import { copyFrom } from "../base/clipboard.js";
import { allOf, byId, el, only } from "../base/dom.js";
import { text } from "../base/text.js";

const SAID_MS = 2000;
/** @type {Record<string, number>} */
const FIELD_ROWS = { link: 1, embed: 5, cite: 6 };
export const dialog = () => /** @type {HTMLDialogElement} */ (byId("share"));

/** @param {string} message */
export function say(message) {
  only(dialog(), "[role=status]").textContent = message;
}

/**
 * A word on the button, and in the status line for those who cannot see it.
 * @param {HTMLElement} button
 * @param {boolean} done
 */
function confirm(button, done) {
  const before = button.dataset.words ?? button.textContent;
  button.dataset.words = before;
  button.textContent = text(done ? "share.copied" : "share.not-copied");
  say(button.textContent);
  setTimeout(() => (button.textContent = before), SAID_MS);
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string} value
 * @param {number} [rows]
 */
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

/** @param {string} name @param {HTMLTextAreaElement} of */
export function copyButton(name, of) {
  return el(
    "button.button",
    {
      type: "button",
      "data-copy": name,
      onclick: async (event) => {
        const button = event.currentTarget;
        confirm(button, await copyFrom(of));
      },
    },
    text("share.copy"),
  );
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string} value
 * @param {number} [rows]
 */
export function copied(name, label, value, rows) {
  const area = field(name, label, value, rows);
  return el("div.share-copy", {}, area, copyButton(name, area));
}

/** @param {string} name @param {...Child} content */
export function shareSection(name, ...content) {
  return el("section", { "data-share-section": name }, el("h3", {}, text(`share.${name}`)), content);
}

/** @param {string} key @param {Record<string, string | number>} [params] */
export const note = (key, params) => el("p.share-note", {}, text(key, params));

/**
 * Buttons of which one is pressed.
 * @param {string} key of the name of the group
 * @param {string} name
 * @param {[string, string][]} options value and words
 * @param {(value: string) => void} choose is told the first one at once
 */
export function choice(key, name, options, choose) {
  const group = el("div.segmented", { role: "group", "aria-label": text(key) });
  /** @param {string} value */
  const press = (value) => {
    for (const button of allOf(group, "button"))
      button.setAttribute("aria-pressed", String(button.dataset[name] === value));
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
