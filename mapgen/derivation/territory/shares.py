"""What settlements say of every cell, from one day to the next: only what changed is asked anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from mapgen.derivation.territory.estimate import holder_speakers, side_speakers
from mapgen.derivation.territory.evidence import UNKNOWN, Evidence
from mapgen.derivation.territory.settings import FIELD_SMOOTHING_M, NEIGHBOURS, SHORT_RANGE_M

if TYPE_CHECKING:
    from mapgen.derivation.territory.kriging import Speakers
    from mapgen.derivation.territory.plane import BoolArray, FloatArray, Grid, IntArray, Window

FAINT = 1e-3
"""A side with no more than this share of a cell never holds it; nobody asks for its holders."""

VOICE_M = 4 * SHORT_RANGE_M
"""Reach of a settlement's own word, metres."""

SIGMAS = 3
"""Smoothing reaches this many standard deviations, and a cell for rounding."""


@dataclass(frozen=True)
class Shares:
    """Probabilities on the cells of a grid, before smoothing.

    Parameters
    ----------
    sides
        Of each side, shape (rows, columns, sides).
    holders
        Of each holder if its side holds the cell, (rows, columns, holders).
    known
        Whether the holders of a side were asked for, (rows, columns, sides).
    """

    sides: FloatArray
    holders: FloatArray
    known: BoolArray

    @classmethod
    def empty(cls, grid: Grid, evidence: Evidence) -> Shares:
        """Return shares that nobody was asked for yet."""
        sides, holders = len(evidence.sides), len(evidence.holders)
        known = np.zeros((*grid.shape, sides), dtype=bool)
        return cls(np.zeros((*grid.shape, sides)), np.ones((*grid.shape, holders)), known)

    def part(self, window: Window) -> Shares:
        """Return the shares of a window; they are the same numbers, not a copy."""
        return Shares(self.sides[window], self.holders[window], self.known[window])

    def renew(
        self, grid: Grid, before: Evidence | None, after: Evidence, reach: FloatArray
    ) -> BoolArray:
        """Ask for what may be otherwise than the day before, in place.

        Parameters
        ----------
        grid
            The grid of the cells.
        before, after
            The same settlements on two days; without a day before everything is asked.
        reach
            For each cell the distance within which settlements speak for it, metres.

        Returns
        -------
        ndarray
            Which cells were asked anew, shape (rows, columns).
        """
        cells = np.ones(grid.shape, dtype=bool)
        if before is not None:
            told = changed(before, after)
            if not told.any():
                return np.zeros(grid.shape, dtype=bool)
            near = _away(after.metres[told], grid.centres) <= np.maximum(reach, VOICE_M) + 1
            cells = near.reshape(grid.shape)
        self.sides[cells] = side_speakers(after).shares(grid.centres[cells.ravel()])
        asked = cells.copy()
        for speakers, holders, who in holder_speakers(after):
            side = int(after.side[speakers[0]])
            self._forget(grid, side, before, after)
            asked |= self._ask(grid, side, holders, who)
        return asked

    def _forget(self, grid: Grid, side: int, before: Evidence | None, after: Evidence) -> None:
        """Mark the cells for which a changed settlement tells the holder within a side."""
        if before is None:
            return
        spoke = (before.side == side) & (before.holder != UNKNOWN)
        told = changed(before, after) & (spoke | ((after.side == side) & (after.holder != UNKNOWN)))
        known = self.known[:, :, side]
        if told.any() and spoke.any():
            places = grid.centres[known.ravel()]
            reach = reach_of_neighbours(before.metres[spoke], places)
            known[known] = _away(before.metres[told], places) > reach + 1
        elif told.any():
            known[:] = False

    def _ask(self, grid: Grid, side: int, holders: IntArray, who: Speakers) -> BoolArray:
        """Ask for the holders of a side wherever it may hold a cell, or one that blurs into it."""
        around = int(np.ceil(SIGMAS * FIELD_SMOOTHING_M / grid.step)) + 1
        possible = ndimage.maximum_filter(self.sides[:, :, side] > FAINT, 2 * around + 1)
        cells = np.asarray(possible & ~self.known[:, :, side])
        if cells.any():
            place = np.flatnonzero(cells.ravel())
            flat = self.holders.reshape(-1, self.holders.shape[2])
            flat[np.ix_(place, holders)] = who.shares(grid.centres[place])
            self.known[:, :, side] |= cells
        return cells


def changed(before: Evidence, after: Evidence) -> BoolArray:
    """Tell which settlements say something else than before, or count otherwise."""
    names = (
        "side", "holder", "side_weight", "holder_weight", "side_strength", "holder_strength",
    )  # fmt: skip
    different = [getattr(before, name) != getattr(after, name) for name in names]
    return np.asarray(np.any(different, axis=0))


def reach_of_neighbours(metres: FloatArray, places: FloatArray) -> FloatArray:
    """Return the distance in metres within which settlements speak for each place.

    Parameters
    ----------
    metres
        Settlements: east, north, shape (n, 2).
    places
        The same for the places.
    """
    rank = min(NEIGHBOURS, len(metres))
    return np.asarray(cKDTree(metres).query(places, k=[rank], workers=2)[0]).reshape(-1)


def _away(metres: FloatArray, places: FloatArray) -> FloatArray:
    """Return the distance from each place to the nearest of some settlements, metres."""
    return np.asarray(cKDTree(metres).query(places, workers=2)[0])
