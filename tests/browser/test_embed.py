"""The map in pages of others: its small form, and every way to put it there."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.page.build import build
from mapgen.page.embedding import published_at, with_start
from tests.browser.conftest import looked_into
from tests.browser.test_axe import violations
from tests.browser.test_keyboard import focus, tab_to
from tests.browser.test_page import MAP, place_on_screen
from tests.browser.waiting import wait_for, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Frame, Page

    from mapgen.facts.folder import Geodata

    Around = Callable[..., tuple[Page, Frame]]

READY = "html[data-mapgen=ready]"
WAYS_TO_ASK = [
    ((480, 360), "#embed&lang=en"),
    ((480, 360), "?embed#lang=tr"),
    ((480, 360), "#lang=ar&embed"),
    ((320, 320), "#embed&lang=en"),
    ((320, 320), "#embed&lang=ar"),
    ((320, 320), "#embed&lang=tr"),
    ((390, 640), "#embed&lang=tr"),
    ((800, 560), "?embed"),
    ((1280, 800), "#embed&lang=ar"),
]
FORMS = ["plain", "lazy", "listener", "sandbox", "srcdoc", "narrow", "rtl", "two"]
ADDRESS = "https://example.org/maps/northwest-syria.html"

WHAT_REACHES_OUT = """() => [...document.querySelectorAll("body *")].filter((own) => {
    if (own.closest(".folium-map, .hidden, [hidden], .skip")) return false;
    const box = own.getBoundingClientRect();
    return box.width && box.height && (box.left < -1 || box.right > innerWidth + 1);
}).map((own) => own.tagName + "." + own.className)"""

TARGETS = """(within) => [...document.querySelectorAll(within)].filter(
    (own) => own.getClientRects().length && !own.matches(".walk-item, .skip, .link, p a, li a")
).map((own) => (own.closest("label") ?? own).getBoundingClientRect())
    .map(({ width, height }) => Math.min(width, height))"""


@pytest.fixture
def small(browser: Browser, page_file: Path) -> Iterator[Callable[..., Page]]:
    """Return a function that opens the page in a window of its own."""
    contexts: list[BrowserContext] = []

    def opened(
        address: str = "#embed", size: tuple[int, int] = (480, 360), *, touch: bool = False
    ) -> Page:
        width, height = size
        context = looked_into(
            browser.new_context(
                viewport={"width": width, "height": height},
                offline=True,
                reduced_motion="reduce",
                has_touch=touch,
                is_mobile=touch,
            )
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"file://{page_file}{address}")
        page.wait_for_selector(READY, timeout=20_000)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def around(browser: Browser, tmp_path: Path) -> Iterator[Around]:
    """Return a function that opens a page which holds the map in a frame."""
    contexts: list[BrowserContext] = []

    def opened(markup: str) -> tuple[Page, Frame]:
        wrapper = tmp_path / "lesson.html"
        text = f"<!DOCTYPE html><html lang=en><title>Lesson</title><main>{markup}</main>"
        wrapper.write_text(text, encoding="utf-8")
        context = looked_into(
            browser.new_context(
                viewport={"width": 900, "height": 900}, offline=True, reduced_motion="reduce"
            )
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(wrapper.as_uri())
        frame = page.frames[1]
        frame.wait_for_selector(READY, timeout=20_000)
        return page, frame

    yield opened
    for context in contexts:
        context.close()


def is_small(page: Page | Frame) -> bool:
    shown = [page.locator(each).is_visible() for each in ("#legend", "#zoom", ".attribution")]
    hidden = [page.locator(each).is_visible() for each in ("#time", "#panel", "#search-box")]
    return all(shown) and not any(hidden)


@pytest.mark.grid(2)
@pytest.mark.parametrize(
    ("size", "address"),
    [*WAYS_TO_ASK[:4], *(pytest.param(*way, marks=pytest.mark.long) for way in WAYS_TO_ASK[4:])],
)
def test_the_flag_asks_for_the_small_form_at_any_size(
    small: Callable[..., Page], size: tuple[int, int], address: str
) -> None:
    page = small(address, size)
    assert is_small(page)
    assert page.locator("#full-map").is_visible()
    assert "2018" in page.locator("h1").inner_text()
    assert "14" in page.locator("header .as-of-short").inner_text()
    assert page.evaluate(WHAT_REACHES_OUT) == []
    h1 = page.locator("h1").evaluate("(own) => own.scrollWidth <= own.clientWidth")
    assert h1, "the title is cut"
    box = page.locator("#map-frame").bounding_box()
    assert box
    assert box["height"] > size[1] * 0.65


def test_without_the_flag_a_large_frame_shows_the_full_page(
    around: Around, page_file: Path
) -> None:
    _, frame = around(f"<iframe src='file://{page_file}' title=Map width=880 height=700></iframe>")
    assert not is_small(frame)
    for shown in ("#time", "#panel", "[data-view-button=tables]"):
        assert frame.locator(shown).is_visible()
    for hidden in ("#legend", "#full-map", "[data-sheet-close]", "#sheet-title"):
        assert not frame.locator(hidden).is_visible()


def test_the_flag_survives_with_the_rest_of_the_state(small: Callable[..., Page]) -> None:
    page = small("#embed&lang=ar&view=35.9000,36.7000,10&date=2018-01-20")
    page.evaluate("inside.current.toggle('crossings', false)")
    found = page.evaluate("inside.hash.parse(location.hash)")
    assert found["embed"] is True
    assert (found["lang"], found["date"]) == ("ar", "2018-01-20")
    assert "crossings" not in found["layers"]
    page.reload()
    page.wait_for_selector(READY)
    assert is_small(page)
    page.evaluate("location.hash = 'date=2018-01-20'")
    page.locator("#time").wait_for()


@pytest.mark.grid(1)
@pytest.mark.parametrize("size", [(480, 360), (800, 560), (390, 640)], ids=str)
def test_the_legend_opens_over_the_map_and_closes(
    small: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = small(size=size)
    button = page.locator("#legend")
    button.focus()
    for way in ("Escape", "button", "legend"):
        page.keyboard.press("Enter")
        assert page.locator("#panel-key .switch.holder").first.is_visible()
        assert button.get_attribute("aria-expanded") == "true"
        assert focus(page)["name"] == "sheet-close"
        if way == "Escape":
            page.keyboard.press("Escape")
        elif way == "button":
            page.keyboard.press("Enter")
        else:
            button.click()
        assert not page.locator("#panel").is_visible(), way
        assert focus(page)["id"] == "legend"
        assert button.get_attribute("aria-expanded") == "false"


@pytest.mark.grid(2)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [(480, 360), (800, 560), (390, 640)], ids=str)
def test_a_click_still_tells_how_we_know(
    small: Callable[..., Page], size: tuple[int, int], language: str
) -> None:
    page = small(f"#embed&lang={language}", size)
    x, y = place_on_screen(page, 36.63, 35.93)  # ground of Idlib
    page.mouse.click(x, y)
    card = page.locator("#panel-details .card").first
    card.scroll_into_view_if_needed()
    assert card.locator(".evidence li").first.is_visible()
    page.keyboard.press("Escape")
    assert is_small(page)


def test_what_was_clicked_stays_beside_the_card_that_opens(small: Callable[..., Page]) -> None:
    page = small("#embed&view=35.9300,36.2000,9", (800, 560))
    x, y = place_on_screen(page, 36.98, 35.9)
    page.mouse.click(x, y)
    card = page.locator("#panel").bounding_box()
    assert card
    wait_until(page, "inside.current.store.get().feature")
    spot = page.evaluate(
        "(({feature}) => inside.evidence.spotOf(feature)"
        " ?? inside.current.model.byId.get(feature).degrees)(inside.current.store.get())"
    )
    assert x > card["x"], "the card would have lain over it"
    assert place_on_screen(page, *spot)[0] < card["x"]


def test_the_link_leads_to_the_full_page_in_the_same_state(small: Callable[..., Page]) -> None:
    page = small("?embed#date=2018-01-20&lang=tr")
    link = page.locator("#full-map")
    assert link.get_attribute("target") == "_blank"
    page.evaluate("inside.current.open('post-morek', true)")
    page.keyboard.press("Escape")
    page.evaluate("inside.current.toggle('crossings', false)")
    with page.context.expect_page() as waiting:
        link.click()
    full = waiting.value
    full.wait_for_selector(READY, timeout=20_000)
    assert full.locator("#time").is_visible()
    assert full.evaluate("document.documentElement.lang") == "tr"
    own = "({...inside.hash.parse(inside.current.hash()), embed: null})"
    assert full.evaluate(own) == page.evaluate(own)
    assert "embed" not in full.url


def test_the_link_opens_a_tab_out_of_a_frame(around: Around, page_file: Path) -> None:
    page, frame = around(
        f"<iframe src='file://{page_file}#embed&lang=tr' title=Map width=600 height=450></iframe>"
    )
    with page.context.expect_page() as waiting:
        frame.locator("#full-map").click()
    assert waiting.value.url == f"file://{page_file}#lang=tr"
    assert frame.locator(".embed-note").count() == 0


def test_a_wide_and_low_map_is_not_framed_by_nothing(small: Callable[..., Page]) -> None:
    page = small("#embed", (1000, 480))
    shown = page.evaluate(
        "((box) => [box.getWest(), box.getEast(), box.getSouth(), box.getNorth()])"
        "(inside.current.map.getBounds())"
    )
    west, south, east, north = page.evaluate("inside.current.model.atlas.frame")
    assert shown[0] > west - 0.05
    assert shown[1] < east + 0.05
    assert shown[2] > south - 0.05
    assert shown[3] < north + 0.05
    assert page.evaluate(
        "inside.featuresOf(inside.current.model, 'observation_posts').filter((post) => post.number)"
        ".every(({ degrees: [x, y] }) => inside.current.map.getBounds().contains([y, x]))"
    )


@pytest.mark.grid(1)
@pytest.mark.parametrize("size", [(320, 320), (390, 640), (800, 560)], ids=str)
def test_fingers_find_targets_of_their_size(
    small: Callable[..., Page], size: tuple[int, int]
) -> None:
    page = small(size=size, touch=True)
    assert min(page.evaluate(TARGETS, "button, #full-map")) >= 44
    page.locator("#legend").tap()
    assert min(page.evaluate(TARGETS, "#panel button")) >= 44
    page.locator("[data-sheet-close]").tap()
    page.evaluate("inside.current.open('post-morek', false)")
    assert min(page.evaluate(TARGETS, "#panel button")) >= 44


@pytest.mark.long
@pytest.mark.parametrize(
    ("size", "language"),
    [
        ((800, 560), "ar"),
        ((480, 360), "en"),
        ((390, 640), "tr"),
    ],
)
def test_axe_finds_nothing_in_the_small_form(
    small: Callable[..., Page], size: tuple[int, int], language: str
) -> None:
    page = small(f"#embed&lang={language}", size)
    assert violations(page) == []
    page.locator("#legend").click()
    assert violations(page) == []
    page.locator("[data-sheet-close]").click()
    page.evaluate("inside.current.open('post-morek', true)")
    assert violations(page) == []


def test_the_keyboard_reaches_everything(small: Callable[..., Page]) -> None:
    page = small("#embed", (800, 560))
    for selector in ("#full-map", f"{MAP}, .walk-item", "#zoom button", "#legend"):
        tab_to(page, selector)
    page.keyboard.press("Enter")
    tab_to(page, "[data-switch='areas_of_control.hts']")
    page.keyboard.press("Escape")
    assert focus(page)["id"] == "legend"
    tab_to(page, f"{MAP}, .walk-item", "Shift+Tab")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert focus(page)["text"].startswith("Salwa")
    page.keyboard.press("Escape")
    assert focus(page)["inMap"]


def test_what_the_key_leads_to_can_be_closed_again(small: Callable[..., Page]) -> None:
    page = small("#embed&panel=about", (480, 360))
    assert page.locator("#panel-about").is_visible()
    assert page.locator("#sheet-title").inner_text() == "About & sources"
    page.locator("[data-sheet-close]").click()
    assert is_small(page)


def test_a_tour_never_covers_the_map(small: Callable[..., Page]) -> None:
    """It lies beside it where there is the width, else below."""
    for size, beside in (((800, 560), True), ((480, 700), False), ((480, 360), False)):
        page = small("#embed&tour=reading-a-map-of-a-war", size)
        box, panel = (page.locator(each).bounding_box() for each in ("#map-frame", "#panel"))
        assert box
        assert panel
        if beside:
            assert panel["x"] >= box["x"] + box["width"] - 1
        else:
            assert panel["y"] >= box["y"] + box["height"] - 1
        assert min(box["height"], box["width"]) >= 120


HEIGHTS = """() => {
    window.heights = [];
    addEventListener("message", ({ data }) => window.heights.push(data));
}"""


def ask_for_the_height(page: Page) -> int:
    page.evaluate("window.heights.length = 0")
    page.evaluate("frames[0].postMessage({ type: 'mapgen-height' }, '*')")
    wait_until(page, "window.heights.length > 0")
    told = page.evaluate("window.heights[0]")
    assert set(told) == {"type", "height"}
    assert told["type"] == "mapgen-height"
    return int(told["height"])


def test_the_page_around_is_told_the_height_when_it_asks_and_when_it_changes(
    around: Around, page_file: Path
) -> None:
    page, frame = around(
        f"<iframe src='file://{page_file}#embed' title=Map width=600 height=300></iframe>"
    )
    page.evaluate(HEIGHTS)
    height = ask_for_the_height(page)
    assert 500 < height < 640, "600 px want a map of 480, a head and a strip"
    page.evaluate("document.querySelector('iframe').height = 700")
    frame.wait_for_function("innerHeight === 700")
    assert ask_for_the_height(page) == height, "its own height changes nothing"
    page.evaluate("window.heights.length = 0")
    page.evaluate("document.querySelector('iframe').width = 360")
    wait_until(page, "window.heights.length > 0")
    assert page.evaluate("window.heights.at(-1).height") < height
    page.evaluate("window.heights.length = 0")
    frame.locator("#legend").click()
    wait_until(page, "window.heights.some(({ height }) => height > 600)")


def test_a_frame_that_is_small_by_chance_asks_for_the_room_of_the_full_page(
    around: Around, page_file: Path
) -> None:
    page, frame = around(
        f"<iframe src='file://{page_file}' title=Map width=480 height=360></iframe>"
    )
    page.evaluate(HEIGHTS)
    assert is_small(frame)
    height = ask_for_the_height(page)
    page.evaluate(f"document.querySelector('iframe').height = {height}")
    frame.locator("#time").wait_for()
    assert ask_for_the_height(page) == height


def test_a_card_gets_as_much_height_as_it_has_to_say(around: Around, page_file: Path) -> None:
    page, frame = around(
        f"<iframe src='file://{page_file}#embed&lang=en' title=Map width=620 height=300></iframe>"
    )
    page.evaluate(HEIGHTS)
    closed = ask_for_the_height(page)
    frame.evaluate("inside.current.open('event-2018-07-daraa-and-quneitra-retaken', false)")
    wait_until(page, f"window.heights.at(-1).height > {closed}")
    body = frame.locator("#panel .panel-body")

    def fits() -> bool:
        page.evaluate("document.querySelector('iframe').height = window.heights.at(-1).height")
        return bool(body.evaluate("(own) => own.scrollHeight <= own.clientHeight"))

    wait_for(page, fits, "the frame is as high as the card")
    frame.locator("#panel-details .close").click()
    wait_until(page, f"window.heights.at(-1).height === {closed}")


def test_a_strange_message_changes_nothing(around: Around, page_file: Path) -> None:
    page, frame = around(
        f"<iframe src='file://{page_file}#embed' title=Map width=600 height=400></iframe>"
    )
    page.evaluate(HEIGHTS)
    for message in ("null", "'mapgen-height'", "{type: 'other'}", "[1]"):
        page.evaluate(f"frames[0].postMessage({message}, '*')")
    assert ask_for_the_height(page) > 0
    assert page.evaluate("window.heights.length") == 1
    assert is_small(frame)


def test_a_frame_that_may_open_no_tab_gives_the_address(around: Around, page_file: Path) -> None:
    _, frame = around(
        f"<iframe src='file://{page_file}#embed&date=2018-01-20' title=Map sandbox=allow-scripts"
        " width=600 height=450></iframe>"
    )
    frame.locator("#full-map").click()
    field = frame.locator(".embed-note input")
    assert field.input_value() == f"file://{page_file}#date=2018-01-20"
    assert field.evaluate("(own) => own === document.activeElement")
    assert violations(frame) == []
    field.press("Escape")
    assert not field.is_visible()
    assert frame.locator("#full-map").evaluate("(own) => own === document.activeElement")


class Examples:
    """The page of examples, opened."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def frames(self, form: str) -> list[Frame]:
        """Return the frames of a form when their maps are ready."""
        found = []
        for element in self.page.locator(f"#{form} iframe").element_handles():
            element.scroll_into_view_if_needed()
            frame = element.content_frame()
            assert frame
            frame.wait_for_selector(READY, timeout=60_000)
            found.append(frame)
        return found


