"""Layers, actors and relations as tables: what the map shows, readable without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mapgen.facts.evidence import evidence
from mapgen.facts.languages import LANGUAGES
from mapgen.facts.texts import direction
from mapgen.facts.words import Words
from mapgen.kinds import kind_of
from mapgen.page.citations import cited_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapgen.facts.atlas import AtlasLayer
    from mapgen.facts.evidence import Evidence
    from mapgen.facts.folder import Geodata
    from mapgen.facts.named import Named
    from mapgen.kinds import Kind

    Numbers = Mapping[str, int]
    """The number of each source in the bibliography, from 1."""


class Link(NamedTuple):
    """A short text that leads to a source, or to the settlements of a holder."""

    text: str
    href: str


class Cell(NamedTuple):
    """A cell: a text in one language, what accounts say that differ, links."""

    text: str
    lang: str = ""
    versions: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    between: str = " "
    """What stands between two links."""


class Column(NamedTuple):
    """A column and its heading."""

    key: str
    title: str
    numeric: bool = False


class TableRow(NamedTuple):
    """A feature as a row."""

    id: str
    cells: tuple[Cell, ...]


class Group(NamedTuple):
    """Rows under a heading of their own; a table without headings has one group without a title."""

    rows: tuple[TableRow, ...]
    id: str = ""
    title: str = ""


class Table(NamedTuple):
    """A layer as a table."""

    id: str
    title: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @property
    def numeric(self) -> tuple[int, ...]:
        """Positions of the columns of numbers, from 1."""
        return tuple(i for i, column in enumerate(self.columns, start=1) if column.numeric)


def tables_by_language(geodata: Geodata) -> dict[str, tuple[Table, ...]]:
    """Return the tables of each language of the page."""
    return {
        language: tables(geodata, Words(geodata, language)) for language in geodata.atlas.languages
    }


def tables(geodata: Geodata, words: Words) -> tuple[Table, ...]:
    """Return every layer of the atlas as a table, then actors, their relations, statistics.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    words
        Words of the language of headings and values; names come in all three.
    """
    numbers = {source: i for i, source in enumerate(cited_sources(geodata), start=1)}
    layers = tuple(_table(layer, geodata, words, numbers) for layer in geodata.atlas.layers)
    people = (_actors(geodata, words, numbers), _relations(geodata, words, numbers))
    return (*layers, *people, *_statistics(geodata, words))


def _actors(geodata: Geodata, words: Words, numbers: Numbers) -> Table:
    """Return who took part, with the names that the article uses, which are not translated."""
    languages = _names(words.language)
    rows = tuple(
        TableRow(
            f"actor-{actor.id}",
            (
                *(_named(actor.name[language], language, words) for language in languages),
                Cell(actor.article_name or "", "en"),
                Cell(actor.description[words.language]),
                Cell("", links=_cited(actor.sources, numbers)),
            ),
        )
        for actor in geodata.actors.actors.values()
    )
    columns = [
        Column(f"name:{language}", words.text(f"table.name.{language}")) for language in languages
    ]
    columns += [
        Column("name:article", words.text("table.article_name")),
        Column("description", words.text("table.description")),
        Column("sources", words.text("table.sources")),
    ]
    return Table("actors", words.text("tables.actors"), tuple(columns), (Group(rows),))


def _relations(geodata: Geodata, words: Words, numbers: Numbers) -> Table:
    """Return how actors stood to each other."""
    rows = tuple(
        TableRow(
            relation.id,
            (
                Cell(words.actor(relation.from_)),
                Cell(words.text(f"relation.{relation.kind}")),
                Cell(words.actor(relation.to)),
                Cell(words.date(relation.since) if relation.since else ""),
                Cell(relation.text[words.language]),
                Cell("", links=_cited(relation.sources, numbers)),
            ),
        )
        for relation in geodata.actors.relations
    )
    keys = ("from", "relation", "to", "since", "description", "sources")
    columns = tuple(Column(key, words.text(f"table.{key}")) for key in keys)
    return Table("relations", words.text("tables.relations"), columns, (Group(rows),))


def _cited(sources: Iterable[str], numbers: Numbers) -> tuple[Link, ...]:
    return tuple(Link(str(numbers[source]), f"#{numbers[source]}") for source in sources)


def _named(text: str, language: str, words: Words) -> Cell:
    """Return a name; its language is said where it is written in the other direction.

    Names need none for readers (WCAG 2.2, 3.1.2), and on 1,800 of them it takes 25 kB. The scripts
    say the language of each.
    """
    return Cell(text, "" if direction(language) == direction(words.language) else language)


def _statistics(geodata: Geodata, words: Words) -> tuple[Table, ...]:
    """Return shares of the land by day, a day a row; nothing where none are known."""
    statistics = geodata.statistics
    if statistics is None:
        return ()
    columns = [Column("day", words.text("table.day"))]
    columns += [Column(holder, words.short(holder), numeric=True) for holder in statistics.holders]
    rows = tuple(
        TableRow(
            f"day-{day}",
            (
                Cell(words.date(day)),
                *(
                    Cell(words.percent(series.share[number]))
                    for series in statistics.holders.values()
                ),
            ),
        )
        for number, day in enumerate(statistics.dates)
    )
    return (Table("statistics", words.text("tables.statistics"), tuple(columns), (Group(rows),)),)


def _table(layer: AtlasLayer, geodata: Geodata, words: Words, numbers: Numbers) -> Table:
    kind = kind_of(layer.kind)
    maker = _RowMaker(kind, words, numbers, evidence(geodata) if kind.is_derived else ())
    groups = tuple(
        Group(tuple(map(maker.row, group.features)), group.id, group.title)
        for group in kind.groups(layer.id, geodata, words)
    )
    return Table(layer.id, layer.name[words.language], maker.columns, groups)


class _RowMaker:
    """Makes the columns and the rows of a layer."""

    def __init__(
        self, kind: Kind[Any], words: Words, numbers: Numbers, groups: Iterable[Evidence]
    ) -> None:
        self.words = words
        self._kind = kind
        self._names = _names(words.language) if kind.has_names else (words.language,)
        self._numbers = numbers
        self._evidence = {group.holder: group for group in groups}

    @property
    def columns(self) -> tuple[Column, ...]:
        text = self.words.text
        alone = len(self._names) == 1
        names = [
            Column("name" if alone else f"name:{language}", text(f"table.name.{language}"))
            for language in self._names
        ]
        facts = [
            Column(column.key, text(f"table.{column.key}"), column.numeric)
            for column in self._kind.columns
        ]
        last = ("evidence", "source_count") if self._kind.is_derived else ("note", "sources")
        known_by = [Column(key, text(f"table.{key}"), key == "source_count") for key in last]
        return (*names, *facts, *known_by)

    def row(self, record: Named) -> TableRow:
        cells = [_named(record.names[name], name, self.words) for name in self._names]
        cells += [Cell(column.value(self.words, record)) for column in self._kind.columns]
        cells += self._derived_from(record) if self._kind.is_derived else self._known_by(record)
        return TableRow(record.id, tuple(cells))

    def _known_by(self, record: Named) -> list[Cell]:
        """Return what a reader should know, and the sources."""
        links = _cited(record.sources, self._numbers)
        versions = tuple(map(self.words.version, record.disagreement or ()))
        return [Cell(self.words.note(record), versions=versions), Cell("", links=links)]

    def _derived_from(self, record: Named) -> list[Cell]:
        """Return the way to the settlements of the holders, and how many sources there are."""
        holders = self._kind.holders_of(record)
        groups = [self._evidence[holder] for holder in holders if holder in self._evidence]
        links = tuple(
            Link(f"{self.words.short(str(group.holder))}: {len(group.features)}", f"#{group.id}")
            for group in groups
        )
        return [Cell("", links=links, between=", "), Cell(str(len(record.sources)))]


def _names(language: str) -> tuple[str, ...]:
    """Return the languages in which names are shown, the language of the page first."""
    return (language, *(other for other in LANGUAGES if other != language))
