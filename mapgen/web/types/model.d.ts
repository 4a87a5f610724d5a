/** The document as a model: rows as features, arcs as typed arrays, ids resolved. */

/** Pairs of numbers: degrees with longitude first, or the world as 0..1 with x to the east and y to the south. */
type Point = [number, number];
/** Left, top, right, bottom. */
type Box = [number, number, number, number];
/** x0, y0, x1, y1, … */
type Flat = ArrayLike<number>;

/** Arcs of one line; ~number where one runs backwards. */
type Refs = number[];

/** A place that may be unknown, in other units. */
type Turned<P> = P extends Point ? Point : null;

/** A feature whose place is known: see hasPlace. */
type Placed<F extends Feature = Feature> = F & { degrees: Point; world: Point };

/** The layers of geodata/atlas.toml. */
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

type LayerKind = LayerOfDocument["kind"];

/** A row of a layer of any kind. */
type RowOfDocument = LayerOfDocument["rows"][number];

/** What a feature of every kind has, and what some have; see Area, Line, … for what one kind always has. */
interface Feature {
  id: string;
  layer: LayerId;
  layerKind: LayerKind;
  name: Texts;
  sources: number[];
  confidence: string | null;
  note: Texts | null;
  disagreement: Account[] | null;
  claim: string[] | null;
  kind: string | null;
  holder: string | null;
  degrees: Point | null;
  world: Point | null;
  alt_names?: string[] | null;
  error_km?: number | null;
  polygons?: Refs[][] | null;
  lines?: Refs[] | null;
  valid_from?: string | null;
  valid_to?: string | null;
  valid_to_earliest?: string | null;
  valid_to_latest?: string | null;
  /** Sources of the side that lost the place: see facts/losses.js. */
  told_by_loser?: number[];
  as_of?: string | null;
  off_frame?: boolean | null;
  number?: number | null;
  country?: string;
  side?: string;
  /** Of a crossing a word, of the border a text. */
  state?: string | Texts | null;
  category?: string;
  date?: string;
  certainty?: number;
  history?: Row[] | null;
  statements?: SettlementRow["statements"];
  /** Of a settlement as it was held at an earlier time: see heldOn. */
  period?: Period;
  /** Of a crossing or base that says nothing of a day: the feature of its own time. */
  recorded?: Feature;
  /** Kept once it was made: rings, lines, names. */
  rings?: Part[];
  flat?: { line: number[]; box: Box }[];
  known?: Settlement[];
  forms?: NameForms[];
}

/** A polygon of an area in world coordinates. */
interface Part {
  lines: number[][];
  box: Box;
  area?: number;
}

interface Area extends Feature {
  holder: string;
  certainty: number;
  area_km2: number;
  polygons: Refs[][];
  /** x, y and clearance in steps of 1e-5 degree and metres. */
  labels?: [number, number, number][] | null;
  small_into?: (string | null)[] | null;
}

interface Line extends Feature {
  lines: Refs[];
  wall?: boolean | "partial";
  state?: Texts | null;
  length_km?: number | null;
}

/** A front, a limit, or an inner line between two holders. */
interface FrontLine extends Line {
  holders: string[];
  quality: string;
}

/** From, to, side, holder, confidence, sources, between which days it ended, who of the side that lost tells so. */
type Row = NonNullable<SettlementRow["history"]>[number];

interface Period {
  from: string | null;
  to: string | null;
  side: string;
  holder: string | null;
  confidence: string | null;
  sources: number[];
  /** First and last day on which it may have ended, where sources differ. */
  span: [string, string] | null;
}

interface Settlement extends Feature {
  side: string;
  as_of_basis?: string | null;
  position_basis?: string | null;
}

interface Crossing extends Feature {
  kind: string;
  state: string;
}

interface Base extends Feature {
  kind: string;
}

interface Post extends Feature {
  country: string;
  order?: number | null;
  place?: string | null;
  holder_here?: string | null;
}

interface EventFeature extends Feature {
  category: string;
  date: string;
  date_end?: string | null;
  place?: Texts | null;
}

