"""What a viewer sees and can do, in a real browser with the network cut."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import folium
import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from mapgen.page.build import build
from tests.browser.conftest import SIZES
from tests.browser.waiting import next_frames, wait_until
from tests.conftest import area_of, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from mapgen.facts.folder import Geodata
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

MAP = ".folium-map"


def degrees(point: list[int]) -> tuple[float, float]:
    return point[0] / 1e5, point[1] / 1e5


def place_on_screen(page: Page, lon: float, lat: float) -> tuple[float, float]:
    """Return where a place is drawn, in pixels of the window."""
    x, y = page.evaluate(
        """([lon, lat]) => {
            const map = window.map_northwest_syria;
            const box = map.getContainer().getBoundingClientRect();
            const point = map.latLngToContainerPoint([lat, lon]);
            return [box.left + point.x, box.top + point.y];
        }""",
        [lon, lat],
    )
    return float(x), float(y)


def colour_at(page: Page, lon: float, lat: float) -> tuple[int, ...]:
    """Return the mean colour of the few pixels around a place."""
    x, y = place_on_screen(page, lon, lat)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    patch = np.asarray(picture.crop((int(x) - 6, int(y) - 6, int(x) + 7, int(y) + 7)))
    return tuple(int(each) for each in patch.reshape(-1, 3).mean(axis=0))


def distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


@pytest.mark.grid(2)
@pytest.mark.parametrize("size", SIZES)
def test_it_opens_from_the_disk_without_a_network(open_page: Open, size: str) -> None:
    tab = open_page(size=size)
    outside = [url for url in tab.requests if not url.startswith(("file:", "data:", "blob:"))]
    assert outside == []
    assert len([url for url in tab.requests if url.startswith("file:")]) == 1
    assert tab.console == []
    assert tab.page.evaluate("performance.getEntriesByName('mapgen-ready').length") == 1


ELEMENTS = """() => [
    document.querySelectorAll("*").length,
    document.querySelectorAll("table, #bibliography").length,
    performance.getEntriesByName("mapgen-drawn").length,
]"""


@pytest.mark.parametrize(
    ("state", "size"),
    [("", "desktop"), ("#lang=ar&feature=post-morek", "phone"), ("#embed", "embed")],
)
def test_the_map_begins_light_and_draws_once(open_page: Open, state: str, size: str) -> None:
    """Tables and sources come when they are asked for; the first drawing is the last."""
    page = open_page(state, size=size).page
    next_frames(page, 3)
    elements, tables, drawings = page.evaluate(ELEMENTS)
    assert elements < 3000
    assert (tables, drawings) == (0, 1)
    page.evaluate("location.hash = 'panel=table'")
    page.locator("#table-settlements").wait_for()
    assert page.locator("#tables tbody tr").count() > 1800


PIXELS = """() => {
    const { layer } = inside.current;
    const data = (canvas) =>
        canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const moved = [layer.ground, layer.top].map(data);
    layer.redraw();
    return [layer.ground, layer.top].map((canvas, i) => {
        const whole = data(canvas);
        return whole.filter((value, at) => Math.abs(value - moved[i][at]) > 32).length;
    });
}"""


@pytest.mark.grid(1)
@pytest.mark.parametrize(("dx", "dy"), [(-90, 0), (130, -70), (-520, 300)])
def test_a_map_that_was_dragged_shows_what_a_new_drawing_shows(
    open_page: Open, dx: int, dy: int
) -> None:
    """The picture moves along, and only what is new of it is drawn."""
    page = open_page("#view=35.7,36.6,9.5").page
    page.mouse.move(450, 350)
    page.mouse.down()
    page.mouse.move(450 + dx, 350 + dy, steps=20)
    page.mouse.up()
    wait_until(page, "!inside.current.map.dragging._draggable._moving")
    next_frames(page, 20)
    assert page.evaluate(PIXELS) == [0, 0]


@pytest.mark.grid(2)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_window(open_page: Open, size: str) -> None:
    page = open_page(size=size).page
    assert page.evaluate("document.scrollingElement.scrollWidth") <= SIZES[size][0]


def test_the_scripts_read_all_facts_and_nothing_else(
    open_page: Open, document: dict[str, Any]
) -> None:
    """What the page stores, its tables and its bibliography are the document again."""
    read = open_page().page.evaluate("inside.readStored(document)")
    assert read == document


def test_the_twelve_posts_are_in_the_table(open_page: Open, document: dict[str, Any]) -> None:
    page = open_page("#panel=table").page
    table = page.locator("table[data-layer=observation_posts]")
    assert table.is_visible()
    shown = table.locator("tbody tr").evaluate_all("(rows) => rows.map((row) => row.dataset.id)")
    turkish = [each["id"] for each in rows(document, "observation_posts") if each["number"]]
    assert len(turkish) == 12
    assert set(turkish) <= set(shown)


@pytest.mark.parametrize(
    "numbers", [(5, 9), pytest.param(tuple(range(1, 13)), marks=pytest.mark.long)]
)
def test_each_post_can_be_clicked_on_the_map(
    open_page: Open, document: dict[str, Any], numbers: tuple[int, ...]
) -> None:
    tab = open_page()
    posts = [post for post in rows(document, "observation_posts") if post["number"] in numbers]
    assert len(posts) == len(numbers)
    for post in posts:
        lon, lat = degrees(post["point"])
        tab.page.evaluate(
            "([lat, lon]) => window.map_northwest_syria.setView([lat, lon], 11, {animate: false})",
            [lat, lon],
        )
        tab.page.mouse.click(*place_on_screen(tab.page, lon, lat))
        name = re.compile(f"^{re.escape(post['name']['en'])}$")
        tab.page.locator("#panel-details h2").filter(has_text=name).wait_for()
        assert "Turkish observation post" in tab.page.locator("#panel-details").inner_text()
    assert tab.console == []


def test_details_show_names_holder_sources_and_doubts(
    open_page: Open, document: dict[str, Any]
) -> None:
    morek = next(each for each in rows(document, "observation_posts") if each["number"] == 9)
    page = open_page(f"#feature={morek['id']}&panel=details").page
    details = page.locator("#panel-details")
    text = details.inner_text()
    assert "7 April 2018" in text
    assert "2.5 km" in text
    assert "How do we know?" in text
    assert details.locator("bdi[lang=ar][dir=rtl]").first.inner_text() == morek["name"]["ar"]
    link = details.locator("a[target=_blank]").first
    assert (link.get_attribute("href") or "").startswith("http")
    assert "noopener" in (link.get_attribute("rel") or "")
    if morek["disagreement"]:
        assert "sources disagree" in text.lower()


def test_a_click_on_bare_ground_explains_it(open_page: Open) -> None:
    page = open_page("#view=35.9,36.75,11").page
    page.mouse.click(*place_on_screen(page, 36.78, 35.925))
    page.locator("#panel-details h2").wait_for()
    text = page.locator("#panel-details").inner_text()
    assert "How do we know?" in text
    assert re.search(r"\d+(\.\d)? km", text)


def test_the_key_switches_the_ground_of_a_holder(open_page: Open) -> None:
    page = open_page("#view=35.98,36.55,10.5").page
    place = (36.56, 36.045)
    with_colour = colour_at(page, *place)
    box = page.locator("input[data-switch='areas_of_control.hts']")
    box.uncheck()
    wait_until(page, "location.hash.includes('layers=')")
    without = colour_at(page, *place)
    assert distance(with_colour, without) > 40
    box.check()
    wait_until(page, "!location.hash.includes('layers=')")
    assert distance(colour_at(page, *place), with_colour) <= 2


@pytest.mark.grid(2)
@pytest.mark.parametrize(
    ("place", "lon", "lat", "fill"),
    [
        ("east of Khanasir", 37.62, 35.85, (0xF1, 0xC0, 0xBB)),
        ("north of Afrin", 36.80, 36.66, (0x63, 0xA5, 0xC4)),
        ("north-east of Manbij", 38.05, 36.56, (0xF6, 0xE7, 0x90)),
        ("north of Idlib", 36.60, 36.03, (0x90, 0x7B, 0x91)),
    ],
)
def test_ground_has_the_colour_of_its_holder(
    open_page: Open, place: str, lon: float, lat: float, fill: tuple[int, ...]
) -> None:
    page = open_page("#view=36.1,36.9,9&layers=areas_of_control").page
    assert distance(colour_at(page, lon, lat), fill) <= 45, place


def test_the_hash_brings_back_what_was_seen(open_page: Open) -> None:
    page = open_page("#view=35.8,36.7,10").page
    centre = page.evaluate(
        "(({lat, lng}) => [lat, lng, window.map_northwest_syria.getZoom()])"
        "(window.map_northwest_syria.getCenter())"
    )
    assert centre == pytest.approx([35.8, 36.7, 10], abs=0.01)
    page.evaluate("window.map_northwest_syria.setView([36.2, 37.0], 11, {animate: false})")
    wait_until(page, "location.hash.includes('view=36.2')")


@pytest.mark.grid(2)
@pytest.mark.parametrize(
    "hash_",
    [
        "#view=north,pole,x",
        "#layers=nothing&panel=nowhere",
        "#feature=no-such-place&panel=details",
        "#date=yesterday&lang=xx&step=-1",
        "#%E0%A4%A",
        "#&&==&view",
    ],
)
def test_a_malformed_hash_is_ignored(open_page: Open, hash_: str) -> None:
    tab = open_page(hash_)
    assert tab.console == []


def test_places_lead_to_details_by_keyboard(open_page: Open) -> None:
    page = open_page("#panel=places").page
    field = page.locator("#panel-places .filter")
    field.fill("سراقب")
    page.locator("#panel-places button", has_text="Saraqib").first.press("Enter")
    title = page.locator("#panel-details h2")
    title.wait_for()
    assert title.inner_text() == "Saraqib"
    page.keyboard.press("Escape")
    page.locator("#panel-places").wait_for()


def test_the_tables_stand_in_for_the_map(open_page: Open) -> None:
    page = open_page().page
    page.locator("[data-view-button=tables]").click()
    assert page.locator("table[data-layer=settlements]").is_visible()
    assert not page.locator(MAP).is_visible()
    page.locator("[data-view-button=map]").click()
    assert page.locator(MAP).is_visible()


def test_an_area_leads_to_its_evidence_in_the_tables(
    open_page: Open, document: dict[str, Any]
) -> None:
    """The table of areas names the settlements of the holder, how many, and where they stand."""
    count = sum(each["holder"] == "hts" for each in rows(document, "settlements"))
    page = open_page("#panel=table").page
    page.locator("table[data-layer=areas_of_control] a[href='#held-hts']").click()
    heading = page.locator("#held-hts th:focus")
    heading.wait_for()
    assert f"({count})" in heading.inner_text()
    assert page.locator("#held-hts tr[data-id]").count() == count
    assert "panel=table" in page.url
    page.locator("#held-hts a[href^='#']").first.click()
    assert page.locator("#bibliography li:focus").is_visible()


def test_without_scripts_there_are_a_picture_and_the_tables(open_page: Open) -> None:
    page = open_page(scripts=False).page
    assert page.locator("#picture svg").is_visible()
    assert page.locator("table[data-layer=observation_posts]").is_visible()
    assert not page.locator("[data-print]").is_visible()
    assert "As of 14 September 2018" in page.locator("header").inner_text()


def test_without_a_way_to_unpack_the_picture_and_the_tables_stay(
    browser: Browser, page_file: Path
) -> None:
    context = browser.new_context(offline=True)
    context.add_init_script("delete globalThis.TextDecoder")
    page = context.new_page()
    page.goto(f"file://{page_file}")
    page.wait_for_selector("html[data-mapgen=failed]")
    assert page.locator("#failure").is_visible()
    assert page.locator("#picture svg").is_visible()
    assert page.locator("table[data-layer=settlements]").is_visible()
    context.close()


def test_a_layer_of_folium_is_on_the_map(
    browser: Browser, geodata: Geodata, tmp_path: Path
) -> None:
    """As a notebook shows it: in the ``srcdoc`` of a frame."""
    atlas = build(geodata, online=True)
    folium.CircleMarker([36, 36.7], radius=9, color="#123456").add_to(atlas)
    wrapper = tmp_path / "notebook.html"
    wrapper.write_text(atlas._repr_html_(), encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(f"file://{wrapper}")
    frame = page.frame_locator("iframe")
    frame.locator("html[data-mapgen=ready]").wait_for(timeout=20_000, state="attached")
    assert frame.locator("path[stroke='#123456']").count() == 1
    context.close()


def test_it_works_in_a_frame_that_allows_only_scripts(sandboxed: Callable[..., Any]) -> None:
    tab, frame = sandboxed(900, 600)
    frame.locator("[data-view-button=tables]").click()
    frame.locator("table[data-layer=settlements]").wait_for()
    assert tab.console == []


def printed(page: Page, paper: str) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(page.pdf(format=paper, landscape=True, print_background=True))


def letters_of(sheet: pdfium.PdfPage) -> str:
    """Return the text of a page without spaces, which a PDF need not hold."""
    return "".join(sheet.get_textpage().get_text_range().split())


@pytest.mark.grid(1)
@pytest.mark.parametrize("paper", ["A4", pytest.param("Letter", marks=pytest.mark.long)])
@pytest.mark.parametrize("hash_", ["#lang=ar", "", "#date=2018-01-20", "#lang=tr"])
def test_the_map_is_one_printed_page(open_page: Open, paper: str, hash_: str) -> None:
    page = open_page(hash_).page
    pdf = printed(page, paper)
    assert len(pdf) == 1
    picture = pdf[0].render(scale=1).to_pil().convert("RGB")
    width, height = picture.size
    sheet = np.asarray(picture.crop((60, 90, int(width * 0.7), int(height * 0.75)))).reshape(-1, 3)
    if "lang=ar" in hash_:  # the map is on the right
        right = picture.crop((int(width * 0.3), 90, width - 60, int(height * 0.75)))
        sheet = np.asarray(right).reshape(-1, 3)
    assert (sheet == 255).all(axis=1).mean() < 0.4
    edge = np.asarray(picture)[-20:].min(axis=2)
    assert (edge == 255).all(), "nothing is cut at the foot"


def test_the_printed_page_explains_itself(open_page: Open) -> None:
    page = open_page().page
    letters = letters_of(printed(page, "A4")[0])
    for words in (
        "Northwest Syria, September 2018", "As of 14 September 2018",
        "Who held the ground", "Hayat Tahrir al-Sham (HTS)", "Well attested", "Front line, firm",
        "Turkish observation post", "25 km", "Areas are estimated from 1,532 settlements",
        "The looming massacre in Idlib", "OpenStreetMap contributors", "CC BY 4.0",
        "Class and date",
    ):  # fmt: skip
        assert words.replace(" ", "") in letters, words


@pytest.mark.long
def test_tables_follow_on_paper_where_they_were_shown(open_page: Open) -> None:
    pdf = printed(open_page("#panel=table").page, "A4")
    assert "Whoheldtheground" in letters_of(pdf[0])
    assert len(pdf) > 1
    assert "Saraqib" in "".join(letters_of(pdf[i]) for i in range(1, len(pdf)))


def test_holders_differ_in_grey(open_page: Open) -> None:
    """Their swatches on paper, drawn as the map is: by lightness, or by pattern."""
    page = open_page().page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    swatches = page.locator(".paper-holders canvas").evaluate_all(
        """(own) => own.map((canvas) => {
            const {width, height} = canvas;
            const {data} = canvas.getContext("2d").getImageData(8, 8, width - 16, height - 16);
            return Array.from({length: data.length / 4}, (_, i) => data.slice(4 * i, 4 * i + 3))
                .map(([r, g, b]) => 0.299 * r + 0.587 * g + 0.114 * b);
        })"""
    )
    assert len(swatches) == 7
    looks = [(float(np.mean(each)), float(np.std(each))) for each in swatches]
    for i, one in enumerate(looks):
        for other in looks[:i]:
            assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) > 5
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".paper-holders").count() == 0


def shown_date(page: Page) -> str:
    return page.locator("header .as-of time").inner_text()


def test_a_date_shows_one_set_of_areas_and_its_holders(
    open_page: Open, document: dict[str, Any]
) -> None:
    tab = open_page("#date=2018-01-20")
    day = "2018-01-20"
    expected = [
        each["id"]
        for each in rows(document, "areas_of_control")
        if each["valid_from"] <= day and (not each["valid_to"] or day < each["valid_to"])
    ]
    drawn = tab.page.evaluate(
        "inside.areas.activeAreas(inside.current.scene).map((area) => area.id)"
    )
    assert drawn == expected
    assert len({each.rsplit("-", 3)[0] for each in drawn}) == len(drawn)
    assert shown_date(tab.page) == "20 January 2018"
    assert tab.page.locator(".switch[data-holder=opposition]").is_visible()
    assert tab.console == []


def test_holders_without_ground_are_not_in_the_key(open_page: Open) -> None:
    page = open_page().page
    assert page.locator(".switch[data-holder=hts]").is_visible()
    assert not page.locator(".switch[data-holder=isil]").is_visible()
    assert not page.locator(".switch[data-holder=opposition]").is_visible()


def test_certainty_follows_the_date(open_page: Open) -> None:
    place = (37.05, 35.75)  # south-east of Abu al-Duhur, taken in January 2018
    read = (
        "([lon, lat]) => inside.certaintyAt("
        "inside.current.scene.pictures.certainty, inside.toWorld([lon, lat]))"
    )
    page = open_page().page
    before = page.evaluate(read, list(place))
    page.evaluate("inside.current.store.set({date: '2017-09-01'})")
    wait_until(page, f"({read})([{place[0]}, {place[1]}]) !== {before}")
    assert shown_date(page) == "1 September 2017"


def test_the_strip_moves_the_map_through_the_dates(
    open_page: Open, document: dict[str, Any]
) -> None:
    tab = open_page()
    page, dates = tab.page, document["dates"]
    page.locator("[data-time=back]").click()
    wait_until(page, f"location.hash.includes('date={dates[-2]}')")
    slider = page.locator(".time-slider")
    slider.focus()
    page.keyboard.press("Home")
    wait_until(page, f"location.hash.includes('date={dates[0]}')")
    assert shown_date(page) == "1 September 2017"
    assert "1 September 2017" in (slider.get_attribute("aria-valuetext") or "")
    wait_until(
        page,
        "inside.current.scene.layout.markers.every((each) => each.part !== 'observation_posts')",
    )
    page.locator("[data-time=play]").click()  # less motion is asked for: one step
    wait_until(page, f"location.hash.includes('date={dates[1]}')")
    page.locator(".time-home").click()
    wait_until(page, "!location.hash.includes('date=')")
    assert shown_date(page) == "14 September 2018"
    assert tab.console == []


def test_any_day_shows_the_frame_before_it(open_page: Open) -> None:
    assert shown_date(open_page("#date=2018-01-27").page) == "21 January 2018"
    assert shown_date(open_page("#date=2018-12-24").page) == "14 September 2018"


@pytest.mark.grid(2)
@pytest.mark.parametrize(("size", "target"), [("desktop", 34), ("tablet", 44), ("phone", 44)])
def test_the_strip_is_below_the_map_and_large_enough(
    open_page: Open, size: str, target: int
) -> None:
    page = open_page("#date=2018-01-20", size=size).page
    for name in ("back", "play", "forward"):
        box = page.locator(f"[data-time={name}]").bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= target - 0.5
    frame = page.locator("#map-frame").bounding_box()
    strip = page.locator("#time").bounding_box()
    assert frame is not None
    assert strip is not None
    assert strip["y"] == pytest.approx(frame["y"] + frame["height"], abs=1)


def test_what_sources_disagree_on_is_marked_and_listed(
    open_page: Open, document: dict[str, Any]
) -> None:
    doubted = [
        row["id"]
        for layer in document["layers"]
        for row in rows(document, layer["id"])
        if row["disagreement"]
    ]
    tab = open_page("#panel=places")
    page = tab.page
    page.locator("#panel-places [data-doubted]").check()
    more = page.locator("#panel-places button.more:visible")
    while more.count():  # each goes when it was pressed
        more.first.click()
    listed = page.locator("#panel-places .place-row").evaluate_all(
        "(rows) => rows.map((row) => row.dataset.id)"
    )
    assert sorted(listed) == sorted(doubted)
    page.locator("[data-panel=key]").click()
    before = page.locator("#map-frame").screenshot()
    page.locator("[data-switch=disagreement]").check()
    wait_until(page, "location.hash.includes('disagreement')")
    assert page.locator("#map-frame").screenshot() != before
    assert tab.console == []


def test_enter_explains_the_centre_of_the_view(open_page: Open) -> None:
    tab = open_page("#view=35.9,36.75,11")
    tab.page.locator(MAP).focus()
    tab.page.keyboard.press("Enter")
    wait_until(tab.page, "location.hash.includes('feature=@35.90')")
    text = tab.page.locator("#panel-details").inner_text()
    assert re.search(r"Certainty\s+(Well attested|Probable|Open) \(\d+\u00a0%\)\n", text)
    assert re.search(r"\d km (north|east|south|west)", text)
    assert "Evidence against it" in text
    assert tab.console == []


def test_an_area_lists_its_evidence_ten_at_a_time(
    open_page: Open, document: dict[str, Any]
) -> None:
    page = open_page(f"#feature={area_of(document, 'hts')['id']}").page
    listed = page.locator("#panel-details .evidence li")
    assert listed.count() == 10
    page.locator("#panel-details .card .more").click()
    assert listed.count() > 10


def test_the_numbers_are_drawn_and_told(open_page: Open, document: dict[str, Any]) -> None:
    tab = open_page("#panel=about")
    numbers = tab.page.locator("[data-section=numbers]")
    assert numbers.locator("svg").is_visible()
    numbers.locator("summary").click()
    assert numbers.locator("tbody tr").count() == len(document["statistics"]["dates"])
    post = next(each for each in document["statistics"]["posts"] if each["km"][-1] is not None)
    tab.page.evaluate("(id) => inside.current.open(id, false)", post["id"])
    assert "To the nearest front" in tab.page.locator("#panel-details .facts").inner_text()
    assert tab.console == []


def test_an_area_of_another_time_brings_its_date(open_page: Open, document: dict[str, Any]) -> None:
    area = next(
        each
        for each in rows(document, "areas_of_control")
        if each["holder"] == "hts" and each["valid_from"] == "2018-01-20"
    )
    tab = open_page(f"#feature={area['id']}")
    assert shown_date(tab.page) == "20 January 2018"
    tab.page.locator("[data-time=forward]").click()
    wait_until(tab.page, "location.hash.includes('feature=area-hts-2018-01-21')")
    assert tab.console == []


def test_no_label_lies_under_the_scale(open_page: Open) -> None:
    page = open_page("#feature=@35.9,36.6").page
    page.wait_for_function("inside.current.scene.controls().some((box) => box[2] - box[0] > 100)")
    scale = page.evaluate(
        "(() => { const box = document.getElementById('scale').getBoundingClientRect();"
        " const map = document.getElementById('map-frame').getBoundingClientRect();"
        " return [box.left - map.left, box.top - map.top, box.right - map.left,"
        " box.bottom - map.top]; })()"
    )
    corner = page.evaluate(
        "inside.current.map.containerPointToLayerPoint([0, 0]).subtract("
        "inside.current.layer.view.corner)"
    )
    boxes = page.evaluate("inside.current.scene.layout.labels.map((label) => label.box)")
    for left, top, right, bottom in boxes:
        apart = (
            right - corner["x"] <= scale[0]
            or left - corner["x"] >= scale[2]
            or bottom - corner["y"] <= scale[1]
            or top - corner["y"] >= scale[3]
        )
        assert apart


TABS = """() => {
    const boxes = (selector) => [...document.querySelectorAll(selector)]
        .filter((each) => each.getClientRects().length)
        .map((each) => ["left", "top", "right", "bottom"]
            .map((side) => each.getBoundingClientRect()[side]));
    const tabs = boxes(".edge-arrow");
    const meet = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
    const [frame] = boxes("#map-frame");
    const posts = inside.featuresOf(inside.current.model, "observation_posts")
        .filter((post) => post.number)
        .map(({ degrees: [x, y] }) => inside.current.map.latLngToContainerPoint([y, x]))
        .map(({ x, y }) => [frame[0] + x, frame[1] + y])
        .map(([x, y]) => [x - 10, y - 10, x + 10, y + 10]);
    const others = [...posts, ...boxes("#zoom, .attribution, .scale")];
    return {
        tabs: tabs.length,
        covered: tabs.flatMap((tab, i) => [...others, ...tabs.slice(0, i)]
            .filter((other) => meet(tab, other))),
        cut: tabs.filter(([left, top, right, bottom]) =>
            left < frame[0] || top < frame[1] || right > frame[2] || bottom > frame[3]),
    };
}"""


@pytest.mark.long
@pytest.mark.parametrize(("size", "most"), [("desktop", 2), ("phone", 1)])
def test_tabs_at_the_edge_cover_nothing(open_page: Open, size: str, most: int) -> None:
    """They point at events outside the map, and make way for buttons, posts and each other."""
    page = open_page("#period=2018-09-01..2018-09-24", size=size).page
    for language in ("ar", "en"):
        page.evaluate("(lang) => inside.current.store.set({ lang })", language)
        for lon, lat, zoom in ((36.7, 35.8, 9), (37.6, 36.5, 10), (36.2, 35.4, 10.5)):
            page.evaluate(
                "(at) => inside.current.map.setView([at[1], at[0]], at[2], {animate: false})",
                [lon, lat, zoom],
            )
            assert page.evaluate(TABS) == {"tabs": most, "covered": [], "cut": []}


def test_a_phone_has_no_button_for_the_whole_screen(open_page: Open) -> None:
    page = open_page(size="phone").page
    labels = [each.get_attribute("aria-label") for each in page.locator("#zoom button").all()]
    shown = [each.is_visible() for each in page.locator("#zoom button").all()]
    assert dict(zip(labels, shown, strict=True)) == {
        "Zoom in": True,
        "Zoom out": True,
        "Show the whole map": True,
        "Full screen": False,
    }


@pytest.mark.grid(2)
@pytest.mark.parametrize(
    ("hash_", "told"),
    [
        ("#feature=cross-al-rai", {"State": "open", "As of": "since 15 December 2017"}),
        (
            "#feature=cross-al-rai&date=2017-11-03",
            {"State": "not known on 3 November 2017; since 15 December 2017: open"},
        ),
        (
            "#feature=cross-jarabulus&date=2018-06-06",
            {
                "State": "not known on 6 June 2018; September 2018: open",
                "Held by": "not known on 6 June 2018; September 2018: "
                "Turkish forces and their groups",
            },
        ),
        ("#feature=cross-kassab&date=2017-09-01", {"State": "closed", "As of": "since 2014"}),
        (
            "#feature=base-abu-al-duhur&date=2018-01-20",
            {"Held by": "not known on 20 January 2018; since 21 January 2018: Syrian government"},
        ),
        ("#feature=base-abu-al-duhur&date=2018-01-21", {"Held by": "Syrian government"}),
    ],
)
def test_crossings_and_bases_tell_of_their_own_time(
    open_page: Open, hash_: str, told: dict[str, str]
) -> None:
    page = open_page(hash_).page
    terms = page.locator("#panel-details .facts dt").all_inner_texts()
    values = page.locator("#panel-details .facts dd").all_inner_texts()
    found = dict(zip(terms, values, strict=True))
    assert told.items() <= found.items()


def test_a_crossing_is_drawn_as_it_was_on_the_date(open_page: Open) -> None:
    page = open_page("#date=2017-12-06").page
    drawn = """() => Object.fromEntries(inside.current.scene.layout.markers
        .filter(({ feature }) => feature.layerKind === "crossings")
        .map(({ id, glyph }) => [id, glyph]))"""
    before = page.evaluate(drawn)
    assert before["cross-al-rai"] == "unknown"
    assert before["cross-kassab"] == "closed"
    page.locator("[data-time=forward]").click()
    wait_until(page, "inside.current.store.get().date === '2017-12-15'")
    wait_until(page, "!inside.current.layer.stale.size")
    assert page.evaluate(drawn)["cross-al-rai"] == "open"


def test_a_source_says_whose_its_publisher_is(open_page: Open, document: dict[str, Any]) -> None:
    russian = {i for i, each in enumerate(document["sources"]) if each["leaning"] == "state-russia"}
    place = next(each for each in rows(document, "settlements") if russian & {*each["sources"][:3]})
    page = open_page(f"#lang=tr&feature={place['id']}").page
    assert "Rus devlet medyası" in page.locator("#panel-details .sources").first.inner_text()
