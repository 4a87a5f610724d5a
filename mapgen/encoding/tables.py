"""The layers as tables: the same facts as on the map, readable without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mapgen.encoding.citations import cited_sources
from mapgen.fields import LANGUAGES
from mapgen.layers import DERIVED
from mapgen.texts import direction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapgen.encoding.words import Words
    from mapgen.geodata import Geodata


class Link(NamedTuple):
    """A short text that leads to an entry of the bibliography."""

    text: str
    href: str


class Cell(NamedTuple):
    """A cell: a text in one language, or links."""

    text: str
    lang: str = ""
    dir: str = ""
    links: tuple[Link, ...] = ()


class Column(NamedTuple):
    """A column and its heading."""

    key: str
    title: str
    numeric: bool = False


class TableRow(NamedTuple):
    """A feature as a row."""

    id: str
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """A layer as a table."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


_TIME = ("as_of",)
_POINT = ("error_km", "confidence")
_COLUMNS = {
    "areas_of_control": ("holder", "certainty", "area_km2", "since"),
    "front_lines": ("line_kind", "quality", "length_km"),
    "border": ("state", "wall", "length_km"),
    "settlements": ("holder_or_side", "as_of", "basis", "confidence", "error_km"),
    "crossings": ("crossing_kind", "state", "holder", "error_km"),
    "bases": ("base_kind", "holder", "error_km"),
    "events": ("date", "category", "place"),
    "observation_posts": ("number", "country", "set_up", "place", "holder_here", "error_km"),
    "figures": ("value", "area", "period"),
}
_NUMERIC = frozenset({"certainty", "area_km2", "length_km", "error_km", "number", "value"})
_WITHOUT_NAMES = frozenset({"front_lines"})


def tables(geodata: Geodata, words: Words) -> tuple[Table, ...]:
    """Return every layer of the atlas as a table.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    words
        Words of the language of headings and values; names come in all three.
    """
    layers = tuple(_table(layer, geodata, words) for layer in geodata.atlas.layers)
    return (*layers, *_statistics(geodata, words))


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
    return (Table("statistics", words.text("tables.statistics"), tuple(columns), rows),)


def _table(layer: Any, geodata: Geodata, words: Words) -> Table:  # noqa: ANN401 - a model
    keys = _COLUMNS[layer.id]
    names = _names(layer.id, words.language)
    columns = [Column(f"name:{each}", words.text(f"table.name.{each}")) for each in names]
    columns += [Column(key, words.text(f"table.{key}"), key in _NUMERIC) for key in keys]
    columns += [
        Column("note", words.text("table.note")),
        Column("sources", words.text("table.sources")),
    ]
    records: Iterable[Any] = (
        geodata.figures.values()
        if layer.id == "figures"
        else (feature.properties for feature in _shown(layer.id, geodata))
    )
    number = {source: i for i, source in enumerate(cited_sources(geodata), start=1)}
    rows = tuple(_row(each, names, keys, words, number.__getitem__) for each in records)
    return Table(layer.id, getattr(layer.name, words.language), tuple(columns), rows)


def _shown(layer: str, geodata: Geodata) -> Iterable[Any]:
    """Return the features that a table lists: of what changes, the day of the map."""
    return geodata.today(layer) if layer in DERIVED else geodata.layers[layer]


def _names(layer: str, language: str) -> tuple[str, ...]:
    """Return the languages in which names are shown, the language of the page first."""
    if layer in _WITHOUT_NAMES:
        return (language,)
    return (language, *(each for each in LANGUAGES if each != language))


def _row(
    record: Any,  # noqa: ANN401 - a model
    names: tuple[str, ...],
    keys: tuple[str, ...],
    words: Words,
    number: Callable[[str], int],
) -> TableRow:
    cells = [_name(getattr(record, f"name_{each}"), each, words.language) for each in names]
    cells += [Cell(words.value(record, key)) for key in keys]
    cells.append(Cell(words.note(record)))
    links = tuple(Link(str(number(each)), f"#s{number(each)}") for each in record.sources)
    cells.append(Cell("", links=links))
    return TableRow(record.id, tuple(cells))


def _name(text: str, language: str, page: str) -> Cell:
    """Return a name; language and direction are said only where they are not the page's."""
    if language == page:
        return Cell(text)
    return Cell(
        text, language, direction(language) if direction(language) != direction(page) else ""
    )