interface Figure extends Feature {
  value: number | string;
  unit?: Texts | null;
  area?: Texts | null;
  period_start: string;
  period_end?: string | null;
  chart?: string | null;
}

interface FeatureOf {
  areas_of_control: Area;
  front_lines: FrontLine;
  border: Line;
  settlements: Settlement;
  crossings: Crossing;
  bases: Base;
  events: EventFeature;
  observation_posts: Post;
  figures: Figure;
}

/** The same by what a layer's kind is called. */
interface ByKind {
  areas: Area;
  front_lines: FrontLine;
  border: Line;
  settlements: Settlement;
  crossings: Crossing;
  bases: Base;
  events: EventFeature;
  posts: Post;
  figures: Figure;
}

/** A label and a value. */
type Fact = [string, string | Node];

/** What the pointer is over: a feature with or without a marker, or bare ground with its area. */
interface Hit {
  id: string;
  feature: Feature | null;
  marker: boolean;
  area: Area | null;
}

interface Layer {
  id: LayerId;
  kind: LayerKind;
  visible: boolean;
  name: Texts;
  licence: string;
  fields: string[];
  features: Feature[];
}

interface Town extends Omit<TownOfDocument, "point"> {
  degrees: Point;
  world: Point;
}

interface Basemap extends Omit<BasemapOfDocument, "towns" | "labels"> {
  towns: Town[];
  labels: (LabelOfDocument & { world: Point })[];
}

type TaskOfModel = Task & { degrees: Point | null };
type StepOfModel = Omit<Step, "task"> & { task: TaskOfModel | null };
type LessonOfModel = Omit<Lesson, "steps"> & { steps: StepOfModel[] };

interface Model {
  atlas: Atlas;
  frame: Box;
  languages: string[];
  texts: Record<string, Record<string, string>>;
  phrases: Record<string, Record<string, string>>;
  certaintyWords: [string, number][];
  images: Partial<Images>;
  certainty: CertaintyGrid | null | undefined;
  dates: string[];
  statistics: Statistics | null;
  arcs: Float64Array[];
  basemap: Basemap;
  sources: Source[];
  /** Give texts one more language; without it they have the first, and those that were asked for before. */
  speak(language: string): void;
  actors: Map<string, Actor>;
  relations: Relation[];
  claims: Claim[];
  lessons: LessonOfModel[];
  holders: Map<string, Holder>;
  drawnHolders: Holder[];
  layers: Map<LayerId, Layer>;
  byId: Map<string, Feature>;
  /** Kept once it was made. */
  projected?: { zoom: number; arcs: Float64Array[] };
  doubted?: Feature[];
  places?: NamedPlace[];
  idle?: Map<string, Set<number>>;
}

/** A town or a settlement of the evidence, with the class of its name. */
interface NamedPlace {
  name: Texts;
  world: Point;
  rank: number;
  foreign: boolean;
  feature: Feature | null;
}

/** A name in the forms in which it is looked for. */
interface NameForms {
  text: string;
  written: string;
  words: string[];
  sounded: string;
  sounds: string[];
}

/** What can be found by its names: a feature, a town or an actor. */
interface FoundEntry {
  id: string;
  names: Texts;
  /** Not all may be shown. */
  forms: (NameForms & { language: string; shown: boolean })[];
  /** 1 for the largest. */
  size: number;
  /** Between names that fit alike, the lower is found first. */
  order: number;
  feature?: Feature;
  town?: Town;
  actor?: Actor;
}

/** What was found, and the form of its name that was looked for. */
interface Found {
  entry: FoundEntry;
  form: FoundEntry["forms"][number];
}

/** What Details shows of actors: all of them, one, or a relation. */
interface Topic {
  all?: boolean;
  actor?: Actor;
  relation?: Relation;
}

/** A settlement of the evidence: as it is, as it stood on the day, and how far it is. */
interface EvidenceRow {
  feature: Placed<Settlement>;
  held: Settlement;
  km: number;
}

interface Explanation {
  area: Area | null;
  rows: EvidenceRow[];
  against: EvidenceRow[];
  nearestKm: number | undefined;
}
