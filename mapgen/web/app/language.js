/**
 * The language of the page: which one it begins with, and the change to another without a new start.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const PANELS = ["key", "details", "places", "tour", "about"];

  /** @returns {string} the first language of the browser that the page has, or the page's first */
  function preferred(languages, wishes = globalThis.navigator?.languages ?? []) {
    const known = wishes.map((wish) => wish.toLowerCase().split("-")[0]).find((wish) => languages.includes(wish));
    return known ?? languages[0];
  }

  /** What texts of the page are in a language: those that the scripts write, and the words of the page itself. */
  function speak(model, language) {
    mapgen.useTexts(model.texts, language, model.phrases);
    const root = document.documentElement;
    root.lang = language;
    root.dir = mapgen.format.direction(language);
    document.title = mapgen.name(model.atlas.title);
    document.querySelector("meta[name=description]")?.setAttribute("content", mapgen.name(model.atlas.description));
    for (const element of document.querySelectorAll("[data-text]")) element.textContent = mapgen.text(element.dataset.text);
    for (const element of document.querySelectorAll("[data-atlas]")) element.textContent = mapgen.name(model.atlas[element.dataset.atlas]);
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", mapgen.text(element.dataset.label));
      if (element.hasAttribute("title")) element.title = mapgen.text(element.dataset.label);
    }
    for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === language));
    for (const select of document.querySelectorAll("select[data-languages]")) select.value = language;
  }

  /** Build anew whatever the scripts wrote in the language before. */
  function rebuild(app) {
    const at = (id) => document.getElementById(id);
    mapgen.controls.buildZoom(app, at("zoom"));
    mapgen.time.build(app, at("time"));
    mapgen.search.build(app, at("search-box"));
    app.map.getContainer().setAttribute("aria-label", mapgen.text("map.label"));
    at("arrows").dataset.events = "";
    for (const panel of PANELS) at(`panel-${panel}`).dataset.built = "";
    mapgen.share.refresh(app);
    mapgen.presenter.update(app);
    mapgen.binding.showDate(app);
    mapgen.binding.showPanel(app, app.store.get(), new Set(["panel", "feature"]));
    mapgen.panel.setHeight(app, at("panel"), mapgen.panel.currentHeight(at("panel")));
    app.layer.refresh("ground", "layout");
  }

  /** @param {App} app @param {string} language one of the page's */
  function change(app, language) {
    if (language === mapgen.format.language()) return;
    speak(app.model, language);
    rebuild(app);
  }

  /** @param {App} app lets the reader choose */
  function wire(app) {
    const choose = (lang) => app.store.set({ lang });
    for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => choose(button.dataset.language));
    for (const select of document.querySelectorAll("select[data-languages]")) select.addEventListener("change", () => choose(select.value));
  }

  mapgen.language = { preferred, speak, change, wire };
})();
