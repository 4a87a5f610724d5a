"""Waiting for what a page comes to, however busy the machine is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame, Page

SECONDS = 30
"""Far more than anything takes; a test that waits so long has failed."""


def wait_until(page: Page | Frame, condition: str, argument: Any = None) -> None:
    """Ask until it holds: the page's policy forbids the browser's own polling of text."""
    wait_for(page, lambda: page.evaluate(condition, argument), condition)


def wait_for(page: Page | Frame, condition: Callable[[], object], name: str = "") -> None:
    """Ask until it holds."""
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end, name
        page.wait_for_timeout(50)


def next_frames(page: Page | Frame, count: int = 2) -> None:
    """Let the page draw: after so many frames it has done what was asked of it before."""
    page.evaluate(
        """(count) => new Promise((done) => {
            const next = (left) => (left ? requestAnimationFrame(() => next(left - 1)) : done());
            next(count);
        })""",
        count,
    )


def wait_for_buttons(page: Page | Frame) -> None:
    """Wait until the map's features stand as buttons: they follow a drawing when there is time."""
    wait_until(page, "!inside.current.walk.view")


def watch(page: Page | Frame, selector: str) -> Callable[[], list[str]]:
    """Keep what an element says, in its text or beside it; return what reads that.

    What vanishes by itself after two seconds may be gone before a busy machine looks.
    """
    page.evaluate(
        """(selector) => {
            const element = document.querySelector(selector);
            globalThis.watched = [];
            const note = () => watched.push(element.dataset.said ?? element.textContent);
            new MutationObserver(note).observe(element, {
                attributes: true, characterData: true, childList: true, subtree: true,
            });
        }""",
        selector,
    )
    return lambda: list(page.evaluate("watched"))
