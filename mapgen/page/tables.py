"""Layers, actors and relations as tables: what the map shows, readable without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mapgen.facts.evidence import evidence
from mapgen.facts.layers import DERIVED
from mapgen.facts.values import LANGUAGES
from mapgen.page.citations import cited_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapgen.facts.folder import Geodata
    from mapgen.facts.properties import FrontLine
    from mapgen.facts.words import Words


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


_COLUMNS = {
    "areas_of_control": ("holder", "certainty", "area_km2", "since"),
    "front_lines": ("line_kind", "quality", "length_km"),
    "border": ("state", "wall", "length_km"),
    "settlements": ("as_of", "basis", "confidence", "error_km"),
    "crossings": ("crossing_kind", "state", "holder", "as_of", "error_km"),
    "bases": ("base_kind", "holder", "as_of", "error_km"),
    "events": ("date", "category", "place"),
    "observation_posts": ("number", "country", "set_up", "place", "holder_here", "error_km"),
    "figures": ("value", "area", "period"),
}
_NUMERIC = frozenset({"area_km2", "length_km", "error_km", "number", "value", "source_count"})
_WITHOUT_NAMES = frozenset({"front_lines"})


def is_listed_whole(layer: str) -> bool:
    """Tell whether the table of a layer has a row for each of its features.

    Of what changes with the day, a table lists the day of the map.
    """
    return layer not in DERIVED


def tables(geodata: Geodata, words: Words) -> tuple[Table, ...]:
    """Return every layer of the atlas as a table, then actors, their relations, statistics.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    words
        Words of the language of headings and values; names come in all three.
    """
    layers = tuple(_table(layer, geodata, words) for layer in geodata.atlas.layers)
    people = (_actors(geodata, words), _relations(geodata, words))
    return (*layers, *people, *_statistics(geodata, words))


def _actors(geodata: Geodata, words: Words) -> Table:
    """Return who took part, with the names that the article uses, which are not translated."""
    languages = _names("actors", words.language)
    numbers = _source_numbers(geodata)
    rows = tuple(
        TableRow(
            f"actor-{actor.id}",
            (
                *(_named(getattr(actor.name, each), each, words) for each in languages),
                Cell(actor.article_name, "en"),
                Cell(getattr(actor.description, words.language)),
                Cell("", links=_cited(actor.sources, numbers)),
            ),
        )
        for actor in geodata.actors.actors.values()
    )
    columns = [Column(f"name:{each}", words.text(f"table.name.{each}")) for each in languages]
    columns += [
        Column("name:article", words.text("table.article_name")),
        Column("description", words.text("table.description")),
        Column("sources", words.text("table.sources")),
    ]
    return Table("actors", words.text("tables.actors"), tuple(columns), (Group(rows),))


def _relations(geodata: Geodata, words: Words) -> Table:
    """Return how actors stood to each other."""
    numbers = _source_numbers(geodata)
    rows = tuple(
        TableRow(
            relation.id,
            (
                Cell(words.actor(relation.from_)),
                Cell(words.text(f"relation.{relation.kind}")),
                Cell(words.actor(relation.to)),
                Cell(words.date(relation.since) if relation.since else ""),
                Cell(getattr(relation.text, words.language) or relation.text.en),
                Cell("", links=_cited(relation.sources, numbers)),
            ),
        )
        for relation in geodata.actors.relations
    )
    keys = ("from", "relation", "to", "since", "description", "sources")
    columns = tuple(Column(each, words.text(f"table.{each}")) for each in keys)
    return Table("relations", words.text("tables.relations"), columns, (Group(rows),))


def _source_numbers(geodata: Geodata) -> dict[str, int]:
    """Return the number of each source in the bibliography."""
    return {source: i for i, source in enumerate(cited_sources(geodata), start=1)}


def _cited(sources: Iterable[str], numbers: dict[str, int]) -> tuple[Link, ...]:
    return tuple(Link(str(numbers[each]), f"#{numbers[each]}") for each in sources)


def _named(text: str, language: str, words: Words) -> Cell:
    """Return a name; its language is said only where it is not the page's."""
    return Cell(text, "" if language == words.language else language)


