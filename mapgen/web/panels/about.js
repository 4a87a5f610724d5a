/**
 * About & sources: the atlas' own paragraphs, then the bibliography that the page already holds.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const SECTIONS = ["about", "article", "method", "neutrality", "border"];
  const el = (...args) => mapgen.dom.el(...args);

  /** The atlas' paragraphs under their heads; the first section needs none. */
  function textSections(atlas) {
    return SECTIONS.map((id) => ({ id, texts: (atlas.texts ?? []).filter((item) => item.section === id) }))
      .filter(({ texts }) => texts.length)
      .map(({ id, texts }) => el("section", { "data-section": id },
        id === "about" ? null : el("h3", {}, mapgen.text(`about.${id}`)),
        texts.map((item) => el("p", { "data-text-id": item.id }, mapgen.name(item.text)))));
  }

  function articleSource(app) {
    const index = app.model.atlas.article;
    return Number.isInteger(index) ? el("ul.sources", {}, mapgen.details.sourceItems(app, [index])) : null;
  }

  function attribution(atlas) {
    const items = (atlas.attribution ?? []).map((item) => el("li", {}, item.url ? mapgen.dom.outsideLink(item.url, item.text) : item.text, el("span.from", {}, item.licence)));
    return el("section", {}, el("h3", {}, mapgen.text("about.attribution")), el("ul.sources", {}, items));
  }

  /** Who held how much, over the year. */
  function numbersSection(app, signal) {
    const chart = mapgen.charts.chart(app, null, signal);
    return chart ? el("section", { "data-section": "numbers" }, el("h3", {}, mapgen.text("about.numbers")), chart) : null;
  }

  /** People on the move, attacks on health care. */
  function figuresSection(app) {
    const charts = mapgen.figures.charts(app);
    return charts.length ? el("section", { "data-section": "figures" }, el("h3", {}, mapgen.text("places.figures")), charts) : null;
  }

  /** The bibliography that stands in the page; its links open apart, as all others do. */
  function bibliography() {
    const section = document.getElementById("bibliography");
    for (const link of section?.querySelectorAll("a") ?? []) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
    return section;
  }

  /** @param {App} app @param {HTMLElement} root the panel; takes in the bibliography of the page */
  function build(app, root) {
    const { atlas } = app.model;
    const sections = textSections(atlas);
    const article = articleSource(app);
    const besideIt = sections.find((section) => section.dataset.section === "article") ?? sections[0];
    if (article) besideIt?.append(article);
    mapgen.dom.fill(root, el("h2", {}, mapgen.text("about.title")), mapgen.share.openButton(app), sections, mapgen.claims.section(app), numbersSection(app, mapgen.dom.renew(root)), figuresSection(app), attribution(atlas), bibliography());
  }

  mapgen.about = { build };
})();
