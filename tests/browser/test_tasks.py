"""Tasks of lessons: answered, judged with their evidence, and kept while the page is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.test_tours import MAP_LESSON, lesson, state

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from mapgen.facts.folder import Geodata
    from mapgen.facts.lessons import Task
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]


def step_with(geodata: Geodata, kind: str) -> int:
    steps = lesson(geodata).steps
    return next(i for i, step in enumerate(steps, 1) if step.task and step.task.kind == kind)


def place_task(geodata: Geodata) -> tuple[int, Task]:
    """Return the number of a step whose task asks for a point on the ground, and the task."""
    return next(
        (i, step.task)
        for i, step in enumerate(lesson(geodata).steps, 1)
        if step.task and step.task.kind == "place" and step.task.point
    )


def on_screen(page: Page, longitude: float, latitude: float) -> list[float]:
    """Return where a place of the map lies in the window."""
    found: list[float] = page.evaluate(
        "([x, y]) => { const p = inside.current.map.latLngToContainerPoint([y, x]);"
        " const b = inside.current.map.getContainer().getBoundingClientRect();"
        " return [p.x + b.left, p.y + b.top]; }",
        [longitude, latitude],
    )
    return found


def test_a_choice_is_judged_with_its_evidence(open_page: Open, geodata: Geodata) -> None:
    number = step_with(geodata, "choice")
    task = lesson(geodata).steps[number - 1].task
    assert task
    page = open_page(f"#tour={MAP_LESSON}&step={number}").page
    page.locator(".task [type=submit]").click()
    assert page.locator(".task-verdict").inner_text() == "Choose an answer first."
    wrong = next(i for i in range(len(task.answers)) if i not in task.right)
    page.locator(".task input").nth(wrong).check()
    page.locator(".task [type=submit]").click()
    assert page.locator(".task-verdict").inner_text() == "Not quite."
    for i, answer in enumerate(page.locator(".task input").all()):
        answer.set_checked(i in task.right) if len(task.right) > 1 else None
    if len(task.right) == 1:
        page.locator(".task input").nth(task.right[0]).check()
    page.locator(".task [type=submit]").click()
    assert page.locator(".task-verdict").inner_text() == "Correct."
    assert task.explanation[0] in page.locator(".task-feedback").inner_text()
    assert page.locator("[data-score]").inner_text() == "Tasks answered correctly: 1 of 5"
    answers = page.locator(".task-answer")
    said = [answers.nth(i).inner_text().endswith("\ncorrect") for i in range(len(task.answers))]
    assert [i for i, right in enumerate(said) if right] == list(task.right)
    page.locator(".task-evidence button").first.click()
    assert page.locator("#panel-details").is_visible()


def test_an_order_is_brought_about_by_keyboard(open_page: Open, geodata: Geodata) -> None:
    number = step_with(geodata, "order")
    page = open_page(f"#tour={MAP_LESSON}&step={number}").page
    page.locator(".task [type=submit]").click()
    assert page.locator(".task-verdict").inner_text() == "Not quite."
    count = page.locator(".task-order li").count()
    for place in range(count):
        entry = page.locator(f'.task-order li[data-entry="{place}"]')
        while entry.evaluate("(e) => [...e.parentElement.children].indexOf(e)") > place:
            entry.locator('[data-by="-1"]').focus()
            page.keyboard.press("Enter")
    page.locator(".task [type=submit]").click()
    assert page.locator(".task-verdict").inner_text() == "Correct."


def test_a_place_is_found_by_mouse_and_by_keyboard(open_page: Open, geodata: Geodata) -> None:
    number, task = place_task(geodata)
    assert task.point
    page = open_page(f"#tour={MAP_LESSON}&step={number}").page
    ask = page.locator(".task button").first
    ask.click()
    assert page.locator(".task-hint").is_visible()
    page.mouse.click(*on_screen(page, *task.point))
    assert page.locator(".task-verdict").inner_text() == "Correct."
    assert page.locator("#panel-details").is_hidden()
    ask.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.locator(".task-hint").count() == 0
    assert "Your answer is" in page.locator(".task-feedback").inner_text()
    assert page.locator("[data-score]").inner_text() == "Tasks answered correctly: 1 of 5"
    ask.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.locator(".task-hint").count() == 0
    assert ask.evaluate("(e) => e === document.activeElement")


@pytest.mark.long
def test_enter_on_the_map_answers_with_its_middle(open_page: Open, geodata: Geodata) -> None:
    number, task = place_task(geodata)
    assert task.point
    page = open_page(f"#tour={MAP_LESSON}&step={number}").page
    for (longitude, latitude), verdict in (((36.2, 36.3), "Not quite."), (task.point, "Correct.")):
        page.evaluate(
            "(at) => inside.current.map.setView(at, 9, { animate: false })", [latitude, longitude]
        )
        page.locator(".task button").first.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        assert page.locator(".task-verdict").inner_text() == verdict
    ring = page.locator(".leaflet-overlay-pane path").first
    assert ring.evaluate("(path) => getComputedStyle(path).stroke") == "rgb(11, 87, 208)"


def test_whatever_lies_under_a_click_is_taken_as_a_place(open_page: Open, geodata: Geodata) -> None:
    number, _ = place_task(geodata)
    page = open_page(f"#tour={MAP_LESSON}&step={number}").page
    page.locator(".task button").first.click()
    page.mouse.click(*on_screen(page, 36.1, 36.3))  # in Turkey
    assert "Your answer is" in page.locator(".task-feedback").inner_text()
    assert page.locator(".leaflet-overlay-pane path").count() == 2
    page.locator("[data-tour=next]").click()
    assert page.locator(".leaflet-overlay-pane path").count() == 0


def test_a_task_that_is_asked_ends_with_its_step(open_page: Open, geodata: Geodata) -> None:
    number, _ = place_task(geodata)
    page = open_page(f"#tour={MAP_LESSON}&step={number}").page
    for leave in ("[data-language=tr]", "[data-tour=next]", "#tab-key"):
        page.evaluate(f"inside.tour.go(inside.current, '{MAP_LESSON}', {number})")
        page.locator(".task button").first.click()
        assert page.locator(".task-hint").count() == 1
        page.locator(leave).click()
        assert page.locator(".task-hint").count() == 0


def test_a_search_is_no_answer(open_page: Open, geodata: Geodata) -> None:
    number, _ = place_task(geodata)
    page = open_page(f"#tour={MAP_LESSON}&step={number}").page
    page.locator(".task button").first.click()
    page.locator("#search-box input").fill("Idlib")
    page.keyboard.press("Enter")
    assert page.locator("#panel-details h2").inner_text() == "Idlib"
    page.keyboard.press("Escape")
    assert page.locator(".task-verdict").count() == 0


def test_words_are_compared_with_a_model_answer(open_page: Open, geodata: Geodata) -> None:
    number = step_with(geodata, "text")
    task = lesson(geodata).steps[number - 1].task
    assert task
    page = open_page(f"#tour={MAP_LESSON}&step={number}").page
    page.locator(".task textarea").fill("Because nobody looked.")
    page.keyboard.press("ArrowRight")
    assert state(page)["step"] == number
    page.locator(".task [type=submit]").click()
    assert task.explanation[0] in page.locator(".task-feedback").inner_text()
    page.locator("[data-tour=next]").click()
    page.locator("[data-tour=back]").click()
    assert page.locator(".task textarea").input_value() == "Because nobody looked."
    assert task.explanation[0] in page.locator(".task-feedback").inner_text()
