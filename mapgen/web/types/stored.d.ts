/** The document as the page stores it: mapgen/page/stored.py makes it, facts/restore.js reads it. */

/** What JSON holds; within it, numbers may stand for texts, see facts/strings.js. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A record of which each part is stored as JSON. */
type Numbered<T> = { [Key in keyof T]: Json };

/** The texts of a language: 0 where there is none, 1 where it is that of the first language. */
type TextColumn = (string | 0 | 1)[];

/** Numbers of arcs as differences, in lists of any depth. */
type Differences = number[] | Differences[];

/** Ids that are made of names, and by row those that are not. */
interface IdColumn {
  prefix: string;
  others: Record<string, string>;
}

/** The values of a field, row by row, in the shortest of their forms: see mapgen/page/columns.py. */
type ValueColumn =
  | Json[]
  | { values: Json[]; at: number[] }
  | { references: Differences[] }
  | { changes: number[][] }
  | { without: number[] }
  | { t: number[] }
  | { f: number[] };

/** Records of a type; a field that has no column is null in all of them. */
interface Columns<T> {
  fields: (keyof T & string)[];
  count: number;
  columns: Partial<Record<string, ValueColumn | IdColumn>>;
}

/** A text of the interface in the languages that have it. */
interface InterfaceText {
  key: string;
  text: Texts;
}

/** What names the map. */
type Naming = "id" | "title" | "subtitle" | "description" | "as_of" | "frame" | "home" | "article";

/** What stands in the page as it is. */
type Readable = Pick<PageDocument, "schema" | "languages" | "images"> & { atlas: Pick<Atlas, Naming> };

/** What is compressed in forms of its own. */
interface BulkInForms {
  texts: Columns<InterfaceText>;
  /** How many there are. */
  phrases: number;
  /** How many places each has. */
  arcs: number[];
  basemap: Numbered<Omit<BasemapOfDocument, "towns">> & { towns: Columns<TownOfDocument> };
  layers: (Numbered<Omit<LayerOfDocument, "rows">> & { rows: Columns<RowOfDocument> })[];
}

/** What is compressed as JSON. */
type BulkOfTexts = Omit<PageDocument, keyof Readable | keyof BulkInForms | "sources"> & { atlas: Omit<Atlas, Naming> };
type Bulk = BulkInForms & Numbered<BulkOfTexts>;

/** What the page holds as JSON: beside what stands as it is, what is packed as base/unpack.js has it. */
type StoredPage = Readable & {
  packed: string;
  sources: string;
  positions: string;
  strings: Record<string, string>;
};

/** The document of a page in the languages that are asked for so far, the first at least. */
interface PageOfDocument {
  document: PageDocument;
  /** Let everything in it have its texts in one more language, the same objects. */
  speak(language: string): void;
}
