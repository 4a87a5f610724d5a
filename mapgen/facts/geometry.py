"""What is wrong with a GeoJSON geometry, in the words of the format.

RFC 7946: EPSG:4326, longitude first, degrees. Beyond the standard the project asks for at most
five decimals, exterior rings counter-clockwise and geometry that is valid in the sense of OGC
simple features.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
import shapely.geometry

if TYPE_CHECKING:
    from collections.abc import Iterator

Frame = tuple[float, float, float, float]
"""West, south, east, north in degrees (EPSG:4326)."""

DECIMALS = 5
"""Most decimals of a degree that a coordinate may have: about one metre, finer than any source."""

_WORLD: Frame = (-180.0, -90.0, 180.0, 90.0)

_FEWEST_IN_RING = 4
"""Positions of the smallest closed ring, a triangle (RFC 7946, 3.1.6)."""


def to_shape(raw: Any) -> Any:  # noqa: ANN401 - GeoJSON in, any shapely geometry out
    """Return a GeoJSON geometry without a problem as a shapely geometry; None stays None."""
    return shapely.geometry.shape(raw) if raw else None


def geometry_problem(
    raw: Any,  # noqa: ANN401
    types: frozenset[str],
    frame: Frame | None,
) -> str | None:
    """Return the first thing that is wrong with a geometry, as a line for an editor.

    Parameters
    ----------
    raw
        A GeoJSON geometry, or anything that stands in its place.
    types
        Allowed types; ``"None"`` stands for no geometry.
    frame
        West, south, east, north in degrees within which every position must lie, if any.

    Returns
    -------
    str or None
        The value, the rule and the next step; None where nothing is wrong.
    """
    return next(_problems(raw, types, frame), None)


def _problems(
    raw: Any,  # noqa: ANN401
    types: frozenset[str],
    frame: Frame | None,
) -> Iterator[str]:
    name = raw.get("type") if isinstance(raw, dict) else raw
    if str(name) not in types:
        allowed = " or ".join(sorted(types)).replace("None", "null")
        yield f"geometry is {json.dumps(name)}, expected {allowed}."
    if not isinstance(raw, dict):
        return
    positions = list(_positions(raw.get("coordinates")))
    if not positions:
        yield "geometry has no coordinates. Add them, or write null if none are known."
    for position in [] if _are_plain(positions, frame) else positions:
        yield from _position_problems(position, frame)
    for ring, _ in _rings(raw):
        yield from _closure_problems(ring)
    try:
        geometry = shapely.geometry.shape(raw)
    except (ValueError, TypeError, IndexError, shapely.errors.ShapelyError) as error:
        yield f"geometry cannot be read ({error})."
        return
    if not geometry.is_valid:
        reason = shapely.is_valid_reason(geometry)
        yield f"geometry is not valid: {reason}. Does an edge cross another?"
    for ring, is_exterior in _rings(raw):
        yield from _order_problems(ring, is_exterior=is_exterior)


def _positions(coordinates: object) -> Iterator[object]:
    """Yield every position: each innermost list, whatever it holds."""
    if isinstance(coordinates, list):
        if coordinates and all(isinstance(item, list) for item in coordinates):
            for item in coordinates:
                yield from _positions(item)
        else:
            yield coordinates


def _are_plain(positions: list[Any], frame: Frame | None) -> bool:
    """Tell, of all positions at once, that nothing is wrong with any; most have no problem."""
    pair = 2
    if any(type(position) is not list or len(position) != pair for position in positions):
        return False
    if not {type(value) for position in positions for value in position} <= {int, float}:
        return False
    values = np.array(positions, dtype=np.float64)
    west, south, east, north = frame or _WORLD
    least, most = np.maximum((west, south), _WORLD[:2]), np.minimum((east, north), _WORLD[2:])
    inside = (values >= least) & (values <= most)
    return bool((inside & (np.round(values, DECIMALS) == values)).all())


def _position_problems(position: Any, frame: Frame | None) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(position, list) or len(position) != 2:  # noqa: PLR2004 - a pair
        yield f"position {json.dumps(position)} is not [longitude, latitude]."
    for value in position:
        if not _is_finite_number(value):
            yield f"position {json.dumps(position)} holds {json.dumps(value)}, not a number."
    lon, lat = position
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):  # noqa: PLR2004 - degrees
        yield f"position [{lon}, {lat}] is outside -180..180, -90..90. Is the file in EPSG:4326?"
    if frame and not _is_inside(lon, lat, frame):
        swapped = _is_inside(lat, lon, frame)
        hint = "Is it longitude first?" if swapped else "Correct it, or the frame."
        bounds = [round(bound, DECIMALS) for bound in frame]
        yield f"position [{lon}, {lat}] is outside {bounds}. {hint}"
    if (round(lon, DECIMALS), round(lat, DECIMALS)) != (lon, lat):
        yield f"position [{lon}, {lat}] has more than {DECIMALS} decimals. Round it."


def _is_finite_number(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value)  # type: ignore[arg-type]


def _is_inside(lon: float, lat: float, frame: Frame) -> bool:
    west, south, east, north = frame
    return west <= lon <= east and south <= lat <= north


def _rings(raw: dict[str, Any]) -> Iterator[tuple[list[list[float]], bool]]:
    """Yield each ring of a polygon, and whether it is an exterior."""
    polygons = {"Polygon": [raw["coordinates"]], "MultiPolygon": raw["coordinates"]}
    for polygon in polygons.get(raw["type"], []):
        for index, ring in enumerate(polygon):
            yield ring, index == 0


def _closure_problems(ring: list[list[float]]) -> Iterator[str]:
    if len(ring) < _FEWEST_IN_RING:
        yield "a ring has fewer than four positions."
    if ring[0] != ring[-1]:
        yield f"a ring is open: it ends at {ring[-1]}, not at {ring[0]}. Close it."


def _order_problems(ring: list[list[float]], *, is_exterior: bool) -> Iterator[str]:
    if shapely.is_ccw(shapely.LinearRing(ring)) != is_exterior:
        wanted = "counter-clockwise" if is_exterior else "clockwise"
        name = "an exterior ring" if is_exterior else "an interior ring"
        yield f"{name} must run {wanted} (RFC 7946, 3.1.6). Reverse it."
