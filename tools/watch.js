/**
 * Shows the built page while its scripts and styles are edited: esbuild makes them anew at each change, and the
 * browser loads the page again. It begins with what mapgen build wrote; facts and templates need another build.
 */
import fs from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import * as esbuild from "esbuild";
import { ALPHABET, readBytes } from "../mapgen/web/base/unpack.js";
import { NAMES, ROOT, optionsOf, write } from "./scripts.js";

const PAGE = path.join(ROOT, "output", "northwest-syria.html");
const PORT = 8018; // the year of the map
const PACKED = /(<script type="text\/plain" id="mapgen-front-end">)([^<]*)/;
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/; // it would refuse the scripts that changed
const RELOAD = '<script>new EventSource("/changes").onmessage = () => location.reload();</script></head>';

/** @param {string} packed as mapgen/page/packing.py packs it @returns {string} */
const unpack = (packed) => zlib.inflateSync(readBytes(packed)).toString();

/** The reverse. @param {string} text @returns {string} */
function pack(text) {
  const bytes = zlib.deflateSync(text);
  const missing = -bytes.length & 3;
  const whole = Buffer.concat([bytes, Buffer.alloc(missing)]);
  const letters = [];
  for (let at = 0; at < whole.length; at += 4) {
    const value = whole.readUInt32BE(at);
    for (let power = ALPHABET.length ** 4; power >= 1; power /= ALPHABET.length)
      letters.push(ALPHABET[Math.floor(value / power) % ALPHABET.length]);
  }
  return letters.join("").slice(0, letters.length - missing);
}

/**
 * @param {string} html the page as it was built
 * @param {Map<string, string>} before scripts and styles that are in it
 * @param {Map<string, string>} after those to show
 * @returns {string} the page with the others
 */
export function swapped(html, before, after) {
  const swap = (text) => NAMES.reduce((all, name) => all.replace(before.get(name), () => after.get(name)), text);
  const swapPacked = (packed) => {
    const { style, scripts } = JSON.parse(unpack(packed));
    return pack(JSON.stringify({ style: swap(style), scripts: scripts.map(swap) }));
  };
  return swap(html).replace(PACKED, (_, tag, packed) => tag + swapPacked(packed));
}

/** @param {function(string, string): void} changed is told the name and the text of a file whenever it is made */
async function watch(changed) {
  for (const name of NAMES) {
    const tell = (result) => result.outputFiles?.length && changed(name, result.outputFiles[0].text.trim());
    const plugins = [{ name: "tell", setup: ({ onEnd }) => onEnd(tell) }];
    const context = await esbuild.context({ ...optionsOf(name), plugins });
    await context.rebuild();
    await context.watch();
  }
}

async function start() {
  const before = new Map();
  const after = new Map();
  const listeners = new Set();
  await watch(async (name, text) => {
    if (after.get(name) === text) return;
    const isFirst = !before.has(name);
    if (isFirst) before.set(name, text);
    after.set(name, text);
    await write(name, `${text}\n`);
    for (const listener of listeners) listener.write("data:\n\n");
    if (!isFirst) console.log(name);
  });
  const built = await fs.readFile(PAGE, "utf8");
  const server = http.createServer((request, response) => {
    if (request.url === "/changes") {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" }).flushHeaders();
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      return;
    }
    const html = swapped(built, before, after).replace(POLICY, "").replace("</head>", RELOAD);
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }).end(html);
  });
  server.listen(PORT, "localhost", () => console.log(`http://localhost:${PORT}/`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await start();
