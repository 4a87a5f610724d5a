"""What every browser must do with the page: Firefox and WebKit pass the same tests."""

from __future__ import annotations

import json
import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from branca.element import Element, Figure

from mapgen.page.build import build
from tests.browser.engine import VIEWPORT, Visit
from tests.browser.firefox import Firefox
from tests.browser.installed import FIREFOX, WEBKIT, found_or_skipped
from tests.browser.test_protected import TOLD, known, spots
from tests.browser.webkit import WebKit, console_of, screen
from tests.conftest import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mapgen.facts.folder import Geodata
    from tests.browser.engine import Engine

    Go = Callable[..., Visit]

MAP = ".folium-map"
DETAILS = "#panel-details"
MOREK = "post-morek"

SAYS_WHEN_READY = """
    new MutationObserver(() => {
        if (document.documentElement.dataset.mapgen === "ready") console.log("ready");
    }).observe(document.documentElement, { attributeFilter: ["data-mapgen"] });
"""


@contextmanager
def firefox() -> Iterator[Engine]:
    engine = Firefox(found_or_skipped(FIREFOX))
    yield engine
    engine.close()


@contextmanager
def webkit() -> Iterator[Engine]:
    browser = found_or_skipped(WEBKIT)
    with screen() as environment:
        engine = WebKit(browser, environment)
        yield engine
        engine.close()


ENGINES = [
    pytest.param(firefox, id="firefox"),
    pytest.param(webkit, id="webkit", marks=pytest.mark.long),  # it takes three times as long
]


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with request.param() as started:
        yield started


@pytest.fixture
def go(engine: Engine, page_file: Path) -> Go:
    return lambda hash_="": Visit(engine, f"file://{page_file}{hash_}")


@pytest.fixture
def morek(document: dict[str, Any]) -> dict[str, Any]:
    return next(each for each in rows(document, "observation_posts") if each["id"] == MOREK)


def test_it_opens_from_the_disk_without_a_network(go: Go) -> None:
    page = go()
    assert page.ask("[innerWidth, innerHeight]") == list(VIEWPORT)
    assert page.text("h1") == "Northwest Syria, September 2018"
    assert not page.is_shown("#failure")
    loaded = page.ask("performance.getEntriesByType('resource').map((each) => each.name)")
    assert [url for url in loaded if not url.startswith(("data:", "blob:"))] == []
    assert page.engine.said() == []


@pytest.mark.long
def test_webkit_says_nothing_while_the_page_loads(geodata: Geodata, tmp_path: Path) -> None:
    """Without its driver: with it, WebKit's console is heard only once the page is there."""
    browser = found_or_skipped(WEBKIT)
    figure = build(geodata).get_root()
    assert isinstance(figure, Figure)
    figure.script.add_child(Element(SAYS_WHEN_READY))
    path = tmp_path / "page.html"
    path.write_text(figure.render(), encoding="utf-8")
    with screen() as environment:
        assert console_of(browser, environment, f"file://{path}", until="ready") == ["LOG ready"]


def test_what_is_said_is_heard_and_a_strange_script_is_refused(go: Go) -> None:
    """The page's own scripts and styles, put in by its starter, run under the same policy."""
    page = go()
    page.ask("console.warn('a word')")
    page.ask("setTimeout(() => { throw new Error('a throw'); })")
    page.ask(
        """(() => {
            const stranger = document.createElement("script");
            stranger.textContent = "globalThis.stranger = true";
            document.head.append(stranger);
        })()"""
    )
    assert page.ask("globalThis.stranger ?? null") is None
    heard = ["a word", "a throw|Script error", "script-src"]
    said = page.engine.said()
    assert [any(re.search(each, text) for text in said) for each in heard] == [True] * 3, said
    assert page.ask("getComputedStyle(document.querySelector('.folium-map')).overflow") == "hidden"


def test_the_scripts_unpack_all_facts(go: Go, document: dict[str, Any]) -> None:
    read = go().ask("inside.readStored(document).then(JSON.stringify)")
    assert json.loads(read) == document


def test_two_hundred_spots_tell_how_sure_their_holder_is(go: Go, geodata: Geodata) -> None:
    told = go().ask(f"({TOLD})({[list(spot) for spot in spots(geodata)]})")
    assert told == pytest.approx(known(geodata, geodata.atlas.as_of.isoformat()), abs=1e-9)


def test_the_pictures_are_decoded_and_drawn(go: Go) -> None:
    page = go("#view=36.1,36.9,9&layers=areas_of_control")
    assert page.ask("inside.current.scene.pictures.relief.image.naturalWidth") == 900
    for place, fill in {
        (37.62, 35.85): (0xF1, 0xC0, 0xBB),
        (36.80, 36.66): (0x63, 0xA5, 0xC4),
        (38.05, 36.56): (0xF6, 0xE7, 0x90),
        (36.60, 36.03): (0x90, 0x7B, 0x91),
    }.items():
        drawn = page.colour(*place)
        assert max(abs(a - b) for a, b in zip(drawn, fill, strict=True)) <= 45, (place, drawn)


def test_the_twelve_posts_are_in_the_tables(go: Go, document: dict[str, Any]) -> None:
    page = go()
    page.click("[data-view-button=tables]")
    table = "table[data-layer=observation_posts]"
    assert page.is_shown(table)
    assert not page.is_shown(MAP)
    listed = f"[...document.querySelectorAll('{table} [data-id]')]"
    shown = page.ask(f"{listed}.map((row) => row.dataset.id)")
    turkish = {each["id"] for each in rows(document, "observation_posts") if each["number"]}
    assert len(turkish) == 12
    assert turkish <= set(shown)
    page.click("[data-view-button=map]")
    assert page.is_shown(MAP)
    assert page.engine.said() == []


