"""Texts use the terms of the glossary: a warning for each form to avoid, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen.facts.languages import LANGUAGES
from mapgen.facts.lessons import texts_of_lesson
from mapgen.facts.records import named_records
from mapgen.facts.terms import unquoted
from mapgen.facts.translations import SHOWN, fact_texts, texts_with_past
from mapgen.faults import Place, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.facts.actors import Actors
    from mapgen.facts.folder import Geodata
    from mapgen.faults import FaultLog


class _Said(NamedTuple):
    """A text of the map's own voice, where it stands, in which language."""

    place: Place
    language: str
    text: str


def check_terms(geodata: Geodata, log: FaultLog) -> None:
    """Warn of every text that says what ``text/terms.toml`` avoids; quotations may say it."""
    told = {said: unquoted(said.text) for said in own_texts(geodata)}
    whole = {
        language: "\n".join(text for said, text in told.items() if said.language == language)
        for language in LANGUAGES
    }
    # Few forms are said anywhere: only those are looked for text by text.
    terms = [term for term in geodata.terms if term.may_be_in(whole[term.language])]
    for said, text in told.items():
        for term in terms:
            if term.language != said.language or not term.may_be_in(text):
                continue
            if (form := term.found_in(said.text)) is not None:
                log.add_warning(
                    said.place,
                    f'"{short(said.text, SHOWN)}" says "{form}", which text/terms.toml avoids. '
                    f'Write "{term.use}".',
                )


def own_texts(geodata: Geodata) -> Iterator[_Said]:
    """Yield every text of facts, lessons and interface in every language."""
    for place, record in named_records(geodata):
        yield from (_Said(place, *name) for name in record.names.items())
        yield from (_Said(place, "en", text) for text in texts_with_past(record))
    for claim in geodata.claims.values():
        yield _Said(Place("geodata/claims.json", id=claim.id), "en", claim.text)
    for lesson in geodata.lessons:
        yield from (_Said(lesson.place, "en", text) for text in texts_of_lesson(lesson))
    yield from _of_atlas(geodata)
    yield from _of_actors(geodata.actors)
    yield from _of_catalogues(geodata)


def _of_atlas(geodata: Geodata) -> Iterator[_Said]:
    atlas, place = geodata.atlas, Place("geodata/atlas.toml")
    heads = (atlas.title, atlas.subtitle, atlas.description, *(each.name for each in atlas.layers))
    for text in heads:
        yield from (_Said(place, *each) for each in text.by_language.items())
    for paragraph in atlas.texts:
        spot = Place("geodata/atlas.toml", id=paragraph.id)
        yield from (_Said(spot, *each) for each in paragraph.text.by_language.items())


def _of_actors(actors: Actors) -> Iterator[_Said]:
    records = [
        *((each.id, (each.name, each.short, each.description)) for each in actors.actors.values()),
        *((each.id, (each.name, each.short, each.detail)) for each in actors.holders.values()),
    ]
    for identifier, texts_of_record in records:
        place = Place("geodata/actors.json", id=identifier)
        for text in filter(None, texts_of_record):
            yield from (_Said(place, *each) for each in text.by_language.items())
    for relation in actors.relations:
        place = Place("geodata/actors.json", id=relation.id)
        texts = {"en": relation.text.en, "ar": relation.text.ar, "tr": relation.text.tr}
        yield from (_Said(place, language, text) for language, text in texts.items() if text)


def _of_catalogues(geodata: Geodata) -> Iterator[_Said]:
    for language, catalogue in geodata.catalogues.items():
        for key, text in catalogue.items():
            yield _Said(Place(f"geodata/text/{language}.po", id=key), language, text)
    records = (geodata.layers.values(), geodata.figures.values(), geodata.claims.values())
    in_facts = {text for text, _ in fact_texts(*records)}
    for language, catalogue in geodata.translations.items():
        for english, text in catalogue.items():
            is_fact = english.rpartition("\x04")[2] in in_facts
            name = "facts" if is_fact else "lessons"
            yield _Said(Place(f"geodata/text/{name}.{language}.po"), language, text)
