"""One place, one spelling: texts name a place as its feature does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mapgen.facts.named import PointProperties
from mapgen.facts.records import named_records
from mapgen.facts.translations import texts_with_past
from mapgen.faults import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapgen.facts.folder import Geodata
    from mapgen.facts.lessons import Lesson
    from mapgen.faults import FaultLog

_WORD = re.compile(r"[^\W_][\w'’-]*")
_ASIDE = re.compile(r"\s*\(.*?\)")
"""What tells a name from others alike; texts leave it out."""

Words = tuple[str, ...]


class _Told(NamedTuple):
    """An English text, and what says it."""

    place: Place
    id: str
    text: str


class _Feature(NamedTuple):
    """A place by the id and the English name of its feature."""

    id: str
    name: str


def check_spellings(geodata: Geodata, log: FaultLog) -> None:
    """Warn of English texts that call a settlement by one of its `alt_names`.

    These are for search alone. What a settlement says of itself may name all of its names.
    """
    others = _other_names(geodata)
    longest: dict[str, int] = {}
    for first, *rest in filter(None, others):
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    found = (
        (told.place, said, feature)
        for told in _texts(geodata)
        for said, feature in _named(told.text, others, longest)
        if feature.id != told.id
    )
    for place, said, feature in dict.fromkeys(found):
        log.add_warning(
            place,
            f'names "{said}", which is "{feature.name}" ({feature.id}) in '
            f'settlements.geojson: one place, one spelling. Write "{feature.name}".',
        )


def _other_names(geodata: Geodata) -> dict[Words, _Feature | None]:
    """Return every name of a place by its words, None where it is the one to write."""
    found: dict[Words, _Feature | None] = {}
    for feature in geodata.layers["settlements"]:
        record = feature.properties
        for name in record.alt_names:
            found[_words(name)] = _Feature(record.id, _ASIDE.sub("", record.name_en))
    places = (each.properties for layer in geodata.layers.values() for each in layer)
    for record in places:
        if isinstance(record, PointProperties):
            found[_words(_ASIDE.sub("", record.name_en))] = None
    return found


def _words(name: str) -> Words:
    return tuple(word.casefold() for word in _WORD.findall(name))


def _named(
    text: str, others: dict[Words, _Feature | None], longest: dict[str, int]
) -> Iterator[tuple[str, _Feature]]:
    """Yield names that are not to be written, with their feature; the longest name counts.

    Parameters
    ----------
    text
        An English text.
    others
        Every name of a place by its words, as `_other_names` returns them.
    longest
        The number of words in the longest name that begins with a word.
    """
    words = [word.removesuffix("'s") for word in _WORD.findall(text)]
    folded = [word.casefold() for word in words]
    if longest.keys().isdisjoint(folded):
        return
    at = 0
    while at < len(words):
        for count in range(min(longest.get(folded[at], 0), len(words) - at), 0, -1):
            key = tuple(folded[at : at + count])
            if key in others and words[at].removeprefix("al-")[:1].isupper():
                if feature := others[key]:
                    yield " ".join(words[at : at + count]), feature
                at += count - 1
                break
        at += 1


def _texts(geodata: Geodata) -> Iterator[_Told]:
    """Yield every English text of facts and lessons."""
    for place, record in named_records(geodata):
        for text in (record.name_en, *texts_with_past(record)):
            yield _Told(place, record.id, text)
    for claim in geodata.claims.values():
        yield _Told(Place("geodata/claims.json", id=claim.id), claim.id, claim.text)
    for actor in geodata.actors.actors.values():
        place = Place("geodata/actors.json", id=actor.id)
        yield _Told(place, actor.id, actor.description.en)
    for relation in geodata.actors.relations:
        place = Place("geodata/actors.json", id=relation.id)
        yield _Told(place, relation.id, relation.text.en)
    for paragraph in geodata.atlas.texts:
        place = Place("geodata/atlas.toml", id=paragraph.id)
        yield _Told(place, paragraph.id, paragraph.text.en)
    for lesson in geodata.lessons:
        yield from _of_lesson(lesson)


def _of_lesson(lesson: Lesson) -> Iterator[_Told]:
    head: Iterable[str] = (lesson.title, lesson.summary, *lesson.objectives)
    yield from (_Told(lesson.place, lesson.id, text) for text in head)
    for step in lesson.steps:
        texts = (step.title, *step.text, *step.notes, step.observe, step.reflect, step.question)
        yield from (_Told(step.place, lesson.id, text) for text in texts if text)
        if task := step.task:
            told = (task.question, *task.answers, *task.explanation)
            yield from (_Told(task.place, lesson.id, text) for text in told)
