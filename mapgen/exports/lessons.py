"""What a lesson is called in one language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapgen.exports.material import Material
    from mapgen.facts.lessons import Lesson

_WRITTEN_IN = "en"


def said(lesson: Lesson, material: Material, language: str | None = None) -> Lesson:
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
    known = material.geodata.translations.get(language or material.spoken, {})

    def told(text: str) -> str:
        return known.get(text, text)

    return replace(
        lesson,
        title=told(lesson.title),
        level=told(lesson.level),
        material=told(lesson.material),
        curriculum=tuple(map(told, lesson.curriculum)),
        content_note=told(lesson.content_note),
        summary=told(lesson.summary),
        objectives=tuple(map(told, lesson.objectives)),
    )


def spoken_by(lesson: Lesson, material: Material) -> tuple[str, ...]:
    """Return the languages of the map in which a lesson has a title: at least English."""
    known = material.geodata.translations
    return tuple(
        each
        for each in material.geodata.atlas.languages
        if each == _WRITTEN_IN or lesson.title in known.get(each, {})
    ) or (_WRITTEN_IN,)


def terms(material: Material) -> str:
    """Return under which licences the page is, in one line."""
    atlas = material.geodata.atlas
    makers = "; ".join(f"{each.text} ({each.licence})" for each in atlas.attribution)
    return f"{atlas.licence}. {makers}"
