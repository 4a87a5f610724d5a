"""From what the estimate says to how often it comes true."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

import numpy as np

from mapgen.derivation.territory.settings import CALIBRATION

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import BoolArray, FloatArray

BANDS = 5
"""Estimates are compared with what came true in this many groups, equally large."""

SUREST = 0.995
"""Estimates beyond this, or below its complement, count as this."""

ROUNDS = 50
"""Steps of Newton's method, none longer than 1; five are enough in practice."""


class Band(TypedDict):
    """Estimates of about one certainty: the mean of what they said and what came true."""

    stated: float
    observed: float
    count: int


def _log_odds(share: FloatArray) -> FloatArray:
    held = np.clip(share, 1 - SUREST, SUREST)
    return np.asarray(np.log(held / (1 - held)))


def calibrated(share: FloatArray, curve: tuple[float, float] = CALIBRATION) -> FloatArray:
    """Return how often estimates come true.

    Parameters
    ----------
    share
        Probability of the shown holder as estimated, 0 to 1, any shape.
    curve
        Level and slope on the scale of log odds; (0, 1) changes nothing.

    Returns
    -------
    ndarray
        Probability that the holder is the one shown, 0 to 1.
    """
    level, slope = curve
    return np.asarray(1 / (1 + np.exp(-(level + slope * _log_odds(share)))))


def fitted(share: FloatArray, right: BoolArray) -> tuple[float, float]:
    """Fit the curve to estimates whose outcome is known.

    Parameters
    ----------
    share
        Probability of the shown holder as estimated, shape (n,).
    right
        Whether it was the holder.

    Returns
    -------
    level, slope : float
        Of greatest likelihood (Platt's scaling); rounded, so that it can be kept.
    """
    table = np.column_stack([np.ones(len(share)), _log_odds(share)])
    curve = np.array([0.0, 1.0])
    for _ in range(ROUNDS):
        said = 1 / (1 + np.exp(-table @ curve))
        slope = table.T @ (right - said)
        bend = (table * (said * (1 - said))[:, None]).T @ table + 1e-6 * np.eye(2)
        move = np.linalg.solve(bend, slope)
        curve = curve + move / max(1.0, float(np.hypot(*move)))
    return round(float(curve[0]), 3), round(float(curve[1]), 3)


def bands(stated: FloatArray, right: BoolArray) -> list[Band]:
    """Compare certainty with what came true, in groups of equal size from low to high.

    Parameters
    ----------
    stated
        Certainty of each estimate, shape (n,).
    right
        Whether it came true.

    Returns
    -------
    list of Band
    """
    order = np.argsort(stated, kind="stable")
    return [
        {
            "stated": round(float(stated[part].mean()), 4),
            "observed": round(float(right[part].mean()), 4),
            "count": len(part),
        }
        for part in np.array_split(order, BANDS)
        if len(part)
    ]


def calibration_error(found: list[Band]) -> float:
    """Return the mean distance between stated and observed, weighted by count."""
    total = sum(band["count"] for band in found)
    apart = sum(abs(band["stated"] - band["observed"]) * band["count"] for band in found)
    return round(apart / total, 4)
