"""Taking the map along: link, frame, picture, citation, in a dialog that works by keyboard."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from tests.browser.conftest import SIZES, looked_into
from tests.browser.taking import open_share, saved
from tests.browser.test_languages import ENGLISH
from tests.browser.waiting import wait_until
from tests.markup import Tags

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

VIEW = "#view=35.9000,36.7000,10&date=2018-01-20"


def field(page: Page, name: str) -> str:
    return page.locator(f"#share [data-field={name}]").input_value()


def test_the_dialog_takes_the_focus_and_gives_it_back(open_page: Open) -> None:
    tab = open_page("#feature=post-morek")
    page = tab.page
    button = page.locator(".page-head [data-share]")
    button.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('#share').contains(document.activeElement)")
    assert page.locator("#share").get_attribute("aria-labelledby") == "share-title"
    for _ in range(40):  # no way out of a modal dialog but its own, and none of its parts is a trap
        page.keyboard.press("Tab")
    assert page.evaluate("!document.querySelector('#map-frame').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not page.locator("#share").is_visible()
    assert button.evaluate("(own) => own === document.activeElement")
    assert "feature=post-morek" in page.url, "Escape closes the dialog alone"
    assert tab.console == []


def test_the_link_is_that_of_the_view(open_page: Open) -> None:
    page = open_page(VIEW).page
    open_share(page)
    assert field(page, "link") == page.url
    assert "view=35.9000,36.7000,10" in page.url
    page.locator("#share [data-copy=link]").click()
    page.locator("#share [data-copy=link]", has_text="Copied").wait_for()


def test_the_snippet_shows_this_view_in_another_page(
    browser: Browser, open_page: Open, page_file: Path, tmp_path: Path
) -> None:
    page = open_page(VIEW).page
    open_share(page)
    markup = field(page, "embed")
    (_, frame), _, (_, link) = Tags(markup).found
    assert frame["src"] == f"northwest-syria.html#embed&{VIEW[1:]}"
    assert link["href"] == f"northwest-syria.html{VIEW}"
    assert (frame["width"], frame["height"]) == ("100%", "450")
    assert frame["title"] == "Northwest Syria, September 2018"
    assert (frame["loading"], frame["referrerpolicy"]) == (
        "lazy",
        "strict-origin-when-cross-origin",
    )
    assert "allowfullscreen" in frame
    beside = tmp_path / "northwest-syria.html"
    beside.write_bytes(page_file.read_bytes())
    (tmp_path / "lesson.html").write_text(f"<!DOCTYPE html>{markup}", encoding="utf-8")
    context = looked_into(browser.new_context(offline=True))
    lesson = context.new_page()
    lesson.goto((tmp_path / "lesson.html").as_uri())
    shown = lesson.frame_locator("iframe")
    shown.locator("html[data-mapgen=ready]").wait_for(timeout=20_000, state="attached")
    assert "20 Jan" in shown.locator("header").inner_text()
    assert shown.locator("#legend").is_visible()
    assert not shown.locator("#time").is_visible()
    context.close()


def test_the_frame_has_a_shape_and_the_height_that_the_map_asks_for(
    browser: Browser, open_page: Open, page_file: Path, tmp_path: Path
) -> None:
    page = open_page("#date=2018-01-20").page
    open_share(page)
    assert "same folder as your page" in page.locator("[data-share-section=embed]").inner_text()
    heights = []
    for size in ("wide", "square", "tall"):
        page.locator(f"#share [data-size={size}]").click()
        heights.append(int(Tags(field(page, "embed")).found[0][1]["height"] or 0))
    assert heights == sorted(set(heights))
    assert "<script>" not in field(page, "embed")
    page.locator("#share [data-listens]").check()
    markup = field(page, "embed")
    assert markup.split("</p>")[1].strip().count("\n") < 6
    (tmp_path / "northwest-syria.html").write_bytes(page_file.read_bytes())
    (tmp_path / "lesson.html").write_text(
        f"<!DOCTYPE html><div style='width: 500px'>{markup}</div>", encoding="utf-8"
    )
    context = looked_into(browser.new_context(offline=True))
    lesson = context.new_page()
    lesson.goto((tmp_path / "lesson.html").as_uri())
    wait_until(lesson, "document.querySelector('iframe').style.height.endsWith('px')")
    wanted = lesson.frames[1].evaluate("inside.frameHeight.natural(inside.current)")
    assert lesson.locator("iframe").evaluate("(own) => own.offsetHeight") == wanted
    context.close()


def test_a_frame_that_forbids_to_save_shows_what_was_to_be_saved(
    sandboxed: Callable[..., Any],
) -> None:
    _, frame = sandboxed(1100, 700)
    open_share(frame)
    frame.locator("#share [data-save='crossings.geojson']").click()
    content = json.loads(frame.locator("#share [data-field=by-hand]").input_value())
    assert len(content["features"]) == 18
    frame.locator("#share [data-save=picture]").click()
    picture = frame.locator("#share .share-picture")
    picture.wait_for()
    picture.evaluate("(image) => image.decode()")
    assert picture.evaluate("(image) => image.naturalWidth") > 1200


def test_the_picture_is_the_view_with_all_that_explains_it(open_page: Open) -> None:
    page = open_page().page
    box = page.locator("#map-frame").bounding_box()
    assert box is not None
    screen = np.asarray(
        Image.open(io.BytesIO(page.locator("#map-frame").screenshot())).convert("RGB")
    ).astype(int)
    open_share(page)
    path = saved(page, "picture")
    assert path.name == "northwest-syria-2018-09-14.png"
    picture = np.asarray(Image.open(path).convert("RGB")).astype(int)
    margin, head = 2 * 16, 2 * (16 + 25 + 18 + 8)
    assert picture.shape[1] == 2 * box["width"] + 2 * margin
    width, height = 2 * int(box["width"]), 2 * int(box["height"])
    drawn = picture[head : head + height : 2, margin : margin + width : 2]
    apart = np.abs(drawn - screen).max(axis=2)
    assert (apart < 40).mean() > 0.9, "controls and edge arrows alone are not in the picture"
    above, below = picture[:head], picture[head + height :]
    for strip in (above, below):
        ink = (strip.max(axis=2) < 90).mean()
        assert 0.004 < ink < 0.2
    for fill in ((0xF1, 0xC0, 0xBB), (0x63, 0xA5, 0xC4), (0xF6, 0xE7, 0x90)):
        near = np.abs(below - np.array(fill)).max(axis=2) <= 6
        assert near.sum() > 200, "the legend shows the colours of the map"


@pytest.mark.grid(1)
@pytest.mark.parametrize("language", ["en", "ar", "tr"])
def test_the_citation_names_date_article_and_licence(open_page: Open, language: str) -> None:
    page = open_page(f"#lang={language}").page
    open_share(page)
    for form in ("text", "bibtex", "ris", "csl"):
        page.locator(f"#share [data-form={form}]").click()
        words = field(page, "cite")
        assert "The looming massacre in Idlib" in words
        assert "Joseph Daher" in words
        assert "CC BY 4.0" in words
        assert re.search(r"\b14 (September|أيلول|Eylül) 2018", words)
        assert "file:" not in words
        assert set(re.findall(r"\b20\d\d\b", words)) <= {"2018"}
    entry = json.loads(field(page, "cite"))[0]
    assert (entry["type"], entry["id"]) == ("map", "northwest-syria-2018-09-14")
    assert "issued" not in entry


@pytest.mark.grid(1)
@pytest.mark.parametrize(
    ("size", "language"),
    [
        ("phone", "ar"), ("desktop", "en"), ("tablet", "tr"),
        *(
            pytest.param(*each, marks=pytest.mark.long)
            for each in (
                ("desktop", "ar"), ("desktop", "tr"), ("tablet", "en"),
                ("tablet", "ar"), ("phone", "en"), ("phone", "tr"),
            )
        ),
    ],
)  # fmt: skip
def test_the_dialog_fits_and_speaks_the_language(open_page: Open, language: str, size: str) -> None:
    tab = open_page(f"#lang={language}&panel=about", size=size)
    page = tab.page
    page.locator("#panel-about [data-share]").click()
    dialog = page.locator("#share")
    box = dialog.bounding_box()
    assert box is not None
    width, height = SIZES[size]
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    body = dialog.locator(".share-body")
    assert body.evaluate("(own) => own.scrollWidth <= own.clientWidth")
    targets = dialog.locator("button").evaluate_all(
        "(own) => own.map((each) => each.getBoundingClientRect())"
        ".map(({width, height}) => Math.min(width, height))"
    )
    assert min(targets) >= (30 if size == "desktop" else 42)
    text = dialog.evaluate(
        "(root) => { const own = root.cloneNode(true);"
        " for (const part of own.querySelectorAll('textarea, .sources')) part.remove();"
        " return own.textContent; }"
    )
    if language != "en":
        assert [match[0] for match in ENGLISH.finditer(text.replace("CC BY", ""))] == []
    assert "ODbL" in dialog.inner_text()
    assert tab.console == []


def test_another_date_or_language_under_the_open_dialog_changes_it(open_page: Open) -> None:
    page = open_page().page
    open_share(page)
    page.evaluate("inside.current.store.set({date: '2018-01-20'})")
    assert page.locator("#share [data-scope=day]").inner_text() == "20 January 2018"
    page.evaluate("inside.current.store.set({lang: 'tr'})")
    assert page.locator("#share h2").inner_text() == "Bu haritayı paylaş"


def test_the_whole_screen(open_page: Open) -> None:
    page = open_page().page
    button = page.locator("#zoom .fullscreen")
    assert button.get_attribute("aria-label") == "Full screen"
    button.click()
    wait_until(page, "document.fullscreenElement === document.documentElement")
    page.locator("#zoom .fullscreen[aria-label='Leave full screen']").click()
    page.locator("#zoom .fullscreen[aria-label='Full screen']").wait_for()
    assert page.evaluate("document.fullscreenElement") is None


def test_forced_colours_keep_the_pressed_choice_apart(open_page: Open) -> None:
    page: Any = open_page().page
    page.emulate_media(forced_colors="active")
    open_share(page)
    colours = page.locator("#share [data-scope]").evaluate_all(
        "(own) => own.map((each) => getComputedStyle(each).backgroundColor)"
    )
    assert len(set(colours)) == 2
