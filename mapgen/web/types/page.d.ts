/** The page at work: its state, what is drawn, the app with its actions. */

/** Where the map stands; `reference` where a step of a tour says so, for a map of another size. */
interface MapView {
  latitude: number;
  longitude: number;
  zoom: number;
  reference?: boolean;
}

interface State {
  on: Set<string>;
  date: string;
  period: [string, string] | null;
  feature: string | null;
  view: MapView | null;
  tour: string | null;
  step: number | null;
  embed: boolean;
  panel: string;
  lang: string;
  hovered: string | null;
  legend: boolean;
  /** Nothing that says who held what: a sheet to colour. */
  blank?: boolean;
}

interface Store {
  get(): State;
  set(patch: Partial<State>): void;
  watch(watcher: (state: State, changed: Set<string>) => void, signal?: AbortSignal): void;
}

/** What the painters need of the canvas. */
interface View {
  zoom: number;
  /** Pixels across the world. */
  size: number;
  /** Of Leaflet's layer, in px. */
  corner: L.Point;
  /** World pixels of the canvas' corner, whole numbers. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Device pixels in a px. */
  density: number;
  isPrinted: boolean;
  /** What can be seen, in px of the canvas. */
  window: Box;
  /** What is to be drawn of it, in px of the canvas, where the rest stands there already. */
  parts?: Box[];
}

interface Painters {
  layout(view: View): void;
  ground(ctx: CanvasRenderingContext2D, view: View): void;
  top(ctx: CanvasRenderingContext2D, view: View): void;
  density?(): number;
  isPrinted?(): boolean;
}

/** Leaflet's map with what its own layers use. */
interface InnerMap extends L.Map {
  _animatingZoom?: boolean;
  _latLngToNewLayerPoint(place: L.LatLng, zoom: number, centre: L.LatLng): L.Point;
}

interface CanvasLayer extends L.Layer {
  _map: InnerMap;
  painters: Painters;
  stale: Set<string>;
  view: View;
  anchor: L.LatLng;
  holder: HTMLElement;
  ground: HTMLCanvasElement;
  top: HTMLCanvasElement;
  isOpen?: boolean;
  open(): void;
  findView(): View;
  take(view: View): void;
  redraw(): void;
  isWatched?: boolean;
  begin(): void;
  settle(): void;
  drawInSteps(): void;
  paintParts(before: View, parts: Box[]): void;
  paint(...parts: ("ground" | "top")[]): void;
  paintForPrint(): void;
  flush(): void;
  animateZoom(event: L.ZoomAnimEvent): void;
  followZoom(): void;
  followMove(): void;
  refresh(...parts: ("layout" | "ground" | "top")[]): void;
}

/** Certainty of a date, as numbers: a level a cell, row by row from north. */
interface CertaintyOnDay {
  box: Box;
  width: number;
  height: number;
  step: number;
  levels: Uint8Array;
}

interface CertaintyMasks {
  veil: HTMLCanvasElement;
  pattern: HTMLCanvasElement;
}

/** Certainty of a date, with what is painted of it. */
type CertaintyPicture = CertaintyOnDay & { masks: CertaintyMasks };

/** What the map draws for the selection. */
interface ShownEvidence {
  world: Point;
  found: Explanation;
  rows: EvidenceRow[];
  against: EvidenceRow[];
  spot: boolean;
}

/** What patterns need of a view: their density and where they hang. */
type Hanging = Pick<View, "density" | "left" | "top">;

/** The ground of a holder, to be filled. */
interface Shape {
  holder: Holder;
  path: Path2D;
  strength: number;
}

interface PatternStyle {
  tile: number;
  opacity?: number;
  lines?: number;
  width?: number;
  slope?: number;
  radius?: number;
  stripe?: number;
}

interface LineStyle {
  colour: string;
  width: number;
  dash?: number[];
  casing?: number;
  casingOpacity?: number;
  cap: CanvasLineCap;
  opacity?: number;
}

interface LabelStyle {
  size: number;
  weight: number;
  halo: number;
  air?: number;
  dot?: string;
  radius?: number;
  italic?: boolean;
  spacing?: number;
  capitals?: boolean;
}

