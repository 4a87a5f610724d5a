/**
 * Makes the scripts and styles of the page from mapgen/web, as mapgen/page/static holds them for Python.
 *
 *     node tools/scripts.js           writes them
 *     node tools/scripts.js --watch   writes them, and the page, whenever a source changes
 *     node tools/scripts.js --bundle FILE   prints one script of a module and all that it imports
 */
import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const WEB = path.join(ROOT, "mapgen", "web");
export const STATIC = path.join(ROOT, "mapgen", "page", "static");

/** One file for each of these: what it is made of, joined in this order. */
const FILES = {
  "boot.js": ["app/boot.js"],
  "app.js": ["app/main.js"],
  "scorm.js": ["lessons/scorm.js"],
  "page.css": ["styles/page.css", "styles/print.css"],
  "app.css": ["styles/app.css", "styles/tour.css", "styles/embed.css"],
};

/** The one global of the page is what main.js exports; the other scripts only run. */
const GLOBAL_NAMES = { "app.js": "mapgen" };

/** A module is strict; what it is bundled into has to say so. */
const STRICT = { js: '"use strict";' };

function optionsOf(name) {
  const isScript = name.endsWith(".js");
  return {
    stdin: {
      contents: FILES[name]
        .map((file) => (isScript ? `export * from "./${file}";` : `@import "./${file}";`))
        .join("\n"),
      resolveDir: WEB,
      loader: isScript ? "js" : "css",
    },
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    outfile: path.join(STATIC, name),
    write: false,
    ...(isScript && { format: "iife", globalName: GLOBAL_NAMES[name], target: "es2022", banner: STRICT }),
  };
}

/** @returns {Promise<Map<string, string>>} the files of mapgen/page/static by their names */
export async function build() {
  const made = new Map();
  for (const name of Object.keys(FILES)) {
    const { outputFiles } = await esbuild.build(optionsOf(name));
    made.set(name, outputFiles[0].text);
  }
  return made;
}

async function write() {
  await fs.mkdir(STATIC, { recursive: true });
  for (const [name, text] of await build()) await fs.writeFile(path.join(STATIC, name), text);
}

/** A script of one entry, for tests that look into the page. */
async function bundle(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    charset: "utf8",
    format: "iife",
    target: "es2022",
    write: false,
  });
  process.stdout.write(outputFiles[0].text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , task, entry] = process.argv;
  if (task === "--bundle") await bundle(entry);
  else await write();
}