def _statistics(geodata: Geodata, words: Words) -> tuple[Table, ...]:
    """Return shares of the land by day, a day a row; nothing where none are known."""
    found = geodata.statistics
    if found is None:
        return ()
    columns = [Column("day", words.text("table.day"))]
    columns += [Column(each, words.short(each), numeric=True) for each in found.holders]
    rows = tuple(
        TableRow(
            f"day-{day}",
            (
                Cell(words.date(day)),
                *(Cell(words.percent(each.share[number])) for each in found.holders.values()),
            ),
        )
        for number, day in enumerate(found.dates)
    )
    return (Table("statistics", words.text("tables.statistics"), tuple(columns), (Group(rows),)),)


def _table(layer: Any, geodata: Geodata, words: Words) -> Table:  # noqa: ANN401 - a model
    maker = _RowMaker(layer.id, geodata, words)
    title = getattr(layer.name, words.language)
    return Table(layer.id, title, maker.columns, tuple(_groups(layer.id, geodata, maker)))


def _groups(layer: str, geodata: Geodata, maker: _RowMaker) -> Iterator[Group]:
    if layer == "settlements":
        for each in evidence(geodata):
            rows = tuple(maker.row(feature.properties) for feature in each.features)
            yield Group(rows, each.id, maker.words.evidence(each, len(rows)))
    elif layer == "figures":
        yield Group(tuple(map(maker.row, geodata.figures.values())))
    else:
        shown = geodata.layers[layer] if is_listed_whole(layer) else geodata.today(layer)
        yield Group(tuple(maker.row(feature.properties) for feature in shown))


class _RowMaker:
    """Makes the columns and the rows of a layer."""

    def __init__(self, layer: str, geodata: Geodata, words: Words) -> None:
        self.words = words
        self._keys = _COLUMNS[layer]
        self._whole = is_listed_whole(layer)
        self._names = _names(layer, words.language)
        self._number = _source_numbers(geodata)
        self._evidence = {each.holder: each for each in evidence(geodata)}

    @property
    def columns(self) -> tuple[Column, ...]:
        last = ("note", "sources") if self._whole else ("evidence", "source_count")
        text = self.words.text
        alone = len(self._names) == 1
        names = [
            Column("name" if alone else f"name:{each}", text(f"table.name.{each}"))
            for each in self._names
        ]
        keys = (*self._keys, *last)
        return (*names, *(Column(key, text(f"table.{key}"), key in _NUMERIC) for key in keys))

    def row(self, record: Any) -> TableRow:  # noqa: ANN401 - a model
        cells = [self._name(record, each) for each in self._names]
        cells += [Cell(self.words.value(record, key)) for key in self._keys]
        cells += self._known_by(record) if self._whole else self._derived_from(record)
        return TableRow(record.id, tuple(cells))

    def _name(self, record: Any, language: str) -> Cell:  # noqa: ANN401 - a model
        return _named(getattr(record, f"name_{language}"), language, self.words)

    def _known_by(self, record: Any) -> list[Cell]:  # noqa: ANN401 - a model
        """Return what a reader should know, and the sources."""
        links = _cited(record.sources, self._number)
        versions = tuple(map(self.words.version, record.disagreement or ()))
        return [Cell(self.words.note(record), versions=versions), Cell("", links=links)]

    def _derived_from(self, record: Any) -> list[Cell]:  # noqa: ANN401 - a model
        """Return the way to the settlements of the holders, and how many sources there are."""
        holders = [record.holder] if hasattr(record, "holder") else _sides(record)
        found = [self._evidence[each] for each in holders if each in self._evidence]
        links = tuple(
            Link(f"{self.words.short(str(each.holder))}: {len(each.features)}", f"#{each.id}")
            for each in found
        )
        return [Cell("", links=links, between=", "), Cell(str(len(record.sources)))]


def _sides(line: FrontLine) -> tuple[str, str]:
    return line.holder_a, line.holder_b


def _names(layer: str, language: str) -> tuple[str, ...]:
    """Return the languages in which names are shown, the language of the page first."""
    if layer in _WITHOUT_NAMES:
        return (language,)
    return (language, *(each for each in LANGUAGES if each != language))
