"""What is wrong with a GeoJSON geometry, in the words of the format.

RFC 7946: EPSG:4326, longitude first, degrees, and geometry that is valid in the sense of OGC
simple features. `tidying` has put right before what loses nothing: decimals, heights, the order
of rings.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
import shapely.geometry

from mapgen.faults import short

if TYPE_CHECKING:
    from collections.abc import Iterator

Frame = tuple[float, float, float, float]
"""West, south, east, north in degrees (EPSG:4326)."""

DECIMALS = 5
"""Most decimals of a degree that a coordinate may have: about one metre, finer than any source."""

LEVELS = {
    "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2,
    "MultiPolygon": 3,
}  # fmt: skip
"""Lists around a position, by the type of a geometry (RFC 7946, 3.1)."""

END_OF_MAPS = 85
"""Degrees north and south at which maps in Web Mercator end."""

WORLD: Frame = (-180.0, -90.0, 180.0, 90.0)
"""All degrees that there are."""

_PAIR = 2

FEWEST_IN_RING = 4
"""Positions of the smallest closed ring, a triangle (RFC 7946, 3.1.6)."""


def to_shape(raw: Any) -> Any:  # noqa: ANN401 - GeoJSON in, any shapely geometry out
    """Return a GeoJSON geometry without a problem as a shapely geometry; None stays None."""
    return shapely.geometry.shape(raw) if raw else None


def geometry_problems(
    raw: Any,  # noqa: ANN401
    types: frozenset[str],
    frame: Frame | None,
) -> list[str]:
    """Return what is wrong with a geometry, each as a line for an editor.

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
    list of str
        The value, the rule and the next step; empty where nothing is wrong. What can only be
        asked of a geometry of the right form waits until it has it.
    """
    for look in (_type_problems, _form_problems, _position_problems, _shape_problems):
        problems = list(dict.fromkeys(look(raw, types, frame)))
        if problems or raw is None:
            return problems
    return []


def positions_of(raw: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield every position of a geometry whose lists stand as its type asks."""
    yield from _at_level(raw["coordinates"], LEVELS[raw["type"]])


def rings_of(raw: dict[str, Any]) -> Iterator[tuple[list[list[float]], bool]]:
    """Yield each ring of a polygon or of several, and whether it is an exterior."""
    polygons = {"Polygon": [raw["coordinates"]], "MultiPolygon": raw["coordinates"]}
    for polygon in polygons.get(raw["type"], []):
        for number, ring in enumerate(polygon):
            yield ring, number == 0


def has_form(raw: object) -> bool:
    """Tell whether a geometry has lists of positions, of finite numbers, as its type asks."""
    if not isinstance(raw, dict) or str(raw.get("type")) not in LEVELS:
        return False
    return next(_form_problems(raw, frozenset(), None), None) is None


def _type_problems(raw: Any, types: frozenset[str], _: Frame | None) -> Iterator[str]:  # noqa: ANN401
    name = raw.get("type") if isinstance(raw, dict) else raw
    named = name if isinstance(name, str) or name is None else _shown(name)
    if str(name) not in types or (isinstance(raw, dict) and not isinstance(name, str)):
        allowed = " or ".join(sorted(types)).replace("None", "null")
        yield f"geometry is {json.dumps(named)}, expected {allowed}."
    elif isinstance(raw, dict) and named not in LEVELS:
        yield f"geometry is {json.dumps(named)}, which this map cannot draw."


def _form_problems(raw: Any, _: frozenset[str], __: Frame | None) -> Iterator[str]:  # noqa: ANN401
    for key in sorted(set(raw) - {"type", "coordinates"}):
        yield f'unknown key "geometry.{key}". Remove it.'
    coordinates = raw.get("coordinates")
    if not isinstance(coordinates, list) or not coordinates:
        yield "geometry has no coordinates. Add them, or write null if none are known."
        return
    positions = list(_at_level(coordinates, LEVELS[raw["type"]]))
    for value in [] if _are_plain(positions) else positions:
        if not isinstance(value, list) or not value or isinstance(value[0], list):
            yield (
                f"coordinates of a {raw['type']} hold {_shown(value)} where a position "
                "[longitude, latitude] is expected. Is it another type of geometry?"
            )
        elif len(value) < _PAIR or not all(map(_is_finite_number, value)):
            yield f"position {_shown(value)} is not [longitude, latitude]."


