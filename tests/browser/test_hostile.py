"""Whatever a text of the facts says, the page shows it: nothing of it runs, asks or becomes markup.

Two atlases differ in their texts alone: what one page has that the other has not came from a text.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pyogrio
import pytest

import mapgen
from mapgen.exports.folder import export
from mapgen.page.embedding import examples
from mapgen.pictures import pictures
from mapgen.progress import ignore
from tests.browser.conftest import Opened, listening, new_context
from tests.browser.engine import Visit
from tests.browser.taking import open_share
from tests.browser.test_engines import firefox, webkit
from tests.browser.test_silence import HELPERS
from tests.browser.test_tours import PRINTED
from tests.browser.waiting import next_frames
from tests.hostile import FLAG, HOSTILE, UNFIT
from tests.hostile_atlas import Texts, atlas_of
from tests.small import packed_quickly
from tests.test_files import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.browser.engine import Engine

HARMLESS = [f"Text {number}" for number in range(9_000)]
CSP = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

SHAPES = """() => [...document.querySelectorAll("*")].map((element) =>
    [element.localName, ...element.getAttributeNames().sort()].join(" "))"""
ADDRESSES = """() => [...document.querySelectorAll("*")].flatMap((element) =>
    ["href", "src", "action", "formaction", "data", "srcdoc", "xlink:href"].map((name) =>
        element.getAttribute(name)).filter((value) => value !== null))"""

FITTED = ("circle cx cy r", "text font-size x y")

FEATURES = (
    "post-salwa", "cross-bab-al-hawa", "base-hmeimim", "set-kinsabba", "border-coast-orontes",
    "event-2017-09-astana-de-escalation-zone", "actors", "@35.9000,36.6000", "fig-need-2017",
)  # fmt: skip
THIN = ("panel=about", "feature=post-salwa", "tour=example&step=1", "lang=ar&panel=places")
WIDE = (
    *(f"lang={language}&panel={panel}" for language in ("en", "tr", "ar")
      for panel in ("key", "places", "tour", "about")),
    *(f"lang={language}&feature={feature}" for language in ("en", "ar") for feature in FEATURES),
    *(f"lang={language}&tour=example&step={step}" for language in ("en", "tr") for step in (1, 2)),
)  # fmt: skip


class Atlas(NamedTuple):
    """Facts of other texts, and the pages made of them, in a folder."""

    geodata: mapgen.Geodata
    folder: Path
    places: int

    def file(self, name: str, content: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return path


def atlas(folder: Path, words: list[str] | tuple[str, ...], start: int = 0) -> Atlas:
    """Write, read and build an atlas of texts."""
    texts = Texts(words, start)
    geodata = mapgen.read(atlas_of(folder / "geodata", texts))
    made = Atlas(geodata, folder, texts.count)
    with packed_quickly():
        page = mapgen.build(geodata).to_html()
    made.file("page.html", page)
    made.file("open.html", CSP.sub("", page))
    return made


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return atlas(tmp_path_factory.mktemp("harmless"), HARMLESS)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return atlas(tmp_path_factory.mktemp("hostile"), HOSTILE)


def opened(context: BrowserContext, path: Path, *, runs: bool = True) -> Opened:
    tab = listening(context.new_page())
    tab.page.on("dialog", lambda dialog: tab.console.append(f"dialog: {dialog.message}"))
    tab.page.goto(path.as_uri())
    if runs:
        tab.page.wait_for_selector("html[data-mapgen=ready]", timeout=20_000)
    return tab


def shapes(page: Page) -> Counter[str]:
    """Return how often each element with its attributes is there."""
    return Counter(page.evaluate(SHAPES))


def check_quiet(tab: Opened, path: Path, rest: str = "#") -> None:
    """Assert that nothing of a text ran or asked for anything; links lead where they may."""
    assert tab.page.evaluate(f"window.{FLAG}") is None
    assert tab.console == []
    asked = {re.sub(r"[#?].*", "", address) for address in tab.requests}
    assert {each for each in asked if not each.startswith(("data:", "blob:"))} <= {path.as_uri()}
    links = tab.page.evaluate(ADDRESSES)
    allowed = r"(?:https?://(?!hostile)|#|blob:|data:(?:,|image/)|page\.html|open\.html|file:)"
    links = [link for link in links if not link.startswith(rest)]
    assert [link for link in links if link and not re.match(allowed, link)] == []


def walk(tab: Opened, states: tuple[str, ...]) -> Iterator[tuple[str, Counter[str]]]:
    """Yield what is in the page in each state, then in search, dialogs and tables."""
    page = tab.page
    for state in states:
        page.evaluate("(state) => { location.hash = state; }", state)
        next_frames(page)
        yield state, shapes(page)
    for words in ("<", "text", "=", "سرپ"):
        page.locator("#search").fill(words)
        next_frames(page)
        yield f"search {words}", shapes(page)
    page.locator("#search").fill("")
    open_share(page)
    yield "share", shapes(page)
    page.locator("#share .close").first.click()


def lesson_walk(tab: Opened) -> Iterator[tuple[str, Counter[str]]]:
    """Yield what is in the page with each sheet of a lesson, and in the presenter's window."""
    page = tab.page
    page.evaluate("() => { location.hash = 'lang=en&tour=example&step=1'; }")
    page.evaluate(PRINTED)
    for sheet in ("handout", "answers", "notes"):
        page.locator(".tour-tools [data-sheets]").click()
        yield "dialog of sheets", shapes(page)
        page.locator(f"#sheets [data-sheet={sheet}]").click()
        page.wait_for_selector("html[data-printed]", timeout=30_000)
        yield f"sheet {sheet}", shapes(page)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.evaluate("delete document.documentElement.dataset.printed")
    with page.expect_popup() as popup:
        page.locator("[data-present]").click()
    yield "presenter", shapes(popup.value)
    assert popup.value.evaluate(f"window.{FLAG}") is None
    popup.value.close()


