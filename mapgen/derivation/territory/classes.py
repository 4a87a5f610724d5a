"""From probabilities to one holder for every cell, without specks, true to sure settlements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from mapgen.derivation.territory.evidence import UNKNOWN, Evidence
from mapgen.derivation.territory.kriging import DECIMALS
from mapgen.derivation.territory.settings import (
    ESTIMATE_STEP,
    FIELD_SMOOTHING_M,
    SHORT_RANGE_M,
    SPECK_KM2,
)

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import BoolArray, ClassArray, FloatArray, Grid, IntArray
    from mapgen.derivation.territory.shares import Shares


@dataclass(frozen=True)
class Fields:
    """Probabilities on the cells of a grid.

    Parameters
    ----------
    sides
        Probability of each side, shape (rows, columns, sides).
    holders
        Probability of each holder if its side holds the cell, (rows, columns, holders).
    """

    sides: FloatArray
    holders: FloatArray

    def best(self, evidence: Evidence) -> ClassArray:
        """Return the index of the holder of each cell: the best one of the best side."""
        side = self.sides.argmax(axis=2)
        within = np.where(evidence.side_of == side[:, :, None], self.holders, -1.0)
        return np.asarray(within.argmax(axis=2), dtype=np.int16)

    def probability(self, evidence: Evidence, classes: ClassArray) -> FloatArray:
        """Return the probability of the holder of each cell, 0 to 1."""
        holder = classes.astype(np.int64)[:, :, None]
        side = np.take_along_axis(self.sides, evidence.side_of[holder], 2)
        return np.asarray((side * np.take_along_axis(self.holders, holder, 2))[:, :, 0])


def smoothed(shares: Shares, evidence: Evidence, grid: Grid) -> Fields:
    """Smooth shares, with each settlement's own word at its place.

    Parameters
    ----------
    shares
        On cells `ESTIMATE_STEP` times as long as those of the grid.
    evidence
        All settlements.
    grid
        The grid of the result.

    Returns
    -------
    Fields
        Rounded, so that ties fall the same way everywhere.
    """
    knows = evidence.holder != UNKNOWN
    sides = _smooth(_finer(shares.sides, grid), grid)
    holders = _smooth(_finer(shares.holders, grid), grid)
    everyone = np.ones_like(knows)
    _speak_up(sides, grid, _Voices(evidence, everyone, evidence.side, evidence.side_strength))
    voices = _Voices(evidence, knows, evidence.holder, evidence.holder_strength)
    _speak_up(holders, grid, voices, evidence.side_of)
    return Fields(np.round(sides, DECIMALS), np.round(holders, DECIMALS))


class _Voices:
    """Settlements that speak for themselves within a short range."""

    def __init__(
        self, evidence: Evidence, speaks: BoolArray, says: IntArray, strength: FloatArray
    ) -> None:
        index = np.flatnonzero(speaks & (strength > 0))
        self.metres = evidence.metres[index]
        self.says = says[index]
        self.strength = strength[index]


def _finer(field: FloatArray, grid: Grid) -> FloatArray:
    """Carry values on coarse cells to the finer ones of a grid, in straight lines."""
    for axis, count in enumerate(grid.shape):
        at = (np.arange(count) + 0.5) / ESTIMATE_STEP - 0.5
        low = np.clip(np.floor(at).astype(np.int64), 0, field.shape[axis] - 2)
        share = np.clip(at - low, 0, 1).reshape(
            [-1 if dimension == axis else 1 for dimension in range(3)]
        )
        below, above = np.take(field, low, axis), np.take(field, low + 1, axis)
        field = below * (1 - share) + above * share
    return field


def _smooth(field: FloatArray, grid: Grid) -> FloatArray:
    sigma = FIELD_SMOOTHING_M / grid.step
    return np.stack(
        [
            ndimage.gaussian_filter(field[:, :, kind], sigma, mode="nearest", truncate=3.0)
            for kind in range(field.shape[2])
        ],
        axis=2,
    )


def _speak_up(
    field: FloatArray, grid: Grid, voices: _Voices, group: IntArray | None = None
) -> None:
    """Mix the word of the nearest settlement into a field, in place, within its group."""
    if not len(voices.says):
        return
    reach = 4 * SHORT_RANGE_M
    nearest = cKDTree(voices.metres).query(grid.centres, distance_upper_bound=reach, workers=2)
    cells = np.flatnonzero(np.isfinite(nearest[0]))
    distance, near = np.asarray(nearest[0])[cells], np.asarray(nearest[1])[cells]
    share = voices.strength[near] * np.exp(-0.5 * (distance / SHORT_RANGE_M) ** 2)
    flat = field.reshape(-1, field.shape[2])
    kinds = np.arange(field.shape[2])
    says = voices.says[near][:, None]
    word = (kinds == says).astype(np.float64)
    touched = np.ones_like(word) if group is None else (group[kinds] == group[says])
    mixed = flat[cells] * (1 - share[:, None]) + word * share[:, None]
    flat[cells] = np.where(touched, mixed, flat[cells])


def without_specks(
    classes: ClassArray, evidence: Evidence, grid: Grid, land: BoolArray
) -> ClassArray:
    """Give small parts without a sure settlement to their neighbours.

    Parameters
    ----------
    classes
        Index of the holder of each cell.
    evidence
        Parts with a settlement of high confidence of their own side, or holder, stay.
    grid
        The grid of the cells.
    land
        Which cells are land; only land counts.

    Returns
    -------
    ndarray
        The cleaned classes. Side and holder are cleaned one after the other, so that no
        part between two holders of a side can move a front.
    """
    side_of = evidence.side_of.astype(np.int16)
    row, column = grid.cells(evidence.metres)
    here = side_of[classes]
    sure = evidence.side_sure & (here[row, column] == evidence.side)
    small = _specks(here, land, grid, (row[sure], column[sure]))
    cleaned = _filled(classes, small, ~small)
    here = side_of[cleaned]
    sure = evidence.holder_sure & (cleaned[row, column] == evidence.holder)
    small = _specks(cleaned, land, grid, (row[sure], column[sure]))
    for side in np.unique(here):
        mine = here == side
        if (mine & ~small).any():
            cleaned = _filled(cleaned, small & mine, ~small & mine)
    return cleaned


def _specks(
    classes: ClassArray, land: BoolArray, grid: Grid, sure: tuple[IntArray, IntArray]
) -> BoolArray:
    small = np.zeros(classes.shape, dtype=bool)
    for kind in np.unique(classes):
        part, count = ndimage.label(classes == kind)
        area = np.bincount(part[land], minlength=count + 1) * grid.cell_km2
        drop = area < SPECK_KM2
        drop[part[sure]] = False
        drop[0] = False
        small |= drop[part]
    return small


def _filled(classes: ClassArray, holes: BoolArray, sources: BoolArray) -> ClassArray:
    """Give each hole the class of the nearest source."""
    if not holes.any():
        return classes
    nearest = ndimage.distance_transform_edt(~sources, return_distances=False, return_indices=True)
    return np.where(holes, classes[tuple(nearest)], classes)
