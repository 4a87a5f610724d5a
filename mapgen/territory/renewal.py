"""Fields from one day to the next: only what changed is estimated anew, with the same result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from mapgen.territory.certainty import certainty_field
from mapgen.territory.classes import Fields, estimate_fields
from mapgen.territory.evidence import UNKNOWN, Evidence
from mapgen.territory.plane import within
from mapgen.territory.settings import (
    CERTAINTY_SMOOTHING_M,
    FIELD_SMOOTHING_M,
    NEIGHBOURS,
    SHORT_RANGE_M,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.territory.plane import BoolArray, ClassArray, FloatArray, Grid, Window

FAINT = 1e-3
"""A side with less than this share of a cell never holds it; nobody asks for its holders there."""

VOICE_M = 4 * SHORT_RANGE_M
"""Reach of a settlement's own word, metres."""

SIGMAS = 3
"""Smoothing reaches this many standard deviations, and a cell for rounding."""

BLUR = 5
"""Cells that the last smoothing of certainty reaches."""


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


def touched(
    before: Evidence, after: Evidence, fields: Fields, grid: Grid, reach: FloatArray
) -> BoolArray:
    """Tell which cells may be estimated otherwise after a change of some settlements.

    Parameters
    ----------
    before, after
        The same settlements on two days.
    fields
        Estimate of the day before.
    grid
        The grid of the fields.
    reach
        For each cell the distance within which settlements speak for it, metres.

    Returns
    -------
    ndarray
        Shape of the grid. Cells near a changed settlement: so near that it speaks for the
        side, for the holder within its side, or over a short range for itself.
    """
    new = changed(before, after)
    if not new.any():
        return np.zeros(grid.shape, dtype=bool)
    away = cKDTree(before.metres[new]).query(grid.centres, workers=2)[0]
    result = away <= np.maximum(reach, VOICE_M) + 1
    for side in range(len(before.sides)):
        if len(before.holders_of(side)) < 2:  # noqa: PLR2004 - one holder needs no estimate
            continue
        speaks = (before.side == side) & (before.holder != UNKNOWN)
        told = new & (speaks | ((after.side == side) & (after.holder != UNKNOWN)))
        cells = np.flatnonzero(fields.sides[:, :, side].ravel() > FAINT)
        if not told.any() or not speaks.any():
            continue
        places = grid.centres[cells]
        distance = cKDTree(before.metres[told]).query(places, workers=2)[0]
        result[cells] |= distance <= reach_of_neighbours(before.metres[speaks], places) + 1
    return np.asarray(result).reshape(grid.shape)


def renew_fields(fields: Fields, evidence: Evidence, grid: Grid, cells: BoolArray) -> list[Window]:
    """Estimate anew around chosen cells, in place; return where."""
    smoothing = int(np.ceil(SIGMAS * FIELD_SMOOTHING_M / grid.step)) + 1
    windows = grid.windows(cells, smoothing)
    for window in windows:
        wide = grid.widened(window, smoothing)
        fresh = estimate_fields(evidence, grid.part(wide))
        inner = within(window, wide)
        fields.sides[window] = fresh.sides[inner]
        fields.holders[window] = fresh.holders[inner]
    return windows


def renew_margin(
    margin: FloatArray,
    classes: ClassArray,
    fields: Fields,
    evidence: Evidence,
    windows: Iterable[Window],
) -> BoolArray:
    """Measure the lead of each cell's holder anew in windows, in place; tell where it changed."""
    moved = np.zeros(margin.shape, dtype=bool)
    for window in windows:
        part = Fields(fields.sides[window], fields.holders[window])
        fresh = part.margin(evidence, classes[window])
        moved[window] |= fresh != margin[window]
        margin[window] = fresh
    return moved


def renew_certainty(
    certainty: FloatArray,
    margin: FloatArray,
    classes: ClassArray,
    evidence: Evidence,
    where: tuple[Grid, BoolArray],
) -> None:
    """Measure certainty anew, in place.

    Parameters
    ----------
    certainty
        Of the day before; changed where it must be.
    margin, classes
        Lead of the holder of each cell, and the holder.
    evidence
        All settlements; their places are those of the day before.
    where
        The grid, and the cells on which margin or holder differ from the day before.
    """
    grid, cells = where
    calm = int(np.ceil(SIGMAS * CERTAINTY_SMOOTHING_M / 2 / grid.step))
    depth = int(np.ceil(CERTAINTY_SMOOTHING_M / grid.step))
    fall = int(np.ceil(SIGMAS * CERTAINTY_SMOOTHING_M / grid.step))
    for window in grid.windows(cells, max(calm, depth) + BLUR):
        wide = grid.widened(window, max(fall, calm, depth) + BLUR)
        fresh = certainty_field(margin[wide], classes[wide], evidence, grid.part(wide))
        certainty[window] = fresh[within(window, wide)]