def compared(browser: Browser, files: tuple[Path, Path], *, wide: bool) -> None:
    """Assert that a page has no element and no attribute that the one of other texts lacks."""
    context = new_context(browser, "desktop")
    known: set[str] = set()
    for path, is_hostile in zip(files, (False, True), strict=True):
        tab = opened(context, path)
        sheets = lesson_walk(tab) if wide else ()
        for state, found in chain(walk(tab, WIDE if wide else THIN), sheets):
            if is_hostile:
                assert set(found) - known == set(), state
            known |= set(found)
        check_quiet(tab, path)
        tab.page.close()
    context.close()


def test_there_are_many_texts_and_more_places(hostile: Atlas) -> None:
    assert len(HOSTILE) >= 400
    assert hostile.places >= 6_000


def test_what_no_page_can_hold_is_refused_by_name(copy: Path) -> None:
    path = copy / "sources.json"
    content = json.loads(path.read_text("utf-8"))
    for entry, text in zip(content, UNFIT, strict=False):
        entry["title"] = text
    path.write_text(json.dumps(content), "utf-8")  # halves of letters as JSON escapes
    told = [line for line in said(copy) if '"title" holds the character U+' in line]
    names = [re.search(r"U\+([0-9A-F]{4})", line) for line in told]
    found = sorted(int(name[1], 16) for name in names if name)
    assert found == sorted(ord(text[1]) for text in UNFIT)


@pytest.mark.parametrize("name", ["page.html", "open.html"])
def test_a_page_without_scripts_has_the_same_elements(
    browser: Browser, harmless: Atlas, hostile: Atlas, name: str
) -> None:
    context = new_context(browser, "desktop", scripts=False)
    tabs = [opened(context, each.folder / name, runs=False) for each in (harmless, hostile)]
    first, second = (shapes(tab.page) for tab in tabs)
    assert set(second) <= set(first)
    for each in FITTED:  # the picture names the towns for whose names there is room
        first.pop(each), second.pop(each)
    assert second == first
    one, other = (Counter(tab.page.evaluate(ADDRESSES)) for tab in tabs)
    assert other == one
    context.close()


def test_nothing_runs_without_the_policy(browser: Browser, harmless: Atlas, hostile: Atlas) -> None:
    compared(browser, (harmless.folder / "open.html", hostile.folder / "open.html"), wide=False)


@pytest.mark.long
@pytest.mark.parametrize("start", [57, 271])
@pytest.mark.parametrize("name", ["page.html", "open.html"])
def test_nothing_runs_wherever_a_text_stands(
    browser: Browser, harmless: Atlas, tmp_path: Path, start: int, name: str
) -> None:
    other = atlas(tmp_path, HOSTILE, start)
    compared(browser, (harmless.folder / name, other.folder / name), wide=True)


