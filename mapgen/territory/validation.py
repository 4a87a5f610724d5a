"""How often the estimate is right where it has not been told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from mapgen.territory.calibration import Band, bands, calibrated, calibration_error, fitted
from mapgen.territory.estimate import left_out
from mapgen.territory.evidence import UNKNOWN, Evidence
from mapgen.territory.settings import BLOCK_SHIFTS, BLOCKS_KM, CALIBRATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.territory.plane import BoolArray, FloatArray, IntArray

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


def guesses(evidence: Evidence, edge_km: int) -> Iterator[Guess]:
    """Guess each settlement without its square, once for each layout of the squares."""
    for shift in BLOCK_SHIFTS:
        groups = blocks(evidence.metres, edge_km * 1000.0, shift)
        yield Guess.of(evidence, *left_out(evidence, groups))


def leave_one_out(evidence: Evidence) -> dict[str, LeaveOneOut]:
    """Estimate each settlement from all others and count the hits.

    Parameters
    ----------
    evidence
        All settlements.

    Returns
    -------
    dict
        ``side``: over all settlements; ``holder``: over those whose holder is known.
    """
    guess = Guess.of(evidence, *left_out(evidence, np.arange(len(evidence.ids))))
    known = evidence.holder != UNKNOWN
    right = (guess.holder == evidence.holder)[known]
    return {
        "side": _by_class(guess.side == evidence.side, evidence.side, evidence.sides),
        "holder": _by_class(right, evidence.holder[known], evidence.holders),
    }


def left_out_blocks(evidence: Evidence) -> dict[str, dict[str, Agreement]]:
    """Estimate each settlement without its whole neighbourhood and count the hits.

    Parameters
    ----------
    evidence
        All settlements.

    Returns
    -------
    dict
        By the edge of the squares in kilometres: ``side`` and ``holder`` as in
        `leave_one_out`, each settlement once for each layout of the squares.
    """
    known = evidence.holder != UNKNOWN
    result = {}
    for edge in BLOCKS_KM:
        made = list(guesses(evidence, edge))
        side = np.concatenate([each.side == evidence.side for each in made])
        holder = np.concatenate([(each.holder == evidence.holder)[known] for each in made])
        result[str(edge)] = {"side": _share(side), "holder": _share(holder)}
    return result


def calibration(evidence: Evidence) -> Calibration:
    """Compare the certainty of the holder with what came true.

    Parameters
    ----------
    evidence
        All settlements.

    Returns
    -------
    Calibration
        Over the settlements whose holder is known, without their neighbourhood.
    """
    known = evidence.holder != UNKNOWN
    made = [each for edge in BLOCKS_KM for each in guesses(evidence, edge)]
    share = np.concatenate([each.share[known] for each in made])
    right = np.concatenate([(each.holder == evidence.holder)[known] for each in made])
    found = bands(calibrated(share), right)
    return {
        "level": CALIBRATION[0],
        "slope": CALIBRATION[1],
        "fitted": fitted(share, right),
        "bands": found,
        "error": calibration_error(found),
        "worst": max(round(abs(band["stated"] - band["observed"]), 4) for band in found),
    }


def _by_class(right: BoolArray, classes: IntArray, names: tuple[str, ...]) -> LeaveOneOut:
    by_class = {
        name: _share(right[classes == number])
        for number, name in enumerate(names)
        if (classes == number).any()
    }
    return {**_share(right), "classes": by_class}


def _share(right: BoolArray) -> Agreement:
    hits, count = int(right.sum()), len(right)
    return {"right": hits, "all": count, "share": round(hits / count, 4)}
