"""What a kind of feature is to everything that shows it: one class, one object of it a kind.

Whoever shows features (document, tables, pictures, export) asks the kind; nobody else keeps a
list of kinds. ``web/kinds`` has a script of the same name for each, for the page's front end.

``P`` is the model of a kind's features. Where it does not matter which kind it is, code has
``Kind[Any]`` and ``Feature[Any]``: a kind takes its own features alone, and that those of a layer
are of the layer's kind, `mapgen.facts.properties.RULES` says, which no type can.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from mapgen.facts.named import Named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.facts.rules import LayerRule
    from mapgen.facts.words import Words
    from mapgen.kinds.records import Common, Lines, Polygons, Row

P = TypeVar("P", bound=Named)


class Column(NamedTuple, Generic[P]):
    """A column of the table of a kind.

    Parameters
    ----------
    key
        Ending of the text ``table.KEY``, its heading.
    value
        What stands in it; an empty text where nothing is known.
    numeric
        Whether it is set flush with the end of the line.
    """

    key: str
    value: Callable[[Words, P], str]
    numeric: bool = False


class Group(NamedTuple, Generic[P]):
    """Features that a table lists under one heading; without a title there is none."""

    features: tuple[P, ...]
    id: str = ""
    title: str = ""


class Encoder(Protocol):
    """What a row needs to know beyond its feature."""

    def sources(self, ids: Iterable[str]) -> tuple[int, ...]:
        """Return the positions of sources in the bibliography."""

    def polygons(self, feature: Feature[Any]) -> Polygons:
        """Return the polygons of a feature as rings of arc numbers."""

    def lines(self, feature: Feature[Any]) -> Lines:
        """Return the lines of a feature as arc numbers."""

    def holder_here(self, identifier: str) -> str | None:
        """Return who holds the ground on which a post stands on the day of the map."""

    def losses(self, identifier: str) -> tuple[tuple[str, ...], ...]:
        """Return, for each period of a settlement, the reports of its end by who held it."""


class Sight(NamedTuple):
    """What the mark of a feature depends on.

    Parameters
    ----------
    day
        The day that is shown.
    period
        First and last ISO day of the events.
    zoom
        Zoom level of web maps.
    selected
        Id of what is selected.
    """

    day: date
    period: tuple[str, str]
    zoom: float
    selected: str | None


class Mark(NamedTuple):
    """How a feature is marked on a picture.

    Parameters
    ----------
    switch
        The switch that it follows.
    glyph
        A name of ``look/glyphs.json``; for a disc its number, or the key of its letter.
    size, radius
        Of the glyph, and of the room that it takes; px.
    rank
        0 keeps its place, 1 and 2 may be moved, the higher one first.
    ring_km
        How far the place may be from the point; 0 where that is not drawn.
    is_disc
        Whether it is a disc with a number or letter.
    """

    switch: str
    glyph: str
    size: float
    radius: float
    rank: int
    ring_km: float = 0.0
    is_disc: bool = False


class Sample(NamedTuple):
    """A line of a legend: its words, and the mark that they explain.

    Parameters
    ----------
    words
        What the mark stands for.
    glyph
        A name of ``look/glyphs.json``; for a disc what is written on it.
    is_disc
        Whether it is a disc with a number or letter.
    """

    words: str
    glyph: str
    is_disc: bool = False


class Shown(NamedTuple, Generic[P]):
    """A feature that is marked on a picture, and its glyph."""

    record: P
    glyph: str


class Kind(ABC, Generic[P]):
    """A kind of feature.

    Attributes
    ----------
    rule
        What its layer is.
    exported
        Keys of ``docs/data.md`` that an export has besides those of all records, in their order.
    columns
        Its table, besides names, note and sources.
    has_names
        Whether its table says names in all languages, or in the page's alone.
    changes
        Whether a day shows a part of its features: a GeoPackage then has all dates as well.
    is_of_period
        Whether its features happened, so that a map shows those of a period.
    best_for
        The kind of claim of the article that it tells best.
    turn
        Whose marks find room first where they matter alike: the lowest. None where it has none.
    """

    rule: ClassVar[LayerRule]
    row_type: ClassVar[type[Row]]
    columns: ClassVar[tuple[Column[Any], ...]]
    has_names: ClassVar[bool] = True
    exported: ClassVar[tuple[str, ...]]
    changes: ClassVar[bool] = False
    is_of_period: ClassVar[bool] = False
    best_for: ClassVar[str | None] = None
    turn: ClassVar[int | None] = None

    @property
    def id(self) -> str:
        """Name of the kind in ``atlas.toml``, of its script in ``web/kinds``."""
        return self.rule.kind

    @property
    def is_derived(self) -> bool:
        """Whether ``mapgen derive`` makes it.

        Its table then lists the day of the map, and leads to the settlements of its holders.
        """
        return self.rule.is_derived

    @abstractmethod
    def row(self, feature: Feature[P], common: Common, encoder: Encoder) -> Row:
        """Return a feature as a row; ``common`` is what all rows say."""

    def features(self, layer: str, geodata: Geodata) -> Iterable[Feature[P]]:
        """Return the features of a layer in the order of its file."""
        return geodata.layers[layer]

    def listed(self, layer: str, geodata: Geodata) -> Iterable[Feature[P]]:
        """Return the features of a layer in the order of its table."""
        return self.features(layer, geodata)

    def groups(self, layer: str, geodata: Geodata, words: Words) -> Iterable[Group[P]]:
        """Return what a table lists, by headings."""
        del words
        shown = geodata.today(layer) if self.is_derived else geodata.layers[layer]
        yield Group(tuple(feature.properties for feature in shown))

    def holders_of(self, record: P) -> tuple[str, ...]:
        """Return whose settlements a derived feature comes from."""
        raise NotImplementedError(self.id)

    def values_on(self, record: P, day: date | None) -> dict[str, Any] | None:
        """Return the values of a record as it stood on a day, by the keys of ``docs/data.md``.

        Without a day, all that is known; None where it is not shown on the day.
        """
        if day is not None and not record.holds_on(day):
            return None
        return record.model_dump(by_alias=True)

    def periods(self, record: P) -> Iterator[dict[str, Any]]:
        """Yield the values of a record for each of its periods, the earliest first."""
        values = self.values_on(record, None)
        if values is not None:
            yield values

    def mark(self, record: P, sight: Sight, layer: str) -> Mark | None:
        """Return how a point is marked on pictures; None where it is not."""
        del record, sight, layer
        return None

    def samples(self, shown: Sequence[Shown[P]], words: Words) -> Iterator[Sample]:
        """Yield what a legend says of the marks of a layer that can be seen."""
        del shown, words
        yield from ()
