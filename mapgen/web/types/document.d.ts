/** The document between Python and the page: `make schema` makes it of facts/document.schema.json. */

/** A text by language; the page's first language is always there. */
type Texts = Record<string, string>;

/** Features of a kind; each kind says what its rows hold (`mapgen.kinds`). */
type LayerOfDocument =
  | {
      id: string;
      kind: "areas";
      visible: boolean;
      name: Texts;
      /** Of the layer with its outlines; an SPDX expression. */
      licence: string;
      rows: AreaRow[];
    }
  | {
      id: string;
      kind: "front_lines";
      visible: boolean;
      name: Texts;
      /** Of the layer with its outlines; an SPDX expression. */
      licence: string;
      rows: FrontRow[];
    }
  | {
      id: string;
      kind: "border";
      visible: boolean;
      name: Texts;
      /** Of the layer with its outlines; an SPDX expression. */
      licence: string;
      rows: BorderRow[];
    }
  | {
      id: string;
      kind: "settlements";
      visible: boolean;
      name: Texts;
      /** Of the layer with its outlines; an SPDX expression. */
      licence: string;
      rows: SettlementRow[];
    }
  | {
      id: string;
      kind: "crossings";
      visible: boolean;
      name: Texts;
      /** Of the layer with its outlines; an SPDX expression. */
      licence: string;
      rows: CrossingRow[];
    }
  | {
      id: string;
      kind: "bases";
      visible: boolean;
      name: Texts;
      /** Of the layer with its outlines; an SPDX expression. */
      licence: string;
      rows: BaseRow[];
    }
  | {
      id: string;
      kind: "events";
      visible: boolean;
      name: Texts;
      /** Of the layer with its outlines; an SPDX expression. */
      licence: string;
      rows: EventRow[];
    }
  | {
      id: string;
      kind: "posts";
      visible: boolean;
      name: Texts;
      /** Of the layer with its outlines; an SPDX expression. */
      licence: string;
      rows: PostRow[];
    }
  | {
      id: string;
      kind: "figures";
      visible: boolean;
      name: Texts;
      /** Of the layer with its outlines; an SPDX expression. */
      licence: string;
      rows: FigureRow[];
    };

/** Everything that the page knows. */
interface PageDocument {
  schema?: 1;
  atlas: Atlas;
  /**
   * Days that have areas of their own, ascending; the last is the day of the map. A day between two of them shows
   * the earlier.
   */
  dates: string[];
  languages: string[];
  /** Of the interface, by language and key. */
  texts: {
    [k: string]: {
      [k: string]: string;
    };
  };
  sources: Source[];
  actors: Actor[];
  relations: Relation[];
  claims: Claim[];
  lessons: Lesson[];
  /** In the order of the key. */
  holders: Holder[];
  /** What a certainty is called, by the least probability that the holder is the one shown; the surest first. */
  certainty_words: [string, number][];
  /** What tables and facts say in the other languages: by language and by what they say in the first. */
  phrases: {
    [k: string]: {
      [k: string]: string;
    };
  };
  images: Images;
  certainty?: CertaintyGrid | null;
  basemap: BasemapOfDocument;
  /** From below to above. */
  layers: LayerOfDocument[];
  statistics: Statistics | null;
  /** Each arc: its first place, then differences, flat. */
  arcs: number[][];
}

/** What the map is called, shows, and where it lies. */
interface Atlas {
  id: string;
  title: Texts;
  subtitle: Texts;
  description: Texts;
  as_of: string;
  /** West, south, east, north; degrees. */
  frame: [number, number, number, number];
  /** West, south, east, north; degrees. */
  home: [number, number, number, number];
  /** Position in the sources. */
  article: number;
  article_author: string;
  /** Of facts, map and texts; an SPDX expression. */
  licence: string;
  texts: TextOfAtlas[];
  attribution: Credit[];
  /** Software of which something is in the page. */
  software: Credit[];
}

/** A paragraph of the atlas about itself. */
interface TextOfAtlas {
  id: string;
  section: "about" | "article" | "method" | "neutrality" | "border";
  text: Texts;
  claim: string[];
}

/** Whose data lie below the facts, or whose software is in the page. */
interface Credit {
  text: string;
  licence: string;
  url: string | null;
}

/** A publication. */
interface Source {
  publisher: string | null;
  title: string;
  date: string | null;
  url: string | null;
  /** When it was read. */
  accessed: string | null;
  /** Of a copy in an archive. */
  archive_url: string | null;
  /** Whether the address is not that of the very page. */
  address_missing: boolean;
  /** Whose the publisher is. */
  leaning:
    | (
        | "state-syria"
        | "state-russia"
        | "state-iran"
        | "state-turkey"
        | "state-qatar"
        | "state-germany"
        | "party-hezbollah"
        | "party-sdf"
        | "opposition"
        | "un"
        | "agency"
        | "monitor"
        | "wiki"
        | "aggregator"
      )
    | null;
}