@pytest.fixture(scope="module")
def examples(browser: Browser, examples_file: Path) -> Iterator[Examples]:
    context = looked_into(
        browser.new_context(
            viewport={"width": 900, "height": 800},
            offline=True,
            locale="en",
            reduced_motion="reduce",
        )
    )
    found = Examples(context.new_page())
    found.page.goto(examples_file.as_uri())
    yield found
    context.close()


@pytest.mark.grid(4)
@pytest.mark.parametrize("form", FORMS)
def test_every_way_to_embed_works(examples: Examples, form: str) -> None:
    for frame in examples.frames(form):
        assert is_small(frame)
        assert frame.locator("html").get_attribute("dir") == ("rtl" if form == "rtl" else "ltr")
        assert frame.evaluate("inside.current.scene.layout.markers.length") > 10
        assert frame.evaluate(WHAT_REACHES_OUT) == []
    assert examples.said == []
    assert {each.split(":")[0] for each in examples.asked} <= {"file", "data", "about", "blob"}


def test_the_plain_link_leads_to_the_page(examples: Examples) -> None:
    assert examples.page.locator("#link .shown a").get_attribute("href") == "northwest-syria.html"


def test_the_listener_gives_its_frame_the_height_that_is_asked_for(examples: Examples) -> None:
    (frame,) = examples.frames("listener")
    wanted = frame.evaluate("inside.frameHeight.natural(inside.current)")
    height = "document.querySelector('#listener iframe').getBoundingClientRect().height"
    wait_until(examples.page, f"Math.abs({height} - {wanted}) < 1")
    plain = examples.page.locator("#plain iframe").bounding_box()
    assert plain
    assert plain["height"] == pytest.approx(plain["width"] * 9 / 16, abs=1), "nobody listens there"


