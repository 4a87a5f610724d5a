"""Gaussian processes of scikit-learn: one fitted to the evidence, and the classifier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.gaussian_process import GaussianProcessClassifier, GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel

from mapgen.derivation.territory.kriging import as_shares
from mapgen.derivation.territory.settings import RANGE_M
from methods.neighbours import Refitted

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import FloatArray
    from methods.question import Question

KM = 1_000.0
"""Metres in a kilometre; scikit-learn fits better with numbers near 1."""


def fitted_range_and_noise(question: Question) -> tuple[float, float]:
    """Return the range in metres and the noise of greatest likelihood.

    Returns
    -------
    range_m, nugget : float
        Of an exponential covariance; the noise as a share of its variance.
    """
    ground = ConstantKernel(0.2) * Matern(20.0, (1.0, 500.0), nu=0.5)
    model = GaussianProcessRegressor(ground + WhiteKernel(0.02, (1e-5, 1.0)), random_state=0)
    model.fit(question.metres / KM, question.words - 1 / question.kinds)
    found = model.kernel_
    noise = found.k2.noise_level / found.k1.k1.constant_value
    # Rounded to what the name of the row says, so that the last digits decide nothing.
    return round(found.k1.k2.length_scale) * KM, float(f"{noise:.2g}")


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
