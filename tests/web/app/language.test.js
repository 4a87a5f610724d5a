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
  const said = {
    tr: {
      Posts: "Noktalar",
      Name: "Ad",
      Note: "Not",
      Sources: "Kaynaklar",
      "Held (1)": "Elinde (1)",
      "Seen.": "Görüldü.",
      Yes: "Evet",
      Alpha: "Alfa",
    },
  };
  useTexts({ en: {}, tr: {} }, "tr", said);
  phrases.speak(document);
  assert.match(document.body.textContent, /^Noktalar.*Elinde \(1\).*Alpha.*Görüldü\..*Evet.*No.*Beta.*Görüldü\./s);
  useTexts({ en: {}, tr: {} }, "en", said);
  phrases.speak(document);
  assert.match(document.body.textContent, /^Posts.*Held \(1\).*Seen\..*Yes/s);
});

test("tables that something else has changed are no reason to stop", () => {
  for (const change of [
    "table.caption.remove()",
    "table.tHead.remove()",
    "table.rows[1].cells[0].remove()",
    "table.rows[2].cells[1].remove()",
  ]) {
    const { document, Function } = new JSDOM(PAGE, { runScripts: "outside-only" }).window;
    new Function("table", change)(document.querySelector("table"));
    phrases.speak(document);
  }
});
