"""Everything that a mouse can do, by keyboard alone; and what the accessibility tree tells."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from tests.browser.conftest import looked_into
from tests.browser.test_page import MAP, distance, shown_date
from tests.browser.waiting import next_frames, wait_for, wait_for_buttons, wait_until
from tests.conftest import area_of, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

FOCUS = """() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const seen = element !== document.body && box.width > 0 && box.height > 0
        && x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
    return {
        seen, id: element.id, name: element.className, feature: element.dataset.id ?? null,
        text: element.ariaLabel ?? element.textContent.trim(), tag: element.tagName,
        inMap: Boolean(element.closest(".folium-map")),
    };
}"""

MANY = 60
"""More presses of the Tab key than any way through the page needs."""


def focus(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(FOCUS)
    assert found["seen"], found
    return found


def press(page: Page, *keys: str) -> dict[str, Any]:
    """Press keys one after another; the focus is never lost or out of sight."""
    found = focus(page) if page.evaluate("document.activeElement !== document.body") else {}
    for key in keys:
        page.keyboard.press(key)
        found = focus(page)
    return found


def tab_to(page: Page, selector: str, key: str = "Tab") -> dict[str, Any]:
    """Press Tab until something that fits has the focus."""
    for _ in range(MANY):
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return focus(page)
        page.keyboard.press(key)
        if page.evaluate("document.activeElement === document.body"):
            page.keyboard.press(key)  # past the end of the page and on from its beginning
        focus(page)
    message = f"Tab does not reach {selector}"
    raise AssertionError(message)


def into_the_map(page: Page) -> None:
    tab_to(page, f"{MAP}, .walk-item")


def tree(page: Page) -> list[tuple[str, str]]:
    """Return role and name of all that assistive technology is told of."""
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]


@pytest.mark.parametrize("size", ["desktop", pytest.param("phone", marks=pytest.mark.long)])
@pytest.mark.parametrize(
    ("language", "post"),
    [("en", "Post {}, {}, in an area of "), ("ar", "النقطة {}، {}، في "), ("tr", "Nokta {}, {}, ")],
)
def test_the_tree_names_each_post_and_each_area(
    open_page: Open, document: dict[str, Any], language: str, post: str, size: str
) -> None:
    page = open_page(f"#lang={language}", size=size).page
    wait_for_buttons(page)
    names = [name for role, name in tree(page) if role == "button"]
    posts = [each for each in rows(document, "observation_posts") if each["number"]]
    assert len(posts) == 12
    for each in posts:
        start = post.format(each["number"], each["name"][language])
        assert len([name for name in names if name.startswith(start)]) == 1, start
    now = [each for each in rows(document, "areas_of_control") if not each["valid_to"]]
    assert len(now) == 7
    for each in now:
        found = [name for name in names if each["name"][language] in name and "km²" in name]
        found += [name for name in names if each["name"][language] in name and "كم²" in name]
        assert len(found) == 1, (each["name"], found)
        assert re.search(r"\d%|%\d|\d\s%", found[0])
    in_map = page.locator(".walk-item").evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    assert len(in_map) == len(set(in_map))
    assert set(in_map) <= set(names)
    assert "application" not in {role for role, _ in tree(page)}


NAMES = [
    r"Post 7, Tell Touqan, in an area of HTS, [\d.]+\s?km from the front",
    r"Area of Syrian Democratic Forces \(SDF\), [\d,]+ km², certainty: Well attested \(\d+.%\)",
    r"Front line: Syrian government opposite HTS and NLF, firm, [\d.]+\s?km",
    r"Line within one side: HTS opposite NLF, [\d.]+\s?km",
    r"Border along the Orontes, No wall",
    r"Saraqib, Hayat Tahrir al-Sham \(HTS\), as of \d+ \w+ \d{4}",
    r"Kassab, Border crossing, state: closed, Syrian government",
    r"Kuweires \(Rasin al-Aboud\), Air base, Syrian government",
    r"Protest in .+, Protest, 14 September 2018, in an area of .+",
]
"""What a button of the map is called, by its kind."""


def test_names_tell_relations(open_page: Open) -> None:
    page = open_page().page
    wait_for_buttons(page)
    names = page.locator(".walk-item").evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    lacking = [each for each in NAMES if not any(re.fullmatch(each, name) for name in names)]
    assert lacking == [], names


def test_two_places_of_one_name_are_told_apart(open_page: Open) -> None:
    page = open_page("#view=36.1,36.9,12").page
    names = page.evaluate(
        """() => {
            const { current, featuresOf, walkNames } = inside;
            const all = featuresOf(current.model, "settlements");
            return walkNames.uniqueNames(current, all, new Map());
        }"""
    )
    assert len(names) > 1000
    assert len(names) == len(set(names))


def test_no_two_lines_of_a_date_are_called_the_same(open_page: Open) -> None:
    page = open_page().page
    same = page.evaluate(
        """() => {
            const { current: { model, store }, featuresOf, walkNames, activeOn } = inside;
            const all = [...featuresOf(model, "front_lines"), ...featuresOf(model, "border")];
            const app = { model, store };
            const names = new Map(all.map((line) => [line, walkNames.nameOf(app, line)]));
            return model.dates.flatMap((date) => {
                const active = all.filter((line) => activeOn(line, date));
                const now = active.map((line) => names.get(line));
                return now.filter((name, i) => now.indexOf(name) !== i);
            });
        }"""
    )
    assert same == []


def test_the_map_is_one_stop_and_no_trap(open_page: Open) -> None:
    page = open_page().page
    into_the_map(page)
    assert press(page, "Tab")["inMap"] is False
    into = press(page, "Shift+Tab")
    assert into["inMap"]
    assert press(page, "Shift+Tab")["inMap"] is False
    walked = press(page, "Tab", "ArrowLeft", "ArrowDown")["feature"]
    assert walked
    assert press(page, "Tab")["inMap"] is False
    assert press(page, "Shift+Tab")["feature"] == walked
    assert press(page, "Shift+Tab")["inMap"] is False
    stops = page.locator(f"{MAP}[tabindex='0'], {MAP} [tabindex='0']")
    assert stops.count() == 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_arrows_lead_by_direction_on_the_ground(
    open_page: Open, document: dict[str, Any], language: str
) -> None:
    """East is to the right in every language."""
    where = {
        each["id"]: each["point"]
        for layer in ("observation_posts", "crossings", "settlements")
        for each in rows(document, layer)
    }
    page = open_page(f"#lang={language}&layers=observation_posts,crossings,settlements").page
    page.locator(MAP).focus()
    for key, axis, sign in (
        ("ArrowRight", 0, 1),
        ("ArrowLeft", 0, -1),
        ("ArrowUp", 1, 1),
        ("ArrowDown", 1, -1),
    ):
        press(page, "Home", "PageDown", "PageDown", "PageDown", "PageDown")  # amid the others
        before = focus(page)["feature"]
        after = press(page, key)["feature"]
        assert after != before
        assert sign * (where[after][axis] - where[before][axis]) > 0


@pytest.mark.grid(1)
@pytest.mark.parametrize("size", ["desktop", "phone", "embed"])
def test_arrows_reach_everything_from_everywhere(open_page: Open, size: str) -> None:
    page = open_page(size=size).page
    wait_for_buttons(page)
    fewest, all_ = page.evaluate(
        """() => {
            const { current: { walk: { items } }, walkItems: { DIRECTIONS, next } } = inside;
            const reach = (start) => {
                const seen = new Set([start]);
                for (const item of seen) for (const key of Object.keys(DIRECTIONS)) {
                    const found = next(items.filter((other) => other !== item), item.at, key);
                    if (found) seen.add(found);
                }
                return seen.size;
            };
            return [Math.min(...items.map(reach)), items.length];
        }"""
    )
    assert all_ >= 19
    assert fewest == all_


def test_a_front_and_the_border_open_by_keyboard(open_page: Open) -> None:
    """As a click on their lines does; the ring runs along the line."""
    page = open_page("#layers=front_lines").page
    page.locator(MAP).focus()
    start = press(page, "Home")["text"]
    assert start.startswith(("Area", "Front line", "Boundary", "Line"))
    names = [start]
    while not names[-1].startswith("Border along the Orontes"):
        names.append(press(page, "PageDown")["text"])
        assert len(names) < 40
    assert len([name for name in names if name.startswith("Front line: ")]) >= 6
    press(page, "Enter")
    assert page.locator("#panel-details h2").inner_text() == "Border along the Orontes"
    press(page, "Escape")
    front = press(page, "Home")
    while not front["text"].startswith("Front line: "):
        front = press(page, "PageDown")
    press(page, "Enter")
    assert page.evaluate("inside.current.store.get().feature") == front["feature"]
    facts = page.locator("#panel-details .facts").inner_text()
    assert "Syrian government" in facts


def test_a_line_out_of_view_keeps_the_focus_and_comes_back(open_page: Open) -> None:
    page = open_page("#layers=front_lines").page
    page.locator(MAP).focus()
    line = press(page, "Home")["feature"]
    while not line.startswith("line-"):
        line = press(page, "PageDown")["feature"]
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert focus(page)["feature"] == line


def test_page_down_goes_through_all_in_order(open_page: Open) -> None:
    page = open_page("#layers=observation_posts,areas_of_control").page
    page.locator(MAP).focus()
    found = [press(page, "Home")]
    found += [press(page, "PageDown") for _ in range(11)]
    assert [each["text"].split(",")[0] for each in found] == [f"Post {n}" for n in range(1, 13)]
    assert press(page, "PageUp")["text"].startswith("Post 11,")
    assert press(page, "End")["feature"] is not None
    assert press(page, "PageDown")["text"].startswith("Post 1,")


def test_what_is_walked_to_is_in_view(open_page: Open) -> None:
    page = open_page("#view=36.5,38.2,11").page
    page.locator(MAP).focus()
    press(page, "Home")
    inside = page.evaluate(
        """() => {
            const { map, scene: { focused } } = inside.current;
            const size = map.getSize();
            const [lon, lat] = focused.feature.degrees;
            const { x, y } = map.latLngToContainerPoint([lat, lon]);
            return x > 14 && y > 14 && x < size.x - 14 && y < size.y - 14;
        }"""
    )
    assert inside


def test_the_ring_is_drawn_around_what_has_the_focus(open_page: Open) -> None:
    page = open_page("#layers=observation_posts").page
    page.locator(MAP).focus()
    press(page, "Home")
    x, y = page.evaluate(
        """() => {
            const { map, scene: { focused: { at, drawn } } } = inside.current;
            const box = map.getContainer().getBoundingClientRect();
            return [box.left + at[0], box.top + at[1] - drawn.radius - 3.5];
        }"""
    )

    def colour() -> tuple[int, ...]:
        picture = np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
        return tuple(int(each) for each in picture[round(y), round(x)])

    ring = (0x0B, 0x57, 0xD0)
    wait_for(page, lambda: distance(colour(), ring) < 30)
    press(page, "Escape")
    wait_for(page, lambda: distance(colour(), ring) > 60)


SIGNS = """() => {
    const frame = document.querySelector(".map-frame");
    const drawn = (part) => getComputedStyle(frame, part).content !== "none";
    const bar = getComputedStyle(document.querySelector(".map-keys")).visibility === "visible";
    const tips = [...document.querySelectorAll(".map-frame > .tooltip")];
    const tip = tips.some((own) => own.checkVisibility());
    return { frame: drawn("::after"), cross: drawn("::before"), bar, tip };
}"""
"""What tells a reader that keys move the map; and whether a name stands beside a pointer."""


def test_signs_of_the_keyboard_are_for_those_who_use_it(open_page: Open) -> None:
    page = open_page("#view=35.9,36.7,10").page
    hidden = {"frame": False, "cross": False, "bar": False}

    def signs() -> dict[str, bool]:
        shown: dict[str, bool] = page.evaluate(SIGNS)
        return {name: shown[name] for name in hidden}

    page.mouse.click(450, 400)
    page.wait_for_selector("#panel-details h2")
    assert signs() == hidden, "a click"
    page.keyboard.press("Escape")
    next_frames(page)
    assert signs() == hidden, "closed by a key, opened by a pointer"
    page.mouse.move(450, 400)
    page.mouse.down()
    page.mouse.move(500, 430, steps=4)
    page.mouse.up()
    next_frames(page)
    assert signs() == hidden, "a drag"
    page.locator(MAP).press("ArrowLeft")
    page.keyboard.press("Escape")
    assert signs() == dict.fromkeys(hidden, True), "keys, in the same place"
    page.mouse.click(450, 400)
    next_frames(page)
    assert signs() == hidden, "a click again"
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")
    into_the_map(page)
    assert signs() == dict.fromkeys(hidden, True), "the Tab key"


def test_a_finger_leaves_no_sign(browser: Browser, page_file: Path) -> None:
    viewport: Any = {"width": 390, "height": 844}
    context = looked_into(browser.new_context(viewport=viewport, offline=True, has_touch=True))
    page = context.new_page()
    page.goto(f"{page_file.as_uri()}#feature=post-morek&panel=key")
    page.wait_for_selector("html[data-mapgen=ready]")
    x, y = page.evaluate(
        """() => {
            const { map, scene: { layout } } = inside.current;
            const at = layout.markers.find(({ id }) => id === "post-morek");
            const box = map.getContainer().getBoundingClientRect();
            const { x, y } = map.latLngToContainerPoint(at.feature.degrees.toReversed());
            return [box.left + x, box.top + y];
        }"""
    )
    page.touchscreen.tap(x, y)
    next_frames(page, 4)
    assert page.evaluate(SIGNS) == {"frame": False, "cross": False, "bar": False, "tip": False}
    context.close()


def test_the_map_is_moved_and_zoomed_by_keys(open_page: Open) -> None:
    page = open_page("#view=35.9,36.7,10").page
    view = (
        "(({lat, lng}) => [lat, lng, inside.current.map.getZoom()])(inside.current.map.getCenter())"
    )
    page.locator(MAP).focus()
    for start in ([], ["ArrowRight"]):
        press(page, *start)
        lat, lon, zoom = page.evaluate(view)
        press(page, "Shift+ArrowUp", "Shift+ArrowLeft")
        moved = page.evaluate(view)
        assert moved[0] > lat
        assert moved[1] < lon
        press(page, "+", "+", "-")  # however fast: none of them is lost
        assert page.evaluate("inside.current.map.getZoom()") == zoom + 1
        press(page, "-")
        assert page.evaluate("inside.current.map.getZoom()") == zoom
        wait_until(page, "location.hash.includes('view=')")


def test_posts_sources_and_ground_by_keyboard_alone(open_page: Open) -> None:
    tab = open_page()
    page = tab.page
    # Select a post, read it, close it: the focus is back on the post.
    into_the_map(page)
    assert press(page, "Home", "PageDown", "PageDown")["text"].startswith("Post 3,")
    assert press(page, "Enter")["text"] == "Sheikh Aqil"
    assert "feature=post-sheikh-aqil" in page.url
    # Follow a source, and a settlement of the evidence.
    assert tab_to(page, "#panel-details .sources a")["tag"] == "A"
    tab_to(page, "#panel-details .evidence button", "Shift+Tab")
    assert press(page, "Enter")["tag"] == "H2"
    tab_to(page, "#panel-details .close", "Shift+Tab")
    assert press(page, "Enter")["feature"] == "post-sheikh-aqil"
    assert "feature=" not in page.url
    # Explain ground: Escape lets go of the post, Enter asks about the centre.
    assert press(page, "Escape")["inMap"]
    assert press(page, "Enter")["tag"] == "H2"
    assert "feature=@" in page.url
    assert press(page, "Escape")["inMap"]
    assert tab.console == []


def test_dates_and_layers_by_keyboard_alone(open_page: Open) -> None:
    page = open_page().page
    tab_to(page, ".time-slider")
    press(page, "ArrowLeft")
    assert shown_date(page) != "14 September 2018"
    press(page, "Home")
    assert shown_date(page) == "1 September 2017"
    press(page, "End")
    assert shown_date(page) == "14 September 2018"
    tab_to(page, "input[data-switch='areas_of_control.hts']")
    press(page, "Space")
    wait_until(page, "location.hash.includes('layers=')")
    press(page, "Space")
    wait_until(page, "!location.hash.includes('layers=')")


def test_panels_languages_and_tables_by_keyboard_alone(open_page: Open) -> None:
    page = open_page().page
    tab_to(page, "#tab-key")
    assert press(page, "ArrowRight", "ArrowRight")["id"] == "tab-places"
    tab_to(page, "#panel-places .place-row")
    assert press(page, "Enter")["tag"] == "H2"
    assert "place-row" in press(page, "Escape")["name"]
    tab_to(page, "[data-language=tr]", "Shift+Tab")
    press(page, "Enter")
    assert page.locator("html").get_attribute("lang") == "tr"
    tab_to(page, "[data-language=en]", "Shift+Tab")
    press(page, "Enter")
    tab_to(page, "[data-view-button=tables]", "Shift+Tab")
    press(page, "Enter")
    assert page.locator("#tables").is_visible()
    tab_to(page, ".table-index button")
    press(page, "Enter", "Tab")
    tab_to(page, "[data-view-button=map]", "Shift+Tab")
    press(page, "Enter")
    assert page.locator(MAP).is_visible()


def test_the_first_stop_switches_between_map_and_tables(open_page: Open) -> None:
    tab = open_page("#lang=en&date=2018-06-06&feature=post-morek")
    page = tab.page
    assert press(page, "Tab")["text"] == "Switch to the tables"
    assert press(page, "Enter")["text"] == "Everything on the map, in tables"
    assert page.locator("#tables").is_visible()
    assert "date=2018-06-06" in page.url
    tab_to(page, "[data-skip=view]", "Shift+Tab")
    assert focus(page)["text"] == "Switch to the map"
    assert press(page, "Enter")["inMap"]
    assert "date=2018-06-06" in page.url
    tab_to(page, "[data-skip=panel]")
    assert press(page, "Enter")["id"] == "tab-key"
    assert "date=2018-06-06" in page.url
    assert tab.console == []


def test_without_scripts_the_first_stop_leads_to_the_tables(open_page: Open) -> None:
    page = open_page(scripts=False).page
    link = page.locator(".skip:visible")
    assert link.count() == 1
    assert link.get_attribute("href") == "#tables"


def test_buttons_that_switch_themselves_off_hand_the_focus_on(open_page: Open) -> None:
    page = open_page("#view=35.9,36.7,13").page
    page.locator("#zoom button").first.focus()
    press(page, "Enter")
    wait_for(page, page.locator("#zoom button").first.is_disabled)
    assert focus(page)["text"] == "Zoom out"
    page.locator("[data-time=back]").focus()
    page.evaluate("inside.current.store.set({date: inside.current.model.dates[1]})")
    assert press(page, "Enter")["name"] == "time-slider"
    assert press(page, "ArrowRight")["name"] == "time-slider"


def test_more_leads_to_what_it_adds(open_page: Open, document: dict[str, Any]) -> None:
    page = open_page(f"#feature={area_of(document, 'government+sdf')['id']}").page
    more = page.locator("#panel-details .card .more")
    while more.is_visible():
        more.focus()
        assert "place" in press(page, "Enter")["name"]


# Marks of the timeline are smaller: each has an equivalent in Places (WCAG 2.5.8, first exception).
SMALL = """(least) => {
    const inText = (element) => element.tagName === "A" && element.closest("li, p, td, dd");
    return [...document.querySelectorAll("a[href], button, input, select, summary, [role=tab]")]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => !element.closest(".walk, .skip, .marks") && !inText(element))
        .map((element) => [element.closest("label, .time-words") ?? element, element])
        .map(([target, element]) => [target.getBoundingClientRect(), element])
        .filter(([box]) => box.width && (box.width < least - 0.5 || box.height < least - 0.5))
        .map(([box, element]) => [element.outerHTML.slice(0, 90), box.width, box.height]);
}"""


@pytest.mark.grid(2)
@pytest.mark.parametrize(
    ("size", "least"), [("desktop", 24), ("tablet", 44), ("phone", 44), ("embed", 24)]
)
def test_targets_are_large_enough(open_page: Open, size: str, least: int) -> None:
    page = open_page(size=size).page
    for panel in ("key", "places", "about", "details&feature=post-morek"):
        page.evaluate("(hash) => { location.hash = hash; }", f"panel={panel}")
        page.locator(f"#panel-{panel.split('&')[0]}").wait_for()
        assert page.evaluate(SMALL, least) == [], panel


@pytest.mark.grid(2)
@pytest.mark.parametrize("hash_", ["", "#lang=ar", "#feature=post-morek", "#panel=places"])
def test_at_400_percent_nothing_is_lost(browser: Browser, page_file: Path, hash_: str) -> None:
    """A window of 1280 by 1024 zoomed to 400 %."""
    context = browser.new_context(
        viewport={"width": 320, "height": 256}, offline=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"file://{page_file}{hash_}")
    page.wait_for_selector("html[data-mapgen=ready]")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    wide = page.evaluate(
        """() => [...document.querySelectorAll("header *, .time *, .panel *")]
            .filter((one) => one.checkVisibility() && !one.closest(".hidden"))
            .map((one) => [one.tagName, one.className, one.getBoundingClientRect()])
            .filter(([, , box]) => box.width && (box.right > 321 || box.left < -1))
            .map(([tag, name, box]) => [tag, name, box.left, box.right])"""
    )
    assert wide == []
    for wanted in ("[data-view-button=tables]", "select[data-languages]", ".time-fold",
                   "#tab-key", "#tab-details", "#tab-places", "#tab-tour", "#tab-about",
                   MAP):  # fmt: skip
        page.locator(wanted).scroll_into_view_if_needed()
        box = page.locator(wanted).bounding_box()
        assert box, wanted
        assert min(box["width"], box["height"]) >= 24, wanted
    page.locator("[data-view-button=tables]").focus()
    press(page, "Enter")
    assert page.locator("#tables h2").is_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    context.close()


def test_forced_colours_keep_focus_and_states(open_page: Open) -> None:
    page = open_page().page
    page.emulate_media(forced_colors="active")
    tab_to(page, "[data-view-button=tables]")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    pressed = "(one) => getComputedStyle(one).backgroundColor"
    on = page.locator("[data-view-button=map]").evaluate(pressed)
    off = page.locator("[data-view-button=tables]").evaluate(pressed)
    assert on != off
