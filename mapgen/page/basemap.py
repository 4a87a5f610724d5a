"""The base map as records of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from mapgen.kinds.coordinates import to_integers
from mapgen.page import basemap_records as records

if TYPE_CHECKING:
    from mapgen.facts.basemap import BasemapProperties
    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.kinds.records import Point, Texts
    from mapgen.page.rows import RowEncoder

POLYGONS = ("land", "sea", "lakes")
"""Files of the base map that hold polygons."""

LINES = ("rivers", "governorates", "roads")
"""Files of the base map that hold lines."""


def basemap(geodata: Geodata, encoder: RowEncoder) -> records.Basemap:
    """Return what lies below the facts."""
    features = geodata.basemap.features
    polygons, lines = encoder.polygons, encoder.lines
    return records.Basemap(
        land=tuple(
            records.Land(
                kind=land.properties.kind, country=land.properties.country, polygons=polygons(land)
            )
            for land in features["land"]
        ),
        sea=tuple(records.Sea(polygons=polygons(sea)) for sea in features["sea"]),
        lakes=tuple(
            records.Lake(name=_names(lake.properties), polygons=polygons(lake))
            for lake in features["lakes"]
        ),
        rivers=tuple(
            records.River(name=_names(river.properties), lines=lines(river))
            for river in features["rivers"]
        ),
        governorates=tuple(
            records.Governorate(lines=lines(border)) for border in features["governorates"]
        ),
        roads=tuple(
            records.Road(ref=road.properties.ref, kind=road.properties.kind, lines=lines(road))
            for road in features["roads"]
        ),
        towns=tuple(_town(town) for town in features["towns"]),
        labels=tuple(
            records.Label(
                name=_names(label.properties), point=_point(label), kind=label.properties.kind
            )
            for label in features["countries"]
        ),
    )


def _town(town: Feature[BasemapProperties]) -> records.Town:
    properties = town.properties
    return records.Town(
        name=_names(properties),
        point=_point(town),
        size_class=properties.size_class,
        country=properties.country,
    )


def _names(properties: BasemapProperties) -> Texts | None:
    """Return the names by language; None without English."""
    return properties.names if properties.name_en else None


def _point(feature: Feature[BasemapProperties]) -> Point:
    return to_integers(*shapely.get_coordinates(feature.geometry)[0])
