"""The timeline below the map: marks, dates, a period, on every size and in every language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.test_page import shown_date
from tests.browser.waiting import wait_until
from tests.conftest import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FloatRect, Locator, Page

    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

WIDE = ["desktop", "tablet"]


def box_of(found: Locator) -> FloatRect:
    box = found.bounding_box()
    assert box is not None
    return box


def middle(found: Locator) -> tuple[float, float]:
    box = box_of(found)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def day_at(page: Page, day: str) -> float:
    """Return where a day stands, in pixels of the window from the left."""
    return float(
        page.evaluate(
            """(day) => {
                const { inner, scale } = document.getElementById("time").track;
                const box = inner.getBoundingClientRect();
                const share = scale.at(day);
                return box.left + box.width * (document.dir === "rtl" ? 1 - share : share);
            }""",
            day,
        )
    )


def brush(page: Page, first: str, last: str) -> None:
    strip = box_of(page.locator(".time-strip"))
    y = strip["y"] + 5
    page.mouse.move(day_at(page, first), y)
    page.mouse.down()
    page.mouse.move((day_at(page, first) + day_at(page, last)) / 2, y, steps=3)
    page.mouse.move(day_at(page, last), y, steps=3)
    page.mouse.up()


def drawn_events(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "inside.current.scene.layout.markers.filter((each) => each.part.startsWith('events'))"
        ".map((each) => each.id)"
    )
    return found


def events_within(document: dict[str, Any], first: str, last: str) -> set[str]:
    return {
        each["id"]
        for each in rows(document, "events")
        # "-99" makes a month that has no day reach to its end.
        if each["date"] <= last and f"{each['date_end'] or each['date']}-99"[:10] >= first
    }


@pytest.mark.parametrize("size", WIDE)
def test_every_event_that_is_on_has_a_mark_or_is_counted(
    open_page: Open, document: dict[str, Any], size: str
) -> None:
    page = open_page("#layers=events", size=size).page
    marks = page.locator(".mark")
    counts = page.locator(".mark-more").evaluate_all(
        "(all) => all.map((each) => Number(each.textContent))"
    )
    assert marks.count() + sum(counts) == len(rows(document, "events"))
    assert box_of(page.locator("#time"))["height"] == 104
    strip = box_of(page.locator(".time-scale"))
    for place in marks.evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().x)"):
        assert strip["x"] - 8 <= place <= strip["x"] + strip["width"] + 8


def test_a_mark_tells_what_it_is_and_opens_it(open_page: Open) -> None:
    tab = open_page()
    page = tab.page
    mark = page.locator(".mark[data-id=event-2018-09-07-rockets-on-muhradah]")
    mark.hover()
    tip = page.locator("#time .tooltip")
    assert "Rockets on Muhradah" in tip.inner_text()
    assert "7 September 2018" in tip.inner_text()
    span = page.locator(".time-span")
    assert span.count() == 0
    page.locator(".mark[data-id=event-2018-03-22-evacuation-of-eastern-ghouta]").hover()
    assert box_of(span)["width"] > 8
    mark.click()
    assert page.locator("#panel-details h2").inner_text() == "Rockets on Muhradah"
    assert page.locator(".mark[aria-current]").count() == 1
    assert tab.console == []


def test_an_event_after_the_date_is_pale_and_can_be_opened(open_page: Open) -> None:
    page = open_page().page
    pale = page.locator(".mark.pale")
    assert pale.evaluate_all("(all) => all.map((each) => each.dataset.id)") == [
        "event-2018-09-17-agreement-of-sochi",
        "event-2018-09-21-protests-after-the-sochi-agreement",
        "event-2018-09-24-abu-al-duhur-crossing-reopened",
    ]
    pale.nth(1).click()
    assert "after the Sochi" in page.locator("#panel-details h2").inner_text()
    wait_until(
        page,
        "inside.current.scene.layout.markers.some((each) => "
        "each.id === 'event-2018-09-21-protests-after-the-sochi-agreement')",
    )


@pytest.mark.parametrize("start", ["2017-12-30", "2018-09-14"])
def test_an_event_of_other_days_opens_on_the_map_that_has_it(
    open_page: Open, document: dict[str, Any], start: str
) -> None:
    """Neither before it happened nor long after: the ground is that of its days."""
    page = open_page(f"#date={start}").page
    mark = page.locator(".mark[data-id^=event-2018-01-]").last
    identifier = str(mark.get_attribute("data-id"))
    event = next(each for each in rows(document, "events") if each["id"] == identifier)
    mark.click()
    page.wait_for_selector("#panel-details h2")
    first = next(day for day in document["dates"] if day >= event["date"])
    assert page.evaluate("inside.current.store.get().date") == first
    shared = page.evaluate("location.hash")
    assert open_page(shared).page.evaluate("inside.current.store.get().date") == first
    page.evaluate("inside.current.store.set({ date: '2018-09-14' })")
    wait_until(page, "location.hash.includes('date=2018-09-14')")


def test_marks_follow_the_kinds_of_the_key(open_page: Open) -> None:
    page = open_page().page
    strikes = page.locator(".mark[data-id*=air-strikes-on]")
    assert strikes.count() > 0
    page.locator("input[data-switch='events.air_strike']").uncheck()
    assert strikes.count() == 0


def test_one_stop_for_all_marks_and_arrows_between_them(open_page: Open) -> None:
    tab = open_page()
    page = tab.page
    page.locator(".period-open").focus()
    page.keyboard.press("Tab")
    here = "document.activeElement.dataset.id"
    first = page.evaluate(here)
    assert first.startswith("event-2018-09-04")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(here) != first
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(here) == first
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "time-slider"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    wait_until(page, f"location.hash.includes('feature={first}')")
    assert page.evaluate("document.activeElement.closest('#panel-details') !== null")
    assert tab.console == []


def test_a_period_is_brushed_and_cleared(open_page: Open, document: dict[str, Any]) -> None:
    tab = open_page("#panel=places")
    page = tab.page
    brush(page, "2018-09-07", "2018-09-08")
    wait_until(page, "location.hash.includes('period=2018-09-07..2018-09-08')")
    wanted = events_within(document, "2018-09-07", "2018-09-08")
    wait_until(page, "!inside.current.scene.layout.markers.some((each) => /09-14/.test(each.id))")
    drawn = drawn_events(page)
    assert drawn
    assert set(drawn) <= wanted
    listed = page.locator("#panel-places [data-group=events]")
    for more in listed.locator("button.more:visible").all():
        more.click()
    ids = listed.locator(".place-row").evaluate_all("(all) => all.map((each) => each.dataset.id)")
    assert set(ids) == wanted
    page.locator("[data-view-button=tables]").click()
    table = page.locator("table[data-layer=events] tr[data-id]:visible")
    assert set(table.evaluate_all("(all) => all.map((each) => each.dataset.id)")) == wanted
    page.locator(".tables .period-notice button").click()
    wait_until(page, "!location.hash.includes('period')")
    assert page.locator("table[data-layer=events] tr[data-id]:visible").count() == len(
        rows(document, "events")
    )
    assert tab.console == []


def test_a_period_is_chosen_by_two_dates(open_page: Open) -> None:
    tab = open_page()
    page = tab.page
    page.locator(".period-open").press("Enter")
    page.locator(".period-form input").first.fill("2018-01-01")
    wait_until(page, "location.hash.includes('period=2018-01-01..2018-09-14')")
    page.locator(".period-form input").last.fill("2018-01-31")
    wait_until(page, "location.hash.includes('period=2018-01-01..2018-01-31')")
    assert "Events: " in page.locator("#live").inner_text()
    heading = page.locator("[data-events-heading]")
    assert re.search(r"1\W+31 January", heading.inner_text(), re.IGNORECASE)
    page.keyboard.press("Escape")
    assert not page.locator(".period-form").is_visible()
    assert page.evaluate("document.activeElement.className").startswith("period-open")
    page.locator(".period-clear").click()
    wait_until(page, "!location.hash.includes('period')")
    assert tab.console == []


def test_an_address_brings_its_period(open_page: Open) -> None:
    page = open_page("#period=2018-09-07..2018-09-08").page
    assert all("2018-09-0" in each for each in drawn_events(page))
    assert page.locator(".period-clear").is_visible()
    assert "period" not in open_page("#period=2018-09-31..2018-10-08").page.url.split("#")[0]


def test_a_number_lists_the_events_of_its_day(open_page: Open) -> None:
    page = open_page().page
    page.locator(".mark-more[data-day='2018-09-14']").click()
    wait_until(page, "location.hash.includes('period=2018-09-14..2018-09-14')")
    assert page.locator("#tab-places").get_attribute("aria-selected") == "true"
    assert page.evaluate("document.activeElement.classList.contains('place-row')")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_handle_is_dragged_along_the_axis(open_page: Open, language: str) -> None:
    page = open_page(f"#lang={language}").page
    x, y = middle(page.locator(".time-handle"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(day_at(page, "2018-01-20"), y, steps=4)
    page.mouse.up()
    wait_until(page, "/date=2018-01-2[01]/.test(location.hash)")
    assert abs(middle(page.locator(".time-handle"))[0] - day_at(page, "2018-01-20")) < 2
    page.mouse.click(day_at(page, "2018-09-14"), y)
    wait_until(page, "!location.hash.includes('date=')")
    assert "2018" in shown_date(page)


def test_from_the_right_time_runs_to_the_left(open_page: Open) -> None:
    page = open_page("#lang=ar").page
    strike = middle(page.locator(".mark[data-id=event-2018-09-04-air-strikes-on-muhambal]"))
    sochi = middle(page.locator(".mark[data-id=event-2018-09-17-agreement-of-sochi]"))
    assert strike[0] > sochi[0]
    assert abs(strike[0] - day_at(page, "2018-09-04")) < 12
    brush(page, "2018-09-07", "2018-09-08")
    wait_until(page, "location.hash.includes('period=2018-09-07..2018-09-08')")


def test_a_phone_opens_the_timeline_over_the_full_width(open_page: Open) -> None:
    tab = open_page(size="phone")
    page = tab.page
    assert not page.locator(".time-track").is_visible()
    button = page.locator(".time-fold")
    assert box_of(button)["height"] >= 44
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    assert box_of(page.locator(".time-track"))["width"] > 350
    assert page.locator(".mark").count() > 20
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    page.locator(".mark[data-id=event-2018-09-12-air-strikes-ease]").or_(
        page.locator(".mark").last
    ).first.click()
    assert page.locator("#panel-details h2").is_visible()
    assert tab.console == []


def test_a_low_window_folds_the_timeline(open_page: Open) -> None:
    page = open_page().page
    page.set_viewport_size({"width": 1280, "height": 640})
    assert box_of(page.locator("#time"))["height"] <= 53
    page.locator(".time-fold").click()
    assert page.locator(".mark").first.is_visible()


def test_it_is_not_printed(open_page: Open) -> None:
    page = open_page().page
    page.emulate_media(media="print")
    assert not page.locator("#time").is_visible()


def test_figures_are_drawn_as_exact_as_their_sources(
    open_page: Open, document: dict[str, Any]
) -> None:
    tab = open_page("#panel=about")
    for kind, least in (("displacement", 8), ("health_care", 2)):
        chart = tab.page.locator(f"[data-chart={kind}]")
        wanted = [each for each in rows(document, "figures") if each["chart"] == kind]
        assert len(wanted) >= least
        shown = chart.locator(".figure")
        ids = shown.evaluate_all("(all) => all.map((each) => each.dataset.id)")
        assert sorted(ids) == sorted(each["id"] for each in wanted)
        for each in wanted:
            row = chart.locator(f".figure[data-id='{each['id']}']")
            assert row.locator("a").count() >= 1
            more = "(more than)" in each["unit"]["en"]
            assert row.locator(".figure-bar.open").count() == int(more)
        chart.locator("summary").click()
        assert chart.locator("tbody tr").count() == len(wanted)
    units = tab.page.locator("[data-id=fig-attacks-on-medical-facilities] .figure-unit")
    assert units.count() == 38
    tab.page.locator(".figure button").first.click()
    assert tab.page.locator("#panel-details h2").is_visible()
    assert tab.console == []
