"""The geometries of a file at once, over arrays: those in which nothing is wrong, as shapes.

Most files have no fault. Where one has, `tidying` puts right and `geometry` tells what is wrong,
geometry by geometry.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from mapgen.facts.geometry import DECIMALS, FEWEST_IN_RING, LEVELS, WORLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from mapgen.facts.geometry import Frame

    Offsets = NDArray[np.int64]

_PAIR = 2


def shapes_of(geometries: Sequence[Any]) -> list[Any]:
    """Return a shapely geometry for each GeoJSON geometry that is as this project keeps it.

    Parameters
    ----------
    geometries
        GeoJSON geometries, or anything that stands in their place.

    Returns
    -------
    list
        None where there is no geometry, and for all of a type where one of them has a fault or
        has to be tidied.
    """
    shapes: list[Any] = [None] * len(geometries)
    places: dict[str, list[int]] = {}
    for place, raw in enumerate(geometries):
        if isinstance(raw, dict) and raw.keys() == {"type", "coordinates"}:
            places.setdefault(str(raw["type"]), []).append(place)
    for name in places.keys() & LEVELS.keys():
        made = _shapes(name, [geometries[place]["coordinates"] for place in places[name]])
        for place, shape in zip(places[name], made, strict=False):
            shapes[place] = shape
    return shapes


def are_inside(shapes: Sequence[Any], frame: Frame | None) -> bool:
    """Tell whether all shapes lie in the world, and in a frame if there is one."""
    bounds = shapely.bounds(
        np.array([shape for shape in shapes if shape is not None], dtype=object)
    )
    return all(
        bool((bounds[:, :2] >= box[:2]).all() and (bounds[:, 2:] <= box[2:]).all())
        for box in (WORLD, frame or WORLD)
    )


def _shapes(name: str, coordinates: list[Any]) -> Iterable[Any]:
    """Return the shapes of all geometries of a type; none where one of them has a fault."""
    offsets: list[Offsets] = []
    lists = coordinates
    for _ in range(LEVELS[name]):
        if not _are_lists(lists):
            return ()
        offsets.insert(0, np.cumsum([0, *map(len, lists)]))
        lists = list(chain.from_iterable(lists))
    positions = _positions(lists)
    if positions is None or ("Polygon" in name and not _are_closed(positions, offsets[0])):
        return ()
    kind = shapely.GeometryType[name.upper()]
    try:
        shapes = shapely.from_ragged_array(kind, positions, tuple(offsets) or None)
    except (ValueError, shapely.errors.ShapelyError):
        return ()
    if "Polygon" in name and not _are_turned_right(shapes, offsets[1]):
        return ()
    return shapes if shapely.is_valid(shapes).all() else ()


def _are_lists(values: list[Any]) -> bool:
    return all(values) and set(map(type, values)) == {list}


def _positions(values: list[Any]) -> NDArray[np.float64] | None:
    """Return pairs of finite numbers with few decimals as an array; None where one is none."""
    if not _are_lists(values) or set(map(len, values)) != {_PAIR}:
        return None
    numbers = list(chain.from_iterable(values))
    if not set(map(type, numbers)) <= {int, float}:
        return None
    flat = np.array(numbers, dtype=np.float64)
    if not np.isfinite(flat).all() or (np.round(flat, DECIMALS) != flat).any():
        return None
    return flat.reshape(-1, _PAIR)


def _are_closed(positions: NDArray[np.float64], offsets: Offsets) -> bool:
    starts, ends = offsets[:-1], offsets[1:]
    return bool(
        (ends - starts >= FEWEST_IN_RING).all() and (positions[starts] == positions[ends - 1]).all()
    )


def _are_turned_right(polygons: NDArray[Any], offsets: Offsets) -> bool:
    """Tell whether all exteriors run counterclockwise and all holes clockwise.

    Parameters
    ----------
    polygons
        Polygons, or several in one geometry.
    offsets
        The number of the first ring of each polygon, which is its exterior.
    """
    rings = shapely.get_rings(shapely.get_parts(polygons))
    is_exterior = np.zeros(len(rings), dtype=bool)
    is_exterior[offsets[:-1]] = True
    return bool((shapely.is_ccw(rings) == is_exterior).all())