/** A name on the map; `box` once it has found room. */
interface Label {
  /** A class of towns, or what else is named. */
  kind: string | number;
  style: LabelStyle;
  size: number;
  spacing: number;
  font: string;
  halo: number;
  lines: string[];
  at: Point;
  width: number;
  height: number;
  colour: string;
  feature?: Feature | null;
  area?: Area;
  rank?: number;
  raised?: boolean;
  reach?: number;
  part?: number;
  dot?: string | null;
  gap?: number;
  box?: Box;
}

/** A name that has found room. */
type SetLabel = Label & { box: Box };

interface Disc {
  radius: number;
  size: number;
  label: string;
  light?: boolean;
  selected?: boolean;
}

/** A marker on the map; `x` and `y` once it has found room. */
interface Marker {
  id: string;
  feature: Feature;
  at: Point;
  radius: number;
  rank: number;
  part: string;
  glyph?: string;
  size?: number;
  disc?: Disc;
  selected?: boolean;
  /** Whether it stays on a small map of the whole region. */
  isMajor?: boolean;
  x: number;
  y: number;
  leader?: boolean;
}

/** Features of a kind as a group of the Places panel, from the first group on. */
interface PlacesGroup<F extends Feature> {
  order: number;
  /** Key of its heading. */
  title: string;
  /** How many rows there are at first. */
  atFirst: number;
  symbol(app: App, feature: F): HTMLElement | null;
  /** What stands at the end of a row. */
  aside(app: App, feature: F): string;
  /** Whether a chosen period leaves out some. */
  ofPeriod?: boolean;
  /** Whether it is listed only among what sources disagree on. */
  onlyDoubted?: boolean;
}

/** What is drawn, explained: a sample with its words. */
interface LegendEntry {
  sample: HTMLCanvasElement;
  words: string;
}

/** What a kind of feature is to all that show it. */
interface Kind<F extends Feature> {
  /** What sort of thing a feature is, in words. */
  what(feature: F): string;
  /** Whether its name is that of a place, which no translator changes. */
  hasPlaceName?: boolean;
  /** Label and value of each fact in Details. */
  facts(app: App, feature: F): Fact[];
  /** At the head of Details. */
  symbol(app: App, feature: F): HTMLElement | null;
  /** Whether it stands on ground that the nearest settlements speak for. */
  hasEvidence: boolean;
  /** For those who do not see the map: which kind is read first, the parts of a name, which is read first of two. */
  walk: {
    order: number;
    name(app: App, feature: F, date: string): (string | null)[];
    /** Without it, or where it gives 0, they are read by name. */
    compare?(one: F, other: F): number;
  };
  /** Marks on the map, first those that the state asks for; null where there are none. */
  markers: ((scene: Scene, view: View, all: F[]) => Marker[]) | null;
  /** Switch of a feature's mark, where it is not that of its layer. */
  switchOf?(feature: F): string;
  /** What the marks that are drawn mean, for whatever shows the map without its key. */
  legend: ((drawn: Marker[]) => LegendEntry[]) | null;
  /** Row of the key among those of places, and what its marks say beyond it; null where it has none there. */
  key: { title: string; sample(all: F[]): HTMLElement; parts?(all: F[]): LegendEntry[] } | null;
  places: PlacesGroup<F> | null;
  /** Between names that fit alike, the lower order is found first; null where names are not looked for. */
  search: { order: number; aside?(app: App, feature: F): string; isTown?: boolean } | null;
  /** Whether a feature is an actor's own: lit while the actor is chosen. */
  isOwn?(feature: F, actor: string): boolean;
  /** Whether it is derived day by day: tables list those of the day of the map alone. */
  isDerived?: boolean;
  /** What the map shows of all features on a day, for those who take the data along. */
  onDay(all: F[], day: string): F[];
  /** Rows of a table of all days, where a feature has more than one. */
  rows?(feature: F): F[];
}

/** A number of a road on it. */
interface Shield {
  text: string;
  x: number;
  y: number;
  box: Box;
}

/** Which parts of the picture are taken; an owner never blocks itself. */
interface Occupancy {
  take(box: Box, owner?: unknown): void;
  isFree(box: Box, owner?: unknown): boolean;
  addLine(line: Flat): void;
  crosses(box: Box): boolean;
}

/** Words beside the pointer, or beside a mark. */
interface Tip {
  show(words: string, x: number, y: number): void;
  hide(): void;
}

/** A sample and what it means. */
interface Entry {
  sample: HTMLCanvasElement;
  words: string;
  aside?: string;
}

interface Layout {
  markers: Marker[];
  labels: SetLabel[];
  shields: Shield[];
  counts: Map<string, number>;
}

