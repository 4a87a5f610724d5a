"""Takes the pictures of the documentation from the built page: run `make docs-pictures`."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGE = ROOT / "output" / "northwest-syria.html"
DESKTOP, PHONE = (1280, 800), (390, 844)
COLUMN, SYSTEM = (800, 480), (1000, 700)
LESSON = "reading-a-map-of-a-war"
SHOTS = {
    "teaching/lessons.webp": (DESKTOP, "#panel=tour"),
    "teaching/step.webp": (DESKTOP, f"#tour={LESSON}&step=5"),
    "teaching/embed.webp": (COLUMN, f"#embed&tour={LESSON}&step=4"),
    "teaching/package.webp": (SYSTEM, f"#tour={LESSON}&step=6"),
    "teaching/phone.webp": (PHONE, "#lang=ar&tour=the-people-in-between&step=2"),
}
WIDTH_PX = 1000
COLOURS, QUALITY = 256, 80
GREY, GAP_PX = (221, 216, 206), 12
PRINTED = "() => { window.print = () => { document.documentElement.dataset.printed = ''; }; }"


def opened(browser: Browser, size: tuple[int, int], state: str) -> Page:
    """Open the page in a state, without motion."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", offline=True
    )
    page = context.new_page()
    page.goto(f"{PAGE.as_uri()}{state}")
    page.wait_for_selector("html[data-mapgen=ready]")
    return page


def keep(picture: Image.Image, name: str) -> None:
    """Write a picture, not wider than a document needs."""
    path = DOCS / name
    path.parent.mkdir(exist_ok=True)
    print(path.relative_to(ROOT))
    if path.suffix == ".png":
        picture.convert("RGB").quantize(COLOURS).save(path, optimize=True)
        return
    if picture.width > WIDTH_PX:
        height = round(picture.height * WIDTH_PX / picture.width)
        picture = picture.resize((WIDTH_PX, height), Image.Resampling.LANCZOS)
    picture.convert("RGB").save(path, quality=QUALITY)


def sheets(page: Page) -> Image.Image:
    """Return a page of the worksheet, its map, and a page of the answers beside each other."""
    found = []
    for kind, wanted in (("worksheet", (0, -1)), ("answers", (-1,))):
        page.evaluate(PRINTED)
        page.locator(".tour-tools [data-sheets]").click()
        page.locator(f"[data-sheet={kind}]").click()
        page.wait_for_selector("html[data-printed]")
        pdf = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
        found += [pdf[number % len(pdf)].render(scale=1).to_pil() for number in wanted]
        page.evaluate(
            "() => { delete document.documentElement.dataset.printed;"
            " dispatchEvent(new Event('afterprint')); }"
        )
    height = min(each.height for each in found)
    found = [each.resize((round(each.width * height / each.height), height)) for each in found]
    whole = (sum(each.width + GAP_PX for each in found) + GAP_PX, height + 2 * GAP_PX)
    result = Image.new("RGB", whole, GREY)
    left = GAP_PX
    for each in found:
        result.paste(each, (left, GAP_PX))
        left += each.width + GAP_PX
    return result


def main() -> None:
    """Take every picture."""
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        keep(Image.open(io.BytesIO(opened(browser, DESKTOP, "").screenshot())), "picture.png")
        for name, (size, state) in SHOTS.items():
            keep(Image.open(io.BytesIO(opened(browser, size, state).screenshot())), name)
        keep(sheets(opened(browser, DESKTOP, f"#tour={LESSON}&step=1")), "teaching/sheets.webp")
        browser.close()


if __name__ == "__main__":
    main()
