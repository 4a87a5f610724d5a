"""Libraries that the peers' pages load from elsewhere: at locked versions, on this machine."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

LOCKED = Path(__file__).resolve().parent / "libraries"
ROOT = LOCKED.parent.parent.parent

HOMES = (
    (r"/npm/((?:@[^/]+/)?[^/@]+)@([\d.]+)/(.+)", None),
    (r"/jquery-([\d.]+)\.min\.js", ("jquery", "dist/jquery.min.js")),
    (r"/ui/([\d.]+)/jquery-ui\.js", ("jquery-ui-dist", "jquery-ui.js")),
    (
        r"/ajax/libs/Leaflet\.awesome-markers/([\d.]+)/leaflet\.awesome-markers\.(css|js)",
        ("drmonty-leaflet-awesome-markers", r"\2/leaflet.awesome-markers.\2"),
    ),
    (
        r"/ajax/libs/leaflet\.markercluster/([\d.]+)/(.+)",
        ("leaflet.markercluster", r"dist/\2"),
    ),
)
"""Where the file of an address is among the packages: package and path in it."""

REFERENCE = re.compile(r'((?:src|href)=")https?://[^/"]+(/[^"]+\.(?:js|css))(")')
ELSEWHERE = "/elsewhere"


def install(folder: Path) -> Path:
    """Install the libraries once, and return where they are."""
    home = folder / "node_modules"
    lock = LOCKED / "package-lock.json"
    written = folder / lock.name
    if home.is_dir() and written.is_file() and written.read_bytes() == lock.read_bytes():
        return home
    folder.mkdir(parents=True, exist_ok=True)
    for path in (LOCKED / "package.json", lock, ROOT / ".npmrc"):
        shutil.copy(path, folder)
    npm = shutil.which("npm") or "npm"
    options = ["--ignore-scripts", "--legacy-peer-deps", "--silent", "--no-audit", "--no-fund"]
    try:
        subprocess.run([npm, "ci", *options], check=True, cwd=folder)
    except (OSError, subprocess.CalledProcessError):
        written.unlink()
        raise
    return home


@dataclass(frozen=True)
class Place:
    """Where a file of a library is among the packages."""

    package: str
    version: str
    path: str


class LibraryError(Exception):
    """A page asks for another version than the locked one."""


def place_of(address: str) -> Place | None:
    """Return where the file of an address is, None when that is not known."""
    for pattern, home in HOMES:
        found = re.fullmatch(pattern, address)
        if found and home is None:
            return Place(found[1], found[2], found[3])
        if found and home:
            return Place(home[0], found[1], found.expand(home[1]))
    return None


def versions() -> dict[str, str]:
    """Return the locked versions of the libraries."""
    found: dict[str, str] = json.loads((LOCKED / "package.json").read_text("utf-8"))["dependencies"]
    return found


def _check(place: Place, home: Path) -> None:
    held = json.loads((home / place.package / "package.json").read_text("utf-8"))["version"]
    if held != place.version:
        message = (
            f"A page asks for {place.package} {place.version}, tools/bench/libraries has {held}. "
            "Lock the version that it asks for."
        )
        raise LibraryError(message)


def local(html: str, home: Path) -> tuple[str, list[str]]:
    """Return a page that loads its libraries from the server of the page.

    Parameters
    ----------
    html
        The page as its maker wrote it.
    home
        Where the libraries are.

    Returns
    -------
    tuple
        The page, and the names of files that are in no package: they are empty.

    Raises
    ------
    LibraryError
        When the page asks for another version than the locked one.
    """
    missing = []

    def replaced(found: re.Match[str]) -> str:
        place = place_of(found[2])
        if place:
            _check(place, home)
            path = f"{place.package}/{place.path}"
        else:
            missing.append(Path(found[2]).name)
            path = f"missing/{missing[-1]}"
        return f"{found[1]}{ELSEWHERE}/{path}{found[3]}"

    return REFERENCE.sub(replaced, html), missing
