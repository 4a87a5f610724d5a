"""Discs of ground for settlements of high confidence that fell into a foreign area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

if TYPE_CHECKING:
    from mapgen.derivation.territory.classes import Fields
    from mapgen.derivation.territory.evidence import Evidence
    from mapgen.derivation.territory.plane import BoolArray, ClassArray, FloatArray, Grid, IntArray


def fits(evidence: Evidence, holders: IntArray) -> BoolArray:
    """Tell which settlements agree with the holders of the areas in which they lie.

    Parameters
    ----------
    evidence
        All settlements.
    holders
        Index of the holder of the area at each settlement; negative outside all areas.

    Returns
    -------
    ndarray
        False where a settlement of high confidence lies in an area of another side, or
        (if sure of its holder) of another holder. Outside all areas: True.
    """
    other_side = evidence.side_sure & (evidence.side_of[holders] != evidence.side)
    other_holder = evidence.holder_sure & (holders != evidence.holder)
    return np.asarray((holders < 0) | ~(other_side | other_holder))


def with_discs(
    classes: ClassArray, evidence: Evidence, grid: Grid, fields: Fields, radius: FloatArray
) -> ClassArray:
    """Give settlements the ground around them where it is another's.

    Parameters
    ----------
    classes
        Index of the holder of each cell.
    evidence
        All settlements; only those of high confidence get ground.
    grid, fields
        The cells, and the probabilities that name a holder where only the side is sure.
    radius
        Metres around each settlement; 0 where nothing is to be done.

    Returns
    -------
    ndarray
        New classes. Cells nearer to another sure settlement of a different class stay.
    """
    repaired = classes.copy()
    sure = np.flatnonzero(evidence.side_sure | evidence.holder_sure)
    wanted = _wanted(evidence, grid, fields)
    tree = cKDTree(evidence.metres[sure])
    for index in sure[radius[sure] > 0]:
        away = np.hypot(*(grid.centres - evidence.metres[index]).T)
        places = grid.centres[away <= radius[index]]
        _, near = tree.query(places)
        mine = wanted[sure[near]] == wanted[index]
        row, column = grid.cells(places[mine])
        foreign = _foreign(evidence, int(index), repaired[row, column])
        repaired[row[foreign], column[foreign]] = wanted[index]
    return repaired


def _wanted(evidence: Evidence, grid: Grid, fields: Fields) -> IntArray:
    """Return the holder that the ground of each settlement would get."""
    row, column = grid.cells(evidence.metres)
    own_side = evidence.side_of[None, :] == evidence.side[:, None]
    likely = np.where(own_side, fields.holders[row, column], -1.0).argmax(axis=1)
    return np.where(evidence.holder_sure, evidence.holder, likely)


def _foreign(evidence: Evidence, index: int, holders: ClassArray) -> BoolArray:
    if evidence.holder_sure[index]:
        return np.asarray(holders != evidence.holder[index])
    return np.asarray(evidence.side_of[holders] != evidence.side[index])
