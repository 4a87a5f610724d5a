"""Where the browser of the tests is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
"""Chromium without a window of its own: pages open in it for half the work of the processor."""

_NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ARGUMENTS = (
    "--no-sandbox",  # CI runs as root
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium() -> str | None:
    """Return the path of a Chromium: the one named, Playwright's own, or the system's."""
    named = os.environ.get("MAPGEN_BROWSER")
    if named:
        return named
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.is_file():
        return str(own)
    return next(filter(None, map(shutil.which, _NAMES)), None)
