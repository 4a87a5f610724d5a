"""Browsers that protect their readers: what a script reads from a canvas is noise there."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from tests.browser.conftest import listening, new_context
from tests.browser.engine import Visit
from tests.browser.firefox import Firefox
from tests.browser.installed import FIREFOX, found_or_skipped
from tests.browser.taking import open_share
from tests.browser.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from mapgen.facts.folder import Geodata

NOISE = """
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...box) {
        const pixels = getImageData.apply(this, box);
        crypto.getRandomValues(pixels.data.subarray(0, 65536));
        for (let i = 65536; i < pixels.data.length; i += 1) pixels.data[i] = pixels.data[i % 65536];
        return pixels;
    };
"""

TOLD = """(spots) => spots.map(([longitude, latitude]) => inside.certaintyAt(
    inside.current.scene.pictures.certainty, inside.toWorld([longitude, latitude])))"""

DAYS = ("2017-09-01", "2018-09-14")


def spots(geodata: Geodata) -> list[tuple[float, float]]:
    """Return two hundred places, in degrees, and the corners of the frame."""
    west, south, east, north = geodata.atlas.frame
    inner = np.random.default_rng(7).uniform((west, south), (east, north), (200, 2)).tolist()
    return [*map(tuple, inner), (west + 1e-6, south + 1e-6), (east - 1e-6, north - 1e-6)]


def known(geodata: Geodata, day: str) -> list[float | None]:
    certainty = geodata.certainty
    assert certainty
    return [certainty.at(*spot, date.fromisoformat(day)) for spot in spots(geodata)]


@pytest.fixture
def noisy(browser: Browser, page_file: Path) -> Iterator[Callable[[str], Page]]:
    """Return a function that opens the page where reading a canvas gives noise."""
    context = new_context(browser, "desktop")
    context.add_init_script(NOISE)

    def opened(hash_: str) -> Page:
        page = context.new_page()
        page.goto(f"file://{page_file}{hash_}")
        page.wait_for_selector("html[data-mapgen=ready]", timeout=20_000)
        return page

    yield opened
    context.close()


@pytest.mark.parametrize("day", DAYS)
def test_chromium_with_noise_tells_the_same(
    noisy: Callable[[str], Page], geodata: Geodata, day: str
) -> None:
    told = noisy(f"#date={day}").evaluate(TOLD, spots(geodata))
    assert told == pytest.approx(known(geodata, day), abs=1e-9)


def test_the_details_say_what_is_known(noisy: Callable[[str], Page], geodata: Geodata) -> None:
    certainty = geodata.certainty
    assert certainty
    for longitude, latitude in ((36.1, 35.55), (36.6, 35.9), (37.2, 36.4)):
        page = noisy(f"#feature=@{latitude},{longitude}")
        share = certainty.at(longitude, latitude, geodata.atlas.as_of)
        assert share
        said = page.inner_text("#panel-details")
        assert f"({min(99, round(100 * share))}\N{NO-BREAK SPACE}%)" in said
        page.close()


def test_the_same_map_is_drawn(noisy: Callable[[str], Page], open_page: Callable[..., Any]) -> None:
    shown = [page.locator(".folium-map").screenshot() for page in (noisy(""), open_page().page)]
    with_noise, without = (np.asarray(Image.open(io.BytesIO(one)), dtype=int) for one in shown)
    assert np.abs(with_noise - without).mean() < 0.01


@pytest.fixture(scope="module")
def protected() -> Iterator[Firefox]:
    engine = Firefox(found_or_skipped(FIREFOX), {"privacy.resistFingerprinting": True})
    yield engine
    engine.close()


@pytest.mark.long
@pytest.mark.parametrize("day", DAYS)
def test_firefox_that_resists_fingerprinting_tells_the_same(
    protected: Firefox, page_file: Path, geodata: Geodata, day: str
) -> None:
    page = Visit(protected, f"file://{page_file}#date={day}")
    told = page.ask(f"({TOLD})({[list(spot) for spot in spots(geodata)]})")
    assert told == pytest.approx(known(geodata, day), abs=1e-9)
    assert protected.said() == []


UNTRUE = {
    "noise where pixels are read": NOISE,
    "white where pictures are saved": """
        HTMLCanvasElement.prototype.toBlob = function (done, type) {
            const white = new OffscreenCanvas(this.width, this.height);
            white.getContext("2d");
            white.convertToBlob({ type }).then(done);
        };
    """,
    "nothing where pictures are saved": """
        HTMLCanvasElement.prototype.toBlob = (done) => setTimeout(() => done(null));
    """,
}


@pytest.mark.parametrize("kind", UNTRUE)
def test_no_picture_is_saved_that_was_not_drawn(
    browser: Browser, page_file: Path, kind: str
) -> None:
    context = new_context(browser, "desktop")
    context.add_init_script(UNTRUE[kind])
    tab = listening(context.new_page())
    downloads: list[str] = []
    tab.page.on("download", lambda file: downloads.append(file.suggested_filename))
    tab.page.goto(f"file://{page_file}")
    tab.page.wait_for_selector("html[data-mapgen=ready]", timeout=20_000)
    open_share(tab.page)
    tab.page.locator("#share [data-save=picture]").click()
    said = tab.page.locator("#share [data-share-section=picture] .share-by-hand")
    assert said.inner_text().startswith("No picture was saved")
    tab.page.locator("#share [data-save='events.csv']").click()
    tab.page.locator("#share [data-share-section=data] summary").wait_for()
    wait_for(tab.page, lambda: downloads)
    assert [name[-4:] for name in downloads] == [".csv"]
    assert tab.console == []
    context.close()


@pytest.mark.long
def test_firefox_that_resists_fingerprinting_saves_and_prints_no_noise(
    protected: Firefox, page_file: Path
) -> None:
    page = Visit(protected, f"file://{page_file}#tour=the-people-in-between&step=1")
    page.click(".page-head [data-share]")
    page.wait_until("document.querySelector('#share').open")
    page.ask("document.querySelector('#share [data-save=picture]').click()")
    page.wait_until("document.querySelector('#share .share-by-hand')")
    assert page.text("#share .share-by-hand").startswith("No picture was saved")
    page.ask("document.querySelector('#share').close()")
    page.ask("void (globalThis.print = () => {})")
    page.ask("document.querySelector('[data-sheets]').click()")
    page.ask("document.querySelector('[data-sheet=worksheet]').click()")
    page.wait_until("document.querySelector('#sheets-paper .sheet-map')", 60)
    assert page.ask("document.querySelectorAll('#sheets-paper .sheet-map > canvas').length") == 1
    assert page.ask("document.querySelectorAll('#sheets-paper img').length") == 0
    assert protected.said() == []
