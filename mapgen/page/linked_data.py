"""What the page is, for programs that look for maps and lessons: schema.org as JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.page.embedding import Published
    from mapgen.page.lesson_records import Lesson
    from mapgen.page.model import Document

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def linked_data(
    document: Document, language: str, published: Published | None = None
) -> dict[str, Any]:
    """Return a schema.org ``Map`` with its lessons as ``LearningResource``.

    Parameters
    ----------
    document
        The document of the page.
    language
        In which names and descriptions are written.
    published
        Where the page is in the web, if that is known.

    Returns
    -------
    dict
        JSON-able; https://schema.org/Map and https://schema.org/LearningResource say what its
        keys mean. Durations are ISO 8601.
    """
    atlas = document.atlas
    west, south, east, north = atlas.frame
    article = document.sources[atlas.article]
    record = {
        "@context": "https://schema.org",
        "@type": "Map",
        "name": atlas.title[language],
        "description": atlas.description[language],
        "inLanguage": document.languages,
        "temporalCoverage": atlas.as_of,
        "spatialCoverage": {
            "@type": "Place",
            "geo": {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"},
        },
        "isBasedOn": {"@type": "Article", "name": article.title, "url": article.url},
        "license": LICENCE,
        "isAccessibleForFree": True,
        "hasPart": [_lesson(lesson, document.languages, published) for lesson in document.lessons],
    }
    return record | ({"url": published.address} if published else {})


def _lesson(
    lesson: Lesson, languages: Sequence[str], published: Published | None
) -> dict[str, Any]:
    address = {"url": f"{published.address}#tour={lesson.id}"} if published else {}
    return address | {
        "@type": "LearningResource",
        "identifier": lesson.id,
        "name": lesson.title,
        "description": lesson.summary,
        "learningResourceType": "lesson",
        "educationalLevel": lesson.level,
        "timeRequired": f"PT{lesson.minutes}M",
        "teaches": lesson.objectives,
        "keywords": lesson.curriculum,
        "inLanguage": languages,
        "license": LICENCE,
        "isAccessibleForFree": True,
    }
