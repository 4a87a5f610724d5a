"""What a reader opened can be gone back from, with the browser's own button or gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_tours import MAP_LESSON
from tests.browser.waiting import next_frames, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import FrameLocator, Page

    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

STATE = (
    "(({ feature, panel, tour, step }) => [feature, panel, tour, step])(inside.current.store.get())"
)
CENTRE = "(({ lat, lng }) => [lat, lng])(inside.current.map.getCenter())"
HOME = [None, "key", None, None]


def state(page: Page) -> list[str | int | None]:
    found: list[str | int | None] = page.evaluate(STATE)
    return found


def back(page: Page, expected: Sequence[str | int | None], way: str = "back") -> None:
    page.evaluate(f"history.{way}()")
    wait_until(page, f"(wanted) => JSON.stringify({STATE}) === JSON.stringify(wanted)", expected)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_feature_and_the_tables_can_be_gone_back_from(open_page: Open, size: str) -> None:
    tab = open_page("#lang=ar", size=size)
    page = tab.page
    assert state(page) == HOME
    begun = page.evaluate("history.length")
    home = page.evaluate(CENTRE)
    page.evaluate("inside.current.open('post-morek', true)")
    page.evaluate("inside.current.open('base-hmeimim', true)")
    page.locator("[data-view-button=tables]").first.evaluate("(button) => button.click()")
    assert page.evaluate("history.length") == begun + 3
    tables = state(page)
    assert tables[1] == "table"
    back(page, ["base-hmeimim", "details", None, None])
    assert not page.locator("#tables").is_visible()
    back(page, ["post-morek", "details", None, None])
    assert "مورك" in page.locator("#panel-details h2").inner_text()
    back(page, HOME)
    assert page.evaluate(CENTRE) == pytest.approx(home, abs=0.01)
    assert page.evaluate("document.documentElement.lang") == "ar"
    back(page, ["post-morek", "details", None, None], "forward")
    assert page.evaluate("history.length") == begun + 3
    assert tab.console == []


def test_steps_of_a_lesson_can_be_gone_back_from(open_page: Open) -> None:
    page = open_page("#panel=tour").page
    page.locator(f'[data-begin="{MAP_LESSON}"]').click()
    first = state(page)
    assert first[2:] == [MAP_LESSON, 1]
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    assert state(page)[2:] == [MAP_LESSON, 3]
    page.evaluate("history.back()")
    wait_until(page, f"{STATE}[3] === 2")
    back(page, first)
    back(page, [None, "tour", None, None])


def test_moves_days_and_languages_add_nothing_to_the_history(open_page: Open) -> None:
    page = open_page().page
    begun = page.evaluate("history.length")
    for step in range(3):
        page.mouse.move(450, 400)
        page.mouse.down()
        page.mouse.move(430 - 20 * step, 420, steps=3)
        page.mouse.up()
        next_frames(page)
    page.evaluate("inside.current.store.set({ date: '2018-01-20' })")
    page.evaluate("inside.current.store.set({ lang: 'tr' })")
    page.evaluate("inside.current.toggle('bases', false)")
    wait_until(
        page, "['view=', 'date=', 'lang=', 'layers='].every((key) => location.hash.includes(key))"
    )
    assert page.evaluate("history.length") == begun


def test_a_frame_adds_nothing_to_the_history_of_its_page(
    sandboxed: Callable[[int, int], tuple[Opened, FrameLocator]],
) -> None:
    tab, frame = sandboxed(900, 600)
    begun = tab.page.evaluate("history.length")
    root = frame.locator("html")
    root.evaluate("() => inside.current.open('post-morek', true)")
    root.evaluate("() => inside.current.showPanel('about')")
    assert frame.locator("#panel-about").is_visible()
    assert tab.page.evaluate("history.length") == begun
