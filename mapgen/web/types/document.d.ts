/** The document between Python and the page, as facts/document.schema.json describes it. */

/** Words by language; English is always there. */
type Texts = Record<string, string>;

type LayerId =
  | "areas_of_control"
  | "front_lines"
  | "border"
  | "settlements"
  | "crossings"
  | "bases"
  | "events"
  | "observation_posts"
  | "figures";

type LayerKind =
  | "areas"
  | "front_lines"
  | "border"
  | "settlements"
  | "crossings"
  | "bases"
  | "events"
  | "posts"
  | "figures";

interface Atlas {
  id: string;
  title: Texts;
  subtitle: Texts;
  description: Texts;
  as_of: string;
  /** Degrees: west, south, east, north. */
  frame: Box;
  home: Box;
  article: number;
  article_author: string;
  licence: string;
  texts: { id: string; section: string; text: Texts; claim?: string[] }[];
  attribution: { text: string; licence: string; url?: string | null }[];
}

interface Source {
  publisher: string | null;
  title: string;
  date: string | null;
  url: string | null;
}

interface Actor {
  id: string;
  name: Texts;
  short: Texts;
  article_name: string | null;
  alt_names: string[];
  /** Found, but never shown. */
  search_names: string[];
  description: Texts;
  territory: boolean;
  /** Column, first and last row of the diagram. */
  seat: [number, number, number];
  sources: number[];
  claim?: string[];
}

interface Relation {
  id: string;
  from: string;
  to: string;
  kind: string;
  text: Texts;
  since?: string | null;
  sources: number[];
  claim?: string[];
}

interface Claim {
  id: string;
  first: string | null;
  text: Texts;
}

interface Holder {
  id: string;
  name: Texts;
  short: Texts;
  detail: Texts | null;
  drawn_as?: string | null;
  side: string;
  fills: string[];
  ink: string;
  pattern: string;
}

interface Task {
  kind: "choice" | "order" | "place" | "text";
  question: string;
  answers: string[];
  right: number[];
  point: Point | null;
  feature: string | null;
  within_km: number | null;
  explanation: string[];
  evidence: string[];
}

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

interface ImageOfDocument {
  url: string;
  /** Degrees: west, south, east, north. */
  bounds: Box;
  width: number;
  height: number;
}

interface DayOfPicture {
  date: string;
  /** Left, top, width, height, left and top in the strip. */
  boxes: [number, number, number, number, number, number][];
}

interface ChangingImage extends ImageOfDocument {
  earlier?: { url: string; days: DayOfPicture[] } | null;
}

interface Series {
  km2: (number | null)[];
  share: (number | null)[];
  uncertain_km2: (number | null)[];
}

interface Statistics {
  dates: string[];
  holders: Record<string, Series>;
  fronts_km: (number | null)[];
  posts: { id: string; km: (number | null)[] }[];
}

type Value = any; // what JSON holds; readRow in facts/document.js gives it a name

/** A row of a layer; its kind says what else it holds. */
interface RowOfDocument {
  id: string;
  point?: Point | null;
  [field: string]: Value;
}

interface LayerOfDocument {
  id: LayerId;
  kind: LayerKind;
  visible: boolean;
  name: Texts;
  licence: string;
  rows: RowOfDocument[];
}

interface TownOfDocument {
  name: Texts;
  point: Point;
  size_class: number;
  country: string;
}

/** Arcs of one line; ~number where one runs backwards. */
type Refs = number[];

interface BasemapOfDocument {
  land?: { kind: string; country?: string | null; polygons: Refs[][] }[];
  sea?: { polygons: Refs[][] }[];
  lakes?: { name?: Texts | null; polygons: Refs[][] }[];
  rivers?: { name?: Texts | null; lines: Refs[] }[];
  governorates?: { lines: Refs[] }[];
  roads?: { ref?: string | null; kind: string; lines: Refs[] }[];
  towns?: TownOfDocument[];
  labels?: { name: Texts; point: Point; kind: string }[];
}

interface PageDocument {
  schema: number;
  atlas: Atlas;
  dates?: string[];
  languages: string[];
  texts: Record<string, Record<string, string>>;
  phrases?: Record<string, Record<string, string>>;
  certainty_words?: [string, number][];
  statistics?: Statistics | null;
  sources: Source[];
  actors: Actor[];
  relations?: Relation[];
  claims?: Claim[];
  lessons?: Lesson[];
  holders: Holder[];
  images?: { relief?: ImageOfDocument; certainty?: ChangingImage | null };
  arcs: number[][];
  basemap?: BasemapOfDocument;
  layers: LayerOfDocument[];
}
