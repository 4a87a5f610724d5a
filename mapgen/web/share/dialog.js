/**
 * The dialog for taking the map along: link, frame for another page, picture, data, citation, licence.
 */

import * as address from "../base/address.js";
import { byId, el, fill, first, icon, outsideLink } from "../base/dom.js";
import * as format from "../base/format.js";
import { localName, text } from "../base/text.js";
import { isFramed, printPage } from "../base/window.js";
import { licenceName } from "../kinds/describe.js";
import * as shareCite from "./cite.js";
import * as shareData from "./data.js";
import * as shareEmbed from "./embed.js";
import { choice, copied, copyButton, dialog, field, note, say, shareSection } from "./parts.js";
import * as sharePicture from "./picture.js";
import * as shareSave from "./save.js";

/** @type {Record<string, string>} */
const TYPES = {
  geojson: "application/geo+json",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  png: "image/png",
};
const WRITERS = { geojson: shareData.geojson, csv: shareData.csv };

/** @param {App} app */
function linkSection(app) {
  const link = address.ofView(app);
  if (!link) return null;
  return shareSection(
    "link",
    copied("link", text("share.link"), link),
    address.place() === "file" ? note("share.link-file") : null,
  );
}

/** Below the buttons of a section, instead of what was there. @param {HTMLElement} button @param {Element} what */
function showBelow(button, what) {
  const home = button.closest("section");
  if (home) first(home, ".share-by-hand")?.remove();
  home?.append(what);
  what.scrollIntoView({ block: "nearest" });
}

/**
 * Nobody tells a script whether a file was saved: what was to be saved can be shown, too. In a frame, where it is often
 * forbidden, it is.
 * @param {HTMLElement} button
 * @param {() => HTMLElement} shown
 */
function offerByHand(button, shown) {
  const ontoggle = (/** @type {any} */ { currentTarget: own }) => {
    if (own.open && own.children.length < 2) own.append(shown());
  };
  const summary = el("summary", {}, text("share.by-hand"));
  showBelow(button, el("details.share-by-hand", { open: isFramed(), ontoggle }, summary));
}

/**
 * @param {HTMLElement} button
 * @param {string} name of the file: "northwest-syria-2018-09-14-events.csv"
 * @param {string} content
 */
function saveText(button, name, content) {
  shareSave.save(name, new Blob([content], { type: TYPES[name.split(".").pop() ?? ""] }));
  say(text("share.saved", { file: name }));
  offerByHand(button, () => copied("by-hand", name, content));
}

/** @param {App} app @param {HTMLElement} button */
async function savePicture(app, button) {
  const name = `${app.model.atlas.id}-${app.store.get().date}.png`;
  const blob = await sharePicture.png(app);
  if (!blob) {
    say(text("share.unreadable"));
    showBelow(button, el("p.share-by-hand", {}, text("share.unreadable")));
    return;
  }
  shareSave.save(name, blob);
  say(text("share.saved", { file: name }));
  offerByHand(button, () => el("img.share-picture", { src: URL.createObjectURL(blob), alt: text("map.label") }));
}

/** @param {App} app */
function pictureSection(app) {
  const drawn = app.layer.view && app.map.getContainer().clientWidth;
  const button = el(
    "button.button",
    {
      type: "button",
      "data-save": "picture",
      disabled: !drawn,
      onclick: (event) => savePicture(app, event.currentTarget),
    },
    text("share.save-picture"),
  );
  const print = el(
    "button.button",
    {
      type: "button",
      onclick: () => {
        dialog().close();
        printPage(() => app.refuse("print"));
      },
    },
    text("page.print"),
  );
  return shareSection(
    "picture",
    el("div.share-row", {}, button, print),
    note(drawn ? "share.picture-note" : "share.picture-off"),
  );
}

/**
 * @param {App} app
 * @param {string} name
 * @param {number} count
 * @param {{file: string, scope?: string | null, write: () => string}[]} files of one row
 */
