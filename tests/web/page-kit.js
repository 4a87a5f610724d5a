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

const COMMON = { sources: [0], confidence: "high", note: null, disagreement: null, claim: [], alt_names: [] };

/** What every row says, then what this one does. */
function row(id, name, own) {
  return { id, name: { en: name, ar: `${name} ar`, tr: `${name} tr` }, ...structuredClone(COMMON), ...own };
}

const layer = (id, kind, name, rows) => ({ id, kind, visible: true, licence: "CC-BY-4.0", name: { en: name }, rows });

function smallLayers() {
  const area = (holder, polygons, labels) => ({
    holder,
    valid_from: "2018-09-14",
    valid_to: null,
    certainty: 0.9,
    area_km2: 10,
    polygons,
    labels,
    small_into: [],
  });
  const front = {
    kind: "front",
    quality: "firm",
    length_km: 200,
    valid_from: null,
    valid_to: null,
    holders: ["government", "hts"],
    lines: [[0]],
  };
  const place = (point, side, holder, history = null) => ({
    point: steps(point),
    error_km: 1,
    side,
    holder,
    kind: "settlement",
    as_of: null,
    as_of_basis: "reported",
    position_basis: "source",
    history,
    statements: null,
  });
  const history = [
    [null, "2017-12-01", "isil", "isil", "low", [0], null, []],
    ["2017-12-01", "2018-03-01", "opposition", "hts", "medium", [0], ["2018-02-28", "2018-03-02"], [0]],
  ];
  const event = (point, category, date) => ({
    point: point && steps(point),
    error_km: null,
    category,
    date,
    date_end: null,
    off_frame: false,
    place: null,
  });
  const post = {
    point: steps([36.6, 36]),
    error_km: 2,
    country: "turkey",
    number: 9,
    order: null,
    valid_from: "2018-04-07",
    place: "Nine",
    holder_here: null,
  };
  return [
    layer("areas_of_control", "areas", "Areas", [
      row("area-hts", "Hts", area("hts", [[[0, 1]]], [[...steps([36.5, 36]), 40000]])),
      row("area-government", "Government", area("government", [[[2, ~0]]], [])),
    ]),
    layer("front_lines", "front_lines", "Fronts", [row("front-1", "Front", front)]),
    layer("settlements", "settlements", "Settlements", [
      row("set-west", "West", place([36.5, 36], "opposition", "hts")),
      row("set-east", "East", place([37.5, 36], "government", "government", history)),
      row("set-unclear", "Unclear", place([36.2, 36], "opposition", null)),
    ]),
    layer("events", "events", "Events", [
      row("event-strike", "Strike", event([36.4, 36.1], "air_strike", "2018-09-08")),
      row("event-early", "Early", event(null, "summit", "2018-01")),
    ]),
    layer("observation_posts", "posts", "Posts", [row("post-9", "Nine", post)]),
  ];
}

/** A square of two areas that share an edge, a front on it, a settlement in each. */
export function smallDocument() {
  const holder = (id, pattern) => ({
    id,
    name: { en: `Holder ${id}` },
    short: { en: id },
    detail: null,
    drawn_as: null,
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
      description: { en: "A test" },
      as_of: "2018-09-14",
      frame: [36, 35, 38, 37],
      home: [36, 35, 38, 37],
      article: 0,
      article_author: "Author",
      licence: "CC-BY-4.0",
      texts: [],
      attribution: [],
      software: [],
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
    sources: [
      {
        publisher: "Paper",
        title: "Title",
        date: "2018-09-16",
        url: "https://example.org/",
        accessed: null,
        archive_url: null,
        address_missing: false,
        leaning: null,
      },
    ],
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
    phrases: {},
    images: {
      relief: { url: "data:image/webp;base64,", bounds: [36, 35, 38, 37], width: 1, height: 1 },
    },
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
      towns: [{ name: { en: "West" }, point: steps([36.5, 36]), size_class: 1, country: "SY" }],
      labels: [],
    },
    layers: smallLayers(),
  };
}

/** The document of the built page as its scripts read it, if there is one. @returns {Promise<?Object>} */
export async function builtDocument() {
  const file = path.join(WEB, "..", "..", "output", "northwest-syria.html");
  if (!fs.existsSync(file)) return null;
  const { document } = new JSDOM(fs.readFileSync(file, "utf8")).window;
  return readStored(document);
}
