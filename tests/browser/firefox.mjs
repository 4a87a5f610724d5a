/**
 * Drives Firefox over WebDriver BiDi for firefox.py: a line of JSON asks, a line of JSON answers.
 */
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const [executablePath, width, height, preferences] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  extraPrefsFirefox: JSON.parse(preferences),
});
let page = null;
let said = [];

/** A tab of its own for each opening, so that no page hears what the one before said. */
async function open({ url }) {
  await page?.close();
  page = await browser.newPage();
  said = [];
  const hear = said;
  page.on("console", (message) => hear.push(message.text()));
  page.on("pageerror", (error) => hear.push(error.message));
  await page.setViewport({ width: Number(width), height: Number(height) });
  await page.setOfflineMode(true);
  await page.goto(url);
}

const answers = {
  version: () => browser.version(),
  open,
  ask: ({ expression }) => page.evaluate(expression),
  click: ({ x, y }) => page.mouse.click(x, y),
  press: ({ key }) => page.keyboard.press(key),
  type: ({ text }) => page.keyboard.type(text),
  picture: () => page.screenshot({ encoding: "base64" }),
  said: () => said,
};

async function answer({ what, ...how }) {
  try {
    return { value: (await answers[what](how)) ?? null };
  } catch (error) {
    return { error: `${what}: ${error.message}` };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
await browser.close();
