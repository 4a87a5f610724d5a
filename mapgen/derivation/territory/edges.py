"""Edges that polygons share, found by their very vertices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapgen.derivation.territory.settings import UNITS_PER_DEGREE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.territory.plane import FloatArray, IntArray, Plane, Shape

OFFSET = 180 * UNITS_PER_DEGREE
"""Makes every coordinate positive, so that a vertex fits one whole number."""

SHIFT = 32
"""Bits of a coordinate in the number of a vertex."""


@dataclass(frozen=True)
class SharedEdges:
    """Straight edges that two polygons have in common.

    Parameters
    ----------
    pairs
        Positions of both polygons, lower first, shape (n, 2).
    ends
        Numbers of both vertices, lower first, shape (n, 2); see `place_of`.
    """

    pairs: IntArray
    ends: IntArray


def shared_edges(polygons: Sequence[BaseGeometry]) -> SharedEdges:
    """Find the edges that polygons of a coverage share.

    Parameters
    ----------
    polygons
        Polygons or multipolygons in whole units of 1e-5 degree. Edges that belong to one
        polygon only (coast, border) are left out.

    Returns
    -------
    SharedEdges
        Each edge once, ordered by its vertices.
    """
    codes, owners = [], []
    for number, polygon in enumerate(polygons):
        for ring in shapely.get_rings(shapely.get_parts(polygon)):
            nodes = number_of(shapely.get_coordinates(ring))
            codes.append(np.sort(np.column_stack([nodes[:-1], nodes[1:]]), axis=1))
            owners.append(np.full(len(nodes) - 1, number))
    edges, owner = np.concatenate(codes), np.concatenate(owners)
    order = np.lexsort((owner, edges[:, 1], edges[:, 0]))
    edges, owner = edges[order], owner[order]
    twice = np.flatnonzero((edges[1:] == edges[:-1]).all(axis=1) & (owner[1:] != owner[:-1]))
    return SharedEdges(np.column_stack([owner[twice], owner[twice + 1]]), edges[twice])


def number_of(units: FloatArray) -> IntArray:
    """Return one whole number for each vertex, shape (n, 2), in units of 1e-5 degree."""
    whole = np.rint(units).astype(np.int64) + OFFSET
    return np.asarray((whole[:, 0] << SHIFT) + whole[:, 1])


def place_of(numbers: IntArray) -> FloatArray:
    """Return the vertices (longitude, latitude, in units of 1e-5 degree) of numbers."""
    x, y = numbers >> SHIFT, numbers & ((1 << SHIFT) - 1)
    return np.column_stack([x - OFFSET, y - OFFSET]).astype(np.float64)


def lengths(edges: SharedEdges, plane: Plane) -> FloatArray:
    """Return the length of each edge in metres."""
    first = plane.from_degrees(place_of(edges.ends[:, 0]) / UNITS_PER_DEGREE)
    second = plane.from_degrees(place_of(edges.ends[:, 1]) / UNITS_PER_DEGREE)
    return np.asarray(np.hypot(*(first - second).T))


def to_degrees(geometry: Shape) -> Shape:
    """Return a geometry in units of 1e-5 degree as degrees with exactly five decimals."""
    return shapely.transform(geometry, lambda units: np.rint(units) / UNITS_PER_DEGREE)


def to_units(geometry: Shape) -> Shape:
    """Return a geometry in degrees as whole units of 1e-5 degree."""
    return shapely.transform(geometry, lambda degrees: np.rint(degrees * UNITS_PER_DEGREE))
