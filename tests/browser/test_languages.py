"""The page in Arabic and Turkish: nothing is left in English, and the layout turns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.facts.lessons import texts_of_lesson
from mapgen.facts.words import Words
from mapgen.page.phrases import table_texts
from mapgen.page.tables import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.facts.folder import Geodata
    from tests.browser.conftest import Opened


ENGLISH = re.compile(r"\b(the|of|and|by|with|from|is|was|for|held|taken)\b", re.IGNORECASE)
"""Words that no Arabic or Turkish text of the page holds."""

CELLS = """() => {
    const written = [];
    for (const table of document.querySelectorAll("table[data-layer]")) {
        const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
        for (const row of table.querySelectorAll("tr[data-id]")) {
            const cells = [...row.cells].map((cell, i) => [keys[i], cell.innerText]);
            written.push([row.dataset.id, cells]);
        }
    }
    return written;
}"""


@pytest.mark.parametrize(
    ("language", "direction", "title", "tab"),
    [
        ("ar", "rtl", "شمال غرب سوريا، أيلول 2018", "مفتاح الخريطة"),
        ("tr", "ltr", "Kuzeybatı Suriye, Eylül 2018", "Lejant"),
    ],
)
def test_the_address_chooses_the_language(
    open_page: Callable[..., Opened], language: str, direction: str, title: str, tab: str
) -> None:
    opened = open_page(f"#lang={language}")
    root = opened.page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, direction)
    assert opened.page.title() == title
    assert opened.page.locator("h1").inner_text() == title
    assert opened.page.locator("#tab-key .long").inner_text() == tab
    assert opened.console == []
    for panel in ("key", "places", "tour", "about"):
        opened.page.locator(f"#tab-{panel}").click()
        text = opened.page.locator(f"#panel-{panel}").evaluate(
            "(root) => { const own = root.cloneNode(true);"
            " for (const part of own.querySelectorAll('.sources, .credits, bdi')) part.remove();"
            " return own.textContent; }"
        )
        text = text.replace("The looming massacre in Idlib", "")  # the article keeps its title
        assert [text[max(0, m.start() - 30) : m.end() + 30] for m in ENGLISH.finditer(text)] == []


def test_the_switch_changes_the_language_and_keeps_the_view(
    open_page: Callable[..., Opened],
) -> None:
    opened = open_page("#view=35.9,36.6,10&feature=post-morek&date=2018-06-06")
    before = opened.page.evaluate("inside.current.map.getCenter()")
    names = {"ar": "مورك (تل الصوان)", "tr": "Morek (Tel es-Savvan)", "en": "Morek"}
    for language, name in names.items():
        opened.page.locator(f"[data-language={language}]").click()
        assert opened.page.locator("#panel-details h2").inner_text() == name
        assert (
            opened.page.locator(f"[data-language={language}]").get_attribute("aria-pressed")
            == "true"
        )
        has = f"lang={language}" in opened.page.url
        assert has == (language != "en")
    assert opened.page.evaluate("inside.current.map.getCenter()") == before
    assert opened.console == []


def test_the_key_is_seen_whole_in_every_language(open_page: Callable[..., Opened]) -> None:
    page = open_page().page
    for language in ("en", "ar", "tr"):
        page.locator(f"[data-language={language}]").click()
        body = "document.querySelector('.panel-body')"
        assert page.evaluate(f"{body}.scrollHeight") == page.evaluate(f"{body}.clientHeight")
        heading = page.locator(".key-holders .heading").bounding_box()
        assert heading
        assert heading["height"] < 25  # one line


@pytest.mark.grid(1)
@pytest.mark.parametrize("language", ["ar", "tr"])
def test_tables_say_what_the_generator_says_in_that_language(
    open_page: Callable[..., Opened], geodata: Geodata, language: str
) -> None:
    page = open_page(f"#lang={language}&panel=table").page
    shown = page.evaluate(CELLS)
    wanted = [
        (row.id, table, row)
        for table in tables(geodata, Words(geodata, language))
        for group in table.groups
        for row in group.rows
    ]
    assert [each for each, _ in shown] == [each for each, _, _ in wanted]
    for (_, cells), (_, table, row) in zip(shown, wanted, strict=True):
        for (key, text), column, cell in zip(cells, table.columns, row.cells, strict=True):
            assert key == column.key
            if not cell.versions and not cell.links:
                assert " ".join(text.split()) == " ".join(cell.text.split())


@pytest.mark.grid(3)
@pytest.mark.parametrize(
    ("language", "figure", "said"),
    [
        ("en", "fig-poverty", "80 percent (more than)"),
        ("tr", "fig-poverty", "%80 üzerinde"),
        ("tr", "fig-gdp-2010", "60,2 milyar ABD doları"),
        ("ar", "fig-poverty", "أكثر من 80%"),
        ("ar", "fig-attacks-on-medical-facilities", "38 هجوماً"),
        ("ar", "fig-arrivals-afrin-2018-09-01-09-30", "3,135 شخصاً"),
    ],
)
def test_figures_are_counted_as_the_language_counts(
    open_page: Callable[..., Opened], language: str, figure: str, said: str
) -> None:
    page = open_page(f"#lang={language}&feature={figure}").page
    assert page.locator("#panel-details .facts dd").first.inner_text() == said


def test_a_browser_that_prefers_arabic_begins_in_arabic(browser: Any, page_file: Any) -> None:
    context = browser.new_context(locale="ar-SY", offline=True)
    page = context.new_page()
    page.goto(f"file://{page_file}")
    page.wait_for_selector("html[data-mapgen=ready]")
    assert page.locator("html").get_attribute("lang") == "ar"
    assert "lang=ar" in page.url or page.evaluate("location.hash") == ""
    context.close()


def test_every_fact_is_translated(geodata: Geodata) -> None:
    """A test of the facts as they are; an editor's new text is only warned of."""
    english = table_texts(tables(geodata, Words(geodata, "en")))
    for language in ("ar", "tr"):
        said = table_texts(tables(geodata, Words(geodata, language)))
        same = {one for one, other in zip(english, said, strict=True) if one == other}
        assert [each for each in sorted(same) if ENGLISH.search(each)] == []


def test_every_text_of_a_lesson_is_translated(geodata: Geodata) -> None:
    texts = {text for lesson in geodata.lessons for text in texts_of_lesson(lesson)}
    for language in ("ar", "tr"):
        translated = geodata.translations[language]
        assert texts <= set(translated)
        without_quotes = {
            text: re.sub(r"[\"“”«»].*?[\"“”«»]", "", translated[text]) for text in texts
        }
        assert [each for each in without_quotes.values() if ENGLISH.search(each)] == []
