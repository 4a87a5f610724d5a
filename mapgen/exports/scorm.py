"""SCORM: the page that opens with a lesson and reports how far it was seen, in a zip.

SCORM 1.2 (ADL, 2001) is what the most systems play; SCORM 2004 3rd Edition (ADL, 2006) keeps
completion and score apart. The page is the same in both: its script ``web/lessons/scorm.js``
finds out which of the two plays it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.exports.archive import archive
from mapgen.exports.lessons import terms, translated
from mapgen.page.html import PageOptions
from mapgen.page.inline import SCORM
from mapgen.page.templates import rendered

if TYPE_CHECKING:
    from mapgen.exports.material import Material
    from mapgen.facts.lessons import Lesson

KINDS = ("scorm12", "scorm2004")
"""Beginnings of the names of packages; each has a template of its manifest."""


def package(material: Material, lesson: Lesson, kind: str) -> bytes:
    """Return a lesson as a package.

    Parameters
    ----------
    material
        Facts and language.
    lesson
        One of the lessons of the facts.
    kind
        One of `KINDS`.

    Returns
    -------
    bytes
        A zip archive with ``imsmanifest.xml`` at its root and the page as the one object that is
        played (SCO).
    """
    manifest = rendered(
        f"{kind}.xml",
        identifier=f"{material.geodata.atlas.id}-{lesson.id}",
        page=material.page_name,
        lesson=translated(lesson, material),
        language=material.title_language,
        licence=terms(material),
    )
    options = PageOptions(start=start_of(material, lesson), runtime=SCORM)
    page = material.pages.page(options)
    return archive({"imsmanifest.xml": manifest.encode(), material.page_name: page.encode()})


def start_of(material: Material, lesson: Lesson) -> str:
    """Return what a page opens with, as its address says it after ``#``."""
    language = f"lang={material.language}&" if material.language else ""
    return f"{language}tour={lesson.id}&step=1"
