"""Indicator kriging: what settlements say, carried to the places around them.

Positions and words are kept apart. `Weights` knows only where settlements lie and how much
each counts; `coefficients` brings in what they say; `spread` carries any number of coefficients
to places at once, so that several dates cost one look at the distances.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.spatial.distance import cdist

from mapgen.territory.settings import LEVEL_VARIANCE, NUGGET, RANGE_M

if TYPE_CHECKING:
    from mapgen.territory.plane import FloatArray, IntArray

CHUNK = 20_000
"""Places looked at together; bounds the memory."""


def covariance(places: FloatArray, metres: FloatArray) -> FloatArray:
    """Return how alike control is at pairs of places.

    Parameters
    ----------
    places, metres
        Metres (east, north), shapes (n, 2) and (m, 2).

    Returns
    -------
    ndarray
        Shape (n, m): a level common to all and not known, and what fades with distance.
    """
    result = cdist(places, metres)
    result /= -RANGE_M
    np.exp(result, out=result)
    result += LEVEL_VARIANCE
    return result


@dataclass(frozen=True)
class Weights:
    """How settlements weigh on each other, whatever they say.

    Parameters
    ----------
    metres
        Metres (east, north), shape (n, 2).
    inverse
        Inverse of their covariance with noise, shape (n, n).
    """

    metres: FloatArray
    inverse: FloatArray

    @classmethod
    def of(cls, metres: FloatArray, weight: FloatArray) -> Weights:
        """Return the weights of settlements.

        Parameters
        ----------
        metres
            Metres (east, north), shape (n, 2).
        weight
            How much each counts, above 0 to 1: noise is `NUGGET` divided by it.

        Returns
        -------
        Weights
        """
        noisy = covariance(metres, metres) + np.diag(NUGGET / weight)
        return cls(metres, np.asarray(cho_solve(cho_factor(noisy), np.eye(len(metres)))))

    def coefficients(self, words: FloatArray) -> FloatArray:
        """Return what `spread` needs for words of shape (n, columns)."""
        return np.asarray(self.inverse @ words)

    def without(self, coefficients: FloatArray, left_out: IntArray) -> FloatArray:
        """Return the coefficients as they are without some settlements.

        Parameters
        ----------
        coefficients
            Those of all settlements, shape (n, columns).
        left_out
            Positions of settlements that are not known of.

        Returns
        -------
        ndarray
            The same as from `Weights` of the others alone; 0 for those left out.
        """
        block = self.inverse[np.ix_(left_out, left_out)]
        move = np.linalg.solve(block, coefficients[left_out])
        result = coefficients - self.inverse[:, left_out] @ move
        result[left_out] = 0.0
        return np.asarray(result)


def spread(metres: FloatArray, places: FloatArray, coefficients: FloatArray) -> FloatArray:
    """Carry coefficients of settlements to places.

    Parameters
    ----------
    metres
        Where the settlements lie, shape (n, 2).
    places
        Where to estimate, shape (m, 2).
    coefficients
        Shape (n, columns); columns of several dates may stand side by side.

    Returns
    -------
    ndarray
        Shape (m, columns).
    """
    result = np.empty((len(places), coefficients.shape[1]))
    for start in range(0, len(places), CHUNK):
        part = slice(start, start + CHUNK)
        result[part] = covariance(places[part], metres) @ coefficients
    return result
