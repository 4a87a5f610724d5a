"""Every claim of the article can be found by a viewer within two interactions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.test_claims import DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.facts.folder import Geodata
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

PLACE = re.compile(r"\*\*(.*?)\*\* `#(.*?)`")


def listed() -> dict[str, list[tuple[str, str]]]:
    """Return name and address of every place in ``docs/claims.md``, by claim."""
    rows = re.findall(r"^\| (A\d\d) \| .*? \| (.*) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    return {claim: PLACE.findall(places) for claim, places in rows}


@pytest.mark.long
def test_each_address_shows_what_the_list_says(open_page: Open) -> None:
    tab = open_page()
    places = {place for found in listed().values() for place in found}
    assert len(places) >= 80
    for name, address in sorted(places):
        tab.page.evaluate("(hash) => { location.hash = hash; }", address)
        panel = "about" if "panel=about" in address else "details"
        text = tab.page.locator(f"#panel-{panel}")
        text.filter(has_text=name).wait_for(timeout=5_000)
        assert len(text.inner_text()) > len(name) + 40
    assert tab.console == []


@pytest.mark.long
def test_two_clicks_lead_from_the_open_page_to_each_claim(
    open_page: Open, geodata: Geodata
) -> None:
    page = open_page().page
    for claim, places in listed().items():
        page.evaluate("() => { location.hash = ''; }")
        page.locator("#panel-key").wait_for()
        page.locator("#tab-about").click()
        item = page.locator(f"#claim-{claim}")
        text = geodata.claims[claim].text.replace(",", "")
        assert text in item.inner_text().replace(",", "")
        item.locator("button").first.click()
        name, address = places[0]
        if "panel=about" in address:
            paragraph = page.locator("[data-text-id]:focus")
            assert name in paragraph.inner_text()
            assert paragraph.is_visible()
        else:
            assert page.locator("#panel-details h2").inner_text() == name
            assert address in page.url


def test_the_claims_are_translated(open_page: Open) -> None:
    english = re.compile(r"\b(the|of|and|by|with|from|is|was|for|held|taken)\b")
    for language in ("ar", "tr"):
        page = open_page(f"#lang={language}&panel=about").page
        texts = page.locator(".claims .claim-text").all_inner_texts()
        assert len(texts) == 65
        assert [each for each in texts if english.search(each)] == []
