/**
 * Makes the types of the document from its JSON schema; `make schema` runs it.
 *
 *     node tools/document-types.js
 */
import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const WEB = path.join(import.meta.dirname, "..", "mapgen", "web");
const SCHEMA = path.join(WEB, "facts", "document.schema.json");
export const PATH = path.join(WEB, "types", "document.d.ts");

const HEAD = `/** The document between Python and the page: \`make schema\` makes it of facts/document.schema.json. */

/** A text by language; the page's first language is always there. */
type Texts = Record<string, string>;

`;
const FORMAT = { printWidth: 120, bracketSpacing: true, trailingComma: "all" }; // as Prettier checks it

/** Records whose own names mean something else in the page or in a browser. */
const NAMES = {
  Basemap: "BasemapOfDocument",
  Document: "PageDocument",
  Image: "ImageOfDocument",
  Label: "LabelOfDocument",
  Layer: "LayerOfDocument",
  Text: "TextOfAtlas",
  Town: "TownOfDocument",
};
const nameOf = (name) => NAMES[name] ?? name;

const COMMENT = /^( *)\/\*\*\n((?: *\*.*\n)+?) *\*\/\n/gm;
const COMMENT_WIDTH = 110;
const TOO_LONG = new RegExp(`(.{${COMMENT_WIDTH - 20},${COMMENT_WIDTH}}) `, "g");

/** A comment on one line where there is room, without the lengths of lists, which their types tell. */
function comment(whole, indent, lines) {
  const words = lines
    .replace(/^ *\* ?/gm, "")
    .replace(/^@(min|max)Items .*\n/gm, "")
    .trim();
  if (!words) return "";
  if (words.length <= COMMENT_WIDTH && !words.includes("\n")) return `${indent}/** ${words} */\n`;
  const starred = words.replace(TOO_LONG, "$1\n").replace(/^/gm, `${indent} * `);
  return `${indent}/**\n${starred.replace(/ +$/gm, "")}\n${indent} */\n`;
}

const DROPPED = new Set(["$id", "title", "minItems", "maxItems", "prefixItems", "properties", "$defs"]);
const mapped = (record, change) => Object.fromEntries(Object.entries(record).map(change));

/**
 * A part of the schema as it makes good types: without titles, each of which would be a type of its own, without
 * lengths of lists that may vary, and with lists of fixed parts as JSON schema wrote them before 2020.
 */
function prepared(part) {
  if (Array.isArray(part)) return part.map(prepared);
  if (typeof part !== "object" || part === null) return part;
  if (part.patternProperties) return { tsType: "Texts" };
  const { minItems, maxItems, prefixItems, properties, $defs } = part;
  const rest = Object.fromEntries(Object.entries(part).filter(([key]) => !DROPPED.has(key)));
  return {
    ...mapped(rest, ([key, value]) => [key, key === "$ref" ? value.replace(/\w+$/, nameOf) : prepared(value)]),
    ...(minItems && minItems === maxItems && { minItems, maxItems }),
    ...(prefixItems && { items: prepared(prefixItems) }),
    ...(properties && { properties: mapped(properties, ([key, value]) => [key, prepared(value)]) }),
    ...($defs && {
      $defs: mapped($defs, ([key, value]) => [nameOf(key), { ...prepared(value), title: nameOf(key) }]),
    }),
  };
}

/** @returns {Promise<string>} the types, for all modules without an import */
export async function build() {
  const schema = prepared(JSON.parse(await fs.readFile(SCHEMA, "utf8")));
  const types = await compile(schema, nameOf("Document"), { bannerComment: "", style: FORMAT });
  const text = types.replace(/^export /gm, "").replace(COMMENT, comment);
  return HEAD + text.trimStart().replace(/\n+^\/\*\*/gm, "\n\n/**");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await fs.writeFile(PATH, await build());
