/**
 * Makes the scripts and styles of the page from mapgen/web, as mapgen/page/static holds them for Python.
 *
 *     node tools/scripts.js                 writes them
 *     node tools/scripts.js --bundle FILE   prints one script of a module and all that it imports, for tests
 */
import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

export const ROOT = path.join(import.meta.dirname, "..");
const WEB = path.join(ROOT, "mapgen", "web");
export const STATIC = path.join(ROOT, "mapgen", "page", "static");

/** What each file is made of, joined in this order. */
const FILES = {
  "begin.js": ["app/begin.js"],
  "aside.js": ["app/aside.js"],
  "boot.js": ["app/boot.js"],
  "app.js": ["app/main.js"],
  "scorm.js": ["lessons/scorm.js"],
  "page.css": ["styles/page.css", "styles/print.css"],
  "app.css": ["styles/app.css", "styles/tour.css", "styles/embed.css"],
};
export const NAMES = Object.keys(FILES);

/** These speak to browsers that cannot read the others. */
const FOR_ALL = ["begin.js", "aside.js"];

const SCRIPT = {
  tsconfigRaw: {}, // tsconfig.json is for the check of types alone
  format: "iife",
  target: "es2022",
  banner: { js: '"use strict";' }, // a module is strict; what it is bundled into has to say so
};

/** The one global of the page is what main.js exports; the other scripts only run. */
const GLOBAL_NAMES = { "app.js": "mapgen" };

/** @param {string} name one of NAMES @returns {esbuild.BuildOptions} */
export function optionsOf(name) {
  const isScript = name.endsWith(".js");
  const line = (file) => (isScript ? `export * from "./${file}";` : `@import "./${file}";`);
  return {
    stdin: { contents: FILES[name].map(line).join("\n"), resolveDir: WEB, loader: isScript ? "js" : "css" },
    outfile: path.join(STATIC, name),
    write: false,
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    ...(isScript && { ...SCRIPT, globalName: GLOBAL_NAMES[name] }),
    ...(FOR_ALL.includes(name) && { target: "es2015" }),
  };
}

/** @returns {Promise<Map<string, string>>} the files of mapgen/page/static by their names */
export async function build() {
  const made = new Map();
  for (const name of NAMES) {
    const { outputFiles } = await esbuild.build(optionsOf(name));
    made.set(name, outputFiles[0].text);
  }
  return made;
}

/** @param {string} name one of NAMES @param {string} text */
export async function write(name, text) {
  await fs.mkdir(STATIC, { recursive: true });
  await fs.writeFile(path.join(STATIC, name), text);
}

async function bundle(entry) {
  const { outputFiles } = await esbuild.build({
    ...SCRIPT,
    banner: {},
    entryPoints: [entry],
    bundle: true,
    write: false,
  });
  process.stdout.write(outputFiles[0].text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , task, entry] = process.argv;
  if (task === "--bundle") await bundle(entry);
  else for (const [name, text] of await build()) await write(name, text);
}
