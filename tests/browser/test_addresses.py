"""Links as mail, wikis and hosts hand them on: understood where they are clear, else said."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.browser.waiting import next_frames, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, FrameLocator

    from tests.browser.conftest import Opened

NOTICE = "#notice"


@pytest.mark.grid(2)
@pytest.mark.parametrize(
    "address",
    [
        "#embed&amp;date=2018-01-20&amp;lang=ar",
        "?embed&date=2018-01-20&lang=ar",
        "?utm_source=mail&embed=1#date=2018-01-20#lang=ar.",
        "#embed&date=2018-01-20)&lang=ar",
    ],
)
def test_a_changed_link_shows_what_it_means(open_page: Callable[..., Opened], address: str) -> None:
    tab = open_page(address)
    state = tab.page.evaluate("(({ date, lang }) => [date, lang])(inside.current.store.get())")
    assert state == ["2018-01-20", "ar"]
    assert tab.page.evaluate("document.documentElement.classList.contains('embed')")
    assert not tab.page.locator(NOTICE).is_visible()
    assert tab.console == []


def test_a_step_of_a_lesson_comes_through_a_mail(open_page: Callable[..., Opened]) -> None:
    page = open_page("#tour=the-people-in-between&amp;step=4").page
    assert page.evaluate("inside.current.store.get().step") == 4


@pytest.mark.grid(3)
@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "#date=2018-02-30",
            "The link asks for something that this map does not have: date=2018-02-30",
        ),
        ("#feature=post-atlantis", "this map does not have: feature=post-atlantis"),
        ("#tour=nothing", "this map does not have: tour=nothing"),
        ("#tour=the-people-in-between&step=44", "this map does not have: step=44"),
        ("#layers=border,moon", "this map does not have: layers=moon"),
        ("#lang=xx", "this map does not have: lang=xx"),
        (
            "#date=2019-03-01",
            "The map has no picture of its own for 1 March 2019; it shows 14 September 2018.",
        ),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_once_and_closes(
    open_page: Callable[..., Opened], address: str, said: str
) -> None:
    page = open_page(address).page
    assert said in page.inner_text(NOTICE)
    page.locator(f"{NOTICE} button").click()
    assert not page.locator(NOTICE).is_visible()


@pytest.mark.parametrize("size", ["phone", "embed"])
def test_the_sentence_closes_where_there_is_little_room(
    open_page: Callable[..., Opened], size: str
) -> None:
    page = open_page("#embed&feature=nothing", size=size).page
    page.locator(f"{NOTICE} button").click()
    assert not page.locator(NOTICE).is_visible()


def test_a_host_that_adds_to_the_address_is_not_blamed(open_page: Callable[..., Opened]) -> None:
    page = open_page("?fbclid=1&view=list&step=no&utm=x#lang=tr").page
    assert not page.locator(NOTICE).is_visible()
    assert page.evaluate("inside.current.store.get().lang") == "tr"


@pytest.mark.long
def test_two_thousand_hostile_addresses_do_no_harm(open_page: Callable[..., Opened]) -> None:
    drawn = random.Random("addresses")  # noqa: S311 - no secret
    keys = ["embed", "lang", "view", "layers", "date", "period", "feature", "tour", "step", "panel"]
    keys += ["__proto__", "constructor", "toString", "hasOwnProperty", "x", ""]
    values = [
        "<script>alert(1)</script>", "javascript:alert(1)", "%00", "%E0%A4%A", "\u202e", "9" * 400,
        "../../etc/passwd", "' OR 1=1", "{{7*7}}", "-1", "NaN", "Infinity", "1e999", "2018-01-20",
        "@99,999", "@35.6,36.9", "post-morek", "area-hts-2018-07-19", "none",
        "2018-01-01..2018-02-01",
        "border,".ljust(590, "b"), "36,36.6,9", "0,0,0", "85,180,20", "ar", "tr", "table", "about",
        "%26%23%3D", "&amp;", "#", "\ud83d\ude00", "", "=", "&&", "reading-a-map-of-a-war", "12",
    ]  # fmt: skip
    tab = open_page()
    page = tab.page
    addresses = [
        "&".join(
            f"{drawn.choice(keys)}={drawn.choice(values)}" for _ in range(drawn.randrange(1, 6))
        )
        for _ in range(2000)
    ]
    for address in addresses:
        page.evaluate("(hash) => { location.hash = hash; }", address)
    next_frames(page)
    for address in addresses[::20]:  # these are also waited for, one after the other
        page.evaluate("(hash) => { location.hash = hash; }", address)
        next_frames(page, 1)
    page.evaluate("location.hash = ''")
    wait_until(page, "inside.current.store.get().date === '2018-09-14'")
    assert tab.console == []
    assert page.evaluate("document.querySelectorAll('script').length") == 5
    assert page.evaluate("Object.keys(Object.prototype).length") == 0


def test_a_page_around_the_map_that_forbids_printing_is_named(
    sandboxed: Callable[[int, int], tuple[Opened, FrameLocator]],
) -> None:
    _, frame = sandboxed(1200, 760)
    frame.locator("[data-print]").click()
    frame.locator(NOTICE).get_by_text("does not allow printing").wait_for(timeout=10_000)


def test_a_browser_that_prints_says_nothing(browser: Browser, page_file: Path) -> None:
    context = browser.new_context(offline=True)
    context.add_init_script("print = () => dispatchEvent(new Event('beforeprint'));")
    page = context.new_page()
    page.goto(f"file://{page_file}")
    page.wait_for_selector("html[data-mapgen=ready]")
    page.clock.install()
    page.locator("[data-print]").click()
    page.clock.run_for(5_000)
    assert not page.locator(NOTICE).is_visible()
    context.close()
