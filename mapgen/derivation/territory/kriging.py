"""Indicator kriging: what the nearest settlements say, weighed for a place.

The weights are the best linear ones when two places are alike by `likeness` of their distance
(simple kriging in a moving neighbourhood; Journel 1983, docs/method.md). They follow from
positions and noise alone, never from what is said. What they lack to 1 falls to all answers
alike: far from every settlement nothing is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist

from mapgen.derivation.territory.settings import (
    LEAST_SHARE,
    NEIGHBOURS,
    NUGGET,
    RANGE_M,
)

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import FloatArray, IntArray

DECIMALS = 6
"""Shares are rounded to this, so that noise of the last bit never decides."""

CHUNK = 8_000
"""Places looked at together; bounds the memory."""


def likeness(distance: FloatArray) -> FloatArray:
    """Return how alike control is at places so many metres apart, 0 to 1: a correlation."""
    return np.asarray(np.exp(distance / -RANGE_M))


@dataclass(frozen=True)
class Speakers:
    """Settlements that answer one question.

    Parameters
    ----------
    metres
        Metres (east, north), shape (n, 2).
    weight
        How much each counts, above 0 to 1: its noise is `NUGGET` divided by it.
    says
        Number of the answer of each, 0 to `kinds` - 1.
    kinds
        How many answers there are.
    """

    metres: FloatArray
    weight: FloatArray
    says: IntArray
    kinds: int

    def shares(self, places: FloatArray) -> FloatArray:
        """Return the probability of each answer at places (metres, shape (m, 2)).

        Returns
        -------
        ndarray
            Shape (m, kinds), rows sum to 1.
        """
        result = np.empty((len(places), self.kinds))
        tree = cKDTree(self.metres)
        count = min(NEIGHBOURS, len(self.metres))
        for start in range(0, len(places), CHUNK):
            part = slice(start, start + CHUNK)
            nearest = tree.query(places[part], k=count, workers=2)
            distance = np.reshape(nearest[0], (-1, count))
            result[part] = self._weighed(distance, np.reshape(nearest[1], (-1, count)))
        return result

    def shares_from_others(
        self, places: FloatArray, place_groups: IntArray, groups: IntArray
    ) -> FloatArray:
        """Return the same, each place by speakers of other groups than its own.

        Parameters
        ----------
        places
            Metres, shape (m, 2).
        place_groups, groups
            Numbers of the groups of places, shape (m,), and of speakers, shape (n,).
        """
        distance = cdist(places, self.metres)
        distance[place_groups[:, None] == groups[None, :]] = np.inf
        count = min(NEIGHBOURS, int(np.isfinite(distance).sum(axis=1).min()))
        near = np.argsort(distance, axis=1, kind="stable")[:, :count]
        return self._weighed(np.take_along_axis(distance, near, 1), near)

    def _weighed(self, distance: FloatArray, near: IntArray) -> FloatArray:
        """Return shares at places whose speakers lie at distances, both of shape (m, count)."""
        used, place = np.unique(near, return_inverse=True)
        place = place.reshape(near.shape)
        alike = likeness(cdist(self.metres[used], self.metres[used]))
        noisy = alike[place[:, :, None], place[:, None, :]]
        diagonal = np.arange(near.shape[1])
        noisy[:, diagonal, diagonal] += NUGGET / self.weight[near]
        weights = np.linalg.solve(noisy, likeness(distance)[:, :, None])[:, :, 0]
        said = [np.where(self.says[near] == kind, weights, 0.0) for kind in range(self.kinds)]
        unsaid = (1 - weights.sum(axis=1)) / self.kinds
        return as_shares(np.stack([votes.sum(axis=1) + unsaid for votes in said], axis=1))


def as_shares(values: FloatArray) -> FloatArray:
    """Return kriged values as probabilities: none below `LEAST_SHARE`, rows sum to 1."""
    positive = np.maximum(values, LEAST_SHARE)
    return np.asarray(np.round(positive / positive.sum(axis=1, keepdims=True), DECIMALS))