ACT = """(async () => {{
    {act};
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}})()"""
ACTS = (
    *(f"location.hash = '{state}'" for state in WIDE),
    "set({ panel: 'key' })",
    *(f"look('{words}')" for words in ("<", "text", "=", "سرپ", "")),
    "press('.page-head [data-share]')",
    "press('#share .close')",
    "press('[data-view-button=tables]')",
    "location.hash = 'lang=en&tour=example&step=1'",
    *(f"await sheet('{kind}')" for kind in ("handout", "worksheet", "answers", "notes")),
)  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("name", ["page.html", "open.html"])
@pytest.mark.parametrize("start", [firefox, webkit])
def test_nothing_runs_in_firefox_and_webkit(
    harmless: Atlas, hostile: Atlas, start: Callable[[], AbstractContextManager[Engine]], name: str
) -> None:
    known: set[str] = set()
    for made in (harmless, hostile):
        with start() as engine:
            visit = Visit(engine, (made.folder / name).as_uri())
            visit.ask(HELPERS)
            for act in ACTS:
                visit.ask(ACT.format(act=act))
                found = set(visit.ask(f"({SHAPES})()"))
                assert made is harmless or found - known == set(), act
                known |= found
            assert visit.ask(f"window.{FLAG} ?? null") is None
            assert visit.ask("refused") == []
            assert engine.said() == []


def tags(xml: bytes) -> Counter[str]:
    """Return how often each element with its attributes is in XML."""
    root = ET.fromstring(xml)  # noqa: S314 - made by the project
    return Counter(" ".join([each.tag, *sorted(each.attrib)]) for each in root.iter())


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.long
@pytest.mark.parametrize("start", [160])
def test_packages_and_tables_hold_texts_as_texts(
    browser: Browser, harmless: Atlas, tmp_path: Path, start: int
) -> None:
    other = atlas(tmp_path, HOSTILE, start)
    with packed_quickly():
        first, second = (export(each.geodata, ["data", "packages"]) for each in (harmless, other))
    assert list(first) == list(second)
    context = new_context(browser, "desktop")
    for name, content in second.items():
        if name.endswith((".zip", ".imscc")):
            packages = [unzipped(files[name]) for files in (first, second)]
            assert list(packages[0]) == list(packages[1])
            assert tags(packages[1]["imsmanifest.xml"]) == tags(packages[0]["imsmanifest.xml"])
            for page in [each for each in packages[1] if each.startswith("lesson-")]:
                found = []
                for made, package in zip((harmless, other), packages, strict=True):
                    tab = opened(context, made.file(page, package[page].decode()), runs=False)
                    check_quiet(tab, made.folder / page, rest="northwest-syria.html")
                    found.append(shapes(tab.page))
                assert found[0] == found[1]
        elif name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
            assert len({len(row) for row in rows}) == 1, name
            cells = [cell for row in rows for cell in row]
            begins = [cell for cell in cells if re.match(r"\s*[=+\-@＝＠]", cell)]
            assert [cell for cell in begins if not re.fullmatch(r"-?[\d.]+", cell)] == [], name
        elif name.endswith("json"):
            json.loads(content)
        elif name.endswith(".gpkg"):
            layers = []
            for files, made in zip((first, second), (harmless, other), strict=True):
                path = made.folder / "layers.gpkg"
                path.write_bytes(files[name])
                layers.append(pyogrio.list_layers(path).tolist())
            assert layers[0] == layers[1]
    context.close()


@pytest.mark.long
def test_the_page_of_examples_has_the_same_elements(
    browser: Browser, harmless: Atlas, hostile: Atlas
) -> None:
    context = new_context(browser, "desktop")
    found = []
    for made in (harmless, hostile):
        page = (made.folder / "open.html").read_text("utf-8")
        path = made.file("examples.html", examples(made.geodata.atlas, "open.html", page))
        tab = opened(context, path, runs=False)
        found.append(shapes(tab.page))
        for frame in tab.page.frames:
            assert frame.evaluate(f"window.{FLAG}") is None
        assert [each for each in tab.requests if "hostile." in each] == []
        assert [each for each in tab.console if "dialog" in each] == []
    assert found[0] == found[1]
    context.close()


@pytest.mark.long
@pytest.mark.filterwarnings("ignore:Glyph")  # no font of the machine need have every script
def test_pictures_have_no_other_elements(browser: Browser, harmless: Atlas, hostile: Atlas) -> None:
    context = new_context(browser, "desktop")
    known: set[str] = set()
    for made in (harmless, hostile):
        drawn = pictures(made.geodata, languages=["en"], progress=ignore)
        for name, content in drawn:
            if name.endswith(".svg"):
                found = set(tags(content))
                assert made is harmless or found <= known, name
                known |= found
                tab = opened(context, made.file(name, content.decode()), runs=False)
                assert tab.page.evaluate(f"window.{FLAG}") is None
                assert (tab.console, len(tab.requests)) == ([], 1)
    context.close()
