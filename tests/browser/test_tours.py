"""Lessons in the open page: tours by every means, tasks, presenting, sheets to print."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from mapgen.facts.lesson_checks import switch_names
from tests.browser.test_axe import violations
from tests.browser.waiting import wait_for, watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from mapgen.facts.folder import Geodata
    from mapgen.facts.lessons import Lesson
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

MAP_LESSON = "reading-a-map-of-a-war"

PRINTED = """() => {
    window.print = () => { document.documentElement.dataset.printed = ""; };
}"""
"""Lets the page print to nowhere, and tell that it did."""


def lesson(geodata: Geodata, name: str = MAP_LESSON) -> Lesson:
    return next(each for each in geodata.lessons if each.id == name)


def title(page: Page) -> str:
    return page.locator("#panel-tour h2").inner_text()


def state(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "() => { const { on, ...rest } = inside.current.store.get();"
        " return JSON.parse(JSON.stringify({ ...rest, on: [...on] })); }"
    )
    return found


@pytest.mark.grid(1)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_tour_is_walked_by_keyboard_from_the_list_to_its_end(
    open_page: Open, geodata: Geodata, language: str
) -> None:
    opened = open_page(f"#lang={language}&panel=tour")
    page = opened.page
    steps = lesson(geodata).steps
    page.locator(f'[data-begin="{MAP_LESSON}"]').focus()
    page.keyboard.press("Enter")
    onward, back = ("ArrowRight", "ArrowLeft") if language == "en" else ("ArrowLeft", "ArrowRight")
    for number, step in enumerate(steps, 1):
        assert f"tour={MAP_LESSON}&step={number}" in page.evaluate("location.hash")
        if language == "en":
            assert title(page) == step.title
            assert page.locator("#live").inner_text() == f"Step {number} of 12: {step.title}"
        focused = page.evaluate("document.activeElement.textContent")
        assert focused == title(page)
        page.keyboard.press(onward if number % 2 else "PageDown")
    assert page.evaluate("location.hash").endswith("step=12")
    page.keyboard.press(back)
    assert page.evaluate("location.hash").endswith("step=11")
    assert opened.console == []


def test_a_step_shows_what_it_speaks_of(open_page: Open, geodata: Geodata) -> None:
    page = open_page(f"#tour={MAP_LESSON}&step=1").page
    for number, step in enumerate(lesson(geodata).steps, 1):
        page.evaluate(f"inside.tour.go(inside.current, '{MAP_LESSON}', {number})")
        found = state(page)
        assert found["feature"] == step.feature
        assert found["panel"] == "tour"
        if step.layers is not None:
            roots = {each.split(".")[0] for each in found["on"]}
            assert roots == {each.split(".")[0] for each in step.layers}
        if step.date:
            assert found["date"] <= step.date
        assert page.evaluate("location.hash") == f"#tour={MAP_LESSON}&step={number}"


def test_every_switch_that_a_lesson_may_name_is_one_of_the_page(
    open_page: Open, geodata: Geodata
) -> None:
    page = open_page().page
    known = page.evaluate("inside.switches.listSwitches(inside.current.model).map(({id}) => id)")
    names = switch_names(geodata)
    roots = {each.split(".")[0] for each in known}
    assert set(names) == set(known) | roots


def test_a_link_to_a_step_opens_it_and_a_moved_map_is_kept(open_page: Open) -> None:
    page = open_page(f"#tour={MAP_LESSON}&step=2").page
    assert page.evaluate("location.hash") == f"#tour={MAP_LESSON}&step=2"
    page.locator(".folium-map").focus()
    page.keyboard.press("+")
    page.wait_for_url(re.compile("view="))
    moved = page.evaluate("location.hash")
    again = open_page(moved).page
    zooms = [each.evaluate("inside.current.map.getZoom()") for each in (page, again)]
    assert zooms[0] == zooms[1]
    said = watch(page, "[data-link]")
    page.locator("[data-link]").click()
    wait_for(page, lambda: "Link copied" in said())


def test_details_tell_of_the_step_and_lead_back_to_it(open_page: Open, geodata: Geodata) -> None:
    pointing = [i for i, step in enumerate(lesson(geodata).steps, 1) if step.feature][:2]
    page = open_page(f"#tour={MAP_LESSON}&step={pointing[0]}").page
    told = []
    for number in pointing:
        page.evaluate(f"inside.tour.go(inside.current, '{MAP_LESSON}', {number})")
        page.locator(".tour-pointed").click()
        told.append(page.locator("#panel-details").inner_text())
        page.keyboard.press("Escape")
        assert title(page) == lesson(geodata).steps[number - 1].title
        assert state(page)["feature"] == lesson(geodata).steps[number - 1].feature
    assert told[0] != told[1]


@pytest.mark.parametrize("size", ["embed", pytest.param("phone", marks=pytest.mark.long)])
def test_a_tour_is_walked_in_the_small_form(open_page: Open, geodata: Geodata, size: str) -> None:
    opened = open_page(f"#embed&tour={MAP_LESSON}&step=1", size=size)
    page = opened.page
    for step in lesson(geodata).steps[1:]:
        page.locator("[data-tour=next]").click()
        assert title(page) == step.title
    assert page.locator("[data-tour=end]").is_visible()
    assert page.evaluate("location.hash").startswith("#embed")
    assert violations(page) == []
    assert opened.console == []


@pytest.mark.parametrize(("language", "direction"), [("en", -1), ("ar", 1)])
def test_a_finger_turns_the_step(open_page: Open, language: str, direction: int) -> None:
    page = open_page(f"#lang={language}&tour={MAP_LESSON}&step=2", size="phone").page
    swipe = """([dx]) => {
        const panel = document.getElementById("panel-tour");
        const at = (x) => new Touch({ identifier: 1, target: panel, clientX: x, clientY: 600 });
        const send = (type, x) => panel.dispatchEvent(new TouchEvent(type, {
            bubbles: true, touches: type === "touchend" ? [] : [at(x)], changedTouches: [at(x)] }));
        send("touchstart", 200);
        send("touchend", 200 + dx);
    }"""
    page.evaluate(swipe, [120 * direction])
    assert state(page)["step"] == 3
    page.evaluate(swipe, [-120 * direction])
    assert state(page)["step"] == 2
    page.evaluate(swipe, [20])
    assert state(page)["step"] == 2


def test_what_was_reached_is_told_and_taken_back(open_page: Open) -> None:
    page = open_page().page
    page.evaluate(
        "document.addEventListener('mapgen-progress', ({detail}) => (window.told = detail))"
    )
    kept = {"tour": MAP_LESSON, "step": 4, "seen": [1, 2], "tasks": {}}
    page.evaluate(
        "(detail) => document.dispatchEvent(new CustomEvent('mapgen-restore', { detail }))", kept
    )
    told = page.evaluate("window.told")
    assert (told["tour"], told["step"], told["steps"]) == (MAP_LESSON, 4, 12)
    assert told["seen"] == [1, 2, 4]
    assert told["score"] == {"raw": 0, "max": 5}


def test_notes_are_presented_in_a_window_of_their_own(open_page: Open, geodata: Geodata) -> None:
    opened = open_page(f"#tour={MAP_LESSON}&step=1")
    page = opened.page
    with page.expect_popup() as popup:
        page.locator("[data-present]").click()
    notes = popup.value
    steps = lesson(geodata).steps
    assert steps[0].notes[0] in notes.locator("body").inner_text()
    notes.locator("[data-forward]").click()
    assert title(page) == steps[1].title
    assert steps[1].notes[0] in notes.locator("body").inner_text()
    page.locator("[data-language=tr]").click()
    assert notes.locator("[data-forward]").inner_text() == "İleri"
    assert notes.locator("html").get_attribute("lang") == "tr"
    page.locator("#panel-tour [data-stop-presenting]").focus()
    page.keyboard.press("Escape")
    assert page.locator("html.presenting").count() == 0
    assert notes.is_closed()
    assert opened.console == []


def printed(page: Page, kind: str) -> list[str]:
    """Return the text of each printed page of a sheet, and how it lies."""
    page.evaluate(PRINTED)
    page.locator(".tour-tools [data-sheets]").click()
    page.locator(f'[data-sheet="{kind}"]').click()
    page.wait_for_selector("html[data-printed]", timeout=60_000)
    pdf = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = []
    for sheet in pdf:
        width, height = sheet.get_size()
        way = "portrait" if height > width else "landscape"
        texts.append(f"{way}\n{sheet.get_textpage().get_text_bounded()}")
    page.evaluate(
        "delete document.documentElement.dataset.printed; dispatchEvent(new Event('afterprint'))"
    )
    return texts


def close(*texts: str) -> str:
    """Return words without spaces and hyphens between them, of which a PDF has its own idea."""
    return re.sub(r"[\s\u0002\u00ad\ufffe-]+", "", "".join(texts))


@pytest.mark.long
def test_sheets_are_printed_and_the_page_is_as_before(open_page: Open, geodata: Geodata) -> None:
    opened = open_page(f"#tour={MAP_LESSON}&step=3")
    page = opened.page
    before = (state(page), page.evaluate("location.hash"))
    steps = lesson(geodata).steps
    tasks = [step.task for step in steps if step.task]
    handout = printed(page, "handout")
    assert [step.title for step in steps if close(step.title) not in close(*handout)] == []
    assert all(each.startswith("portrait") for each in handout)
    assert len(handout) <= 6
    worksheet = printed(page, "worksheet")
    assert worksheet[-1].startswith("landscape")
    assert close("Map to colour") in close(worksheet[-1])
    assert not any(close(task.explanation[0][:40]) in close(*worksheet) for task in tasks)
    answers = close(*printed(page, "answers"))
    assert [task.place for task in tasks if close(task.explanation[0]) not in answers] == []
    notes = close(*printed(page, "notes"))
    assert [step.place for step in steps if close(step.notes[0]) not in notes] == []
    assert notes.count(close("CC BY 4.0")) >= 3
    assert (state(page), page.evaluate("location.hash")) == before
    assert opened.console == []


def test_a_sheet_that_is_not_wanted_any_more_is_not_printed(open_page: Open) -> None:
    page = open_page(f"#tour={MAP_LESSON}&step=3").page
    page.evaluate(PRINTED)
    page.locator(".tour-tools [data-sheets]").click()
    off = page.evaluate(
        """() => {
            const press = (selector) => document.querySelector(`#sheets ${selector}`).click();
            press("[data-sheet=worksheet]");
            const { disabled } = document.querySelector("#sheets [data-sheet=handout]");
            press(".close");
            return disabled;
        }"""
    )
    assert off
    page.wait_for_selector("#sheets-paper .sheet", state="attached", timeout=60_000)
    assert page.locator("html[data-printed]").count() == 0


@pytest.mark.long
@pytest.mark.parametrize(
    ("size", "hash_"),
    [
        ("phone", f"#lang=ar&tour={MAP_LESSON}&step=1"),
        ("desktop", "#panel=tour"),
        ("tablet", f"#lang=tr&tour={MAP_LESSON}&step=9"),
    ],
)
def test_axe_finds_nothing_in_lessons(open_page: Open, size: str, hash_: str) -> None:
    page = open_page(hash_, size=size).page
    assert violations(page) == []
    if size != "desktop":
        page.locator(".tour-tools [data-sheets]").click()
        assert violations(page) == []


def test_lessons_are_told_to_who_looks_for_them(open_page: Open, geodata: Geodata) -> None:
    page = open_page().page
    text = page.locator('script[type="application/ld+json"]').text_content()
    told = json.loads(text or "")
    parts = [each for each in told["hasPart"] if each["@type"] == "LearningResource"]
    assert [each["name"] for each in parts] == [each.title for each in geodata.lessons]
    assert parts[0]["timeRequired"] == f"PT{geodata.lessons[0].minutes}M"
