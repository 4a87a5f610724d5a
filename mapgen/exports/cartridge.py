"""Common Cartridge 1.1 (IMS, 2011): the page, and a short page for each lesson that leads into it.

1.1 is a version that Moodle imports as well as Canvas; Moodle knows no newer one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.exports.archive import archive
from mapgen.exports.lessons import languages_of, terms, translated
from mapgen.facts.texts import direction
from mapgen.page.templates import rendered

if TYPE_CHECKING:
    from mapgen.exports.material import Material
    from mapgen.facts.lessons import Lesson


def cartridge(material: Material) -> bytes:
    """Return a cartridge: a zip archive with ``imsmanifest.xml`` at its root.

    The short pages hold no script: some systems take scripts out of what is uploaded.
    """
    atlas = material.geodata.atlas
    lessons = [translated(lesson, material) for lesson in material.geodata.lessons]
    manifest = rendered(
        "cartridge.xml",
        identifier=atlas.id,
        title=atlas.title[material.title_language],
        description=atlas.description[material.title_language],
        language=material.title_language,
        licence=terms(material),
        page=material.page_name,
        lessons=lessons,
    )
    files = {"imsmanifest.xml": manifest.encode()}
    files[material.page_name] = material.pages.page().encode()
    for lesson in material.geodata.lessons:
        files[f"lesson-{lesson.id}.html"] = lesson_page(material, lesson).encode()
    return archive(files)


def lesson_page(material: Material, lesson: Lesson) -> str:
    """Return a lesson as a short page in every language that it has, that of titles first."""
    geodata = material.geodata
    first = material.title_language
    sections = [
        {
            "lang": language,
            "dir": direction(language),
            "lesson": translated(lesson, material, language),
            "t": geodata.catalogues[language].__getitem__,
            "href": f"{material.page_name}#lang={language}&tour={lesson.id}&step=1",
        }
        for language in sorted(languages_of(lesson, material), key=lambda name: name != first)
    ]
    return rendered("lesson.html", sections=sections, licence=terms(material))
