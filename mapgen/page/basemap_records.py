"""The base map in the document."""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import Ge, Le

from mapgen.kinds.records import Lines, Point, Polygons, Record, Texts


class Land(Record):
    """Land of a country."""

    kind: Literal["syria", "outside"]
    country: str | None = None
    polygons: Polygons


class Sea(Record):
    """The sea."""

    polygons: Polygons


class Lake(Record):
    """A lake."""

    name: Texts | None = None
    polygons: Polygons


class River(Record):
    """A river."""

    name: Texts | None = None
    lines: Lines


class Governorate(Record):
    """A border of governorates."""

    lines: Lines


class Road(Record):
    """A road."""

    ref: str | None = None
    kind: Literal["main", "other"]
    lines: Lines


class Town(Record):
    """A town that has a name on the map and no holder."""

    name: Texts
    point: Point
    size_class: Annotated[int, Ge(1), Le(4)]
    country: str


class Label(Record):
    """A name over an area."""

    name: Texts
    point: Point
    kind: Literal["country", "region", "sea", "lake"]


class Basemap(Record):
    """What lies below the facts."""

    land: tuple[Land, ...]
    sea: tuple[Sea, ...]
    lakes: tuple[Lake, ...]
    rivers: tuple[River, ...]
    governorates: tuple[Governorate, ...]
    roads: tuple[Road, ...]
    towns: tuple[Town, ...]
    labels: tuple[Label, ...]
