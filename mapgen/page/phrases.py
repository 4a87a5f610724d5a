"""What the tables and the facts say, in the other languages of the page.

The page is written in its first language; its scripts put a phrase in the place of another. So
words, dates and numbers are made once, here, and not a second time by the scripts.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from mapgen.facts.lessons import texts_of_lesson
from mapgen.facts.translations import texts_of
from mapgen.facts.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mapgen.facts.folder import Geodata
    from mapgen.page.tables import Cell, Table

Phrases = dict[str, dict[str, str]]
"""By language and by the phrase of the page's first language."""


def phrases(geodata: Geodata, tables: Mapping[str, Iterable[Table]]) -> Phrases:
    """Return what tables, facts and lessons say that another language says otherwise.

    Names are left out: they stand in all languages anyway.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    tables
        The tables of each language of the page.
    """
    first, *others = geodata.atlas.languages
    written = table_texts(tables[first])
    records = [feature.properties for layer in geodata.layers.values() for feature in layer]
    texts = dict.fromkeys(
        text for record in (*records, *geodata.figures.values()) for text in texts_of(record)
    )
    texts |= dict.fromkeys(text for lesson in geodata.lessons for text in texts_of_lesson(lesson))
    result: Phrases = {}
    for language in others:
        words = Words(geodata, language)
        pairs = dict(zip(written, table_texts(tables[language]), strict=True))
        pairs |= {text: words.fact(text) for text in texts if words.fact(text) != text}
        result[language] = {text: other for text, other in pairs.items() if text != other}
    return result


def table_texts(of: Iterable[Table]) -> list[str]:
    """Return what tables say, in the order of the page: ``web/facts/phrases.js`` reads it so."""
    return list(chain.from_iterable(map(_texts, of)))


def _texts(table: Table) -> Iterator[str]:
    yield table.title
    for column in table.columns:
        yield column.title
    for group in table.groups:
        if group.title:
            yield group.title
        for row in group.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if not column.key.startswith("name:"):
                    yield from _cell(cell, column.key)


def _cell(cell: Cell, key: str) -> Iterator[str]:
    if cell.text:
        yield cell.text
    yield from cell.versions
    if key != "sources":
        yield from (link.text for link in cell.links)
