"""What a lesson is called in one language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapgen.exports.material import Material
    from mapgen.facts.lessons import Lesson

_WRITTEN_IN = "en"


def translated(lesson: Lesson, material: Material, language: str | None = None) -> Lesson:
    """Return a lesson with the texts of its head in a language.

    Parameters
    ----------
    lesson
        A lesson as it is written, in English.
    material
        Whose translations are used; a text without one stays as it is.
    language
        ``en``, ``ar`` or ``tr``; None for the language of titles.
    """
    translations = material.geodata.translations.get(language or material.title_language, {})

    def text(english: str) -> str:
        return translations.get(english, english)

    return replace(
        lesson,
        title=text(lesson.title),
        level=text(lesson.level),
        material=text(lesson.material),
        curriculum=tuple(map(text, lesson.curriculum)),
        content_note=text(lesson.content_note),
        summary=text(lesson.summary),
        objectives=tuple(map(text, lesson.objectives)),
    )


def languages_of(lesson: Lesson, material: Material) -> tuple[str, ...]:
    """Return the languages of the map in which a lesson has a title: at least English."""
    translations = material.geodata.translations
    return tuple(
        language
        for language in material.geodata.atlas.languages
        if language == _WRITTEN_IN or lesson.title in translations.get(language, {})
    ) or (_WRITTEN_IN,)


def terms(material: Material) -> str:
    """Return under which licences the page is, in one line."""
    atlas = material.geodata.atlas
    makers = "; ".join(f"{maker.text} ({maker.licence})" for maker in atlas.attribution)
    return f"{atlas.licence}. {makers}"
