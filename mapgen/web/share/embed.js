/**
 * The markup that puts this view into another page: a frame, a plain link after it, and a listener for its height.
 */

/* eslint-disable no-restricted-syntax -- markup for authors to copy: it is the value of a text field, nothing else */
import * as address from "../base/address.js";
import { el, only } from "../base/dom.js";
import { localName, text } from "../base/text.js";
import { choice, copied, note, shareSection } from "./parts.js";

/** Height in px where styles are taken out, and the ratio where they are not. */
/** @type {Record<string, [number, string]>} */
const SIZES = { wide: [450, "16 / 9"], square: [600, "1 / 1"], tall: [800, "3 / 4"] };

/** One for all frames of a page; templates/snippet.html has the same for what Python writes. */
export const LISTENER = `<script>
addEventListener("message", ({ source, data }) => {
  if (data?.type !== "mapgen-height" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll("iframe")) \
if (frame.contentWindow === source) frame.style.height = \`\${data.height}px\`;
});
</script>`;

/** @param {string} words */
const escaped = (words) => words.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/**
 * @param {string} link of the small form @param {string} page address of the full one @param {string} title
 * @param {{size?: string, listens?: boolean}} options one of SIZES; whether the listener comes with it
 * @returns {string} markup
 */
export function snippet(link, page, title, { size = "wide", listens = false } = {}) {
  const [height, ratio] = SIZES[size];
  const name = escaped(title);
  const frame = `<iframe src="${escaped(link)}" title="${name}" width="100%" height="${height}" \
style="border: 0; aspect-ratio: ${ratio}; height: auto; min-height: 360px" \
loading="lazy" allowfullscreen referrerpolicy="strict-origin-when-cross-origin"></iframe>`;
  return [frame, `<p><a href="${escaped(page)}">${name}</a></p>`, ...(listens ? [LISTENER] : [])].join("\n");
}

/** @param {App} app @returns {HTMLElement | null} null where nobody knows an address */
export function section(app) {
  const link = address.toEmbed(app);
  if (!link) return null;
  const title = localName(app.model.atlas.title);
  const page = link.replace(/#embed(&|$)/, (_, more) => (more ? "#" : "")); // as relative as the address
  const options = { size: "wide", listens: false };
  const row = copied("embed", text("share.embed"), "");
  const area = /** @type {HTMLTextAreaElement} */ (only(row, "textarea"));
  const show = () => (area.value = snippet(link, page, title, options));
  const sizes = choice(
    "share.embed-size",
    "size",
    Object.keys(SIZES).map((size) => [size, text(`share.size.${size}`)]),
    (size) => {
      options.size = size;
      show();
    },
  );
  const listens = el(
    "label.switch",
    {},
    el("input", {
      type: "checkbox",
      "data-listens": true,
      onchange: (event) => {
        options.listens = event.target.checked;
        show();
      },
    }),
    el("span", {}, text("share.embed-listens")),
  );
  const isFile = address.place() === "file" && !address.published();
  return shareSection("embed", sizes, listens, row, isFile ? note("share.embed-file") : null);
}
