"""How often a method is right where it has not been told, and how honest its certainty is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapgen.derivation.territory.calibration import bands, calibrated, calibration_error, fitted
from mapgen.derivation.territory.evidence import UNKNOWN
from mapgen.derivation.territory.settings import BLOCK_SHIFTS, BLOCKS_KM
from mapgen.derivation.territory.validation import Guess, blocks

if TYPE_CHECKING:
    from mapgen.derivation.territory.calibration import Band
    from mapgen.derivation.territory.plane import BoolArray, FloatArray, IntArray
    from methods.question import Evaluated, Method

HALVES_M = 50_000.0
"""Edge of the chessboard: the curve is fitted on its white squares and tried on its black."""


@dataclass(frozen=True)
class Outcome:
    """What came of leaving settlements out in one way, over all layouts of the groups.

    Parameters
    ----------
    side, holder
        Share of settlements whose side, and whose holder, was found.
    first
        The same two, counted over the settlements that were collected first.
    brier
        Mean squared distance of the holders' probabilities from what was, 0 to 2.
    log_score
        Mean of minus the natural logarithm of the true holder's probability.
    share, right, board
        For each estimate of a holder: its probability, whether it came true, and the colour
        of its square on a chessboard.
    """

    side: float
    holder: float
    first: tuple[float, float]
    brier: float
    log_score: float
    share: FloatArray
    right: BoolArray
    board: BoolArray

    @property
    def raw_bands(self) -> list[Band]:
        """Bands of the probabilities as estimated."""
        return bands(self.share, self.right)

    @property
    def bands(self) -> list[Band]:
        """Bands of the calibrated ones; each half of the board by the curve of the other."""
        stated = np.empty_like(self.share)
        for half in (True, False):
            curve = fitted(self.share[self.board != half], self.right[self.board != half])
            mine = self.board == half
            stated[mine] = calibrated(self.share[mine], curve)
        return bands(stated, self.right)

    @property
    def errors(self) -> tuple[float, float]:
        """Calibration error before and after calibration."""
        return calibration_error(self.raw_bands), calibration_error(self.bands)


def layouts(metres: FloatArray) -> dict[str, list[IntArray]]:
    """Return the ways of leaving out: one at a time, and squares in several layouts."""
    squares = {
        str(edge): [blocks(metres, edge * 1_000.0, shift) for shift in BLOCK_SHIFTS]
        for edge in BLOCKS_KM
    }
    return {"one": [np.arange(len(metres))], **squares}


def coarse(groups: list[IntArray], count: int) -> list[IntArray]:
    """Put groups together at random into a few, for methods that must be fitted anew."""
    result = []
    for group in groups:
        number = np.unique(group, return_inverse=True)[1]
        lot = np.random.default_rng(20180914).permutation(number.max() + 1) % count
        result.append(lot[number])
    return result


def tried(method: Method, asked: Evaluated, groups: list[IntArray]) -> Outcome:
    """Leave out each group in turn and compare with what the settlements say.

    Parameters
    ----------
    method
        What estimates.
    asked
        Evidence and questions.
    groups
        Layouts: for each the number of the group of every settlement.
    """
    evidence = asked.evidence
    known = evidence.holder != UNKNOWN
    guesses, scores = [], []
    for group in groups:
        sides, holders = left_out(method, asked, group)
        guesses.append(Guess.of(evidence, sides, holders))
        joint = (holders * sides[:, evidence.side_of])[known]
        truth = joint[np.arange(len(joint)), evidence.holder[known]]
        miss = (joint**2).sum(axis=1) - 2 * truth + 1
        scores.append((miss.mean(), -np.log(np.maximum(truth, 1e-3)).mean()))
    brier, log_score = np.mean(scores, axis=0)
    side = np.array([each.side == evidence.side for each in guesses])
    holder = np.array([each.holder == evidence.holder for each in guesses])
    board = (np.floor(evidence.metres[known] / HALVES_M).sum(axis=1) % 2).astype(bool)
    return Outcome(
        float(side.mean()),
        float(holder[:, known].mean()),
        (float(side[:, asked.first].mean()), float(holder[:, asked.first & known].mean())),
        float(brier),
        float(log_score),
        np.concatenate([each.share[known] for each in guesses]),
        holder[:, known].ravel(),
        np.tile(board, len(groups)),
    )


def left_out(method: Method, asked: Evaluated, groups: IntArray) -> tuple[FloatArray, FloatArray]:
    """Estimate each settlement from those of other groups.

    Returns
    -------
    sides, holders : ndarray
        As mapgen's own `left_out` returns them.
    """
    evidence = asked.evidence
    everywhere = evidence.metres
    sides = method.left_out(asked.side, groups, everywhere, groups)
    holders = np.ones((len(everywhere), len(evidence.holders)))
    holders[:, asked.classes] = method.left_out(
        asked.holder, groups[asked.speakers], everywhere, groups
    )
    return sides, holders
