"""Helps for drawing areas: where their names fit, and which small parts to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from scipy import ndimage

from mapgen.derivation.territory.certainty import FULL
from mapgen.derivation.territory.edges import lengths, shared_edges, to_units
from mapgen.derivation.territory.plane import BoolArray, FloatArray, Plane

if TYPE_CHECKING:
    import geopandas
    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.territory.certainty import CertaintyGrid

LABEL_KM2 = 150.0
"""Parts below this get no name of their own."""

SMALL_KM2 = 30.0
"""Shared parts below this read as noise while the whole region is in view."""

SURE_LEVELS = (0.86, 0.76, 0.66, 0.54, 0.42, 0.3, 0.15, 0.0)
"""Certainty from which a part is the surest band, tried from above; the bands of the map."""

SURE_SHARE = 0.25
"""The surest band must hold at least this share of a part to carry its name."""

NEARLY_DEEPEST = 0.97
"""Cells at this share of the greatest depth are as good as the deepest."""

POLE_TOLERANCE_M = 200.0
"""Exactness of a pole of inaccessibility, metres."""


def label_points(
    geometry: BaseGeometry, certainty: CertaintyGrid
) -> list[tuple[float, float, float]]:
    """Find where the name of an area fits best.

    Parameters
    ----------
    geometry
        Area of a holder, EPSG:4326.
    certainty
        Certainty over the frame; the name goes to the surest band of a part if that holds
        a quarter of it.

    Returns
    -------
    list of tuple
        Longitude, latitude (degrees, five decimals) and distance to the nearest edge of
        the part in whole metres, for each part over 150 km2, largest first.
    """
    plane = Plane(certainty.bounds)
    parts = [(plane.project(part), part) for part in shapely.get_parts(geometry)]
    parts = [pair for pair in parts if pair[0].area / 1e6 >= LABEL_KM2]
    parts.sort(key=lambda pair: (-round(pair[0].area), pair[0].bounds))
    return [_label_point(metric, part, certainty, plane) for metric, part in parts]


def _label_point(
    metric: shapely.Polygon, part: shapely.Polygon, certainty: CertaintyGrid, plane: Plane
) -> tuple[float, float, float]:
    lon, lat, inside, values = _window(part, certainty)
    place = _pole(metric)
    for level in SURE_LEVELS:
        sure = inside & (values >= level)
        if sure.any() and sure.sum() >= SURE_SHARE * inside.sum():
            place = plane.from_degrees(_deepest(lon, lat, sure))
            break
    clearance = shapely.distance(shapely.Point(*place[0]), shapely.boundary(metric))
    east, north = np.round(plane.to_degrees(place)[0], 5)
    return float(east), float(north), float(round(clearance))


def _pole(metric: shapely.Polygon) -> FloatArray:
    radius = shapely.maximum_inscribed_circle(metric, tolerance=POLE_TOLERANCE_M)
    return np.asarray(shapely.get_coordinates(radius)[:1])


def _window(
    part: shapely.Polygon, certainty: CertaintyGrid
) -> tuple[FloatArray, FloatArray, BoolArray, FloatArray]:
    """Return longitudes, latitudes, whether inside, and certainty of the cells around a part."""
    lon, lat = certainty.centres
    west, south, east, north = part.bounds
    columns = np.flatnonzero((lon >= west) & (lon <= east))
    rows = np.flatnonzero((lat >= south) & (lat <= north))
    lon, lat = lon[columns], lat[rows]
    shapely.prepare(part)
    inside = np.asarray(shapely.contains_xy(part, *np.meshgrid(lon, lat)))
    return lon, lat, inside, certainty.values[np.ix_(rows, columns)] / FULL


def _deepest(lon: FloatArray, lat: FloatArray, sure: BoolArray) -> FloatArray:
    """Return the place of the sure cell farthest from other cells, degrees.

    Of cells nearly as deep, as along the axis of a long area, the middle one is taken.
    """
    depth = ndimage.distance_transform_edt(np.pad(sure, 1))[1:-1, 1:-1]
    depth = np.round(depth * np.cos(np.radians(lat))[:, None], 6)
    rows, columns = np.nonzero(depth >= NEARLY_DEEPEST * depth.max())
    middle = np.hypot(rows - rows.mean(), columns - columns.mean())
    best = int(np.round(middle, 6).argmin())
    return np.array([[lon[columns[best]], lat[rows[best]]]])


def small_into(areas: geopandas.GeoDataFrame) -> dict[str, list[str | None]]:
    """Name the neighbour into which each small shared part goes at low zoom.

    Parameters
    ----------
    areas
        EPSG:4326, columns ``holder`` and ``geometry``, five decimals, edges shared vertex
        for vertex.

    Returns
    -------
    dict
        For each holder one entry for each part of its geometry, in that order: the
        neighbouring holder with the longest shared edge for parts of a shared holder
        (``+``) under 30 km2, else None.
    """
    rows = [
        (str(holder), part)
        for holder, area in zip(areas["holder"], areas.geometry, strict=True)
        for part in shapely.get_parts(area)
    ]
    west, south, east, north = (float(value) for value in areas.total_bounds)
    plane = Plane((west, south, east, north))
    edges = shared_edges([to_units(part) for _, part in rows])
    metres = lengths(edges, plane)
    result: dict[str, list[str | None]] = {str(holder): [] for holder in areas["holder"]}
    for number, (holder, part) in enumerate(rows):
        goes: str | None = None
        if "+" in holder and plane.project(part).area / 1e6 < SMALL_KM2:
            shared: dict[str, float] = {}
            for pair, length in zip(edges.pairs.tolist(), metres.tolist(), strict=True):
                if number in pair:
                    other = rows[pair[1] if pair[0] == number else pair[0]][0]
                    shared[other] = shared.get(other, 0.0) + length
            goes = max(
                sorted(shared), key=lambda neighbour: round(shared[neighbour], 3), default=None
            )
        result[holder].append(goes)
    return result