/** What the keyboard finds on the map; `at` in px of the map, `drawn` its marker or label. */
interface Item {
  feature: Feature;
  at: Point;
  drawn: Marker | SetLabel | null;
}

interface Scene {
  model: Model;
  state: State;
  pictures: {
    relief?: { image: HTMLImageElement; box: Box };
    certainty?: CertaintyPicture | null;
  };
  layout: Layout;
  evidence: ShownEvidence | null;
  controls?: () => Box[];
  /** Whether the view is the reader's own, no longer the one to begin with. */
  moved: boolean;
  /** The home view as it was last shown, and for which map. */
  home?: string;
  print?: boolean;
  phone?: boolean;
  compact?: boolean;
  embed?: boolean;
  notesOpen?: boolean;
  hoveredMarker?: string | null;
  focused?: Item | null;
  stepView?: { centre: L.LatLng; view: MapView } | null;
  syria?: Path2D;
}

interface Walk {
  items: Item[];
  focused: string | null;
  container: HTMLElement;
  group: HTMLElement;
  buttons: Map<string, HTMLElement>;
  names: Map<string, string>;
  tip: Tip;
  namesOf?: string;
  /** What the map shows, where the buttons have yet to follow. */
  view: View | null;
}

/** What was seen and answered of a lesson while the page is open. */
interface LessonRecord {
  seen: Set<number>;
  tasks: Record<string, { right: boolean | null; tries: number }>;
  drafts: Record<string, Draft>;
}

/** What was filled in for a task. */
interface Draft {
  checked?: boolean;
  chosen?: number[];
  order?: number[];
  words?: string;
  place?: Point;
}

/** A step with its lesson, counted from 1. */
interface At {
  lesson: LessonOfModel;
  step: StepOfModel;
  number: number;
}

type StepWithTask = StepOfModel & { task: TaskOfModel };
type AtTask = At & { step: StepWithTask };

/** What the map shows with a step of a tour, or at first. */
type StepState = Pick<State, "on" | "date" | "period" | "feature" | "view" | "blank">;

/** What a learning system keeps of a lesson. */
interface Kept {
  tour: string;
  step: number;
  seen: number[];
  tasks: LessonRecord["tasks"];
}

/** What a learning system is told of a lesson. */
interface Progress extends Kept {
  steps: number;
  score: { raw: number; max: number };
}

interface DocumentEventMap {
  "mapgen-progress": CustomEvent<Progress>;
  "mapgen-restore": CustomEvent<Kept>;
}

/** The window with the notes for the one who presents. */
interface Presenter {
  window: Window;
  back: HTMLButtonElement;
  forward: HTMLButtonElement;
  notes: HTMLElement;
}

/** What the Places panel lists. */
interface PlacesWanted {
  words: string;
  /** Only what sources disagree on. */
  doubted: boolean;
}

/** What the page can do. */
interface Actions {
  toggle(id: string, on: boolean): void;
  open(id: string, fly: boolean, stay?: boolean): void;
  closeDetails(): void;
  showPanel(panel: string): void;
  goHome(): void;
  hash(): string;
  linkTo(state: object): string | null;
  keepAddress(): void;
  applyView(view: MapView | null): void;
  setLimits(): void;
  refreshPanel(): void;
  setSheet(height: "low" | "half" | "full"): void;
  share(): void;
  copyLink(button: HTMLElement, link?: string | null): Promise<void>;
  say(message: string): void;
  refuse(what: "print" | "fullscreen"): void;
  resized(): void;
}

interface App extends Actions {
  model: Model;
  store: Store;
  scene: Scene;
  map: L.Map;
  layer: CanvasLayer;
  certainty: { on(date: string): CertaintyPicture | null };
  returnTo: string;
  progress: Record<string, LessonRecord>;
  /** Whether all around the map has its place, so that the map has its size. */
  isBuilt?: boolean;
  isReady?: boolean;
  isReturning?: boolean; // to what the history or another link says
  /** Pictures of the map are taken; it belongs to a sheet meanwhile. */
  shooting?: boolean;
  walk?: Walk;
  opener?: HTMLElement | null;
  /** A task whose answer is the next place that is chosen on the map. */
  asking?: { end(back?: boolean): void; take(id: string | null | undefined, place: Point): void } | null;
  marked?: L.Layer;
  placesWanted?: PlacesWanted;
  presenter?: Presenter | null;
}
