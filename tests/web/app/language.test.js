import test from "node:test";
import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { useTexts } from "../../../mapgen/web/base/text.js";
import * as phrases from "../../../mapgen/web/facts/phrases.js";
import * as language from "../../../mapgen/web/app/language.js";

test("a page begins in the first language of the browser that it has", () => {
  const { preferred } = language;
  assert.equal(preferred(["en", "ar", "tr"], ["de-DE", "tr-TR", "ar"]), "tr");
  assert.equal(preferred(["en", "ar", "tr"], ["AR-sy"]), "ar");
  assert.equal(preferred(["en", "ar", "tr"], ["de"]), "en");
});

const PAGE = `<table data-layer=posts><caption>Posts</caption><thead><tr><th data-key=name:en>Name\
<th data-key=note>Note<th data-key=sources>Sources</thead>
<tbody id=g><tr><th colspan=3>Held (1)
<tr data-id=a><td>Alpha<td>Seen.<p>Sources disagree:<ul><li>Yes<li>No</ul><td><a href=#1>1</a>
<tr data-id=b><td>Beta<td>Seen.<td><a href=#1>1</a></table>`;

test("tables say in another language what they say in the first, names and numbers of sources apart", () => {
  const { document } = new JSDOM(PAGE).window;
  const stored = {
    tr: {
      said: ["Noktalar", "Ad", "Not", "Kaynaklar", "Elinde (1)", "Görüldü.", "Evet", 0],
      more: { km: "kilometre" },
    },
  };
  const said = phrases.read(stored, document, []);
  assert.equal(said.tr["Seen."], "Görüldü.");
  assert.equal(said.tr.km, "kilometre");
  assert.equal("No" in said.tr, false);
  useTexts({ en: {}, tr: {} }, "tr", said);
  phrases.speak(document);
  assert.match(document.body.textContent, /^Noktalar.*Elinde \(1\).*Alpha.*Görüldü\..*Evet.*No.*Beta.*Görüldü\./s);
  useTexts({ en: {}, tr: {} }, "en", said);
  phrases.speak(document);
  assert.match(document.body.textContent, /^Posts.*Held \(1\).*Seen\..*Yes/s);
});

test("phrases that do not fit the tables are refused", () => {
  const { document } = new JSDOM(PAGE).window;
  assert.throws(() => phrases.read({ tr: { said: ["Noktalar"], more: {} } }, document, []), /tr: 1 phrases, not 8/);
});
