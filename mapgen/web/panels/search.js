/**
 * The search field: a combobox over every name in every language, with flight to the place.
 */

import { el, fill, icon, targetOf } from "../base/dom.js";
import * as format from "../base/format.js";
import { formsOf, partOf } from "../base/spelling.js";
import { currentLanguage, direction, localName, text } from "../base/text.js";
import { kindOf, whatIs } from "../kinds/index.js";
import { createIndex, findPlaces } from "./finder.js";
import { swatchOf } from "./parts.js";

/**
 * A name with the part that was looked for marked.
 * @param {string} words
 * @param {NameForms} wanted
 * @param {string} language
 */
function marked(words, wanted, language) {
  const part = partOf(words, wanted);
  const attributes = { lang: language, dir: direction(language) };
  if (!part) return el("bdi", attributes, words);
  return el("bdi", attributes, words.slice(0, part[0]), el("mark", {}, words.slice(...part)), words.slice(part[1]));
}

/** @param {App} app @param {FoundEntry} entry */
function kind(app, { feature, actor }) {
  if (!feature) return text(actor ? "actor.kind" : "search.town");
  const { search, places } = kindOf(feature.layerKind);
  return search?.aside?.(app, feature) ?? [whatIs(feature), places?.aside(app, feature)].filter(Boolean).join(" · ");
}

/**
 * What is found, in the language of the page; the form that was looked for beside it where it is another.
 * @param {App} app
 * @param {Found} hit
 * @param {NameForms} wanted
 * @param {string} id
 */
function option(app, hit, wanted, id) {
  const { entry, form } = hit;
  const own = localName(entry.names);
  const language = currentLanguage();
  return el(
    "li.search-option",
    { id, role: "option", "aria-selected": "false", "data-id": entry.id },
    entry.actor ? swatchOf(app, entry.actor.id) : null,
    el(
      "span.search-name",
      {},
      marked(own, wanted, entry.names[language] === own ? language : "en"),
      form.text === own || !form.shown ? null : el("span.search-form", {}, marked(form.text, wanted, form.language)),
    ),
    el("span.from", {}, kind(app, entry)),
  );
}

/** @param {App} app @param {HTMLElement} root @param {HTMLInputElement} input @param {HTMLElement} list */
function createState(app, root, input, list) {
  /** @type {{index: FoundEntry[] | null, hits: Found[], at: number}} */
  const state = { index: null, hits: [], at: -1 };
  const options = () => [...list.children];

  /** @param {number} at */
  function move(at) {
    state.at = at;
    for (const [i, item] of options().entries()) item.setAttribute("aria-selected", String(i === at));
    const chosen = options()[at];
    if (chosen) {
      input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView?.({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    move(-1);
  }

  function show() {
    state.index ??= createIndex(app.model);
    const wanted = formsOf(input.value);
    state.hits = wanted.written ? findPlaces(state.index, input.value, currentLanguage()) : [];
    const found = state.hits.map((hit, i) => option(app, hit, wanted, `search-option-${i}`));
    fill(
      list,
      found.length || !wanted.written
        ? found
        : el(
            "li.search-none",
            { role: "option", "aria-disabled": "true", "aria-selected": "false" },
            text("search.none"),
          ),
    );
    list.hidden = !wanted.written;
    input.setAttribute("aria-expanded", String(!list.hidden));
    move(-1);
    app.say(wanted.written ? format.plural("search.found", state.hits.length) : "");
  }

  /** @param {number} at */
  function choose(at) {
    const hit = state.hits[at];
    if (!hit) return;
    input.value = localName(hit.entry.names);
    close();
    root.classList.remove("open");
    app.open(hit.entry.id, true);
  }

  return { state, move, close, show, choose };
}

/** @param {KeyboardEvent} event @param {ReturnType<typeof createState>} search @param {HTMLInputElement} input */
function onKey(event, search, input) {
  const { state } = search;
  const last = state.hits.length - 1;
  /** @type {Record<string, number>} */
  const steps = { ArrowDown: state.at >= last ? 0 : state.at + 1, ArrowUp: state.at <= 0 ? last : state.at - 1 };
  if (event.key in steps) {
    event.preventDefault();
    if (input.getAttribute("aria-expanded") === "false") search.show();
    else if (last >= 0) search.move(steps[event.key]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    search.choose(Math.max(0, state.at));
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (input.getAttribute("aria-expanded") === "true") search.close();
    else input.value = "";
  }
}

/** @param {App} app @param {HTMLElement} root where the field stands in the head of the page */
export function build(app, root) {
  const words = root.querySelector("input")?.value ?? "";
  const list = el("ul.search-list", {
    id: "search-list",
    role: "listbox",
    "aria-label": text("search.label"),
    hidden: true,
  });
  const input = el("input.search-input", {
    id: "search",
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "search",
    "aria-expanded": "false",
    "aria-controls": "search-list",
    "aria-autocomplete": "list",
    "aria-label": text("search.label"),
    placeholder: text("search.label"),
  });
  input.value = words;
  const search = createState(app, root, input, list);
  const open = el(
    "button.search-open.square",
    {
      type: "button",
      "aria-label": text("search.label"),
      title: text("search.label"),
      onclick: () => {
        root.classList.add("open");
        input.focus();
      },
    },
    icon("search"),
  );
  input.addEventListener("input", search.show);
  input.addEventListener("keydown", (event) => onKey(event, search, input));
  input.addEventListener("blur", () => {
    search.close();
    root.classList.remove("open");
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus until the choice
  list.addEventListener("click", (event) => {
    const chosen = targetOf(event).closest("[role=option]");
    if (chosen) search.choose([...list.children].indexOf(chosen));
  });
  fill(root, open, el("div.search-field", {}, icon("search"), input, list));
}
