"""Fields from one day to the next: only what changed is estimated anew, with the same result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mapgen.derivation.territory.certainty import certainty_field
from mapgen.derivation.territory.classes import Fields, smoothed
from mapgen.derivation.territory.plane import finer, within
from mapgen.derivation.territory.settings import (
    CERTAINTY_SMOOTHING_M,
    ESTIMATE_STEP,
    FIELD_SMOOTHING_M,
)
from mapgen.derivation.territory.shares import SIGMAS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.derivation.territory.evidence import Evidence
    from mapgen.derivation.territory.plane import BoolArray, ClassArray, FloatArray, Grid, Window
    from mapgen.derivation.territory.shares import Shares

BLUR = 5
"""Cells that the last smoothing of certainty reaches."""


def renew_fields(
    fields: Fields, shares: Shares, evidence: Evidence, grid: Grid, cells: BoolArray
) -> list[Window]:
    """Smooth shares anew around chosen cells, in place; return where.

    Parameters
    ----------
    fields
        Of the day before; changed where they must be.
    shares
        Of the day, on the coarser grid.
    evidence
        All settlements.
    grid
        The grid of the fields.
    cells
        Cells of the coarser grid on which the shares were asked for anew.
    """
    coarse = grid.coarser(ESTIMATE_STEP)
    around = int(np.ceil(SIGMAS * FIELD_SMOOTHING_M / coarse.step)) + 1
    windows = []
    for window in coarse.windows(cells, around):
        wide = coarse.widened(window, around)
        outer, inner = finer(wide, ESTIMATE_STEP), finer(window, ESTIMATE_STEP)
        fresh = smoothed(shares.part(wide), evidence, grid.part(outer))
        fields.sides[inner] = fresh.sides[within(inner, outer)]
        fields.holders[inner] = fresh.holders[within(inner, outer)]
        windows.append(inner)
    return windows


def renew_probability(
    probability: FloatArray,
    classes: ClassArray,
    fields: Fields,
    evidence: Evidence,
    windows: Iterable[Window],
) -> BoolArray:
    """Estimate the holder of each cell anew in windows, in place; tell where it changed."""
    moved = np.zeros(probability.shape, dtype=bool)
    for window in windows:
        part = Fields(fields.sides[window], fields.holders[window])
        fresh = part.probability(evidence, classes[window])
        moved[window] |= fresh != probability[window]
        probability[window] = fresh
    return moved


def renew_certainty(
    certainty: FloatArray,
    probability: FloatArray,
    classes: ClassArray,
    where: tuple[Grid, BoolArray],
) -> None:
    """Measure certainty anew, in place.

    Parameters
    ----------
    certainty
        Of the day before; changed where it must be.
    probability, classes
        Of the holder of each cell, and the holder.
    where
        The grid, and the cells on which either differs from the day before.
    """
    grid, cells = where
    calm = int(np.ceil(SIGMAS * CERTAINTY_SMOOTHING_M / 2 / grid.step))
    depth = int(np.ceil(CERTAINTY_SMOOTHING_M / grid.step))
    for window in grid.windows(cells, max(calm, depth) + BLUR):
        wide = grid.widened(window, max(calm, depth) + BLUR)
        fresh = certainty_field(probability[wide], classes[wide], grid.part(wide))
        certainty[window] = fresh[within(window, wide)]