def test_a_post_opens_by_its_address_and_by_a_click(go: Go, morek: dict[str, Any]) -> None:
    page = go(f"#feature={MOREK}")
    assert page.text(f"{DETAILS} h2") == morek["name"]["en"]
    lon, lat = (each / 1e5 for each in morek["point"])
    page = go(f"#view={lat},{lon},11")
    page.engine.click(*page.place(lon, lat))
    page.wait_until(f"document.querySelector('{DETAILS} h2')?.checkVisibility()")
    assert page.text(f"{DETAILS} h2") == morek["name"]["en"]
    assert "7 April 2018" in page.text(DETAILS)
    assert f"feature={MOREK}" in page.ask("location.hash")
    assert page.engine.said() == []


def test_ground_is_explained_by_a_click_and_by_enter(go: Go) -> None:
    page = go("#view=35.9,36.75,11")
    page.engine.click(*page.place(36.78, 35.925))
    page.wait_until("location.hash.includes('feature=@35.92')")
    page.focus(MAP)
    page.engine.press("Enter")
    page.wait_until("location.hash.includes('feature=@35.90')")
    text = page.text(DETAILS)
    assert "How do we know?" in text
    assert re.search(r"Certainty\s+(Well attested|Probable|Open) \(\d+\u00a0%\)", text)
    assert page.engine.said() == []


def test_the_slider_moves_the_date(go: Go, document: dict[str, Any]) -> None:
    page = go()
    before = page.engine.picture()
    page.focus(".time-slider")
    page.engine.press("ArrowLeft")
    page.wait_until(f"location.hash.includes('date={document['dates'][-2]}')")
    page.engine.press("Home")
    page.wait_until(f"location.hash.includes('date={document['dates'][0]}')")
    assert page.text("header .as-of time") == "1 September 2017"
    assert page.engine.picture() != before
    assert page.engine.said() == []


def test_the_language_changes_and_comes_back(go: Go, morek: dict[str, Any]) -> None:
    page = go()
    for language, direction in (("ar", "rtl"), ("tr", "ltr"), ("en", "ltr")):
        page.click(f"[data-language={language}]")
        page.wait_until(f"document.documentElement.lang === '{language}'")
        assert page.ask("document.documentElement.dir") == direction
        page.ask(f"inside.current.open('{MOREK}', false)")
        assert page.text(f"{DETAILS} h2") == morek["name"][language]
        assert (page.box("#panel").x < page.box("#map-frame").x) == (direction == "rtl")
    assert page.engine.said() == []


@pytest.mark.parametrize("words", ["sarakib", "سراقب"])
def test_search_leads_to_a_place(go: Go, words: str) -> None:
    page = go()
    page.click("#search")
    page.engine.type(words)
    page.wait_until("document.querySelector('#search-list [role=option][data-id]')")
    page.engine.press("Enter")
    page.wait_until(f"document.querySelector('{DETAILS} h2')?.innerText === 'Saraqib'")
    assert page.engine.said() == []


def test_a_tour_is_walked_and_a_task_answered(go: Go, geodata: Geodata) -> None:
    lesson = geodata.lessons[1]
    page = go(f"#tour={lesson.id}&step=1")
    assert page.text("#panel-tour h2") == lesson.steps[0].title
    task = lesson.steps[0].task
    assert task
    answer = f".task-answer:nth-of-type({task.right[0] + 1}) input"
    page.ask(f"document.querySelector({answer!r}).scrollIntoView({{ block: 'center' }})")
    page.click(answer)
    page.wait_until(f"document.querySelector({answer!r}).checked")
    page.engine.press("Enter")
    page.wait_until("document.querySelector('.task-verdict')?.textContent === 'Correct.'")
    page.click("[data-tour=next]")
    page.wait_until("location.hash.endsWith('step=2')")
    page.engine.press("ArrowRight")
    page.wait_until("location.hash.endsWith('step=3')")
    assert page.text("#panel-tour h2") == lesson.steps[2].title
    assert page.engine.said() == []


LISTEN = """void (globalThis.told = {}, globalThis.all = [...document.querySelectorAll("iframe")],
    addEventListener("message", ({ source, data }) => {
        told[all.findIndex((frame) => frame.contentWindow === source)] = data.height;
    }))"""


def test_every_way_to_embed_works(engine: Engine, examples_file: Path) -> None:
    """A map in a frame answers when it is ready, in a sandbox and as srcdoc too."""
    engine.open(examples_file.as_uri())
    engine.ask(LISTEN)
    count = engine.ask("all.length")
    assert count == 9
    asked = "all[{0}].contentWindow.postMessage({{ type: 'mapgen-height' }}, '*')"
    end = time.monotonic() + 180
    for number in range(count):
        engine.ask(f"all[{number}].scrollIntoView()")
        while not engine.ask(f"Boolean(told[{number}])"):
            assert time.monotonic() < end, (number, engine.said())
            engine.ask(asked.format(number))
            time.sleep(0.1)
    assert engine.ask("document.querySelector('#listener iframe').style.height").endswith("px")
    assert engine.said() == []
