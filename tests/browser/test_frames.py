"""The map within another page: it leaves that page's scrolling alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import looked_into
from tests.browser.test_axe import violations
from tests.browser.waiting import next_frames, wait_for, wait_until, watch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page

FRAME = {"left": 20, "top": 100, "width": 480, "height": 360}
MIDDLE = (FRAME["left"] + 200, FRAME["top"] + 200)


@pytest.fixture(params=[False, True], ids=["mouse", "touch"])
def embedded(
    browser: Browser, page_file: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, Frame]]:
    """Return a long page that holds the map, and the frame of the map."""
    wrapper = tmp_path / "article.html"
    wrapper.write_text(
        "<!DOCTYPE html><meta name=viewport content='width=device-width'>"
        "<body style='margin: 0; block-size: 4000px'>"
        f"<iframe src='file://{page_file}' title='Map' style='position: absolute; border: 0;"
        f" left: {FRAME['left']}px; top: {FRAME['top']}px;"
        f" width: {FRAME['width']}px; height: {FRAME['height']}px'></iframe>",
        encoding="utf-8",
    )
    context = looked_into(
        browser.new_context(
            viewport={"width": 600, "height": 700},
            offline=True,
            reduced_motion="reduce",
            has_touch=request.param,
        )
    )
    page = context.new_page()
    page.goto(f"file://{wrapper}")
    frame = page.frames[1]
    frame.wait_for_selector("html[data-mapgen=ready]", timeout=20_000)
    yield page, frame
    context.close()


def test_the_smallest_frame_has_no_button_for_the_whole_screen(
    embedded: tuple[Page, Frame],
) -> None:
    _, frame = embedded
    assert frame.locator("#zoom button").first.is_visible()
    assert not frame.locator("#zoom .fullscreen").is_visible()


def view_of(frame: Frame) -> list[float]:
    found: list[float] = frame.evaluate(
        "(({lat, lng}) => [lat, lng, inside.current.map.getZoom()])(inside.current.map.getCenter())"
    )
    return found


def closer(frame: Frame) -> list[float]:
    """Zoom in, so that there is room to move; return the view."""
    frame.evaluate("inside.current.map.setZoom(10, {animate: false})")
    return view_of(frame)


def touch(page: Page, *steps: tuple[str, Sequence[tuple[float, float]]]) -> None:
    client = page.context.new_cdp_session(page)
    for kind, points in steps:
        touches: Any = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        next_frames(page, 1)


@pytest.mark.parametrize("embedded", [False], indirect=True)
def test_the_wheel_scrolls_the_page_around_the_map(embedded: tuple[Page, Frame]) -> None:
    page, frame = embedded
    before = view_of(frame)
    page.mouse.click(*MIDDLE)  # not even a click takes the wheel from the page
    frame.locator(".close").click()
    page.mouse.move(*MIDDLE)
    said = watch(frame, ".gesture-hint")
    page.mouse.wheel(0, 200)
    wait_until(page, "scrollY > 100")
    wait_for(page, lambda: any("Ctrl" in words for words in said()))
    next_frames(frame, 20)
    assert view_of(frame) == before


@pytest.mark.parametrize("key", ["Control", "Meta"])
@pytest.mark.parametrize("embedded", [False], indirect=True)
def test_the_wheel_zooms_with_a_key(embedded: tuple[Page, Frame], key: str) -> None:
    page, frame = embedded
    before = view_of(frame)
    page.mouse.move(*MIDDLE)
    page.keyboard.down(key)
    page.mouse.wheel(0, -200)
    page.keyboard.up(key)
    wait_for(page, lambda: view_of(frame)[2] > before[2])
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("embedded", [True], indirect=True)
def test_one_finger_scrolls_the_page_around_the_map(embedded: tuple[Page, Frame]) -> None:
    page, frame = embedded
    before = view_of(frame)
    x, y = MIDDLE
    moves = [("touchMove", [(x, y - 12 * i)]) for i in range(1, 12)]
    touch(page, ("touchStart", [(x, y)]), *moves, ("touchEnd", []))
    wait_until(page, "scrollY > 60")
    assert view_of(frame) == before
    assert frame.locator(".gesture-hint").inner_text() == "Use two fingers to move the map"
    frame.locator(".gesture-hint").wait_for(state="hidden", timeout=5_000)


@pytest.mark.parametrize("embedded", [True], indirect=True)
def test_two_fingers_move_the_map(embedded: tuple[Page, Frame]) -> None:
    page, frame = embedded
    before = closer(frame)
    x, y = MIDDLE
    moves = [("touchMove", [(x - 40 - 8 * i, y), (x + 40 - 8 * i, y)]) for i in range(1, 10)]
    touch(page, ("touchStart", [(x - 40, y), (x + 40, y)]), *moves, ("touchEnd", []))
    wait_for(page, lambda: view_of(frame)[1] > before[1] + 0.02)
    assert page.evaluate("scrollY") == 0
    assert not frame.locator(".gesture-hint").is_visible()


@pytest.mark.parametrize("embedded", [True], indirect=True)
def test_a_tap_still_opens_what_it_hits(embedded: tuple[Page, Frame]) -> None:
    page, frame = embedded
    page.touchscreen.tap(*MIDDLE)
    frame.locator("#panel-details h2").wait_for()
    assert not frame.locator(".gesture-hint").is_visible()


@pytest.mark.parametrize("embedded", [False], indirect=True)
def test_a_mouse_drags_the_map_as_ever(embedded: tuple[Page, Frame]) -> None:
    page, frame = embedded
    before = closer(frame)
    x, y = MIDDLE
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 80, y, steps=6)
    page.mouse.up()
    wait_for(page, lambda: view_of(frame)[1] > before[1] + 0.02)


@pytest.mark.long
@pytest.mark.parametrize("embedded", [False], indirect=True)
def test_a_small_embedded_map_is_map_and_strip(embedded: tuple[Page, Frame]) -> None:
    _, frame = embedded
    assert frame.locator("#strip").is_visible()
    assert frame.locator("#full-map").is_visible()
    for hidden in ("#time", "#panel"):
        assert not frame.locator(hidden).is_visible()
    for language in ("ar", "tr", "en"):
        frame.evaluate("(lang) => inside.current.store.set({ lang })", language)
        assert violations(frame) == []
    frame.evaluate("inside.current.open('post-morek', true)")
    assert frame.locator("#panel-details h2").is_visible()
    assert violations(frame) == []


def test_a_low_window_of_its_own_loses_nothing(open_page: Any) -> None:
    page = open_page(size="embed").page
    for shown in ("#time", "#panel-key", "[data-view-button=tables]", "select[data-languages]"):
        assert page.locator(shown).is_visible()
    assert page.evaluate("document.scrollingElement.scrollHeight > innerHeight")
    page.mouse.move(240, 200)  # over the map
    page.mouse.wheel(0, 150)
    wait_until(page, "scrollY > 100")
