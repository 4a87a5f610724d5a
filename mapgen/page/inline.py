"""The scripts and styles that stand in the page itself, and the policy that allows them alone."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAFLET = {
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
}
"""sha256 of Leaflet 1.9.4's files, as the npm package ``leaflet`` 1.9.4 publishes them."""

STYLE = "page.css"
"""Styles that stand in the page plainly: without scripts it is a document."""

SCRIPTED_STYLE = "app.css"
BEGINNING = "begin.js"
"""Stands in the head: hides what the map replaces for as long as scripts are at work."""

ASIDE = "aside.js"
"""Stands before the tables: sets them aside for as long as scripts are at work."""

STARTER = "boot.js"
"""The last script that stands in the page plainly; it unpacks and runs the rest."""

OWN = "app.js"
SCORM = "scorm.js"
"""The script that only pages in packages have; it reports to the system that plays them."""


class LeafletError(RuntimeError):
    """Leaflet's files are not those of version 1.9.4."""


def beginning() -> str:
    """Return the script that runs before anything is shown."""
    return _built(BEGINNING)


def aside() -> str:
    """Return the script that sets the tables aside."""
    return _built(ASIDE)


def starter() -> str:
    """Return the script that starts the page."""
    return _built(STARTER)


def scripts_of(map_script: str, runtime: str | None = None) -> tuple[str, ...]:
    """Return the scripts that the starter runs, in order: Leaflet, the map, the page's own.

    Parameters
    ----------
    map_script
        What makes the map and what was added to it.
    runtime
        Name of the script that follows them in the pages of a package, such as `SCORM`.
    """
    added = (_built(runtime),) if runtime else ()
    return (_leaflet("leaflet.js"), map_script, _built(OWN), *added)


def style() -> str:
    """Return the styles that stand in the page plainly."""
    return _built(STYLE)


def scripted_style() -> str:
    """Return the styles of what only the scripts show: Leaflet's, then the page's own."""
    return _leaflet("leaflet.css") + "\n" + _built(SCRIPTED_STYLE)


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Return a content security policy that allows exactly these scripts and styles."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def favicon() -> str:
    """Return the icon of the page as a data URL: a front line between two grounds."""
    svg = resources.files("mapgen").joinpath("web/templates/favicon.svg").read_bytes()
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _built(name: str) -> str:
    """Return one of the files that ``make scripts`` made of ``web/``."""
    file = resources.files("mapgen").joinpath("page/static", name)
    return file.read_text(encoding="utf-8").strip()


def _leaflet(name: str) -> str:
    """Return one of Leaflet's files from its package.

    Raises
    ------
    LeafletError
        When the file is not the one of Leaflet 1.9.4.
    """
    folder = resources.files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
    data = folder.joinpath(name).read_bytes()
    if hashlib.sha256(data).hexdigest() != LEAFLET[name]:
        message = (
            f"{name} is not Leaflet 1.9.4's. Install the version that pyproject.toml names: "
            "pip install django-js-lib-leaflet==1.9.4.1"
        )
        raise LeafletError(message)
    text = data.decode("utf-8")
    if name.endswith(".css"):
        return _shortened(text)
    return text.replace("//# sourceMappingURL=leaflet.js.map", "")


def _shortened(css: str) -> str:
    """Return Leaflet's stylesheet without comments and without its pictures, which are not used."""
    lines = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip() and "url(images/" not in line)
