"""Indicator kriging: as mapgen does it, and with other settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist

from mapgen.derivation.territory.kriging import as_shares
from mapgen.derivation.territory.settings import NEIGHBOURS, NUGGET, RANGE_M

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import BoolArray, FloatArray, IntArray
    from methods.question import Question

Covariance = Callable[["FloatArray", "FloatArray"], "FloatArray"]
"""How alike two sets of places (metres, shape (n, 2) and (m, 2)) are, 0 to 1."""

CHUNK = 8_000
"""Places looked at together; bounds the memory."""


def exponential(range_m: float = RANGE_M) -> Covariance:
    """Return the likeness that mapgen uses: the roughest of Matérn's (1/2)."""
    return lambda first, second: np.exp(cdist(first, second) / -range_m)


def smooth(range_m: float) -> Covariance:
    """Return Matérn's likeness of smoothness 3/2."""

    def alike(first: FloatArray, second: FloatArray) -> FloatArray:
        apart = np.sqrt(3) * cdist(first, second) / range_m
        return np.asarray((1 + apart) * np.exp(-apart))

    return alike


@dataclass(frozen=True)
class Banks:
    """A likeness that is less across water which no side had crossed.

    Parameters
    ----------
    open_ground
        Likeness without barriers.
    enclosed
        Tells which places (metres) lie in the land that the water parts from the rest.
    passing
        Share of likeness that is left across it. A product of two covariances is one again.
    """

    open_ground: Covariance
    enclosed: Callable[[FloatArray], BoolArray]
    passing: float

    def __call__(self, first: FloatArray, second: FloatArray) -> FloatArray:
        """Return how alike two sets of places are."""
        across = self.enclosed(first)[:, None] != self.enclosed(second)[None, :]
        return self.open_ground(first, second) * np.where(across, self.passing, 1.0)


class InUse:
    """The method of mapgen/derivation/territory, by its own code."""

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return what mapgen estimates."""
        return question.shares(places)

    def left_out(
        self, question: Question, groups: IntArray, places: FloatArray, place_groups: IntArray
    ) -> FloatArray:
        """Return what mapgen estimates from settlements of other groups."""
        return question.shares_from_others(places, place_groups, groups)


@dataclass(frozen=True)
class Neighbourhood:
    """Kriging from the nearest settlements; as it stands, what mapgen does.

    Parameters
    ----------
    likeness
        Of control at two places.
    nugget
        Noise of a settlement that counts fully.
    neighbours
        How many settlements speak for a place.
    ordinary
        Whether the level is taken from the neighbours, whose weights then sum to 1; else it
        is the same for all answers.
    """

    likeness: Covariance
    nugget: float = NUGGET
    neighbours: int = NEIGHBOURS
    ordinary: bool = False

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return kriged indicators as probabilities."""
        count = min(self.neighbours, len(question.metres))
        near = np.asarray(cKDTree(question.metres).query(places, k=count)[1])
        return self._weighed(question, places, near)

    def left_out(
        self, question: Question, groups: IntArray, places: FloatArray, place_groups: IntArray
    ) -> FloatArray:
        """Return the probabilities at places from settlements of other groups."""
        distance = cdist(places, question.metres)
        distance[place_groups[:, None] == groups[None, :]] = np.inf
        count = min(self.neighbours, int(np.isfinite(distance).sum(axis=1).min()))
        near = np.argsort(distance, axis=1, kind="stable")[:, :count]
        return self._weighed(question, places, near)

    def _weighed(self, question: Question, places: FloatArray, near: IntArray) -> FloatArray:
        alike = self.likeness(question.metres, question.metres)
        parts = [slice(start, start + CHUNK) for start in range(0, len(places), CHUNK)]
        values = [self._values(question, places[part], near[part], alike) for part in parts]
        return as_shares(np.concatenate(values))

    def _values(
        self, question: Question, places: FloatArray, near: IntArray, alike: FloatArray
    ) -> FloatArray:
        noisy = alike[near[:, :, None], near[:, None, :]]
        diagonal = np.arange(near.shape[1])
        noisy[:, diagonal, diagonal] += self.nugget / question.weight[near]
        here = np.take_along_axis(self.likeness(places, question.metres), near, 1)
        solved = np.linalg.solve(noisy, np.stack([here, np.ones_like(here)], axis=2))
        weights, level = solved[:, :, 0], solved[:, :, 1]
        if self.ordinary:
            lack = 1 - weights.sum(axis=1, keepdims=True)
            weights = weights + level * lack / level.sum(axis=1, keepdims=True)
        said = np.einsum("pn,pnk->pk", weights, question.words[near])
        return np.asarray(said + (1 - weights.sum(axis=1, keepdims=True)) / question.kinds)


@dataclass(frozen=True)
class Everyone:
    """Kriging from all settlements at once, which is a Gaussian process on indicators.

    Parameters
    ----------
    likeness, nugget
        As in a neighbourhood.
    """

    likeness: Covariance
    nugget: float = NUGGET

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return kriged indicators as probabilities."""
        _, told = self._solved(question)
        parts = [places[start : start + CHUNK] for start in range(0, len(places), CHUNK)]
        values = [self.likeness(part, question.metres) @ told for part in parts]
        return as_shares(np.concatenate(values) + 1 / question.kinds)

    def left_out(
        self, question: Question, groups: IntArray, places: FloatArray, place_groups: IntArray
    ) -> FloatArray:
        """Return the probabilities at places from settlements of other groups.

        Nothing is solved anew but a system as large as the group (Dubrule 1983).
        """
        inverse, told = self._solved(question)
        between = self.likeness(places, question.metres)
        values = np.empty((len(places), question.kinds))
        for group in np.unique(place_groups):
            here, gone = np.flatnonzero(place_groups == group), np.flatnonzero(groups == group)
            change = np.linalg.solve(inverse[np.ix_(gone, gone)], told[gone])
            values[here] = between[here] @ (told - inverse[:, gone] @ change)
        return as_shares(values + 1 / question.kinds)

    def _solved(self, question: Question) -> tuple[FloatArray, FloatArray]:
        alike = self.likeness(question.metres, question.metres)
        inverse = np.asarray(
            np.linalg.inv(alike + np.diag(self.nugget / question.weight)), dtype=np.float64
        )
        return inverse, inverse @ (question.words - 1 / question.kinds)
