"""Shape lines and outlines by hand rules: round corners, join pieces, cut stretches."""

from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from basemap.frame import to_degrees, to_metres

Array: TypeAlias = NDArray[np.float64]
STEPS = 6
"""Pieces of a curve between two points given by hand."""


def curve_through(points: list[tuple[float, float]]) -> shapely.LineString:
    """Draw a smooth curve that passes through every given point (centripetal Catmull-Rom).

    Parameters
    ----------
    points
        At least two, longitude and latitude, degrees.

    Returns
    -------
    LineString
        Degrees, EPSG:4326.
    """
    known = np.asarray(points, dtype=np.float64)
    padded = np.vstack([2 * known[0] - known[1], known, 2 * known[-1] - known[-2]])
    pieces = [_piece(padded[k : k + 4]) for k in range(len(known) - 1)]
    return shapely.LineString(np.vstack([*pieces, known[-1:]]))


def _piece(four: Array) -> Array:
    gaps = np.maximum(np.hypot(*np.diff(four, axis=0).T), 1e-9) ** 0.5
    t = np.concatenate([[0.0], np.cumsum(gaps)])
    at = np.linspace(t[1], t[2], STEPS, endpoint=False)[:, None]
    first = [_between(four[k], four[k + 1], t[k], t[k + 1], at) for k in range(3)]
    second = [_between(first[k], first[k + 1], t[k], t[k + 2], at) for k in range(2)]
    return _between(second[0], second[1], t[1], t[2], at)


def _between(a: Array, b: Array, start: float, end: float, at: Array) -> Array:
    share = (at - start) / (end - start)
    return (1.0 - share) * a + share * b


def rounded_area(area: BaseGeometry, radius_m: float) -> BaseGeometry:
    """Take the blocks off an outline: open and close it, then cut its corners twice.

    Parameters
    ----------
    area
        Polygons, degrees, EPSG:4326.
    radius_m
        Radius of the smallest bay and headland that is left, metres.

    Returns
    -------
    BaseGeometry
        Polygons, degrees; necks narrower than the radius may be gone.
    """
    plane = to_metres(area)
    closed = shapely.buffer(shapely.buffer(plane, radius_m), -2.0 * radius_m)
    opened = shapely.buffer(closed, radius_m)
    parts = [_cut_corners(part) for part in shapely.get_parts(opened)]
    return to_degrees(shapely.union_all(parts))


def _cut_corners(polygon: shapely.Polygon) -> shapely.Polygon:
    ring = np.asarray(shapely.simplify(polygon, 120.0).exterior.coords)[:-1]
    for _ in range(2):
        following = np.roll(ring, -1, axis=0)
        near, far = 0.75 * ring + 0.25 * following, 0.25 * ring + 0.75 * following
        ring = np.stack([near, far], axis=1).reshape(-1, 2)
    return shapely.Polygon(ring)


def joined(lines: list[shapely.LineString]) -> shapely.LineString:
    """Join lines end to end in the given order, turning those that run the other way.

    Parameters
    ----------
    lines
        Degrees; the nearest ends of neighbours are joined, however far they are.

    Returns
    -------
    LineString
        One line.
    """
    if len(lines) == 1:
        return lines[0]
    ends = [shapely.Point(lines[1].coords[k]) for k in (0, -1)]
    head, tail = (shapely.Point(lines[0].coords[k]) for k in (0, -1))
    turned = min(head.distance(end) for end in ends) < min(tail.distance(end) for end in ends)
    vertices = list(lines[0].coords)[:: -1 if turned else 1]
    for line in lines[1:]:
        end = shapely.Point(vertices[-1])
        start, finish = (shapely.Point(line.coords[k]) for k in (0, -1))
        vertices += list(line.coords)[:: -1 if end.distance(finish) < end.distance(start) else 1]
    return shapely.remove_repeated_points(shapely.LineString(vertices))


def stretch(
    line: shapely.LineString, start: tuple[float, float], end: tuple[float, float]
) -> shapely.LineString:
    """Cut the stretch of a line between its vertices nearest to two points.

    Parameters
    ----------
    line
        Degrees.
    start, end
        Longitude and latitude, degrees.

    Returns
    -------
    LineString
        Vertices of the line, in its own direction.
    """
    first, last = sorted((_nearest(line, start), _nearest(line, end)))
    return shapely.LineString(line.coords[first : last + 1])


def spliced(line: shapely.LineString, other: shapely.LineString) -> shapely.LineString:
    """Replace the stretch of a line that runs beside another by that other line.

    Parameters
    ----------
    line
        Degrees.
    other
        Line whose ends lie near the first line, degrees.

    Returns
    -------
    LineString
        The first line, passing through all vertices of the other.
    """
    first, last = _nearest(line, other.coords[0]), _nearest(line, other.coords[-1])
    middle = list(other.coords)
    if first > last:
        first, last, middle = last, first, middle[::-1]
    return shapely.LineString([*line.coords[:first], *middle, *line.coords[last + 1 :]])


def _nearest(line: shapely.LineString, point: tuple[float, ...]) -> int:
    offsets = np.asarray(line.coords) - np.asarray(point)
    return int(np.argmin(np.hypot(offsets[:, 0] * 0.81, offsets[:, 1])))
