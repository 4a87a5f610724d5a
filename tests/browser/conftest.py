"""The page in a real browser, without a network."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from mapgen.cli import main
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.inside import inside
from tests.conftest import GEODATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page

SIZES = {"desktop": (1280, 800), "tablet": (820, 1180), "phone": (390, 844), "embed": (480, 360)}


@dataclass
class Opened:
    """The page in a tab, with everything that it said and asked for."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def listening(page: Page) -> Opened:
    """Keep what a page says and asks for from now on."""
    tab = Opened(page)
    page.on("console", lambda message: tab.console.append(message.text))
    page.on("pageerror", lambda error: tab.console.append(str(error)))
    page.on("request", lambda request: tab.requests.append(request.url))
    return tab


def looked_into(context: BrowserContext) -> BrowserContext:
    """Let tests ask every page of a window what ``inside.js`` offers."""
    context.add_init_script(inside())
    return context


def new_context(
    browser: Browser, size: str, *, scripts: bool = True, locale: str | None = None
) -> BrowserContext:
    """Open a window of a size with the network cut and nothing that moves."""
    width, height = SIZES[size]
    return looked_into(
        browser.new_context(
            viewport={"width": width, "height": height},
            offline=True,
            java_script_enabled=scripts,
            locale=locale,
            reduced_motion="reduce",
        )
    )


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Return a function that starts Chromium, with more arguments and another environment."""
    path = find_chromium()
    assert path, "No browser: python tools/ensure_browser.py installs one."
    with sync_playwright() as playwright:

        def started(
            *, args: Iterable[str] = (), env: dict[str, str | float | bool] | None = None
        ) -> Browser:
            return playwright.chromium.launch(
                executable_path=path, args=[*ARGUMENTS, *args], env=env
            )

        yield started


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    chromium = launch()
    yield chromium
    chromium.close()


@pytest.fixture
def open_page(browser: Browser, page_file: Path) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens the page from the disk with the network cut."""
    contexts = []

    def opened(
        hash_: str = "", *, size: str = "desktop", scripts: bool = True, wait: bool = True
    ) -> Opened:
        context = new_context(browser, size, scripts=scripts)
        contexts.append(context)
        tab = listening(context.new_page())
        tab.page.goto(f"file://{page_file}{hash_}")
        if scripts and wait:
            tab.page.wait_for_selector("html[data-mapgen=ready]", timeout=20_000)
        return tab

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def sandboxed(
    browser: Browser, page_file: Path, tmp_path: Path
) -> Iterator[Callable[[int, int], tuple[Opened, FrameLocator]]]:
    """Return a function that shows the page in a frame that allows scripts and nothing else."""
    contexts = []

    def opened(width: int, height: int) -> tuple[Opened, FrameLocator]:
        wrapper = tmp_path / "lesson.html"
        wrapper.write_text(
            f'<iframe src="file://{page_file}" title="Map" sandbox="allow-scripts" '
            f'width="{width}" height="{height}"></iframe>',
            encoding="utf-8",
        )
        viewport: Any = {"width": width + 100, "height": height + 60}
        context = looked_into(browser.new_context(offline=True, viewport=viewport))
        contexts.append(context)
        tab = listening(context.new_page())
        tab.page.goto(wrapper.as_uri())
        frame = tab.page.frame_locator("iframe")
        frame.locator("html[data-mapgen=ready]").wait_for(timeout=20_000, state="attached")
        return tab, frame

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def page_file(page: Path) -> Path:
    return page


@pytest.fixture(scope="session")
def examples_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of ways to embed the map, beside the page itself."""
    path = tmp_path_factory.mktemp("examples") / "northwest-syria.html"
    words = ["build", "--geodata", str(GEODATA), "--output", str(path), "--examples"]
    assert main(words) == 0
    return path.with_name("embed-examples.html")
