"""What a kind of feature is to everything that shows it: one class, one object of it a kind.

Whoever shows features (document, tables, pictures, export) asks the kind; nobody else keeps a
list of kinds. ``web/kinds`` has a script of the same name for each, for the page's front end.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from mapgen.facts.named import Named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.facts.words import Words
    from mapgen.kinds.records import Lines, Polygons, Row

P = TypeVar("P", bound=Named)

MARK_PX = 20.0
"""Size of a mark."""


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


class Kind(ABC, Generic[P]):
    """A kind of feature.

    Attributes
    ----------
    id
        Name of the kind in ``atlas.toml``, of its script in ``web/kinds``.
    columns
        Its table, besides names, note and sources.
    has_names
        Whether its table says names in all languages, or in the page's alone.
    is_derived
        Whether ``mapgen derive`` makes it. Its table then lists the day of the map, and leads to
        the settlements of its holders.
    """

    id: ClassVar[str]
    row_type: ClassVar[type[Row]]
    columns: ClassVar[tuple[Column[Any], ...]]
    has_names: ClassVar[bool] = True
    is_derived: ClassVar[bool] = False

    @abstractmethod
    def row(self, feature: Feature[P], encoder: Encoder) -> dict[str, Any]:
        """Return what a row says besides what all rows say."""

    def features(self, layer: str, geodata: Geodata) -> Iterable[Feature[P]]:
        """Return the features of a layer in the order of its table."""
        return geodata.layers[layer]

    def groups(self, layer: str, geodata: Geodata, words: Words) -> Iterable[Group[P]]:
        """Return what a table lists, by headings."""
        del words
        shown = geodata.today(layer) if self.is_derived else geodata.layers[layer]
        yield Group(tuple(feature.properties for feature in shown))

    def holders_of(self, record: P) -> tuple[str, ...]:
        """Return whose settlements a derived feature comes from."""
        raise NotImplementedError(self.id)

    def parts(self, holders: Iterable[str]) -> tuple[str, ...]:
        """Return what of a layer is switched apart; nothing where it has one switch."""
        del holders
        return ()

    def mark(self, record: P, sight: Sight, layer: str) -> Mark | None:
        """Return how a point is marked on pictures; None where it is not."""
        del record, sight, layer
        return None
