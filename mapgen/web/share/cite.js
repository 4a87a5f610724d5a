/**
 * How to cite the map: as a sentence, BibTeX, RIS and CSL-JSON. None names the day on which the page was made.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const ESCAPED = /[&%$#_{}~^\\]/g; // what TeX reads otherwise
  const OF_TEX = { "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}" };

  const tex = (words) => words.replace(ESCAPED, (sign) => OF_TEX[sign] ?? `\\${sign}`);

  /** @param {{licence: string}} atlas @returns {string} "CC BY 4.0": an SPDX expression as people write it */
  const licenceName = ({ licence }) => licence.replace(/-/g, " ");

  /**
   * @param {App} app @param {function(string): string} apart marks names of another script in a sentence
   * @returns {{id: string, title: string, note: string, url: ?string}} in the language of the page
   */
  function partsOf({ model, store }, apart) {
    const { atlas } = model;
    const { date } = store.get();
    const article = model.sources[atlas.article];
    const { text, name, format } = mapgen;
    return {
      id: `${atlas.id}-${date}`,
      title: text("cite.title", { title: name(atlas.title), subtitle: name(atlas.subtitle) }),
      note: text("cite.note", {
        date: format.date(date), author: apart(atlas.article_author), article: apart(article.title),
        publisher: apart(article.publisher), published: format.date(article.date), url: apart(article.url ?? ""), licence: apart(licenceName(atlas)),
      }),
      url: mapgen.address.place() === "file" ? mapgen.address.published() : mapgen.address.ofPage(),
    };
  }

  const FORMS = {
    text: ({ title, note, url }) => [`${title} [${mapgen.text("cite.map")}].`, note, url].filter(Boolean).join(" "),
    bibtex: ({ id, title, note, url }) => [
      `@misc{${id},`,
      `  title = {{${tex(title)}}},`,
      `  howpublished = {${tex(mapgen.text("cite.map"))}},`,
      url && `  url = {${url}},`,
      `  note = {${tex(note)}}`,
      "}",
    ].filter(Boolean).join("\n"),
    ris: ({ id, title, note, url }) => [
      "TY  - MAP", `ID  - ${id}`, `TI  - ${title}`, `N1  - ${note}`, `LA  - ${mapgen.format.language()}`, url && `UR  - ${url}`, "ER  - ",
    ].filter(Boolean).join("\r\n"),
    csl: ({ id, title, note, url }) => JSON.stringify([{ id, type: "map", title, note, language: mapgen.format.language(), ...(url && { URL: url }) }], null, 1),
  };

  /** @param {App} app @param {"text"|"bibtex"|"ris"|"csl"} form @returns {string} */
  function cite(app, form) {
    const turned = form === "text" && mapgen.format.direction(mapgen.format.language()) === "rtl";
    return FORMS[form](partsOf(app, turned ? mapgen.legend.isolate : (words) => words));
  }

  mapgen.shareCite = { FORMS: Object.keys(FORMS), cite, licenceName };
})();
