"""Lines and polygons as lists of shared arcs, so that an edge of two areas is stored once.

The way of TopoJSON (https://github.com/topojson/topojson-specification, 2.1.4): a ring or a line
is a list of arc numbers, ``~i`` is arc ``i`` reversed, and each arc is a flat list of integers,
its first position followed by differences.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapgen.kinds.coordinates import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

Position = tuple[int, int]
Path = tuple[Position, ...]


def rings(geometry: BaseGeometry) -> list[list[Path]]:
    """Return the polygons of a geometry, each a list of closed rings, exterior first."""
    polygons = shapely.get_parts(geometry)
    return [
        [_path(ring) for ring in (polygon.exterior, *polygon.interiors)] for polygon in polygons
    ]


def lines(geometry: BaseGeometry) -> list[Path]:
    """Return the lines of a geometry."""
    return [_path(line) for line in shapely.get_parts(geometry)]


def _path(line: BaseGeometry) -> Path:
    steps = np.rint(shapely.get_coordinates(line) * SCALE).astype(np.int64)
    return tuple((int(x), int(y)) for x, y in steps)


class ArcTable:
    """Collects paths, then gives each as arc numbers.

    Every path must be added before the first is looked up: an arc ends wherever any two of the
    paths part.
    """

    def __init__(self) -> None:
        """Begin without a path."""
        self._neighbours: dict[Position, set[Position]] = defaultdict(set)
        self._ends: set[Position] = set()
        self._numbers: dict[Path, int] = {}
        self.arcs: list[list[int]] = []

    def add(self, paths: Iterable[Path]) -> None:
        """Take note of where these paths run."""
        for path in paths:
            for start, end in pairwise(path):
                self._neighbours[start].add(end)
                self._neighbours[end].add(start)
            if path[0] != path[-1]:
                self._ends.update((path[0], path[-1]))

    def numbers(self, path: Path) -> tuple[int, ...]:
        """Return a path as arc numbers; new arcs are stored."""
        return tuple(self._number(piece) for piece in self._cut(path))

    def _is_junction(self, position: Position) -> bool:
        return position in self._ends or len(self._neighbours[position]) > 2  # noqa: PLR2004

    def _cut(self, path: Path) -> list[Path]:
        closed = path[0] == path[-1]
        if closed:
            path = self._rotated(path)
        cuts = [0]
        cuts += [i for i in range(1, len(path) - 1) if self._is_junction(path[i])]
        cuts.append(len(path) - 1)
        return [path[a : b + 1] for a, b in pairwise(cuts)]

    def _rotated(self, ring: Path) -> Path:
        """Return a ring that begins at a junction, or at its least position if it has none."""
        open_ring = ring[:-1]
        junctions = [i for i, position in enumerate(open_ring) if self._is_junction(position)]
        start = junctions[0] if junctions else open_ring.index(min(open_ring))
        turned = open_ring[start:] + open_ring[:start]
        return (*turned, turned[0])

    def _number(self, piece: Path) -> int:
        backwards = piece[::-1]
        if piece in self._numbers:
            return self._numbers[piece]
        if backwards in self._numbers:
            return ~self._numbers[backwards]
        number = len(self.arcs)
        self._numbers[piece] = number
        self.arcs.append(_differences(piece))
        return number


def _differences(piece: Path) -> list[int]:
    flat = list(piece[0])
    for (x0, y0), (x1, y1) in pairwise(piece):
        flat += [x1 - x0, y1 - y0]
    return flat
