"""What the browser or the page around the map forbids: one sentence says so, and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import SIZES, Opened, listening, looked_into
from tests.browser.taking import open_share
from tests.browser.waiting import wait_for, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page, Route

NOTICE = "#notice"
STEP = "#tour=the-people-in-between&step=2"
STRICT = 'sandbox="allow-scripts"'
NO_COPY = "document.execCommand = () => false;"
REFUSED = "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));"
PAGE = """<!doctype html><title>A lesson</title>
<iframe {how} src="https://map.example/map.html{hash_}" title="Map" width="1180" height="700">
</iframe>"""


@dataclass
class Framed:
    """The map in a page of another host."""

    tab: Opened
    frame: Frame

    @property
    def pages(self) -> list[Page]:
        return self.tab.page.context.pages


@pytest.fixture
def framed(browser: Browser, page_file: Path) -> Iterator[Callable[..., Framed]]:
    """Return a function that shows the map in a frame with the attributes that a host gives it."""
    contexts = []
    html = page_file.read_text("utf-8")

    def opened(how: str = "", hash_: str = "", *, script: str = "") -> Framed:
        context = looked_into(browser.new_context(offline=True, viewport=VIEWPORT))
        contexts.append(context)
        if script:
            context.add_init_script(script)
        lesson = PAGE.format(how=how, hash_=hash_)

        def answer(route: Route) -> None:
            body = html if "map.html" in route.request.url else lesson
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

        context.route("https://map.example/**", answer)
        context.route("https://school.example/**", answer)
        tab = listening(context.new_page())
        tab.page.goto("https://school.example/lesson.html")
        frame = tab.page.frames[1]
        frame.wait_for_selector("html[data-mapgen=ready]", timeout=60_000)
        return Framed(tab, frame)

    yield opened
    for context in contexts:
        context.close()


VIEWPORT: Any = {"width": 1280, "height": 760}


def test_a_frame_without_the_clipboard_copies_the_old_way(framed: Callable[..., Framed]) -> None:
    framed_map = framed("", "#feature=post-morek")
    frame = framed_map.frame
    button = frame.locator("#panel-details .actions button")
    button.focus()
    button.press("Enter")
    wait_until(frame, "document.querySelector('#live').textContent === 'Link copied'")
    assert button.evaluate("(own) => own === document.activeElement")
    open_share(frame)
    copy = frame.locator("#share [data-copy=link]")
    copy.click()
    frame.locator("#share [data-copy=link]", has_text="Copied").wait_for()
    assert copy.evaluate("(own) => own === document.activeElement")
    assert framed_map.tab.console == []


def test_where_nothing_can_be_copied_the_link_is_there_to_copy(
    framed: Callable[..., Framed],
) -> None:
    frame = framed(STRICT, "#feature=post-morek", script=NO_COPY).frame
    button = frame.locator("#panel-details .actions button")
    button.click()
    field = frame.locator("#panel-details .by-hand input")
    field.wait_for()
    assert frame.locator(".by-hand[role=status]").inner_text().startswith("The browser or the page")
    assert re.fullmatch(
        r"https://map\.example/map\.html#view=[\d.,]+&feature=post-morek", field.input_value()
    )
    assert button.evaluate("(own) => own === document.activeElement")
    button.press("Tab")
    assert field.evaluate("(own) => own.selectionEnd === own.value.length")
    button.click()
    wait_until(frame, "document.querySelectorAll('.by-hand').length === 1")
    open_share(frame)
    frame.locator("#share [data-copy=cite]").click()
    frame.locator("#share [data-copy=cite]", has_text="Copy by hand").wait_for()
    assert frame.evaluate("document.activeElement.selectionEnd") > 100


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_link_that_may_open_no_tab_gives_its_address(
    framed: Callable[..., Framed], language: str
) -> None:
    frame = framed(STRICT, f"#feature=post-morek&lang={language}").frame
    link = frame.locator("#panel-details a[target=_blank]").first
    link.click()
    field = frame.locator("#panel-details .by-hand input")
    field.wait_for()
    assert field.input_value() == link.get_attribute("href")
    assert field.evaluate("(own) => own.scrollWidth > 0 && own.offsetWidth > 120")


def test_a_link_that_opens_a_tab_says_nothing(framed: Callable[..., Framed]) -> None:
    """A tab that opens takes the focus from the window; without a screen nothing has it."""
    frame = framed("", "#feature=post-morek").frame
    frame.page.clock.install()
    link = frame.locator("#panel-details a[target=_blank]").first
    with frame.page.context.expect_page() as opened:
        link.click()
    frame.evaluate("dispatchEvent(new Event('blur'))")
    frame.page.clock.run_for(5_000)
    assert frame.locator(".by-hand").count() == 0
    opened.value.close()


def test_a_frame_that_forbids_to_save_says_so_in_its_place(framed: Callable[..., Framed]) -> None:
    frame = framed(STRICT).frame
    open_share(frame)
    frame.locator("#share [data-save='events.csv']").click()
    shown = frame.locator("#share [data-share-section=data] details[open]")
    shown.locator("textarea").wait_for()
    assert shown.locator("summary").inner_text().startswith("No file?")


def test_a_window_that_saves_offers_the_content_but_does_not_show_it(
    open_page: Callable[..., Opened],
) -> None:
    tab = open_page()
    open_share(tab.page)
    with tab.page.expect_download():
        tab.page.locator("#share [data-save='sources.csv']").click()
    shown = tab.page.locator("#share details.share-by-hand")
    assert not shown.locator("textarea").is_visible()
    shown.locator("summary").press("Enter")
    assert shown.locator("textarea").input_value().startswith("\ufeff")
    assert tab.console == []


SANDBOXES = {
    "no window": STRICT,
    "a window of another origin": 'sandbox="allow-scripts allow-popups"',
}


@pytest.mark.parametrize("kind", SANDBOXES)
def test_notes_without_a_window_are_below_the_step(
    framed: Callable[..., Framed], kind: str
) -> None:
    framed_map = framed(SANDBOXES[kind], STEP)
    frame = framed_map.frame
    frame.locator("[data-present]").click()
    frame.locator("#panel-tour").get_by_text("blocked the second window").wait_for()
    assert frame.locator(".tour-notes[open] p").first.is_visible()
    wait_for(framed_map.tab.page, lambda: len(framed_map.pages) == 1, "no empty window stays")
    frame.locator("[data-stop-presenting]").click()
    assert frame.locator("#panel-tour").get_by_text("second window").count() == 0


def test_a_refused_full_screen_is_said(browser: Browser, page_file: Path) -> None:
    context = browser.new_context(offline=True)
    context.add_init_script(REFUSED)
    tab = listening(context.new_page())
    tab.page.goto(f"file://{page_file}")
    tab.page.wait_for_selector("html[data-mapgen=ready]")
    tab.page.locator("#zoom .fullscreen").click()
    tab.page.locator(NOTICE).get_by_text("does not allow full screen").wait_for()
    assert tab.console == []
    context.close()


@pytest.mark.parametrize(
    ("size", "hash_", "share"),
    [
        ("desktop", "#panel=table", ".page-head [data-share]"),
        ("phone", "#panel=about", "#panel-about [data-share]"),
    ],
)
def test_a_browser_without_printing_says_so_in_every_view(
    browser: Browser, page_file: Path, size: str, hash_: str, share: str
) -> None:
    width, height = SIZES[size]
    viewport: Any = {"width": width, "height": height}
    context = browser.new_context(offline=True, viewport=viewport)
    context.add_init_script("delete globalThis.print; globalThis.print = undefined;")
    tab = listening(context.new_page())
    tab.page.goto(f"file://{page_file}{hash_}")
    tab.page.wait_for_selector("html[data-mapgen=ready]")
    tab.page.locator(share).click()
    tab.page.locator("#share [data-share-section=picture] button").nth(1).click()
    said = tab.page.locator(NOTICE).get_by_text("does not allow printing")
    said.wait_for()
    on_top = """(own) => { const box = own.getBoundingClientRect();
        return own.contains(document.elementFromPoint(box.x + box.width / 2, box.y + 12)); }"""
    assert said.evaluate(on_top)
    tab.page.locator(f"{NOTICE} button").click()
    assert not tab.page.locator(NOTICE).is_visible()
    assert tab.console == []
    context.close()
