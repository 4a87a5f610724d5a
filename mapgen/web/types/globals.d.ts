/** What stands beside the modules, and what elements are made of. */

/** The global that starts the page; `var`: a property of globalThis. */
declare var mapgen: { start(): Promise<void> };

interface Element {
  /** What listens on behalf of the content: over when it is built anew, see renew in base/dom.js. */
  life?: AbortController;
}

/** "button.link.place" makes a button. */
type TagOf<T extends string> = T extends `${infer Name}.${string}` ? Name : T;
type Made<T extends string> =
  TagOf<T> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[TagOf<T>] : HTMLElement;

/** What an element gets: "on…" functions listen; true, false and null are as HTML has them. */
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: any) => unknown)>;

/** What an element holds: strings become text. */
type Child = Node | string | null | undefined | Child[];