function dataRow(app, name, count, files) {
  const buttons = files.map(({ file, write, scope }) => {
    const form = file.split(".").pop();
    const label = text(`share.${form}`);
    return el(
      "button.button.small",
      {
        type: "button",
        "data-save": file,
        "aria-label": text("share.save-as", { name, form: label }),
        onclick: (event) =>
          saveText(event.currentTarget, [app.model.atlas.id, scope, file].filter(Boolean).join("-"), write()),
      },
      label,
    );
  });
  return el(
    "li",
    {},
    el("span.name", {}, name),
    el("span.count", {}, format.number(count)),
    el("span.share-buttons", {}, buttons),
  );
}

/** @param {App} app @param {Layer} layer @param {string | null} day */
function layerRow(app, layer, day) {
  const files = Object.entries(WRITERS).map(([form, write]) => ({
    file: `${layer.id}.${form}`,
    scope: day,
    write: () => write(app.model, layer.id, day),
  }));
  return dataRow(app, localName(layer.name), shareData.featuresOn(app.model, layer.id, day).length, files);
}

/** What belongs to no date: sources, and the numbers of every date. @param {App} app */
function otherRows(app) {
  const { model } = app;
  const { sourcesCsv, sourcesCsl, statisticsCsv } = shareData;
  const sources = [
    { file: "sources.json", write: () => sourcesCsl(model) },
    { file: "sources.csv", write: () => sourcesCsv(model) },
  ];
  return [
    dataRow(app, text("about.bibliography"), model.sources.length, sources),
    model.statistics
      ? dataRow(app, text("tables.statistics"), model.statistics.dates.length, [
          { file: "statistics.csv", write: () => statisticsCsv(model) },
        ])
      : null,
  ];
}

/** @param {App} app */
function dataSection(app) {
  const list = el("ul.share-data");
  const { date } = app.store.get();
  /** @param {string} scope */
  const show = (scope) => {
    const day = scope === "day" ? date : null;
    fill(
      list,
      [...app.model.layers.values()].map((layer) => layerRow(app, layer, day)),
      otherRows(app),
    );
  };
  const scopes = choice(
    "share.dates",
    "scope",
    [
      ["day", format.date(date)],
      ["all", text("share.all-dates")],
    ],
    show,
  );
  return shareSection("data", scopes, list, note("share.data-note"));
}

/** @param {App} app */
function citeSection(app) {
  const area = field("cite", text("share.cite"), "");
  /** @param {string} form */
  const show = (form) => {
    area.value = shareCite.cite(app, form);
    area.dir = form === "text" ? "auto" : "ltr";
  };
  const forms = choice(
    "cite.forms",
    "form",
    shareCite.FORM_NAMES.map((form) => [form, text(`cite.form.${form}`)]),
    show,
  );
  return shareSection("cite", forms, el("div.share-copy", {}, area, copyButton("cite", area)));
}

/** @param {App} app */
function licenceSection({ model }) {
  const makers = model.atlas.attribution.map((item) =>
    el("li", {}, outsideLink(item.url, item.text), el("span.from", {}, item.licence)),
  );
  return shareSection(
    "licence",
    note("share.licence-facts", { licence: licenceName(model.atlas) }),
    note("share.licence-base"),
    el("ul.sources", {}, makers),
  );
}

/** @param {App} app fills the dialog for the present view */
function build(app) {
  const close = el(
    "button.close",
    { type: "button", "aria-label": text("share.close"), onclick: () => dialog().close() },
    icon("close"),
  );
  fill(
    dialog(),
    el("header", {}, el("h2", { id: "share-title", tabindex: -1 }, text("share.title")), close),
    el(
      "div.share-body",
      {},
      linkSection(app),
      shareEmbed.section(app),
      pictureSection(app),
      dataSection(app),
      citeSection(app),
      licenceSection(app),
    ),
    el("p.hidden", { role: "status" }),
  );
}

/** @param {App} app */
export function open(app) {
  build(app);
  dialog().showModal();
  byId("share-title").focus();
}

/** The language or the date changed under an open dialog. @param {App} app */
function refresh(app) {
  if (dialog()?.open) build(app);
}

/** @param {App} app */
export function wire(app) {
  const root = dialog();
  for (const button of document.querySelectorAll(".page-head [data-share]"))
    button.addEventListener("click", () => open(app));
  app.store.watch((state, changed) => (changed.has("date") || changed.has("lang")) && refresh(app));
  root.addEventListener("click", (event) => event.target === root && root.close());
  // closes the dialog alone
  root.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
}
