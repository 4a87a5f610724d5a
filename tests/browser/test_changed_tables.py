"""A browser's translator or an extension that changes the tables leaves the map as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import listening, new_context
from tests.browser.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WRAP = """
function wrap() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
        node.data.trim() && node.parentElement.closest("table, #bibliography")
            ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        const font = document.createElement("font");
        text.replaceWith(font);
        font.append(text);
    }
}
"""
"""What translators do to a page: each text gets an element of its own."""

MOMENTS = """
globalThis.wrapped = 0;
document.addEventListener("DOMContentLoaded", () => {
    wrap();
    let seed = 7;
    for (let i = 0; i < 20; i += 1) {
        seed = (seed * 16807) % 2147483647;
        setTimeout(() => { wrap(); wrapped += 1; }, seed % 1500);
    }
});
"""

REMOVE = """
new MutationObserver((changes, observer) => {
    if (!document.querySelector("#bibliography ol")) return;
    observer.disconnect();
    for (const table of document.querySelectorAll("table")) {
        table.caption?.remove();
        table.tHead.rows[0].cells[0].remove();
        table.tBodies[0].rows[0]?.remove();
    }
    document.querySelector("#bibliography ol").remove();
}).observe(document, {childList: true, subtree: true});
"""
"""What a reader's own script may do."""


@pytest.fixture
def changed(browser: Browser, page_file: Path) -> Iterator[Callable[[str], Any]]:
    contexts = []

    def opened(script: str) -> Any:
        context = new_context(browser, "desktop")
        context.add_init_script(script)
        contexts.append(context)
        tab = listening(context.new_page())
        tab.page.goto(f"file://{page_file}")
        tab.page.wait_for_selector("html[data-mapgen=ready]", timeout=60_000)
        return tab

    yield opened
    for context in contexts:
        context.close()


def facts_of(page: Page) -> Any:
    return json.loads(page.evaluate("inside.readStored(document).then(JSON.stringify)"))


@pytest.mark.long
def test_texts_that_are_wrapped_at_any_moment_change_no_fact(
    changed: Callable[[str], Any], document: dict[str, Any]
) -> None:
    tab = changed(WRAP + MOMENTS)
    wait_until(tab.page, "wrapped === 20")
    assert facts_of(tab.page) == document
    tab.page.locator("[data-language=tr]").click()
    tab.page.locator("[data-view-button=tables]").click()
    wait_until(tab.page, "document.querySelector('.table-index')")
    assert tab.page.locator("#tables").is_visible()
    assert tab.page.locator("html").get_attribute("lang") == "tr"
    assert tab.console == []


def test_tables_without_parts_change_no_fact(
    changed: Callable[[str], Any], document: dict[str, Any]
) -> None:
    tab = changed(REMOVE)
    tab.page.keyboard.press("Control")
    wait_until(tab.page, "document.querySelector('#bibliography:not(:has(ol))')")
    assert facts_of(tab.page) == document
    tab.page.locator("[data-language=ar]").click()
    tab.page.locator("[data-view-button=tables]").click()
    wait_until(tab.page, "document.querySelector('.table-index')")
    tab.page.locator("[data-view-button=map]").click()
    tab.page.locator("#tab-about").click()
    tab.page.locator("#panel-about h2").wait_for()
    assert tab.console == []


def test_translators_are_told_which_names_stay(open_page: Callable[..., Any]) -> None:
    page = open_page("#panel=table").page
    kept = page.evaluate(
        """() => {
            const tables = [...document.querySelectorAll("table[data-layer]")];
            return Object.fromEntries(tables.map((table) => {
                const row = [...table.tBodies].flatMap((body) => [...body.rows])
                    .find((row) => row.cells[0].tagName === "TD");
                return [table.dataset.layer, [...row.cells].map((cell) => Number(!cell.translate))];
            }));
        }"""
    )
    names = {layer: sum(cells) for layer, cells in kept.items()}
    assert names["settlements"] == names["observation_posts"] == names["crossings"] == 3
    assert kept["settlements"][:4] == [1, 1, 1, 0]
    assert kept["events"][:4] == [0, 1, 1, 0]  # an event is called by a sentence
    assert names["statistics"] == 0
