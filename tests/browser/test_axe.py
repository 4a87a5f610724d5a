"""axe-core finds nothing in any language, panel, size, print or frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.waiting import wait_for_buttons
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame, Page

    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

SOURCE = ROOT / "node_modules/axe-core/axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# The canvases reach past the map, under the header and the panel. Axe does not see that they are
# cut off there, and would leave the contrast of all words above them open.
RUN = """async ([tags, without, part]) => {
    document.querySelector(".mapgen-canvases").hidden = true;
    const found = await axe.run(part || document, {
        runOnly: { type: "tag", values: tags },
        rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
        resultTypes: ["violations"],
    });
    return found.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}"""

LONG = pytest.mark.long

STATES = [
    ("desktop", ""),
    ("desktop", "#panel=places"),
    ("tablet", "#lang=ar&panel=about"),
    ("phone", "#feature=post-morek"),
    ("embed", "#lang=tr"),
]
MORE_STATES = [
    ("desktop", "#lang=ar&feature=post-morek"),
    ("desktop", "#lang=tr&feature=@35.9000,36.7500"),
    ("desktop", "#lang=tr&panel=about"),
    ("phone", "#lang=ar"),
]


def violations(page: Page | Frame, *without: str, part: str = "") -> list[str]:
    """Ask about the whole page, or sooner about a part of it."""
    if not part and page.query_selector(".folium-map"):
        wait_for_buttons(page)
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, [RULES, without, part])
    return found


@pytest.mark.grid(3)
@pytest.mark.parametrize(
    ("size", "hash_"), [*STATES, *(pytest.param(*each, marks=LONG) for each in MORE_STATES)]
)
def test_axe_finds_nothing(open_page: Open, size: str, hash_: str) -> None:
    assert violations(open_page(hash_, size=size).page) == []


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=LONG)])
def test_axe_finds_nothing_in_the_tables(open_page: Open, language: str) -> None:
    assert violations(open_page(f"#lang={language}&panel=table").page) == []


@pytest.mark.parametrize(
    "language", [pytest.param(language, marks=LONG) for language in ("ar", "en", "tr")]
)
def test_axe_finds_nothing_in_what_opens_and_in_print(open_page: Open, language: str) -> None:
    """One tab sees actors, the two dates of a period, the dialog for sharing, and paper."""
    page = open_page(f"#lang={language}&feature=actors").page
    assert page.locator(".who-node").count() == 15
    assert violations(page, part="#panel") == []
    for topic in ("actor-hts", "rel-turkey-hts"):
        page.evaluate("(id) => inside.current.open(id, false)", topic)
        assert violations(page, part="#panel") == []
    page.locator(".period-open").click()
    assert page.locator(".period-form input").first.is_visible()
    assert violations(page, part="#time") == []
    page.keyboard.press("Escape")
    page.locator(".page-head [data-share]").click()
    assert violations(page, part="#share") == []
    for section in page.locator("#share section").all():
        section.scroll_into_view_if_needed()
        name = section.get_attribute("data-share-section")
        assert violations(page, part=f"[data-share-section={name}]") == []
    page.keyboard.press("Escape")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".paper").is_visible()
    assert violations(page, "target-size") == []  # nobody points at paper


def test_axe_finds_nothing_while_a_place_on_the_map_has_the_focus(open_page: Open) -> None:
    page = open_page().page
    page.locator(".folium-map").focus()
    page.keyboard.press("PageDown")
    assert violations(page) == []


def test_axe_finds_what_is_wrong(open_page: Open) -> None:
    """The way in which it is asked here would tell."""
    page = open_page().page
    page.evaluate("document.body.append(document.createElement('button'))")
    assert any(each.startswith("button-name") for each in violations(page))
