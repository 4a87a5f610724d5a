"""The console stays empty in every state of the page, in each engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import SIZES, listening, looked_into
from tests.browser.engine import Visit
from tests.browser.test_engines import firefox, webkit
from tests.browser.waiting import next_frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    Ask = Callable[[str], Any]

HELPERS = """void (() => {
    globalThis.refused = [];
    addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective));
    globalThis.print = () => {
        dispatchEvent(new Event("beforeprint"));
        dispatchEvent(new Event("afterprint"));
    };
    globalThis.set = (change) => inside.current.store.set(change);
    globalThis.press = (selector) => document.querySelector(selector).click();
    globalThis.all = (selector, act) => [...document.querySelectorAll(selector)].forEach(act);
    globalThis.drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    globalThis.openEach = () => {
        for (const { features } of inside.current.model.layers.values())
            for (const { id } of features.slice(0, 3)) inside.current.open(id, true);
    };
    globalThis.stepThrough = async () => {
        for (const { id, steps } of inside.current.model.lessons)
            for (const i of steps.keys()) {
                set({ tour: id, step: i + 1, panel: "tour" });
                await drawn();
            }
    };
    globalThis.look = (words) => {
        const field = document.querySelector("#search");
        field.focus();
        field.value = words;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    globalThis.sheet = async (kind) => {
        if (!document.querySelector("#sheets").open) press("[data-sheets]");
        press(`[data-sheet=${kind}]`);
        while (document.querySelector("#sheets").open) await drawn();
    };
})()"""

STEPS: dict[str, list[str]] = {
    "panels": [
        *(f"set({{ panel: '{name}' }})" for name in ("places", "about", "tour", "details", "key")),
        "all('details', (own) => { own.open = true; })",
        "all('#panel button[aria-expanded]', (own) => own.click())",
    ],
    "features": [
        "openEach()",
        "set({ feature: '@35.9,36.75', panel: 'details' })",
        "set({ feature: 'hts', panel: 'details' })",
        "inside.current.closeDetails()",
    ],
    "dates": [
        *(f"set({{ date: '{day}' }})" for day in ("2017-09-01", "2018-01-20", "2018-09-14")),
        "set({ period: null })",
        "set({ period: ['2018-01-01', '2018-02-01'] })",
        "all('#panel-key input', (own) => own.click())",
        "all('#panel-key input', (own) => own.click())",
    ],
    "search": [f"look('{words}')" for words in ("sarakib", "سراقب", "xyzxyz", "")],
    "share": [
        "press('.page-head [data-share]')",
        "all('#share .segmented button', (own) => own.click())",
        "press('#share [data-listens]')",
        "all('#share [data-copy]', (own) => own.click())",
        "press('#share [data-share-section=picture] button:nth-of-type(2)')",
        "press('[data-print]')",
    ],
    "lessons": [
        "stepThrough()",
        "set({ step: 2 })",
        "press('[data-present]')",
        "set({ step: 3 })",
        "press('[data-stop-presenting]')",
        *(f"sheet('{kind}')" for kind in ("worksheet", "answers", "notes")),
        "set({ tour: null, step: null, panel: 'key' })",
    ],
    "tables": [
        "press('[data-view-button=tables]')",
        "press('#tables td > button.link')",
        "press('[data-view-button=map]')",
    ],
}  # fmt: skip


def walk(ask: Ask, said: Callable[[], list[str]], languages: tuple[str, ...], parts: Any) -> None:
    """Go through the parts in each language, and see after every step that nothing was said."""
    ask(HELPERS)
    for language in languages:
        for part in ("language", *parts):
            for step in STEPS.get(part, [f"press('button[data-language={language}]')"]):
                ask(f"(async () => {{ await ({step}); await drawn(); }})()")
                assert said() == [], (language, part, step)
    assert ask("refused") == []


@pytest.fixture(params=[firefox, webkit], ids=["firefox", "webkit"])
def visit(request: pytest.FixtureRequest, page_file: Path) -> Iterator[Visit]:
    with request.param() as engine:
        yield Visit(engine, f"file://{page_file}")


LANGUAGES = ("ar", "tr", "en")


@pytest.mark.long
def test_firefox_and_webkit_say_nothing(visit: Visit) -> None:
    walk(visit.ask, visit.engine.said, ("ar",), STEPS)


@pytest.mark.long
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_chromium_says_nothing(browser: Browser, page_file: Path, size: str) -> None:
    walk_in_chromium(browser, page_file, size, LANGUAGES, STEPS)


@pytest.mark.long
def test_chromium_says_nothing_in_arabic(browser: Browser, page_file: Path) -> None:
    walk_in_chromium(browser, page_file, "desktop", ("ar",), ("features", "share"))


def walk_in_chromium(
    browser: Browser, page_file: Path, size: str, languages: tuple[str, ...], parts: Any
) -> None:
    width, height = SIZES[size]
    viewport: Any = {"width": width, "height": height}
    context = looked_into(browser.new_context(viewport=viewport, offline=True))
    tab = listening(context.new_page())
    others: list[str] = []
    context.on("console", lambda message: others.append(message.text))
    context.on("weberror", lambda error: others.append(str(error.error)))
    tab.page.goto(f"file://{page_file}")
    tab.page.wait_for_selector("html[data-mapgen=ready]", timeout=60_000)
    walk(tab.page.evaluate, lambda: [*tab.console, *others], languages, parts)
    for media in ("print", "screen"):
        tab.page.emulate_media(media=media)
        next_frames(tab.page)
    tab.page.pdf()
    assert [*tab.console, *others] == []
    context.close()
