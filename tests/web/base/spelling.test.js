/** Sixty places, each by three spellings, found among everything that the page holds. */
import test from "node:test";
import assert from "node:assert/strict";
import { builtDocument } from "../page-kit.js";
import { formsOf, partOf, written } from "../../../mapgen/web/base/spelling.js";
import { readDocument } from "../../../mapgen/web/facts/document.js";
import { createIndex, findPlaces } from "../../../mapgen/web/panels/finder.js";

const PLACES = {
  Idlib: ["Idleb", "İdlib", "ادلب"],
  Aleppo: ["Halep", "Halab", "حلب"],
  Hama: ["Hamah", "Hamā", "حماه"],
  Latakia: ["Lazkiye", "Al-Ladhiqiyah", "اللاذقيه"],
  "Khan Shaykhun": ["Khan Sheikhoun", "Han Şeyhun", "خان شيخون"],
  "Maarat al-Numan": ["Ma'arrat an-Nu'man", "Maarat Numan", "معرة النعمان"],
  "Jisr al-Shughur": ["Jisr ash-Shugur", "Cisr eş-Şuğur", "جسر الشغور"],
  Saraqib: ["Saraqeb", "Serakib", "سراقب"],
  Ariha: ["Eriha", "Arihah", "اريحا"],
  Morek: ["Mork", "Murik", "مورك"],
  "Kafr Zita": ["Kafr Zeita", "Kefr Zeyta", "كفرزيتا"],
  "Al-Latamnah": ["Latamneh", "el-Latamine", "اللطامنة"],
  "Qalaat al-Madiq": ["Qal'at al-Mudiq", "Kalat el-Madik", "قلعة المضيق"],
  "Kafr Nabl": ["Kafranbel", "Kefr Nebil", "كفرنبل"],
  Binnish: ["Binnesh", "Biniş", "بنش"],
  Taftanaz: ["Taftenaz", "Teftenaz", "تفتناز"],
  Sarmin: ["Sermin", "Sarmeen", "سرمين"],
  Sarmada: ["Sarmadah", "Sermada", "سرمدا"],
  Harim: ["Harem", "Hārim", "حارم"],
  Salqin: ["Salqeen", "Selkin", "سلقين"],
  Darkush: ["Darkoush", "Derkuş", "دركوش"],
  Badama: ["Bdama", "Bedama", "بداما"],
  "Darat Izza": ["Daret Azzeh", "Daret İzze", "دارة عزة"],
  "Al-Atarib": ["Atareb", "el-Etarib", "الاتارب"],
  Anadan: ["Anadān", "Enadan", "عندان"],
  Hreitan: ["Hraytan", "Hureytan", "حريتان"],
  Nubl: ["Nubul", "Nübül", "نبل"],
  "Tell Rifaat": ["Tal Rifat", "Tel Rıfat", "تل رفعت"],
  Azaz: ["A'zaz", "Azez", "اعزاز"],
  Afrin: ["Efrin", "Afreen", "عفرين"],
  Rajo: ["Raju", "Raco", "راجو"],
  Jindires: ["Jinderes", "Cinderes", "جنديرس"],
  Marea: ["Mare", "Marʿa", "مارع"],
  "Al-Rai": ["Çobanbey", "Rai", "الراعي"],
  Jarabulus: ["Jarablus", "Cerablus", "جرابلس"],
  "Al-Bab": ["el-Bab", "Bab", "الباب"],
  Tadef: ["Tadif", "Tadaf", "تادف"],
  Manbij: ["Membij", "Münbiç", "منبج"],
  "Deir Hafir": ["Dayr Hafir", "Deyr Hafir", "دير حافر"],
  Khanasir: ["Khanaser", "Hanasir", "خناصر"],
  "Al-Safira": ["As-Safirah", "es-Sefire", "السفيرة"],
  "Tell Touqan": ["Tall Tuqan", "Tel Tukan", "تل الطوقان"],
  "Abu al-Duhur": ["Abu ad-Duhur", "Ebu Zuhur", "ابو الظهور"],
  Sinjar: ["Sincar", "Sinjār", "سنجار"],
  "Al-Tamanah": ["Tamanah", "et-Temanah", "التمانعة"],
  "Al-Habit": ["Hbeit", "el-Habit", "الهبيط"],
  Muhradah: ["Mhardeh", "Muhrade", "محردة"],
  Suqaylabiyah: ["as-Suqaylabiyah", "Sukaylabiyah", "السقيلبية"],
  Ihsim: ["Ehsem", "Ahsim", "احسم"],
  Kinsabba: ["Kinsibba", "Kensabba", "كنسبا"],
  Rabia: ["Rabiah", "Rabi'a", "ربيعة"],
  Kabani: ["Kabana", "Kabāni", "كباني"],
  "Al-Fuah": ["Foua", "el-Fua", "الفوعة"],
  Kafriya: ["Kefraya", "Kafarya", "كفريا"],
  Takad: ["Taqad", "Teqad", "تقاد"],
  "Urum al-Kubra": ["Orum al-Kubra", "Urum el-Kübra", "اورم الكبرى"],
  "Khan al-Asal": ["Khan Assal", "Han el-Asel", "خان العسل"],
  Kobani: ["Kobanî", "Ayn al-Arab", "عين العرب"],
  Antakya: ["Antakyah", "Antakia", "انطاكية"],
  "Al-Eis": ["el-Eys", "Al-Ays", "العيس"],
};

