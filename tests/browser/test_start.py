"""The page starts, or it says why and stays readable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import listening, looked_into, new_context
from tests.browser.waiting import next_frames, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

    from tests.browser.conftest import Opened

READY = "html[data-mapgen=ready]"
SENTENCES = {
    "blocked": "The map needs scripts (JavaScript), and none ran here",
    "failed": "The map could not start in this browser.",
}


@pytest.fixture
def served(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens a page as a host serves it, with headers of the host's."""
    contexts = []

    def opened(
        html: str, headers: dict[str, str] | None = None, *, size: str = "desktop"
    ) -> Opened:
        context = new_context(browser, size)
        contexts.append(context)
        tab = listening(context.new_page())

        def answer(route: Route) -> None:
            route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers or {})

        tab.page.route("https://map.example/**", answer)
        tab.page.goto("https://map.example/map.html")
        return tab

    yield opened
    for context in contexts:
        context.close()


def is_readable(page: Page, sentence: str) -> None:
    """See that picture, tables and one sentence are in view, and nothing that needs scripts."""
    assert page.locator("#tables").is_visible()
    assert page.locator("table[data-layer=observation_posts]").is_visible()
    assert page.locator("#picture svg").first.is_visible()
    assert page.locator("#bibliography").is_visible()
    told = page.locator(".failure:visible")
    assert told.count() == 1
    assert told.inner_text().startswith(sentence)
    for hidden in (".folium-map", "#time", "#panel", "#search-box"):
        assert not page.locator(hidden).is_visible(), hidden


def test_a_host_that_forbids_scripts(served: Callable[..., Opened], page_file: Path) -> None:
    policy = "script-src 'self'; style-src 'self' 'unsafe-inline'"
    tab = served(page_file.read_text("utf-8"), {"Content-Security-Policy": policy})
    is_readable(tab.page, SENTENCES["blocked"])


def test_a_browser_without_scripts(open_page: Callable[..., Opened]) -> None:
    is_readable(open_page(scripts=False).page, SENTENCES["blocked"])


def without_policy(html: str) -> str:
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)


DAMAGE: dict[str, Callable[[str], str]] = {
    "a browser that cannot read the starter": lambda html: html.replace(
        'document.documentElement.setAttribute("data-begun","")', "let new = 1"
    ),
    "a document with a part missing": lambda html: re.sub(r'("packed":")[^"]{5000}', r"\1", html),
    "a document of another kind": lambda html: re.sub(
        r'(id="mapgen-data">)[^<]+', r"\1[1, 2, 3]", html
    ),
    "scripts with a part missing": lambda html: re.sub(
        r'(id="mapgen-front-end">)[^<]{4000}', r"\1", html
    ),
}


@pytest.mark.grid(2)
@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_page(served: Callable[..., Opened], page_file: Path, kind: str) -> None:
    whole = without_policy(page_file.read_text("utf-8"))
    damaged = DAMAGE[kind](whole)
    assert damaged != whole
    page = served(damaged).page
    page.wait_for_selector("html[data-mapgen=failed]")
    is_readable(page, SENTENCES["failed"])


STATES = ["", "#lang=ar&feature=post-morek", "#panel=about", "#panel=table&lang=tr", "#embed"]


@pytest.mark.grid(2)
@pytest.mark.parametrize("state", STATES)
def test_a_copy_of_the_running_page_works(
    open_page: Callable[..., Opened], served: Callable[..., Opened], state: str
) -> None:
    page = open_page(state).page
    page.get_by_role("button").first.focus()
    next_frames(page)
    copy = page.evaluate("'<!DOCTYPE html>' + document.documentElement.outerHTML")
    tab = served(copy)
    tab.page.wait_for_selector(READY)
    # Styles of elements are written as attributes in a copy; the page itself sets them by script.
    assert [said for said in tab.console if "Applying inline style" not in said] == []
    assert tab.page.locator(".folium-map").count() == 1
    assert tab.page.locator(".leaflet-map-pane").count() == 1
    assert tab.page.locator("h1").inner_text() == "Northwest Syria, September 2018"
    tab.page.locator("[data-view-button=tables]").first.evaluate("(button) => button.click()")
    assert tab.page.locator("table[data-layer=observation_posts]").is_visible()
    tab.page.locator("#tables-title").click()
    assert tab.page.locator("html").get_attribute("lang") == "en", "a click in the tables"


def test_the_tables_of_a_copy_speak_each_language_and_lead_to_the_map(
    open_page: Callable[..., Opened], served: Callable[..., Opened]
) -> None:
    heading = "table[data-layer=observation_posts] th >> nth=0"
    page = open_page("#lang=ar&panel=table").page
    assert page.locator(heading).inner_text() == "الاسم"
    for language, name in (("ar", "الاسم"), ("en", "Name")):
        copy = page.evaluate("'<!DOCTYPE html>' + document.documentElement.outerHTML")
        page = served(copy).page  # the next one is a copy of this copy
        page.wait_for_selector(READY)
        page.locator(f"button[data-language={language}]").evaluate("(button) => button.click()")
        page.locator("[data-view-button=tables]").first.evaluate("(button) => button.click()")
        assert page.locator(heading).inner_text() == name
        assert page.locator(".table-index").count() == 1
        page.locator("table[data-layer=observation_posts] button.link").nth(8).click()
        page.wait_for_selector("#panel-details h2")
        assert "post-morek" in page.evaluate("location.hash")
        page.locator("[data-view-button=tables]").first.evaluate("(button) => button.click()")


