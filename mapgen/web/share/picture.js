/**
 * The view as one picture: title and date, the map, its scale, a legend and who made what it shows.
 */

import { contextOf } from "../base/dom.js";
import * as format from "../base/format.js";
import * as reading from "../base/reading.js";
import { localName, text } from "../base/text.js";
import { look } from "../drawing/look.js";
import * as controls from "../map/controls.js";
import * as legend from "../map/legend.js";

const DENSITY = 2;
const MARGIN = 16;
const LINE = 20; // px from one row of the legend to the next
const GAP = { sample: 7, entry: 18, section: 8 };
const LEAST_WIDTH = 360;

/** @param {number} size @param {number} [weight] @param {string} [family] */
const fontOf = (size, weight = 400, family = look.interfaceFont) => `${weight} ${size}px ${family}`;

/**
 * @typedef {{width: number, height: number, marks: ((ctx: CanvasRenderingContext2D) => void)[], rtl: boolean,
 * measuring: CanvasRenderingContext2D}} Sheet
 */

/**
 * A sheet that is measured first and painted later: every mark is a function of the context.
 * @param {number} width
 * @returns {Sheet}
 */
function createSheet(width) {
  const measuring = contextOf(document.createElement("canvas"));
  return { width, height: MARGIN, marks: [], measuring, rtl: document.documentElement.dir === "rtl" };
}

/**
 * Where something of a width stands that begins at an offset from the start of the line.
 * @param {Sheet} sheet
 * @param {number} offset
 * @param {number} width
 */
function startOf(sheet, offset, width) {
  return sheet.rtl ? sheet.width - MARGIN - offset - width : MARGIN + offset;
}

/** @param {Sheet} sheet @param {string} words @param {string} font */
function widthOf(sheet, words, font) {
  sheet.measuring.font = font;
  return sheet.measuring.measureText(words).width;
}

/**
 * @param {Sheet} sheet
 * @param {string} words
 * @param {{font: string, colour?: string, offset?: number, baseline: number}} how
 */
function addText(sheet, words, { font, colour = look.ink, offset = 0, baseline }) {
  const width = widthOf(sheet, words, font);
  const x = startOf(sheet, offset, width);
  sheet.marks.push((ctx) => {
    Object.assign(ctx, {
      font,
      fillStyle: colour,
      textAlign: "left",
      textBaseline: "alphabetic",
      direction: sheet.rtl ? "rtl" : "ltr",
    });
    ctx.fillText(words, x, baseline);
  });
  return width;
}

/**
 * Words in as many lines as they need.
 * @param {Sheet} sheet
 * @param {string} words
 * @param {{size: number, weight?: number, family?: string, colour?: string, leading: number}} how
 */