async function finder() {
  const data = await builtDocument();
  assert.ok(data, "no page is built: run mapgen build");
  const model = readDocument(data);
  const index = createIndex(model);
  return (query, language = "en") => findPlaces(index, query, language);
}

test("sixty places are found by their name and three other spellings", async () => {
  assert.equal(Object.keys(PLACES).length, 60);
  const find = await finder();
  const lost = [];
  for (const [name, spellings] of Object.entries(PLACES)) {
    for (const query of [name, ...spellings]) {
      const found = find(query).map((hit) => hit.entry.names.en);
      if (!found.some((each) => each === name || each.startsWith(`${name} (`)))
        lost.push(`${name} by ${query}: ${found.slice(0, 3).join(", ")}`);
    }
  }
  assert.deepEqual(lost, []);
});

test("names that fit best come first, in the language of the page", async () => {
  const find = await finder();
  assert.equal(find("idlib")[0].entry.names.en, "Idlib");
  assert.equal(find("halep", "tr")[0].entry.names.en, "Aleppo");
  assert.equal(find("xyzzy").length, 0);
  assert.equal(find("").length, 0);
});

test("names that judge an actor find it and are not to be shown", async () => {
  const find = await finder();
  const actors = { Daesh: "isil", DEAŞ: "isil", هتش: "hts", "the regime": "government" };
  for (const [query, actor] of Object.entries(actors)) {
    const [{ entry, form }] = find(query);
    assert.equal(entry.id, `actor-${actor}`);
    assert.equal(form.shown, false, query);
  }
  assert.equal(find("YPG")[0].form.shown, true);
});

test("the part of a name that was looked for is marked", () => {
  const part = (text, query) => {
    const found = partOf(text, formsOf(query));
    return found && text.slice(...found);
  };
  assert.equal(part("Jisr al-Shughur", "jisr"), "Jisr");
  assert.equal(part("Khan Shaykhun", "sheikhoun"), "Shaykhun");
  assert.equal(part("إدلب", "ادلب"), "إدلب");
  assert.equal(part("Morek", "x"), null);
});

test("what dictation, other keyboards and copying leave in a name does not hide it", async () => {
  const find = await finder();
  const ways = {
    Idlib: [
      "إدلب\u200f",
      "Idlib\u200b",
      "\u202bإدلب\u202c",
      "ﺇﺩﻟﺐ",
      "Id\u00adlib",
      "Ｉｄｌｉｂ",
      "idlib?",
      "«Idlib»",
      "IDLIB",
      "ıdlib",
    ],
    "Khan Shaykhun": ["خان شیخون", "خان‌شیخون", "Khan Shaykhun!", "Khān Šaykhūn"],
    "Kafr Nabl": ["کفرنبل", "كفر نبل،"],
    "Jisr al-Shughur": ["Jisr al‑Shughur", "Jisr al–Shughur", "جسر الشغور؟"],
  };
  const lost = Object.entries(ways).flatMap(([name, spellings]) =>
    spellings.filter((query) => find(query)[0]?.entry.names.en !== name).map((query) => `${name} by ${query}`),
  );
  assert.deepEqual(lost, []);
});

test("digits of three scripts are the same digits", () => {
  assert.equal(written("٤٦"), "46");
  assert.equal(written("۴۶"), "46");
});

test("letters without case, marks, hyphens, articles and signs", () => {
  assert.equal(written("Kırıkhan"), written("kirikhan"));
  assert.equal(written("Maarrat al-Nu'man"), "maarrat numan");
  assert.equal(written("İdlib"), "idlib");
  assert.equal(written("أريحا"), written("اريحا"));
});