def test_two_maps_of_one_page_have_a_date_each(examples: Examples) -> None:
    dates = [frame.evaluate("inside.current.store.get().date") for frame in examples.frames("two")]
    assert dates == ["2018-03-18", "2018-09-14"]


def test_a_map_that_is_written_into_the_page_keeps_its_state_in_memory(
    examples: Examples,
) -> None:
    (frame,) = examples.frames("srcdoc")
    assert frame.evaluate("location.href") == "about:srcdoc"
    assert frame.evaluate("inside.current.store.get().date") == "2017-10-01"
    assert not frame.locator("#full-map").is_visible(), "nobody knows where the full page is"
    before = examples.page.evaluate("[history.length, location.href]")
    frame.evaluate("inside.current.open('post-morek', true)")
    assert frame.locator("#panel-details h2").is_visible()
    links = frame.locator("#panel a:visible").evaluate_all("(own) => own.map((each) => each.href)")
    assert all(each.startswith("http") for each in links), links
    assert frame.locator("#panel-details").inner_text().count("Copy") == 0
    frame.locator("#panel-details .close").click()
    assert is_small(frame)
    for shown in ("#tables", "#map-frame"):  # the first stop of the Tab key, there and back
        frame.locator("[data-skip=view]").focus()
        frame.locator("[data-skip=view]").press("Enter")
        assert frame.locator(shown).is_visible()
    assert examples.page.evaluate("[history.length, location.href]") == before
    assert frame.evaluate("location.href") == "about:srcdoc"


