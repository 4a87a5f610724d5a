"""Opening the dialog for sharing, and what the browser saves from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, FrameLocator, Page


def open_share(page: Page | Frame | FrameLocator) -> None:
    """Open the dialog by the button in the head of the page."""
    page.locator(".page-head [data-share]").click()
    page.locator("#share[open]").wait_for()


def saved(page: Page, button: str) -> Path:
    """Press a button of the dialog; return the file under the name that the page gave it."""
    with page.expect_download() as waiting:
        page.locator(f"#share [data-save='{button}']").click()
    path = waiting.value.path()
    return path.rename(path.with_name(waiting.value.suggested_filename))
