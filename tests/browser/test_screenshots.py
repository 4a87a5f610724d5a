"""How the page looks, against pictures that a person has looked at: ``make screenshots``."""

from __future__ import annotations

import io
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pytest
from PIL import Image

from tests.browser.conftest import SIZES, new_context
from tests.browser.installed import FONTS, found_or_skipped
from tests.browser.screenshots import TOLERATED, keep, marked, share_of_difference, shrunk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    Launch = Callable[..., Browser]

HERE = Path(__file__).parent
KEPT = HERE / "screenshots"
AT_MOST_BYTES = 1_500_000
LANGUAGES = ("en", "ar", "tr")
SCREENS = [(size, language) for size in SIZES for language in LANGUAGES]

LESSON = "reading-a-map-of-a-war"
LESSON_SCREENS = [
    ("desktop", "en", f"tour={LESSON}&step=5"),
    ("tablet", "tr", f"tour={LESSON}&step=9"),
    ("phone", "ar", f"tour={LESSON}&step=2"),
    ("embed", "en", f"embed&tour={LESSON}&step=2"),
]

LOSSES = {
    "front lines": "inside.current.toggle('front_lines', false)",
    "posts": "inside.current.toggle('observation_posts', false)",
    "ground of a holder": "inside.current.toggle('areas_of_control.hts', false)",
    "relief": "inside.current.toggle('relief', false)",
    "labels": "inside.current.scene.layout.labels = []; inside.current.layer.refresh('top')",
    "title": "document.querySelector('h1').style.visibility = 'hidden'",
    "part of the key": "document.querySelector('#panel-key section').style.visibility = 'hidden'",
    "dates": "document.getElementById('time').style.visibility = 'hidden'",
    "direction": "document.documentElement.dir = 'rtl'",
    "colours": "document.getElementById('map-frame').style.filter = 'hue-rotate(30deg)'",
}


@pytest.fixture(scope="module")
def drawn_alike(launch: Launch) -> Iterator[Browser]:
    """Return a browser that takes the same fonts on every machine."""
    found_or_skipped(FONTS)
    browser = launch(
        args=["--font-render-hinting=none"],
        env={**os.environ, "FONTCONFIG_FILE": str(HERE / "fonts.conf")},
    )
    yield browser
    browser.close()


@pytest.fixture
def show(drawn_alike: Browser, page_file: Path) -> Callable[..., Any]:
    @contextmanager
    def shown(size: str, hash_: str = "", *, scripts: bool = True) -> Iterator[Page]:
        context = new_context(drawn_alike, size, scripts=scripts, locale="en")
        page = context.new_page()
        page.goto(f"file://{page_file}{hash_}")
        if scripts:
            page.wait_for_selector("html[data-mapgen=ready]", timeout=60_000)
        yield page
        context.close()

    return shown


@pytest.fixture
def is_as_kept(pytestconfig: pytest.Config, tmp_path: Path) -> Callable[[str, bytes], None]:
    def check(name: str, png: bytes) -> None:
        path = KEPT / f"{name}.webp"
        taken = shrunk(png)
        if pytestconfig.getoption("--update-screenshots"):
            keep(taken, path)
        assert path.exists(), f"No picture {path.name}: make screenshots keeps one."
        with Image.open(path) as kept:
            share = share_of_difference(kept.convert("RGB"), taken)
            if share > TOLERATED:
                taken.save(tmp_path / "taken.png")
                marked(kept.convert("RGB"), taken).save(tmp_path / "marked.png")
        assert share <= TOLERATED, (
            f"{share:.1%} of the picture differ from {path}: look at {tmp_path}/marked.png. "
            "If it is meant, make screenshots keeps the new look."
        )

    return check


def settled(page: Page) -> bytes:
    """Return the picture when it no longer changes."""
    before, now = b"", page.screenshot()
    while now != before:
        page.wait_for_timeout(150)
        before, now = now, page.screenshot()
    return now


@pytest.mark.parametrize(("size", "language"), SCREENS)
def test_the_page_looks_as_kept(
    show: Callable[..., Any], is_as_kept: Callable[..., None], size: str, language: str
) -> None:
    flag = "embed&" if size == "embed" else ""
    with show(size, f"#{flag}lang={language}") as page:
        is_as_kept(f"{size}-{language}", settled(page))


@pytest.mark.parametrize(("size", "language", "step"), LESSON_SCREENS)
def test_a_lesson_looks_as_kept(
    show: Callable[..., Any], is_as_kept: Callable[..., None], size: str, language: str, step: str
) -> None:
    with show(size, f"#lang={language}&{step}") as page:
        is_as_kept(f"lesson-{size}-{language}", settled(page))


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_without_scripts_it_looks_as_kept(
    show: Callable[..., Any], is_as_kept: Callable[..., None], size: str
) -> None:
    with show(size, scripts=False) as page:
        is_as_kept(f"{size}-no-scripts", settled(page))


@pytest.mark.grid(1)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_map_looks_as_kept(
    show: Callable[..., Any], is_as_kept: Callable[..., None], language: str
) -> None:
    with show("desktop", f"#lang={language}") as page:
        settled(page)
        sheet = page.pdf(format="A4", landscape=True, print_background=True, page_ranges="1")
    picture = io.BytesIO()
    pdfium.PdfDocument(sheet)[0].render(scale=1.5).to_pil().convert("RGB").save(picture, "PNG")
    is_as_kept(f"print-{language}", picture.getvalue())


@pytest.mark.long
def test_a_loss_would_be_noticed(show: Callable[..., Any]) -> None:
    with show("desktop") as page:
        before = shrunk(settled(page))
        shares = {}
        for name, loss in LOSSES.items():
            page.evaluate(f"() => {{ {loss}; }}")
            shares[name] = share_of_difference(before, shrunk(settled(page)))
            page.goto(page.url.split("#")[0])
            page.reload()
            page.wait_for_selector("html[data-mapgen=ready]", timeout=60_000)
    assert [name for name, share in shares.items() if share <= TOLERATED] == []


def test_a_pixel_to_the_side_would_not(show: Callable[..., Any]) -> None:
    with show("desktop") as page:
        before = settled(page)
        page.evaluate("() => { document.querySelector('.page-main').style.translate = '1px'; }")
        after = settled(page)
        assert after != before
        assert share_of_difference(shrunk(before), shrunk(after)) <= TOLERATED


def test_the_pictures_are_small_and_none_is_left_over() -> None:
    kept = sorted(KEPT.glob("*"))
    assert sum(path.stat().st_size for path in kept) <= AT_MOST_BYTES
    names = {f"{size}-{language}" for size, language in SCREENS}
    names |= {f"lesson-{size}-{language}" for size, language, _ in LESSON_SCREENS}
    names |= {"desktop-no-scripts", "phone-no-scripts"} | {f"print-{each}" for each in LANGUAGES}
    assert {path.name for path in kept} == {f"{name}.webp" for name in names}
