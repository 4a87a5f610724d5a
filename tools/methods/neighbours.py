"""Methods that weigh the nearest settlements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import FloatArray, IntArray
    from methods.question import Question

FLOOR_M = 400.0
"""No distance, and no bandwidth, counts as less: positions are no better known."""


class Refitted:
    """A method that is asked anew for every group that is left out."""

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return the probability of each answer at places, rows sum to 1."""
        raise NotImplementedError

    def left_out(
        self, question: Question, groups: IntArray, places: FloatArray, place_groups: IntArray
    ) -> FloatArray:
        """Return the probabilities at places from settlements of other groups."""
        result = np.empty((len(places), question.kinds))
        for group in np.unique(place_groups):
            here = place_groups == group
            result[here] = self.shares(question.among(groups != group), places[here])
        return result


@dataclass(frozen=True)
class Nearest(Refitted):
    """The nearest settlement is right."""

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return 1 for what the nearest settlement says."""
        return question.words[cKDTree(question.metres).query(places)[1]]


@dataclass(frozen=True)
class Kernel(Refitted):
    """Gaussian weights over the nearest, as wide as settlements there lie apart.

    Parameters
    ----------
    ratio
        Bandwidth as a share of the distance of the settlement of `rank`.
    rank
        Which nearest settlement sets the bandwidth.
    neighbours
        How many count.
    """

    ratio: float = 0.55
    rank: int = 3
    neighbours: int = 12

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return Nadaraya-Watson means of what the nearest say."""
        distance, near = _nearest(question, places, self.neighbours)
        width = np.maximum(self.ratio * distance[:, self.rank - 1 : self.rank], FLOOR_M)
        weight = np.exp((distance[:, :1] ** 2 - distance**2) / (2 * width**2))
        return _mean(weight, near, question)


@dataclass(frozen=True)
class InverseDistance(Refitted):
    """The nearest count by a power of their distance.

    Parameters
    ----------
    power
        Of the distance.
    neighbours
        How many count.
    """

    power: float = 2.0
    neighbours: int = 12

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return means of what the nearest say."""
        distance, near = _nearest(question, places, self.neighbours)
        weight = (np.maximum(distance, FLOOR_M) / FLOOR_M) ** -self.power
        return _mean(weight, near, question)


def _nearest(question: Question, places: FloatArray, count: int) -> tuple[FloatArray, IntArray]:
    found = cKDTree(question.metres).query(places, k=count)
    return np.asarray(found[0]), np.asarray(found[1])


def _mean(weight: FloatArray, near: IntArray, question: Question) -> FloatArray:
    counted = weight * question.weight[near]
    total = np.einsum("pn,pnk->pk", counted, question.words[near])
    return np.asarray(total / total.sum(axis=1, keepdims=True))
