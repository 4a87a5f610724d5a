"""What the page is, for programs that look for maps and lessons: schema.org as JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mapgen.encoding import Document

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def linked_data(document: Document, language: str) -> dict[str, Any]:
    """Return a schema.org ``Map`` with its lessons as ``LearningResource``.

    Parameters
    ----------
    document
        The document of the page.
    language
        In which names and descriptions are written.

    Returns
    -------
    dict
        JSON-able; https://schema.org/Map and https://schema.org/LearningResource say what its
        keys mean. Durations are ISO 8601.
    """
    atlas = document["atlas"]
    west, south, east, north = atlas["frame"]
    article = document["sources"][atlas["article"]]
    return {
        "@context": "https://schema.org",
        "@type": "Map",
        "name": atlas["title"][language],
        "description": atlas["description"][language],
        "inLanguage": document["languages"],
        "temporalCoverage": atlas["as_of"],
        "spatialCoverage": {
            "@type": "Place",
            "geo": {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"},
        },
        "isBasedOn": {"@type": "Article", "name": article["title"], "url": article["url"]},
        "license": LICENCE,
        "isAccessibleForFree": True,
        "hasPart": [_lesson(each, document["languages"]) for each in document["lessons"]],
    }


def _lesson(lesson: dict[str, Any], languages: list[str]) -> dict[str, Any]:
    return {
        "@type": "LearningResource",
        "identifier": lesson["id"],
        "name": lesson["title"],
        "description": lesson["summary"],
        "learningResourceType": "lesson",
        "educationalLevel": lesson["level"],
        "timeRequired": f"PT{lesson['minutes']}M",
        "teaches": lesson["objectives"],
        "keywords": lesson["curriculum"],
        "inLanguage": languages,
        "license": LICENCE,
        "isAccessibleForFree": True,
    }
