"""Whether certainty is as honest far from settlements as near them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from mapgen.derivation.territory.calibration import calibrated
from mapgen.derivation.territory.evidence import UNKNOWN
from mapgen.derivation.territory.settings import BLOCK_SHIFTS
from mapgen.derivation.territory.validation import Guess, blocks
from methods.scoring import left_out

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import FloatArray, IntArray
    from methods.question import Evaluated, Method

EDGES_KM = (10, 20, 40, 60)
"""Squares that are left out: larger ones leave settlements farther from all others."""

LIMITS_KM = (0, 3, 7, 12, 20, 60)
"""Ranges of the distance to the nearest settlement that was left."""


class Range(NamedTuple):
    """Estimates at about one distance: its limits in kilometres, and what came of them."""

    nearest_km: int
    farthest_km: int
    stated: float
    observed: float
    estimates: int


def by_distance(method: Method, asked: Evaluated, curve: tuple[float, float]) -> list[Range]:
    """Compare stated certainty with what came true, by distance to the nearest settlement.

    Parameters
    ----------
    method
        What estimates.
    asked
        Evidence; settlements of known holder are counted, once for each layout.
    curve
        From the estimate to the certainty.
    """
    evidence = asked.evidence
    known = evidence.holder != UNKNOWN
    rows = []
    for edge in EDGES_KM:
        for shift in BLOCK_SHIFTS:
            groups = blocks(evidence.metres, edge * 1e3, shift)
            guess = Guess.of(evidence, *left_out(method, asked, groups))
            right = guess.holder == evidence.holder
            away = _nearest_left(evidence.metres, groups) / 1e3
            rows.append(np.column_stack([away, calibrated(guess.share, curve), right])[known])
    away, stated, right = np.concatenate(rows).T
    return [
        Range(low, high, float(stated[here].mean()), float(right[here].mean()), int(here.sum()))
        for low, high in pairwise(LIMITS_KM)
        if (here := (away >= low) & (away < high)).any()
    ]


def _nearest_left(metres: FloatArray, groups: IntArray) -> FloatArray:
    result = np.empty(len(metres))
    for group in np.unique(groups):
        mine = groups == group
        result[mine] = cKDTree(metres[~mine]).query(metres[mine])[0]
    return result
