/** What the tests share: where the scripts are, a small document, and that of the built page. */
import fs from "node:fs";
import path from "node:path";
import { JSDOM } from "jsdom";
import { readStored } from "../../mapgen/web/facts/restore.js";

export const WEB = path.join(import.meta.dirname, "..", "..", "mapgen", "web");

/** @returns {string[]} the page's scripts by their paths, without the ending */
export function scripts() {
  const files = fs.readdirSync(WEB, { recursive: true }).filter((name) => name.endsWith(".js"));
  return files.map((name) => name.slice(0, -".js".length).replaceAll(path.sep, "/")).sort();
}

/** Integers of 1e-5 degree from degrees. */
export const steps = (degrees) => degrees.map((value) => Math.round(value * 1e5));

/** Half each at first, then a little more for the government. */
function smallStatistics() {
  const series = (km2, share) => ({ km2, share, uncertain_km2: km2.map((value) => value / 10) });
  return {
    dates: ["2018-01-20", "2018-09-14"],
    holders: { government: series([10, 12], [0.5, 0.6]), hts: series([10, 8], [0.5, 0.4]) },
    fronts_km: [200, 180],
    posts: [{ id: "post-9", km: [null, 4.2] }],
  };
}

/** A square of two areas that share an edge, a front on it, a settlement in each. */
export function smallDocument() {
  const common = (id, name) => [id, { en: name, ar: `${name} ar`, tr: `${name} tr` }, [0], "high", null, null, []];
  const fields = ["id", "name", "sources", "confidence", "note", "disagreement", "claim"];
  const holder = (id, pattern) => ({
    id,
    name: { en: `Holder ${id}` },
    short: { en: id },
    detail: null,
    side: id === "hts" ? "opposition" : id,
    fills: ["#f0bab4"],
    ink: "#7d2f30",
    pattern,
  });
  const arc = (...points) =>
    points.map((point, i) => steps(i ? [point[0] - points[i - 1][0], point[1] - points[i - 1][1]] : point)).flat();
  return {
    schema: 1,
    atlas: {
      id: "small",
      title: { en: "Small" },
      subtitle: { en: "Test" },
      as_of: "2018-09-14",
      frame: [36, 35, 38, 37],
      home: [36, 35, 38, 37],
      article: 0,
      licence: "CC-BY-4.0",
      texts: [],
      attribution: [],
    },
    dates: ["2018-01-20", "2018-09-14"],
    languages: ["en"],
    texts: {
      en: {
        "unit.km": "{n} km",
        "certainty.with-share": "{word} ({share} %)",
        "side.opposition": "Opposition",
        locale: "en-GB",
      },
    },
    sources: [{ publisher: "Paper", title: "Title", date: "2018-09-16", url: "https://example.org/" }],
    actors: [],
    relations: [],
    claims: [],
    lessons: [],
    holders: [holder("government", "none"), holder("hts", "rising")],
    certainty_words: [
      ["well_attested", 0.85],
      ["probable", 0.6],
      ["open", 0],
    ],
    images: {},
    statistics: smallStatistics(),
    arcs: [
      arc([37, 35], [37, 37]),
      arc([37, 37], [36, 37], [36, 35], [37, 35]),
      arc([37, 35], [38, 35], [38, 37], [37, 37]),
    ],
    basemap: {
      land: [],
      sea: [],
      lakes: [],
      rivers: [],
      governorates: [],
      roads: [],
      towns: {
        fields: ["name", "point", "size_class", "country"],
        rows: [[{ en: "West" }, steps([36.5, 36]), 1, "SY"]],
      },
      labels: [],
    },
    layers: [
      {
        id: "areas_of_control",
        kind: "areas",
        visible: true,
        licence: "CC-BY-4.0",
        name: { en: "Areas" },
        fields: [...fields, "holder", "valid_from", "certainty", "area_km2", "polygons", "labels"],
        rows: [
          [...common("area-hts", "Hts"), "hts", "2018-09-14", 0.9, 10, [[[0, 1]]], [[...steps([36.5, 36]), 40000]]],
          [...common("area-government", "Government"), "government", "2018-09-14", 0.9, 10, [[[2, ~0]]], []],
        ],
      },
      {
        id: "front_lines",
        kind: "front_lines",
        visible: true,
        licence: "CC-BY-4.0",
        name: { en: "Fronts" },
        fields: [...fields, "kind", "quality", "holders", "length_km", "lines"],
        rows: [[...common("front-1", "Front"), "front", "firm", ["government", "hts"], 200, [[0]]]],
      },
      {
        id: "settlements",
        kind: "settlements",
        visible: true,
        licence: "CC-BY-4.0",
        name: { en: "Settlements" },
        fields: [...fields, "point", "error_km", "side", "holder", "kind", "history"],
        rows: [
          [...common("set-west", "West"), steps([36.5, 36]), 1, "opposition", "hts", "settlement", null],
          [
            ...common("set-east", "East"),
            steps([37.5, 36]),
            1,
            "government",
            "government",
            "settlement",
            [
              [null, "2017-12-01", "isil", "isil", "low", [0]],
              ["2017-12-01", "2018-03-01", "opposition", "hts", "medium", [0]],
            ],
          ],
          [...common("set-unclear", "Unclear"), steps([36.2, 36]), 1, "opposition", null, "settlement", null],
        ],
      },
      {
        id: "events",
        kind: "events",
        visible: true,
        licence: "CC-BY-4.0",
        name: { en: "Events" },
        fields: [...fields, "point", "category", "date", "date_end"],
        rows: [
          [...common("event-strike", "Strike"), steps([36.4, 36.1]), "air_strike", "2018-09-08", null],
          [...common("event-early", "Early"), null, "summit", "2018-01", null],
        ],
      },
      {
        id: "observation_posts",
        kind: "posts",
        visible: true,
        licence: "CC-BY-4.0",
        name: { en: "Posts" },
        fields: [...fields, "point", "error_km", "country", "number", "valid_from"],
        rows: [[...common("post-9", "Nine"), steps([36.6, 36]), 2, "turkey", 9, "2018-04-07"]],
      },
    ],
  };
}

/** A row of a layer as an object of its fields. */
export function featureOf(layer, row) {
  return Object.fromEntries(layer.fields.map((field, i) => [field, row[i]]));
}

/** The document of the built page as its scripts read it, if there is one. @returns {Promise<?Object>} */
export async function builtDocument() {
  const file = path.join(WEB, "..", "..", "output", "northwest-syria.html");
  if (!fs.existsSync(file)) return null;
  const { document } = new JSDOM(fs.readFileSync(file, "utf8")).window;
  return readStored(document);
}
