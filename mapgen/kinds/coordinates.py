"""Places in steps of 1e-5 degree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from mapgen.facts.geojson import Feature
    from mapgen.facts.named import PointProperties
    from mapgen.facts.properties import Event
    from mapgen.kinds.records import Placed, Point

SCALE = 100_000
"""Steps in a degree: coordinates have five decimals."""


def to_integers(lon: float, lat: float) -> Point:
    """Return a position in steps of 1e-5 degree, longitude first."""
    return round(lon * SCALE), round(lat * SCALE)


def placed(feature: Feature[PointProperties] | Feature[Event]) -> Placed:
    """Return the place of a point, and the radius in kilometres within which it lies."""
    point = feature.geometry
    return {
        "point": to_integers(*shapely.get_coordinates(point)[0]) if point else None,
        "error_km": feature.properties.position_error_km,
    }
