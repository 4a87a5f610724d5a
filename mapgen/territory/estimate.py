"""Which side and which holder the settlements around a place speak for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapgen.territory.evidence import UNKNOWN, Evidence
from mapgen.territory.kriging import Weights, covariance, spread
from mapgen.territory.settings import LEAST_SHARE

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def as_shares(values: FloatArray) -> FloatArray:
    """Return kriged values as probabilities: none below `LEAST_SHARE`, rows sum to 1."""
    positive = np.maximum(values, LEAST_SHARE)
    return np.asarray(np.round(positive / positive.sum(axis=1, keepdims=True), DECIMALS))


def side_level(evidence: Evidence) -> Level:
    """Return the question of the side; every settlement answers."""
    everyone = np.ones(len(evidence.ids), dtype=bool)
    classes = np.arange(len(evidence.sides))
    return _level(evidence, classes, _Words(everyone, evidence.side, evidence.side_weight))


def holder_levels(evidence: Evidence) -> list[Level]:
    """Return the question of the holder for each side that has several.

    Only settlements of the side that name a holder answer.
    """
    result = []
    for side in range(len(evidence.sides)):
        classes = np.array(evidence.holders_of(side))
        if len(classes) > 1:
            speaks = (evidence.side == side) & (evidence.holder != UNKNOWN)
            words = _Words(speaks, evidence.holder, evidence.holder_weight)
            result.append(_level(evidence, classes, words))
    return result


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


def side_shares(evidence: Evidence, places: FloatArray) -> FloatArray:
    """Estimate the probability of each side.

    Parameters
    ----------
    evidence
        All settlements.
    places
        Metres (east, north), shape (n, 2).

    Returns
    -------
    ndarray
        Shape (n, sides), rows sum to 1.
    """
    return side_level(evidence).shares(places)


def holder_shares(evidence: Evidence, places: FloatArray) -> FloatArray:
    """Estimate the probability of each holder where its side holds the place.

    Parameters
    ----------
    evidence
        All settlements; those that name a holder speak here.
    places
        Metres (east, north), shape (n, 2).

    Returns
    -------
    ndarray
        Shape (n, holders); for each side the columns of its holders sum to 1.
    """
    result = np.ones((len(places), len(evidence.holders)))
    for level in holder_levels(evidence):
        result[:, level.classes] = level.shares(places)
    return result


def left_out(evidence: Evidence, groups: IntArray) -> tuple[FloatArray, FloatArray]:
    """Estimate each settlement from those of other groups.

    Parameters
    ----------
    evidence
        All settlements.
    groups
        Number of the group of each settlement: all different to leave out one at a time,
        numbers of blocks to leave out whole neighbourhoods.

    Returns
    -------
    sides, holders : ndarray
        As `side_shares` and `holder_shares` return them. Nothing is fitted anew: the
        coefficients of the others follow from those of all.
    """
    sides = np.ones((len(evidence.ids), len(evidence.sides)))
    holders = np.ones((len(evidence.ids), len(evidence.holders)))
    members = [np.flatnonzero(groups == group) for group in np.unique(groups)]
    for into, level in _filled(evidence, sides, holders):
        positions = np.full(len(evidence.ids), UNKNOWN)
        positions[level.speakers] = np.arange(len(level.speakers))
        for group in members:
            own = positions[group]
            rest = level.weights.without(level.coefficients, own[own != UNKNOWN])
            values = covariance(evidence.metres[group], level.weights.metres) @ rest
            into[np.ix_(group, level.classes)] = as_shares(values)
    return sides, holders


def _filled(
    evidence: Evidence, sides: FloatArray, holders: FloatArray
) -> Iterator[tuple[FloatArray, Level]]:
    yield sides, side_level(evidence)
    for level in holder_levels(evidence):
        yield holders, level