def _are_plain(positions: list[Any]) -> bool:
    """Tell, of all positions at once, that each is a pair of finite numbers; most are."""
    if any(type(position) is not list or len(position) != _PAIR for position in positions):
        return False
    if not {type(value) for position in positions for value in position} <= {int, float}:
        return False
    return bool(np.isfinite(np.array(positions, dtype=np.float64)).all())


def _at_level(value: Any, level: int) -> Iterator[Any]:  # noqa: ANN401
    """Yield what stands so many lists deep; a list that is missing or empty is yielded itself."""
    if level == 0 or not isinstance(value, list) or not value:
        yield value
        return
    for item in value:
        yield from _at_level(item, level - 1)


def _position_problems(raw: Any, _: frozenset[str], frame: Frame | None) -> Iterator[str]:  # noqa: ANN401
    positions = list(positions_of(raw))
    if not _are_inside(positions, frame):
        for position in positions:
            yield from _place_problems(position, frame)


def _are_inside(positions: list[Any], frame: Frame | None) -> bool:
    """Tell, of all positions at once, that none lies outside; most geometries have none."""
    values = np.array(positions, dtype=np.float64)
    west, south, east, north = frame or WORLD
    least, most = np.maximum((west, south), WORLD[:2]), np.minimum((east, north), WORLD[2:])
    return bool(((values >= least) & (values <= most)).all())


def _place_problems(position: list[Any], frame: Frame | None) -> Iterator[str]:
    lon, lat = position
    if not _is_inside(lon, lat, WORLD):
        yield f"position [{lon}, {lat}] is outside -180..180, -90..90. Is the file in EPSG:4326?"
    elif frame and not _is_inside(lon, lat, frame):
        swapped = _is_inside(lat, lon, frame)
        hint = "Is it longitude first?" if swapped else "Correct it, or the frame."
        bounds = [round(bound, DECIMALS) for bound in frame]
        yield f"position [{lon}, {lat}] is outside {bounds}. {hint}"


def _is_finite_number(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value)  # type: ignore[arg-type]


def _is_inside(lon: float, lat: float, frame: Frame) -> bool:
    west, south, east, north = frame
    return west <= lon <= east and south <= lat <= north


def _shape_problems(raw: Any, _: frozenset[str], __: Frame | None) -> Iterator[str]:  # noqa: ANN401
    if "Polygon" in raw["type"]:
        closed = [problem for ring, _ in rings_of(raw) for problem in _closure_problems(ring)]
        if closed:
            yield from closed
            return
    try:
        geometry = shapely.geometry.shape(raw)
    except (ValueError, TypeError, IndexError, shapely.errors.ShapelyError) as error:
        yield f"geometry cannot be read ({error})."
        return
    if not geometry.is_valid:
        reason = shapely.is_valid_reason(geometry)
        yield f"geometry is not valid: {reason}. Does an edge cross another?"


def _closure_problems(ring: list[list[float]]) -> Iterator[str]:
    if ring[0] != ring[-1]:
        yield f"a ring is open: it ends at {ring[-1]}, not at {ring[0]}. Close it."
    elif len(ring) < FEWEST_IN_RING:
        yield f"a ring has {len(ring)} positions, fewer than {FEWEST_IN_RING}. Add the others."


def _shown(value: object) -> str:
    """Return a wrong value as a message shows it."""
    return short(json.dumps(value, ensure_ascii=False, default=str), 60)


def mercator(latitude: float) -> float:
    """Return Web Mercator y on a sphere of radius 1; latitude in degrees."""
    return math.asinh(math.tan(math.radians(latitude)))


def is_frame(box: Frame) -> bool:
    """Tell whether a box is west, south, east, north in degrees that a web map can show."""
    west, south, east, north = box
    return -180 <= west < east <= 180 and -END_OF_MAPS <= south < north <= END_OF_MAPS  # noqa: PLR2004
