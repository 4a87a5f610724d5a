"""Places in steps of 1e-5 degree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

if TYPE_CHECKING:
    from mapgen.facts.geojson import Feature
    from mapgen.kinds.records import Point

SCALE = 100_000
"""Steps in a degree: coordinates have five decimals."""


def to_integers(lon: float, lat: float) -> Point:
    """Return a position in steps of 1e-5 degree, longitude first."""
    return round(lon * SCALE), round(lat * SCALE)


def placed(feature: Feature[Any]) -> dict[str, Any]:
    """Return the place of a point, and the radius in kilometres within which it lies."""
    point = feature.geometry
    return {
        "point": to_integers(*shapely.get_coordinates(point)[0]) if point else None,
        "error_km": feature.properties.position_error_km,
    }
