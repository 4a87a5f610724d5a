"""Translations of what the data say in English: notes, accounts, places, units, claims, lessons.

``geodata/text/facts.LANGUAGE.po`` and ``lessons.LANGUAGE.po`` keep them, so that an editor corrects
one English text and is told which translations have to follow. Until they do, the English stands.

A unit is translated as a pattern in which ``{n}`` is the number, or as the words after it. A
further entry with a plural category as its ``msgctxt`` is the form for numbers of that category.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.facts.catalogues import read_messages
from mapgen.facts.files import file_place
from mapgen.facts.texts import Catalogue, plural_categories
from mapgen.faults import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from mapgen.facts.figures import Claim, Figure
    from mapgen.facts.layers import Layer
    from mapgen.facts.named import Named
    from mapgen.faults import FaultLog

SHOWN = 60
"""Letters of a text that a message quotes."""


def fact_texts(
    layers: Iterable[Layer], figures: Iterable[Figure], claims: Iterable[Claim]
) -> Iterator[tuple[str, str]]:
    """Yield every English text of the facts, with the id of its fact."""
    records = [feature.properties for layer in layers for feature in layer]
    for record in (*records, *figures):
        for text in texts_with_past(record):
            yield text, record.id
    for claim in claims:
        yield claim.text, claim.id


def texts_of(record: Named) -> Iterator[str]:
    """Yield the English texts of a feature or figure that the page shows."""
    yield from filter(None, record.free_texts)
    for version in record.disagreement or ():
        yield version.en


def texts_with_past(record: Named) -> Iterator[str]:
    """Yield the same, and those of its earlier periods."""
    yield from texts_of(record)
    yield from filter(None, record.past_texts)


def form_key(category: str, unit: str) -> str:
    """Return the key of a unit's form for a plural category: joined as gettext joins context."""
    return f"{category}\x04{unit}" if category else unit


def read_translations(
    folder: Path,
    name: str,
    languages: Iterable[str],
    texts: Iterable[tuple[str, str]],
    log: FaultLog,
) -> dict[str, Catalogue]:
    """Read translations of texts that stand in the data in English.

    Parameters
    ----------
    folder
        ``geodata/text``.
    name
        What the files are named by: ``facts`` or ``lessons``.
    languages
        Languages of the page; English needs no file.
    texts
        English texts with the ids of what says them, as `fact_texts` yields them.
    log
        Is warned of every text without a translation, and of every translation without a text.

    Returns
    -------
    dict of str to dict of str to str
        Translation by language and English text, plural forms by `form_key`; texts without one
        are missing.
    """
    wanted: dict[str, str] = {}
    for text, identifier in texts:
        wanted.setdefault(text, identifier)
    return {
        language: _translated(folder / f"{name}.{language}.po", wanted, language, log)
        for language in languages
        if language != "en"
    }


def _translated(path: Path, wanted: dict[str, str], language: str, log: FaultLog) -> Catalogue:
    place = file_place(path)
    messages = [message for message in read_messages(path, log) if message.string]
    translations = {message.id: message.string for message in messages if not message.context}
    forms = [message for message in messages if message.context]
    for text, identifier in wanted.items():
        if text not in translations:
            log.add_warning(place, f"{_quoted(text)} ({identifier}) is not translated. Add it.")
    if log.errors:
        return translations  # a fact that could not be read still says its texts
    for text in (*translations, *(form.id for form in forms)):
        if text not in wanted:
            log.add_warning(place, f"{_quoted(text)} is no longer said anywhere. Remove it.")
    for form in forms:
        if form.context not in plural_categories(language):
            log.add_warning(
                place,
                f'{_quoted(form.id)} has a form for "{form.context}", which is no plural category '
                f"of this language ({', '.join(sorted(plural_categories(language)))}). Remove it.",
            )
    kept = {form_key(form.context, form.id): form.string for form in forms if form.id in wanted}
    return {text: translations[text] for text in wanted if text in translations} | kept


def _quoted(text: str) -> str:
    return f'"{short(text, SHOWN)}"'