/** Who took part. */
interface Actor {
  id: string;
  name: Texts;
  short: Texts;
  /** None where the article never names it. */
  article_name: string | null;
  /** What else it is looked for as, in any language. */
  alt_names: string[];
  /** What it is looked for as, but never shown as. */
  search_names: string[];
  description: Texts;
  territory: boolean;
  /** Column, first and last row in the diagram of relations. */
  seat: [number, number, number];
  /** Positions in a list. */
  sources: number[];
  claim: string[];
}

/** How an actor stood to another. */
interface Relation {
  id: string;
  from: string;
  to: string;
  kind: "allied" | "sponsor" | "hostile" | "agreement" | "member" | "talks";
  text: Texts;
  since: string | null;
  /** Positions in a list. */
  sources: number[];
  claim: string[];
}

/** What the article says, in our own words; what shows it names its id. */
interface Claim {
  id: string;
  /** What shows it best: a layer, actors, relations or texts. */
  first: string | null;
  text: Texts;
}

/** A tour with tasks; its texts are of the first language, the phrases have the others. */
interface Lesson {
  id: string;
  title: string;
  summary: string;
  level: string;
  minutes: number;
  material: string;
  curriculum: string[];
  content_note: string;
  objectives: string[];
  steps: Step[];
}

/** A step of a tour; ``view`` is latitude, longitude, zoom for a map of 900 by 560 px. */
interface Step {
  id: string;
  title: string;
  text: string[];
  view: [number, number, number] | null;
  layers: string[] | null;
  date: string | null;
  period: [string, string] | null;
  feature: string | null;
  observe: string | null;
  reflect: string | null;
  question: string | null;
  notes: string[];
  task: Task | null;
}

/**
 * A question to the reader of a step.
 *
 * ``right`` counts ``answers`` from 0; the answers of an order stand in the right order; a place
 * is ``point`` or ``feature``.
 */
interface Task {
  kind: "choice" | "order" | "place" | "text";
  question: string;
  answers: string[];
  right: number[];
  point: [number, number] | null;
  feature: string | null;
  within_km: number | null;
  explanation: string[];
  evidence: string[];
}

/** Who held ground: names and how its areas are drawn. */
interface Holder {
  id: string;
  name: Texts;
  short: Texts;
  detail: Texts | null;
  drawn_as: string | null;
  side: string;
  fills: string[];
  ink: string;
  pattern: "none" | "rising" | "dots" | "level" | "cross" | "grid" | "rings" | "stripes-rising" | "stripes-falling";
}

/** The picture above the areas. */
interface Images {
  relief: ImageOfDocument;
}

/** A picture over the map; its rows are equally spaced in Web Mercator. */
interface ImageOfDocument {
  url: string;
  /** West, south, east, north; degrees. */
  bounds: [number, number, number, number];
  width: number;
  height: number;
}

/**
 * How sure the holder of each place is on the day of the map, and what was otherwise before.
 *
 * A letter a cell, row by row from north, west to east: ``a`` is 0, each further letter adds
 * the
 * step. Rows are equally spaced in Web Mercator.
 */
interface CertaintyGrid {
  /** West, south, east, north; degrees. */
  bounds: [number, number, number, number];
  width: number;
  height: number;
  step: number;
  levels: string;
  earlier: EarlierDay[];
}

/**
 * In which pieces a day differs from the day after it.
 *
 * A piece is left, top, width and height in cells, and a letter a cell, row by row: how many
 * levels it lies above the day after it, counted round from the last level to the first.
 */
interface EarlierDay {
  date: string;
  pieces: [number, number, number, number, string][];
}

/** What lies below the facts. */
interface BasemapOfDocument {
  land: Land[];
  sea: Sea[];
  lakes: Lake[];
  rivers: River[];
  governorates: Governorate[];
  roads: Road[];
  towns: TownOfDocument[];
  labels: LabelOfDocument[];
}

/** Land of a country. */
interface Land {
  kind: "syria" | "outside";
  country?: string | null;
  /** Polygons as rings, the exterior first. */
  polygons: number[][][];
}

/** The sea. */
interface Sea {
  /** Polygons as rings, the exterior first. */
  polygons: number[][][];
}

/** A lake. */
interface Lake {
  name?: Texts | null;
  /** Polygons as rings, the exterior first. */
  polygons: number[][][];
}

/** A river. */
interface River {
  name?: Texts | null;
  lines: number[][];
}

/** A border of governorates. */
interface Governorate {
  lines: number[][];
}

/** A road. */
interface Road {
  ref?: string | null;
  kind: "main" | "other";
  lines: number[][];
}

/** A town that has a name on the map and no holder. */
interface TownOfDocument {
  name: Texts;
  /** Longitude and latitude in steps of 1e-5 degree. */
  point: [number, number];
  size_class: number;
  country: string;
}

/** A name over an area. */
interface LabelOfDocument {
  name: Texts;
  /** Longitude and latitude in steps of 1e-5 degree. */
  point: [number, number];
  kind: "country" | "region" | "sea" | "lake";
}

/**
 * An area of a period.
 *
 * ``labels`` says where the name fits: longitude, latitude and the distance in metres to the
 * nearest edge. ``small_into`` names, for each polygon, the holder in whose colour a small
 * shared part is drawn while the whole region is in view.
 */
