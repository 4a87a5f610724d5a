"""The frame of the map, plane metres for measuring, and the one way features are written."""

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Feature: TypeAlias = dict[str, Any]
Shape = TypeVar("Shape", bound=BaseGeometry)
"""A kind of geometry that stays what it is."""

WEST, SOUTH, EAST, NORTH = 35.4, 34.8, 38.8, 37.2
"""Edges of the frame, degrees, EPSG:4326."""
FRAME = shapely.box(WEST, SOUTH, EAST, NORTH)
DECIMALS = 5
GRID = 1e-5
"""Step of the written coordinates, degrees: about one metre."""

KM_PER_DEGREE = 111.19
"""Length of a degree of latitude on a sphere of radius 6371 km."""
METRES_NORTH = KM_PER_DEGREE * 1000.0
METRES_EAST = METRES_NORTH * math.cos(math.radians((SOUTH + NORTH) / 2))


def to_metres(geometry: Shape) -> Shape:
    """Scale degrees to plane metres true at the middle parallel of the frame.

    The error of distances is below 2 percent anywhere in the frame, enough for tolerances.

    Parameters
    ----------
    geometry
        Longitude and latitude, degrees, EPSG:4326.

    Returns
    -------
    Shape
        The same shape in metres east of Greenwich and north of the equator.
    """
    return shapely.transform(geometry, _scale_up)


def to_degrees(geometry: Shape) -> Shape:
    """Undo `to_metres`.

    Parameters
    ----------
    geometry
        Plane metres as made by `to_metres`.

    Returns
    -------
    BaseGeometry
        Longitude and latitude, degrees, EPSG:4326.
    """
    return shapely.transform(geometry, _scale_down)


def _scale_up(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    scaled: NDArray[np.float64] = coordinates * np.array([METRES_EAST, METRES_NORTH])
    return scaled


def _scale_down(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    scaled: NDArray[np.float64] = coordinates / np.array([METRES_EAST, METRES_NORTH])
    return scaled


def on_grid(geometry: Shape) -> Shape:
    """Round every coordinate to the written grid, without touching the topology.

    Parameters
    ----------
    geometry
        Degrees, EPSG:4326.

    Returns
    -------
    BaseGeometry
        The same vertices in the same order, rounded to `DECIMALS` places.
    """
    return shapely.transform(geometry, lambda xy: np.round(xy, DECIMALS))


def simplified(geometry: Shape, tolerance_m: float) -> Shape:
    """Drop vertices that lie within a tolerance of the line that is left (Douglas-Peucker).

    Parameters
    ----------
    geometry
        Degrees, EPSG:4326.
    tolerance_m
        Largest distance of a dropped vertex from the result, metres.

    Returns
    -------
    BaseGeometry
        Fewer vertices, degrees.
    """
    return to_degrees(shapely.simplify(to_metres(geometry), tolerance_m))


def length_km(geometry: BaseGeometry) -> float:
    """Measure the length of a line.

    Parameters
    ----------
    geometry
        Line or lines, degrees, EPSG:4326.

    Returns
    -------
    float
        Kilometres, within 2 percent.
    """
    return float(to_metres(geometry).length) / 1000.0


def feature(geometry: BaseGeometry, properties: Mapping[str, object]) -> Feature:
    """Make a GeoJSON feature with rounded coordinates and right-handed rings.

    Parameters
    ----------
    geometry
        Degrees, EPSG:4326.
    properties
        Kept in the given order; entries whose value is ``None`` are left out.

    Returns
    -------
    Feature
        A GeoJSON object.
    """
    rounded = shapely.orient_polygons(on_grid(geometry), exterior_cw=False)
    return {
        "type": "Feature",
        "properties": {key: value for key, value in properties.items() if value is not None},
        "geometry": json.loads(shapely.to_geojson(rounded)),
    }


def write_features(path: Path, features: Iterable[Feature]) -> None:
    """Write a feature collection, one feature a line, always with the same bytes.

    Parameters
    ----------
    path
        File to write.
    features
        In the order of drawing.
    """
    rows = ",\n".join(dump(one) for one in features)
    text = '{"type":"FeatureCollection","features":[\n' + rows + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def dump(value: object) -> str:
    """Write a value as compact JSON on one line with letters of all scripts as they are.

    Parameters
    ----------
    value
        Anything that JSON can hold.

    Returns
    -------
    str
        JSON text without a line break.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
