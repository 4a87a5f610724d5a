"""Which side and which holder the settlements around a place speak for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapgen.territory.evidence import UNKNOWN, Evidence
from mapgen.territory.kriging import Weights, covariance, spread
from mapgen.territory.settings import LEAST_SHARE

if TYPE_CHECKING:
    from mapgen.territory.plane import BoolArray, FloatArray, IntArray

DECIMALS = 6
"""Shares are rounded to this, so that noise of the last bit never decides."""


@dataclass(frozen=True)
class Level:
    """One question with its answers: which side, or which holder within a side.

    Parameters
    ----------
    speakers
        Positions, in the evidence, of the settlements that answer.
    classes
        Indices of the sides or holders among which to tell.
    weights
        How the speakers weigh on each other.
    coefficients
        What they say, shape (speakers, classes), as `kriging.spread` takes it.
    """

    speakers: IntArray
    classes: IntArray
    weights: Weights
    coefficients: FloatArray

    def shares(self, places: FloatArray) -> FloatArray:
        """Return the probability of each class at places (metres), rows sum to 1."""
        return as_shares(spread(self.weights.metres, places, self.coefficients))

    def without(self, group: IntArray, places: FloatArray) -> FloatArray:
        """Return the same from all speakers but those of a group (positions in the evidence)."""
        gone = np.flatnonzero(np.isin(self.speakers, group))
        rest = self.weights.without(self.coefficients, gone)
        return as_shares(covariance(places, self.weights.metres) @ rest)


def as_shares(values: FloatArray) -> FloatArray:
    """Return kriged values as probabilities: none below `LEAST_SHARE`, rows sum to 1."""
    positive = np.maximum(values, LEAST_SHARE)
    return np.asarray(np.round(positive / positive.sum(axis=1, keepdims=True), DECIMALS))


@dataclass(frozen=True)
class Estimate:
    """Both questions put to the evidence: the side, and the holder where a side has several.

    Parameters
    ----------
    evidence
        All settlements.
    side
        Every settlement answers.
    holders
        For each side with several: only its settlements that name a holder answer.
    """

    evidence: Evidence
    side: Level
    holders: list[Level]

    @classmethod
    def of(cls, evidence: Evidence) -> Estimate:
        """Put the questions to the evidence."""
        everyone = np.ones(len(evidence.ids), dtype=bool)
        sides = np.arange(len(evidence.sides))
        side = _level(evidence, sides, _Words(everyone, evidence.side, evidence.side_weight))
        holders = []
        for number in range(len(evidence.sides)):
            classes = np.array(evidence.holders_of(number))
            if len(classes) > 1:
                speaks = (evidence.side == number) & (evidence.holder != UNKNOWN)
                words = _Words(speaks, evidence.holder, evidence.holder_weight)
                holders.append(_level(evidence, classes, words))
        return cls(evidence, side, holders)

    def side_shares(self, places: FloatArray) -> FloatArray:
        """Estimate the probability of each side.

        Parameters
        ----------
        places
            Metres (east, north), shape (n, 2).

        Returns
        -------
        ndarray
            Shape (n, sides), rows sum to 1.
        """
        return self.side.shares(places)

    def holder_shares(self, places: FloatArray) -> FloatArray:
        """Estimate the probability of each holder where its side holds the place.

        Parameters
        ----------
        places
            Metres (east, north), shape (n, 2).

        Returns
        -------
        ndarray
            Shape (n, holders); for each side the columns of its holders sum to 1.
        """
        result = np.ones((len(places), len(self.evidence.holders)))
        for level in self.holders:
            result[:, level.classes] = level.shares(places)
        return result

    def left_out(self, groups: IntArray) -> tuple[FloatArray, FloatArray]:
        """Estimate each settlement from those of other groups.

        Parameters
        ----------
        groups
            Number of the group of each settlement: all different to leave out one at a time,
            numbers of blocks to leave out whole neighbourhoods.

        Returns
        -------
        sides, holders : ndarray
            As `side_shares` and `holder_shares` return them. Nothing is fitted anew: the
            coefficients of the others follow from those of all.
        """
        count = len(self.evidence.ids)
        sides = np.ones((count, len(self.evidence.sides)))
        holders = np.ones((count, len(self.evidence.holders)))
        members = [np.flatnonzero(groups == group) for group in np.unique(groups)]
        for into, level in ((sides, self.side), *((holders, each) for each in self.holders)):
            for group in members:
                values = level.without(group, self.evidence.metres[group])
                into[np.ix_(group, level.classes)] = values
        return sides, holders


class _Words(NamedTuple):
    """Which settlements speak, what they say and how much it counts."""

    speaks: BoolArray
    says: IntArray
    weight: FloatArray


def _level(evidence: Evidence, classes: IntArray, words: _Words) -> Level:
    speakers = np.flatnonzero(words.speaks)
    weights = Weights.of(evidence.metres[speakers], words.weight[speakers])
    said = (words.says[speakers, None] == classes).astype(np.float64)
    return Level(speakers, classes, weights, weights.coefficients(said))
