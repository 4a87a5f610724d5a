"""Which side and which holder the settlements around a place speak for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from mapgen.territory.evidence import UNKNOWN, Evidence
from mapgen.territory.settings import (
    BANDWIDTH_FLOOR_M,
    BANDWIDTH_RANK,
    BANDWIDTH_RATIO,
    NEIGHBOURS,
)

if TYPE_CHECKING:
    from mapgen.territory.plane import BoolArray, FloatArray, IntArray

DECIMALS = 6
"""Shares are rounded to this, so that noise of the last bit never decides."""

CHUNK = 200_000
"""Places estimated at a time; bounds the memory."""


def side_shares(
    evidence: Evidence, places: FloatArray, *, without_self: bool = False
) -> FloatArray:
    """Estimate the probability of each side.

    Parameters
    ----------
    evidence
        All settlements.
    places
        Metres (east, north), shape (n, 2).
    without_self
        Leave settlement i out of the estimate of place i (the places are the settlements).

    Returns
    -------
    ndarray
        Shape (n, sides), rows sum to 1.
    """
    everyone = np.ones(len(evidence.ids), dtype=bool)
    return _shares(
        places,
        evidence.metres,
        _Votes(everyone, evidence.side, evidence.side_weight, len(evidence.sides)),
        without_self=without_self,
    )


def holder_shares(
    evidence: Evidence, places: FloatArray, *, without_self: bool = False
) -> FloatArray:
    """Estimate the probability of each holder where its side holds the place.

    Parameters
    ----------
    evidence
        All settlements; those that name a holder speak here.
    places
        Metres (east, north), shape (n, 2).
    without_self
        Leave settlement i out of the estimate of place i (the places are the settlements).

    Returns
    -------
    ndarray
        Shape (n, holders); for each side the columns of its holders sum to 1.
    """
    result = np.ones((len(places), len(evidence.holders)))
    for side in range(len(evidence.sides)):
        holders = evidence.holders_of(side)
        if len(holders) > 1:
            speaks = (evidence.side == side) & (evidence.holder != UNKNOWN)
            votes = _Votes(speaks, evidence.holder, evidence.holder_weight, len(evidence.holders))
            shares = _shares(places, evidence.metres, votes, without_self=without_self)
            result[:, holders] = shares[:, holders]
    return result


class _Votes:
    """Which settlements speak, what they say and how much it counts."""

    def __init__(self, speaks: BoolArray, says: IntArray, weight: FloatArray, kinds: int) -> None:
        self.index = np.flatnonzero(speaks)
        self.says = says[self.index]
        self.weight = weight[self.index]
        self.kinds = kinds


def _shares(
    places: FloatArray, metres: FloatArray, votes: _Votes, *, without_self: bool
) -> FloatArray:
    tree = cKDTree(metres[votes.index])
    wanted = min(NEIGHBOURS + int(without_self), len(votes.index))
    result = np.empty((len(places), votes.kinds))
    for start in range(0, len(places), CHUNK):
        part = slice(start, start + CHUNK)
        found = tree.query(places[part], k=wanted, workers=2)
        distance = np.reshape(found[0], (-1, wanted))
        near = np.reshape(found[1], (-1, wanted))
        if without_self:
            own = votes.index[near] == np.arange(len(places))[part, None]
            distance, near = _without(own, distance, near)
        result[part] = _weighed(distance, near, votes)
    return result


def _without(own: BoolArray, distance: FloatArray, near: IntArray) -> tuple[FloatArray, IntArray]:
    order = np.argsort(own, axis=1, kind="stable")[:, :-1]
    return np.take_along_axis(distance, order, 1), np.take_along_axis(near, order, 1)


def _weighed(distance: FloatArray, near: IntArray, votes: _Votes) -> FloatArray:
    rank = min(BANDWIDTH_RANK, distance.shape[1]) - 1
    bandwidth = np.maximum(BANDWIDTH_RATIO * distance[:, rank], BANDWIDTH_FLOOR_M)
    nearest = distance[:, :1]
    weight = np.exp((nearest**2 - distance**2) / (2 * bandwidth[:, None] ** 2))
    weight *= votes.weight[near]
    total = np.zeros((len(distance), votes.kinds))
    for kind in range(votes.kinds):
        total[:, kind] = np.where(votes.says[near] == kind, weight, 0.0).sum(axis=1)
    return np.asarray(np.round(total / total.sum(axis=1, keepdims=True), DECIMALS))