function addParagraph(sheet, words, { size, weight, family, colour, leading }) {
  const font = fontOf(size, weight, family);
  const most = sheet.width - 2 * MARGIN;
  let line = "";
  const lines = [];
  for (const word of words.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(sheet, longer, font) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  for (const row of [...lines, line]) {
    addText(sheet, row, { font, colour, baseline: sheet.height + size });
    sheet.height += leading;
  }
}

/** The head: the same words as that of the page. @param {Sheet} sheet @param {App} app */
function addHead(sheet, { model, store }) {
  addParagraph(sheet, localName(model.atlas.title), { size: 20, weight: 700, family: look.serifFont, leading: 25 });
  const asOf = `${text("page.as-of")} ${format.date(store.get().date)}`;
  const second = `${localName(model.atlas.subtitle)} · ${asOf}`;
  addParagraph(sheet, second, { size: 13, colour: look.secondInk, leading: 18 });
  sheet.height += 8;
}

/** The two canvases of the map, drawn anew at the density of the picture. @param {CanvasLayer} layer */
function drawMap(layer) {
  const view = { ...layer.view, density: DENSITY };
  const whole = Object.assign(document.createElement("canvas"), {
    width: Math.round(view.width * DENSITY),
    height: Math.round(view.height * DENSITY),
  });
  const ctx = contextOf(whole);
  ctx.setTransform(DENSITY, 0, 0, DENSITY, 0, 0);
  layer.painters.ground(ctx, view);
  layer.painters.top(ctx, view);
  return whole;
}

/** @param {Sheet} sheet @param {CanvasLayer} layer */
function addMap(sheet, layer) {
  const [left, top, right, bottom] = layer.view.window;
  const [width, height] = [right - left, bottom - top];
  const x = (sheet.width - width) / 2;
  const y = sheet.height;
  const whole = drawMap(layer);
  sheet.marks.push((ctx) => {
    ctx.drawImage(whole, left * DENSITY, top * DENSITY, width * DENSITY, height * DENSITY, x, y, width, height);
    ctx.strokeStyle = look.ink;
    ctx.lineWidth = 1;
    ctx.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  });
  sheet.height += height;
  return { x, y, width, height };
}

/**
 * The bar, on the side on which the page has it; it is never mirrored.
 * @param {Sheet} sheet
 * @param {App} app
 * @param {{x: number, y: number, width: number, height: number}} box
 */
function addScale(sheet, app, box) {
  const { px, words } = controls.scaleOf(app);
  const font = fontOf(12);
  const wordsWidth = widthOf(sheet, words, font);
  const x = sheet.rtl ? box.x + box.width - px - wordsWidth - 22 : box.x + 14;
  const y = box.y + box.height - 14;
  sheet.marks.push((ctx) => {
    for (const [colour, width] of [
      ["#ffffff", 4.5],
      [look.ink, 1.5],
    ]) {
      Object.assign(ctx, { strokeStyle: colour, lineWidth: width, lineJoin: "miter" });
      ctx.beginPath();
      ctx.moveTo(x, y - 6);
      ctx.lineTo(x, y);
      ctx.lineTo(x + px, y);
      ctx.lineTo(x + px, y - 6);
      ctx.stroke();
    }
    Object.assign(ctx, {
      font,
      textAlign: "left",
      textBaseline: "alphabetic",
      direction: "ltr",
      lineJoin: "round",
      lineWidth: 3,
      strokeStyle: "#ffffff",
      fillStyle: look.ink,
    });
    ctx.strokeText(words, x + px + 8, y);
    ctx.fillText(words, x + px + 8, y);
  });
}

/**
 * Samples and words in rows from the start of the line.
 * @param {Sheet} sheet
 * @param {{title: string, entries: Entry[]}} section
 */
function addLegend(sheet, { title, entries }) {
  const font = fontOf(12);
  const most = sheet.width - 2 * MARGIN;
  sheet.height += GAP.section;
  addText(sheet, title, { font: fontOf(11.5, 600), colour: "#636a71", baseline: sheet.height + 11 });
  sheet.height += LINE;
  let offset = 0;
  for (const { sample, words, aside } of entries) {
    const [width, height] = [parseFloat(sample.style.inlineSize), parseFloat(sample.style.blockSize)];
    const said = [words, aside].filter(Boolean).join(" ");
    const needed = width + GAP.sample + widthOf(sheet, said, font);
    if (offset && offset + needed > most) {
      offset = 0;
      sheet.height += LINE + 3;
    }
    const x = startOf(sheet, offset, width);
    const middle = sheet.height + 7;
    sheet.marks.push((ctx) => ctx.drawImage(sample, x, middle - height / 2, width, height));
    addText(sheet, said, { font, offset: offset + width + GAP.sample, baseline: middle + 4 });
    offset += needed + GAP.entry;
  }
  sheet.height += LINE;
}

/** @param {Sheet} sheet @param {App} app */
function addCredits(sheet, { model }) {
  sheet.height += GAP.section;
  addParagraph(sheet, legend.credits(model), { size: 10.5, colour: look.secondInk, leading: 15 });
}

/** @param {Sheet} sheet */
function paint(sheet) {
  const canvas = Object.assign(document.createElement("canvas"), {
    width: Math.round(sheet.width * DENSITY),
    height: Math.round((sheet.height + MARGIN) * DENSITY),
  });
  const ctx = contextOf(canvas);
  ctx.setTransform(DENSITY, 0, 0, DENSITY, 0, 0);
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, sheet.width, sheet.height + MARGIN);
  for (const mark of sheet.marks) {
    ctx.save();
    mark(ctx);
    ctx.restore();
  }
  return canvas;
}

/** @param {App} app whose map was drawn @returns {HTMLCanvasElement} */
export function compose(app) {
  const [left, , right] = app.layer.view.window;
  const sheet = createSheet(Math.max(LEAST_WIDTH, right - left + 2 * MARGIN));
  addHead(sheet, app);
  addScale(sheet, app, addMap(sheet, app.layer));
  for (const section of legend.sections(app, app.store.get().on.has("patterns"))) addLegend(sheet, section);
  addCredits(sheet, app);
  return paint(sheet);
}

/** @param {App} app @returns {Promise<Blob | null>} a PNG; null where it would show what was not drawn */
export async function png(app) {
  return (await reading.isTrue()) ? reading.pngOf(compose(app)) : null;
}