def test_a_map_that_is_written_into_a_page_leads_to_where_it_is_published(
    around: Around, geodata: Geodata
) -> None:
    page = with_start(
        build(geodata, published=published_at(ADDRESS, "northwest-syria.html")).to_html(),
        "embed&lang=ar&feature=post-morek",
    )
    _, frame = around(f"<iframe srcdoc='{escape(page)}' title=Map width=600 height=500></iframe>")
    assert frame.locator("html").get_attribute("dir") == "rtl"
    assert frame.locator("#panel-details .card").first.is_visible()
    link = frame.locator("#full-map").get_attribute("href") or ""
    assert link.startswith(f"{ADDRESS}#lang=ar&view=35.")
    assert link.endswith("&feature=post-morek")
    frame.locator("#panel-details .close").click()
    frame.evaluate("inside.current.goHome()")
    frame.evaluate("inside.current.store.set({date: '2018-01-20'})")
    link = frame.locator("#full-map").get_attribute("href") or ""
    assert link == f"{ADDRESS}#lang=ar&date=2018-01-20"


def test_axe_finds_nothing_in_the_examples(examples: Examples) -> None:
    examples.page.evaluate("scrollTo(0, 0)")
    source = "() => { for (const frame of document.querySelectorAll('iframe')) frame.remove(); }"
    copy: Any = examples.page.context.new_page()
    copy.goto(examples.page.url)
    copy.evaluate(source)
    copy.evaluate(
        "document.body.append(Object.assign(document.createElement('div'),"
        " {className: 'mapgen-canvases'}))"
    )
    assert violations(copy) == []
    copy.close()
