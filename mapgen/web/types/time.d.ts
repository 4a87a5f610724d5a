/** The timeline. Shares are of its width, 0 to 1. */

interface TimeScale {
  /** First day that has a column. */
  from: string;
  /** Days with a column. */
  days: string[];
  /** Share of a column. */
  column: number;
  /** Where what has no day stands; null where nothing is. */
  someDay: number | null;
  /** The gap that says that the scale changes. */
  breakAt: [number, number] | null;
  at(day: string): number;
  atEvent(event: { date: string }): number;
  span(first: string, last: string): [number, number];
  dayAt(share: number): string;
}

interface Player {
  /** The timer while it plays. */
  running: ReturnType<typeof setTimeout> | null;
  at(): number;
  go(index: number): void;
  step(by: number): void;
  stop(): void;
  play(): void;
}

interface Track {
  root: HTMLElement;
  inner: HTMLElement;
  scale: TimeScale;
  /** Where the marks stand; `brushed` while a period is drawn over them. */
  zone: HTMLElement & { brushed?: boolean };
  axis: HTMLElement;
  update(): void;
  showDays(days: [string, string]): void;
  fit(width: number, marks: Mark[]): void;
}

/** A mark in px from the start, with its row from below. */
interface Mark {
  event: EventFeature;
  x: number;
  row: number;
}

/** Events of a day without room: their number, beside the stack or above it. */
interface Rest {
  day: string;
  count: number;
  x: number;
  above: boolean;
}

/** Words beside a mark. */
interface MarkTip {
  show(words: string, box: DOMRect): void;
  hide(): void;
}

/** The section of the timeline, with what it was built with. */
type TimeSection = HTMLElement & { player?: Player; track?: Track };
