"""What a layer is: its kind, what its file may hold, how it is switched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.facts.named import Named


class Switch(NamedTuple):
    """How a layer is switched: as a whole, and in parts.

    Parameters
    ----------
    by_holder
        Whether each holder that has ground is a part.
    groups
        Parts that are the same on every map.
    off_at_first
        Parts that are off although their layer is on.
    """

    by_holder: bool = False
    groups: tuple[str, ...] = ()
    off_at_first: frozenset[str] = frozenset()

    def parts(self, holders: Iterable[str]) -> tuple[str, ...]:
        """Return what of the layer is switched apart; nothing where it has one switch."""
        return tuple(holders) if self.by_holder else self.groups


POINT: Final = frozenset({"Point"})
LINE: Final = frozenset({"LineString", "MultiLineString"})
POLYGON: Final = frozenset({"Polygon", "MultiPolygon"})


class LayerRule(NamedTuple):
    """What a layer is, and what its file may hold.

    Parameters
    ----------
    kind
        Kind of its features.
    geometry_types
        Of its features; ``"None"`` stands for one without a known place.
    margin
        Degrees by which positions may lie outside the frame; None where they may lie anywhere.
    is_on_land
        Whether every point within the frame must lie on Syria's land.
    is_derived
        Whether ``mapgen derive`` writes it.
    ending
        Of its file: GeoJSON, or JSON that a reader of its own knows.
    switch
        How it is switched; None where the map does not draw it.
    """

    kind: str
    model: type[Named]
    geometry_types: frozenset[str]
    margin: float | None = 0.0
    is_on_land: bool = False
    is_derived: bool = False
    ending: Literal[".geojson", ".json"] = ".geojson"
    switch: Switch | None = Switch()

    @property
    def is_of_points(self) -> bool:
        """Whether its features are points."""
        return self.geometry_types >= POINT

    @property
    def is_of_polygons(self) -> bool:
        """Whether its features are outlines of ground."""
        return self.geometry_types >= POLYGON
