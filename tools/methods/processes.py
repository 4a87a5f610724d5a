"""Gaussian processes: on indicators (which is indicator kriging), and the classifier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.gaussian_process import GaussianProcessClassifier, GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel

from mapgen.territory.estimate import as_shares
from mapgen.territory.kriging import Weights
from mapgen.territory.settings import LEVEL_VARIANCE, NUGGET, RANGE_M
from methods.neighbours import Refitted

if TYPE_CHECKING:
    from mapgen.territory.plane import BoolArray, FloatArray, IntArray
    from methods.question import Question

Covariance = Callable[["FloatArray", "FloatArray"], "FloatArray"]
"""How alike two sets of places (kilometres, shape (n, 2) and (m, 2)) are."""

KM = 1_000.0
"""Metres in a kilometre; scikit-learn fits better with numbers near 1."""


def matern(range_km: float = RANGE_M / KM, roughness: float = 0.5) -> Covariance:
    """Return scikit-learn's covariance; 0.5 is the exponential one."""
    kernel: Covariance = ConstantKernel(LEVEL_VARIANCE) + Matern(range_km, nu=roughness)
    return kernel


@dataclass(frozen=True)
class Banks:
    """A covariance that is less across water which no side had crossed.

    Parameters
    ----------
    open_ground
        Covariance without barriers.
    enclosed
        Tells which places (kilometres) lie in the land that the water parts from the rest.
    passing
        Share of likeness that is left across it. A product of two covariances is one again.
    """

    open_ground: Covariance
    enclosed: Callable[[FloatArray], BoolArray]
    passing: float

    def __call__(self, first: FloatArray, second: FloatArray) -> FloatArray:
        """Return how alike two sets of places are."""
        across = self.enclosed(first)[:, None] != self.enclosed(second)[None, :]
        likeness = self.open_ground(first, second) - LEVEL_VARIANCE
        return LEVEL_VARIANCE + likeness * np.where(across, self.passing, 1.0)


@dataclass(frozen=True)
class Kriging:
    """Indicator kriging with any covariance.

    Parameters
    ----------
    covariance
        Of control at two places.
    nugget
        Noise of a settlement that counts fully.
    """

    covariance: Covariance
    nugget: float = NUGGET

    def _weights(self, question: Question) -> Weights:
        at = question.metres / KM
        noisy = self.covariance(at, at) + np.diag(self.nugget / question.weight)
        return Weights(question.metres, np.asarray(np.linalg.inv(noisy), dtype=np.float64))

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return kriged indicators as probabilities."""
        coefficients = self._weights(question).coefficients(question.words)
        return as_shares(self.covariance(places / KM, question.metres / KM) @ coefficients)

    def left_out(
        self, question: Question, groups: IntArray, places: FloatArray, place_groups: IntArray
    ) -> FloatArray:
        """Return the probabilities at places from settlements of other groups, exactly."""
        weights = self._weights(question)
        coefficients = weights.coefficients(question.words)
        between = self.covariance(places / KM, question.metres / KM)
        result = np.empty((len(places), question.kinds))
        for group in np.unique(place_groups):
            here = np.flatnonzero(place_groups == group)
            rest = weights.without(coefficients, np.flatnonzero(groups == group))
            result[here] = as_shares(between[here] @ rest)
        return result


def fitted_process(question: Question) -> Kriging:
    """Return a process whose range and noise have the greatest likelihood (scikit-learn)."""
    kernel = ConstantKernel(LEVEL_VARIANCE, "fixed") + ConstantKernel(0.2) * Matern(
        20.0, (1.0, 500.0), nu=0.5
    )
    regressor = GaussianProcessRegressor(
        kernel + WhiteKernel(0.02, (1e-5, 1.0)), random_state=0
    ).fit(question.metres / KM, question.words)
    level_and_ground, noise = regressor.kernel_.k1, regressor.kernel_.k2.noise_level
    return Kriging(level_and_ground, noise)


@dataclass(frozen=True)
class Classifier(Refitted):
    """scikit-learn's Gaussian-process classifier, one answer against the rest."""

    range_km: float = RANGE_M / KM
    variance: float = 25.0

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return the classifier's probabilities; answers that nobody gives have none."""
        kernel = ConstantKernel(self.variance, "fixed") * Matern(self.range_km, "fixed", nu=0.5)
        model = GaussianProcessClassifier(kernel, optimizer=None, random_state=0)
        model.fit(question.metres / KM, question.says)
        result = np.zeros((len(places), question.kinds))
        result[:, model.classes_] = model.predict_proba(places / KM)
        return as_shares(result)