def test_a_copy_that_cannot_start_has_its_tables_once(
    open_page: Callable[..., Opened], served: Callable[..., Opened]
) -> None:
    page = open_page("#panel=table").page
    copy = page.evaluate("'<!DOCTYPE html>' + document.documentElement.outerHTML")
    damaged = DAMAGE["scripts with a part missing"](without_policy(copy))
    assert damaged != without_policy(copy)
    broken = served(damaged).page
    broken.wait_for_selector("html[data-mapgen=failed]")
    assert broken.locator("table[data-layer=observation_posts]").is_visible()
    assert broken.locator("#tables table").count() == 12
    assert broken.locator("#bibliography").count() == 1


@pytest.mark.grid(2)
@pytest.mark.parametrize("state", STATES)
def test_a_copy_without_its_scripts_is_readable(
    open_page: Callable[..., Opened], served: Callable[..., Opened], state: str
) -> None:
    """SingleFile and others save what the page has become, and take the scripts out."""
    page = open_page(state).page
    page.keyboard.press("Control")  # the tables are aside until the reader may save the page
    copy = page.evaluate("'<!DOCTYPE html>' + document.documentElement.outerHTML")
    plain = served(re.sub(r"<script\b.*?</script>", "", copy, flags=re.DOTALL)).page
    assert plain.locator("table[data-layer=observation_posts]").is_visible()
    assert plain.locator("#picture svg").first.is_visible()
    assert plain.locator(".failure").first.is_visible()
    assert not plain.locator("#panel").is_visible()
    assert plain.evaluate("document.documentElement.scrollHeight > innerHeight")


SIGNS = {
    "the pointer leaves the page": "new MouseEvent('mouseleave')",
    "a menu opens": "new MouseEvent('contextmenu', {bubbles: true})",
    "a key of commands": "new KeyboardEvent('keydown', {key: 'Meta', metaKey: true})",
}


@pytest.mark.grid(1)
@pytest.mark.parametrize("sign", SIGNS)
def test_the_tables_are_there_for_a_copy(open_page: Callable[..., Opened], sign: str) -> None:
    page = open_page("#lang=ar").page
    page.keyboard.press("Shift")
    assert page.locator("#tables table").count() == 0
    page.evaluate(f"document.documentElement.dispatchEvent({SIGNS[sign]})")
    assert page.locator("#tables table").count() == 12
    assert page.locator("#tables-title").text_content() == "كل ما على الخريطة في جداول"
    assert page.locator("#bibliography li").count() > 1000


def test_a_page_without_comments_works(served: Callable[..., Opened], page_file: Path) -> None:
    """Hosts that make pages smaller take comments out, and the one that ends what is aside."""
    whole = page_file.read_text("utf-8")
    bare = re.sub(r"<!--.*?-->", "", whole, flags=re.DOTALL)
    assert bare != whole
    tab = served(bare)
    tab.page.wait_for_selector(READY)
    tab.page.locator("[data-view-button=tables]").first.click()
    assert tab.page.locator("table[data-layer=observation_posts]").is_visible()
    tab.page.locator("[data-view-button=map]").first.click()
    tab.page.locator("[data-share]").first.click()
    assert tab.page.locator("#share").is_visible()
    assert tab.console == []


def test_only_the_end_ends_what_is_aside(page_file: Path) -> None:
    html = page_file.read_text("utf-8")
    aside = html[html.index("<table ") : html.index("</main>")]
    assert re.findall(r"--!?>", aside) == ["-->"]
    assert "<table data" not in html[html.index("-->", html.index("<table ")) :]


def test_no_script_in_the_page_ends_early(open_page: Callable[..., Opened]) -> None:
    page = open_page().page
    texts = page.evaluate("[...document.scripts].map((script) => script.textContent)")
    assert len(texts) > 3
    assert not any(re.search(r"</script|<!--", text, re.IGNORECASE) for text in texts)


FRAMES = """<!doctype html><title>A lesson</title><div id="tab" style="{style}">
<iframe src="{src}" title="Map" width="900" height="{height}"></iframe></div>"""


HIDDEN = {
    "a closed tab": ("display: none", 560, "tab.style.display = 'block'"),
    "a tab without width": ("width: 0; overflow: hidden", 560, "tab.style.width = '900px'"),
    "a frame without height": ("", 0, "document.querySelector('iframe').height = 560"),
}


@pytest.mark.grid(1)
@pytest.mark.parametrize("kind", HIDDEN)
def test_a_frame_of_no_size_starts_when_it_is_shown(
    browser: Browser, page_file: Path, tmp_path: Path, kind: str
) -> None:
    style, height, show = HIDDEN[kind]
    wrapper = tmp_path / "lesson.html"
    wrapper.write_text(
        FRAMES.format(style=style, height=height, src=f"file://{page_file}#embed"), "utf-8"
    )
    viewport: Any = {"width": 1000, "height": 700}
    context = looked_into(browser.new_context(offline=True, viewport=viewport))
    tab = listening(context.new_page())
    tab.page.goto(wrapper.as_uri())
    frame = tab.page.frames[1]
    next_frames(tab.page, 5)
    tab.page.evaluate(show)
    wait_until(frame, "document.documentElement.dataset.mapgen === 'ready'")
    assert frame.evaluate("document.querySelector('.folium-map').clientWidth") > 400
    assert tab.console == []
    context.close()
