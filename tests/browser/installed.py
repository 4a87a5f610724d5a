"""Where the browsers and fonts of the tests are, and which packages of Debian bring them."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import SHELL, find_chromium

if TYPE_CHECKING:
    from collections.abc import Callable

_MINI_BROWSERS = ("lib/*/webkit2gtk-4.*/MiniBrowser", "libexec/webkit2gtk-4.*/MiniBrowser")
_FONTS = ("Noto Sans", "Noto Serif", "Noto Sans Arabic", "Noto Naskh Arabic")


@dataclass(frozen=True)
class Need:
    """Something that the tests need and the project does not bring."""

    name: str
    find: Callable[[], str | None]
    packages: tuple[str, ...]

    @property
    def missing(self) -> str:
        packages = " ".join(self.packages)
        return f"No {self.name}. On Debian: apt-get install {packages}"


def is_ci() -> bool:
    """Return whether nothing may be left out."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def found_or_skipped(need: Need) -> str:
    """Return where it is; without it a test fails in CI, and is skipped elsewhere and says so."""
    found = need.find()
    if not found:
        (pytest.fail if is_ci() else pytest.skip)(need.missing)
    return found


def find_firefox() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


def find_webkit() -> str | None:
    """Return WebKitGTK's MiniBrowser, if its driver and a screen for it are there as well."""
    if not shutil.which("WebKitWebDriver") or not shutil.which("Xvfb"):
        return None
    found = (path for pattern in _MINI_BROWSERS for path in sorted(Path("/usr").glob(pattern)))
    return next(map(str, found), None)


def find_fonts() -> str | None:
    """Return the name of the fonts in which the reference pictures are drawn."""
    lists = shutil.which("fc-list")
    if not lists:
        return None
    told = subprocess.run([lists, ":", "family"], capture_output=True, text=True, check=True)
    families = {name for line in told.stdout.splitlines() for name in line.split(",")}
    return ", ".join(_FONTS) if families.issuperset(_FONTS) else None


QUICK = Need("Chromium without windows", lambda: shutil.which(SHELL), (SHELL,))
"""Nothing is missing without it: tests take longer."""

CHROMIUM = Need("Chromium or Chrome", find_chromium, ("chromium",))
FIREFOX = Need("Firefox", find_firefox, ("firefox-esr",))
WEBKIT = Need("WebKit with its driver and a screen", find_webkit, ("webkit2gtk-driver", "xvfb"))
FONTS = Need("fonts " + ", ".join(_FONTS), find_fonts, ("fontconfig", "fonts-noto-core"))
NEEDS = (CHROMIUM, FIREFOX, WEBKIT, FONTS)
