"""How often the estimate is right where it has not been told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from mapgen.derivation.territory.calibration import (
    Band,
    bands,
    calibrated,
    calibration_error,
    fitted,
)
from mapgen.derivation.territory.estimate import left_out
from mapgen.derivation.territory.evidence import UNKNOWN, Evidence
from mapgen.derivation.territory.settings import BLOCK_SHIFTS, BLOCKS_KM, CALIBRATION

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import BoolArray, FloatArray, IntArray

FAR = 1_000_000
"""More blocks than there are from south to north: makes one number of row and column."""


class Agreement(TypedDict):
    """How many settlements an estimate without them gets right."""

    right: int
    all: int
    share: float


class LeaveOneOut(Agreement):
    """Agreement over all settlements and for each class."""

    classes: dict[str, Agreement]


class Calibration(TypedDict):
    """Certainty of the holder against what came true, over all blocks left out.

    ``level`` and ``slope`` are the curve in use, ``fitted`` what the evidence at hand gives;
    ``error`` is the mean distance of stated and observed over the bands, ``worst`` the
    greatest.
    """

    level: float
    slope: float
    fitted: tuple[float, float]
    bands: list[Band]
    error: float
    worst: float


class Validation(TypedDict, total=False):
    """What came of leaving out settlements: a part of the report on the day of the map.

    ``leave_one_out``: ``side`` over all settlements, ``holder`` over those whose holder is
    known. ``left_out_blocks``: the same by the edge of the squares in kilometres, each
    settlement once for each layout of the squares.
    """

    leave_one_out: dict[str, LeaveOneOut]
    left_out_blocks: dict[str, dict[str, Agreement]]
    calibration: Calibration


@dataclass(frozen=True)
class Guess:
    """What the estimate says of each settlement without knowing it.

    Parameters
    ----------
    side, holder
        Index of the likeliest side, and of the likeliest holder of that side.
    share
        Probability of that holder as estimated, not calibrated.
    """

    side: IntArray
    holder: IntArray
    share: FloatArray

    @classmethod
    def of(cls, evidence: Evidence, sides: FloatArray, holders: FloatArray) -> Guess:
        """Choose from shares: the best side first, then its best holder."""
        side = sides.argmax(axis=1)
        within = np.where(evidence.side_of[None, :] == side[:, None], holders, -1.0)
        holder = within.argmax(axis=1)
        row = np.arange(len(side))
        return cls(side, holder, sides[row, side] * holders[row, holder])


def blocks(metres: FloatArray, edge_m: float, shift: tuple[float, float]) -> IntArray:
    """Return the number of the square in which each place lies.

    Parameters
    ----------
    metres
        Metres (east, north), shape (n, 2).
    edge_m
        Edge of the squares, metres.
    shift
        By which share of an edge the layout is moved to the east and to the north.

    Returns
    -------
    ndarray
        Shape (n,).
    """
    cell = np.floor(metres / edge_m - np.array(shift)).astype(np.int64)
    return np.asarray(cell[:, 0] * FAR + cell[:, 1])


def validated(evidence: Evidence) -> Validation:
    """Estimate each settlement without itself, then without its neighbourhood, and compare.

    Parameters
    ----------
    evidence
        All settlements.

    Returns
    -------
    Validation
        A wrong side is a wrong holder; settlements of unknown holder count for the side only.
    """
    alone = Guess.of(evidence, *left_out(evidence, np.arange(len(evidence.ids))))
    squares = {
        edge: [
            Guess.of(evidence, *left_out(evidence, blocks(evidence.metres, edge * 1e3, shift)))
            for shift in BLOCK_SHIFTS
        ]
        for edge in BLOCKS_KM
    }
    return {
        "leave_one_out": _leave_one_out(evidence, alone),
        "left_out_blocks": {
            str(edge): _pooled(evidence, guesses) for edge, guesses in squares.items()
        },
        "calibration": _calibration(
            evidence, [guess for group in squares.values() for guess in group]
        ),
    }


def _leave_one_out(evidence: Evidence, guess: Guess) -> dict[str, LeaveOneOut]:
    known = evidence.holder != UNKNOWN
    right = (guess.holder == evidence.holder)[known]
    return {
        "side": _by_class(guess.side == evidence.side, evidence.side, evidence.sides),
        "holder": _by_class(right, evidence.holder[known], evidence.holders),
    }


def _pooled(evidence: Evidence, guesses: list[Guess]) -> dict[str, Agreement]:
    known = evidence.holder != UNKNOWN
    side = np.concatenate([guess.side == evidence.side for guess in guesses])
    holder = np.concatenate([(guess.holder == evidence.holder)[known] for guess in guesses])
    return {"side": share_of(side), "holder": share_of(holder)}


def _calibration(evidence: Evidence, guesses: list[Guess]) -> Calibration:
    known = evidence.holder != UNKNOWN
    share = np.concatenate([guess.share[known] for guess in guesses])
    right = np.concatenate([(guess.holder == evidence.holder)[known] for guess in guesses])
    all_bands = bands(calibrated(share), right)
    return {
        "level": CALIBRATION[0],
        "slope": CALIBRATION[1],
        "fitted": fitted(share, right),
        "bands": all_bands,
        "error": calibration_error(all_bands),
        "worst": max(round(abs(band["stated"] - band["observed"]), 4) for band in all_bands),
    }


def _by_class(right: BoolArray, classes: IntArray, names: tuple[str, ...]) -> LeaveOneOut:
    by_class = {
        name: share_of(right[classes == number])
        for number, name in enumerate(names)
        if (classes == number).any()
    }
    return {**share_of(right), "classes": by_class}


def share_of(right: BoolArray) -> Agreement:
    """Return how many are right, of how many."""
    hits, count = int(right.sum()), len(right)
    return {"right": hits, "all": count, "share": round(hits / count, 4)}
