"""Lines and rings as arcs: a stretch that two of them share is stored once.

The way of TopoJSON (https://github.com/topojson/topojson-specification, 2.1.4): a ring or a line
is a list of arc numbers, ``~i`` is arc ``i`` reversed, and each arc is a flat list of integers,
its first position followed by differences.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from mapgen.kinds.coordinates import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

Path = NDArray[np.int64]
"""Positions in steps of 1e-5 degree, each as one number: longitude times `_ROW`, plus latitude."""

_ROW: Final = 1 << 26
"""More than there are steps from pole to pole."""

_BEYOND: Final = np.iinfo(np.int64).max


def rings(geometry: BaseGeometry) -> list[list[Path]]:
    """Return the polygons of a geometry, each a list of closed rings, exterior first."""
    return [_paths(shapely.get_rings(polygon)) for polygon in shapely.get_parts(geometry)]


def lines(geometry: BaseGeometry) -> list[Path]:
    """Return the lines of a geometry."""
    return _paths(shapely.get_parts(geometry))


def _paths(parts: NDArray[Any]) -> list[Path]:
    coordinates, part = shapely.get_coordinates(parts, return_index=True)
    steps = np.rint(coordinates * SCALE).astype(np.int64)
    return np.split(steps[:, 0] * _ROW + steps[:, 1], np.flatnonzero(np.diff(part)) + 1)


class ArcTable:
    """Collects paths, then gives each as arc numbers.

    Every path must be added before the first is looked up: an arc ends wherever any two of the
    paths part.
    """

    def __init__(self) -> None:
        """Begin without a path."""
        self._added: list[Path] = []
        self._numbers: dict[bytes, int] = {}
        self.arcs: list[list[int]] = []

    def add(self, paths: Iterable[Path]) -> None:
        """Take note of where these paths run."""
        self._added += paths

    def numbers(self, path: Path) -> tuple[int, ...]:
        """Return a path as arc numbers; new arcs are stored."""
        return tuple(self._number(piece) for piece in self._cut(path))

    @cached_property
    def _junctions(self) -> Path:
        """Positions where lines end, and those with more than two neighbours, in order.

        The last of them lies beyond all positions, so that a search ends at it.
        """
        starts = np.concatenate([path[:-1] for path in self._added])
        ends = np.concatenate([path[1:] for path in self._added])
        places, at = np.unique(np.concatenate([starts, ends]), return_inverse=True)
        one, other = np.split(at, 2)
        count = len(places)
        steps = np.unique(np.concatenate([one * count + other, other * count + one]))
        neighbours = np.bincount(steps // count, minlength=count)
        tips = [path[[0, -1]] for path in self._added if path[0] != path[-1]]
        return np.unique(np.concatenate([places[neighbours > 2], *tips, [_BEYOND]]))  # noqa: PLR2004

    def _are_junctions(self, path: Path) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self._junctions[self._junctions.searchsorted(path)] == path
        return found

    def _cut(self, path: Path) -> list[Path]:
        """Return the pieces of a path between junctions.

        A ring begins at its first junction, or at its least position if it has none.
        """
        parts = self._are_junctions(path)
        if path[0] == path[-1]:
            start = int(parts.argmax() if parts.any() else path[:-1].argmin())
            path = np.concatenate([path[start:-1], path[: start + 1]])
            parts = np.concatenate([parts[start:-1], parts[: start + 1]])
        inner = np.flatnonzero(parts[1:-1]) + 1
        return [path[a : b + 1] for a, b in pairwise([0, *inner.tolist(), len(path) - 1])]

    def _number(self, piece: Path) -> int:
        key = piece.tobytes()
        if key in self._numbers:
            return self._numbers[key]
        backwards = piece[::-1].tobytes()
        if backwards in self._numbers:
            return ~self._numbers[backwards]
        number = len(self.arcs)
        self._numbers[key] = number
        self.arcs.append(_differences(piece))
        return number


def _differences(piece: Path) -> list[int]:
    latitudes = (piece + _ROW // 2) % _ROW - _ROW // 2
    steps = np.column_stack([(piece - latitudes) // _ROW, latitudes])
    steps[1:] -= steps[:-1].copy()
    flat: list[int] = steps.ravel().tolist()
    return flat