interface AreaRow {
  id: string;
  name: Texts;
  /** Positions in a list. */
  sources: number[];
  confidence: "high" | "medium" | "low";
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[];
  alt_names: string[];
  holder: string;
  valid_from: string | null;
  valid_to: string | null;
  certainty: number;
  area_km2: number;
  /** Polygons as rings, the exterior first. */
  polygons: number[][][];
  labels: [number, number, number][];
  small_into: (string | null)[];
}

/** One of the accounts that differ. */
interface Account {
  version: Texts;
  /** Positions in a list. */
  sources: number[];
}

/** A line between two holders, of a period. */
interface FrontRow {
  id: string;
  name: Texts;
  /** Positions in a list. */
  sources: number[];
  confidence: "high" | "medium" | "low";
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[];
  alt_names: string[];
  kind: "front" | "limit" | "inner";
  quality: "firm" | "approximate" | "guess";
  length_km: number;
  valid_from: string | null;
  valid_to: string | null;
  holders: [string, string];
  lines: number[][];
}

/** A stretch of the border. */
interface BorderRow {
  id: string;
  name: Texts;
  /** Positions in a list. */
  sources: number[];
  confidence: "high" | "medium" | "low";
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[];
  alt_names: string[];
  wall: boolean | "partial";
  as_of: string | null;
  length_km: number | null;
  state: Texts;
  lines: number[][];
}

/** A settlement; ``history`` has earlier periods, the oldest first. */
interface SettlementRow {
  id: string;
  name: Texts;
  /** Positions in a list. */
  sources: number[];
  confidence: "high" | "medium" | "low";
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[];
  alt_names: string[];
  point: [number, number] | null;
  error_km: number | null;
  side: string;
  holder: string | null;
  kind: "settlement" | "hill" | "post";
  as_of: string | null;
  as_of_basis: string;
  position_basis: string;
  history:
    | [
        string | null,
        string,
        string,
        string | null,
        "high" | "medium" | "low",
        number[],
        [string, string] | null,
        number[],
      ][]
    | null;
  statements: SourceStatement[] | null;
}

/** What a source says of a place. */
interface SourceStatement {
  /** Position in the sources. */
  source: number;
  says: Texts;
  label: "paragraph" | "page" | "section" | "row" | "mark" | "minute" | "title" | "list";
  /** Which paragraph, page, ...; none of a title. */
  value: string | null;
}

/** A crossing as a source told of it on a day, or in a period. */
interface CrossingRow {
  id: string;
  name: Texts;
  /** Positions in a list. */
  sources: number[];
  confidence: "high" | "medium" | "low";
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[];
  alt_names: string[];
  point: [number, number] | null;
  error_km: number | null;
  kind: "border" | "internal";
  state: "open" | "limited" | "closed" | "unknown";
  holder: string | null;
  as_of: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

/** A base as a source told of it on a day, or in a period. */
interface BaseRow {
  id: string;
  name: Texts;
  /** Positions in a list. */
  sources: number[];
  confidence: "high" | "medium" | "low";
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[];
  alt_names: string[];
  point: [number, number] | null;
  error_km: number | null;
  kind: string;
  holder: string;
  as_of: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

/** An event; what happened far outside is ``off_frame``. */
interface EventRow {
  id: string;
  name: Texts;
  /** Positions in a list. */
  sources: number[];
  confidence: "high" | "medium" | "low";
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[];
  alt_names: string[];
  point: [number, number] | null;
  error_km: number | null;
  category: string;
  /** A year, a month or a day. */
  date: string;
  date_end: string | null;
  off_frame: boolean;
  place: Texts | null;
}

/** A post; ``holder_here`` has the ground on which it stands on the day of the map. */
interface PostRow {
  id: string;
  name: Texts;
  /** Positions in a list. */
  sources: number[];
  confidence: "high" | "medium" | "low";
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[];
  alt_names: string[];
  point: [number, number] | null;
  error_km: number | null;
  country: "turkey" | "russia" | "iran";
  number: number | null;
  order: number | null;
  valid_from: string | null;
  place: string;
  holder_here: string | null;
}

/** A figure; what a source says instead of a number is a text. */
interface FigureRow {
  id: string;
  name: Texts;
  /** Positions in a list. */
  sources: number[];
  confidence: "high" | "medium" | "low";
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[];
  alt_names: string[];
  value: number | string;
  unit: Texts;
  area: Texts;
  /** A year, a month or a day. */
  period_start: string;
  period_end: string | null;
  point: [number, number] | null;
  chart: ("displacement" | "health_care") | null;
}

/** Measures of each day; every list has an entry for each of its dates. */
interface Statistics {
  dates: string[];
  holders: {
    [k: string]: Measures;
  };
  /** A value for each date. */
  fronts_km: (number | null)[];
  posts: PostDistances[];
}

/** What a holder had on each day. */
interface Measures {
  /** A value for each date. */
  km2: (number | null)[];
  /** A value for each date. */
  share: (number | null)[];
  /** A value for each date. */
  uncertain_km2: (number | null)[];
}

/** How far a post was from the front on each day. */
interface PostDistances {
  id: string;
  /** A value for each date. */
  km: (number | null)[];
}
