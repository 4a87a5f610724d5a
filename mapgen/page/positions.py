"""Coordinates as bytes: the places of the document in a row, each as the difference to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

PLANES = 3
"""Bytes of a coordinate."""


class Positions:
    """Places in a row, each as the difference to the one before.

    Within an arc, the half of the step before (rounded down) is taken off: lines rarely turn
    sharply. Differences are whole numbers of 1e-5 degree, those below zero folded between the
    others (0, -1, 1, -2, ...), of three bytes. First come the highest bytes of all longitudes and
    of all latitudes, then the middle ones, then the lowest: most high bytes are zero.
    """

    def __init__(self) -> None:
        """Begin without a place."""
        self._kept: list[NDArray[np.int64]] = []
        self._last = np.zeros(2, dtype=np.int64)

    def add(self, place: Sequence[int]) -> None:
        """Add a place in steps of 1e-5 degree, longitude first."""
        here = np.array(place, dtype=np.int64)
        self._kept.append((here - self._last)[None])
        self._last = here

    def add_arc(self, arc: Sequence[int]) -> int:
        """Add a first position and differences; return how many places they are."""
        steps = np.array(arc, dtype=np.int64).reshape(-1, 2)
        kept = steps.copy()
        kept[0] -= self._last
        kept[2:] -= steps[1:-1] >> 1
        self._kept.append(kept)
        self._last = steps.sum(axis=0)
        return len(steps)

    def add_column(self, points: Iterable[Sequence[int] | None]) -> list[int]:
        """Add the places of a column; return which rows have none."""
        without: list[int] = []
        for number, point in enumerate(points):
            if point is None:
                without.append(number)
            else:
                self.add(point)
        return without

    def to_bytes(self) -> bytes:
        """Return all places."""
        kept = np.concatenate([np.empty((0, 2), dtype=np.int64), *self._kept]).T
        folded = np.where(kept < 0, -2 * kept - 1, 2 * kept)
        planes = [folded >> 8 * (PLANES - 1 - plane) & 0xFF for plane in range(PLANES)]
        return np.concatenate(planes).astype(np.uint8).tobytes()
