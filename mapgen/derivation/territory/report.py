"""What the derivation found, in numbers that can be kept and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

import numpy as np

from mapgen.derivation.territory.evidence import UNKNOWN, Evidence
from mapgen.derivation.territory.validation import Validation

if TYPE_CHECKING:
    import geopandas

    from mapgen.derivation.territory.plane import BoolArray, IntArray


class Contradictions(TypedDict):
    """Ids of settlements that lie in an area of another side, or of another holder."""

    side: list[str]
    holder: list[str]


class Report(Validation):
    """Figures of a derivation; the same evidence gives the same report.

    Areas are square kilometres, lengths kilometres, shares 0 to 1. ``repaired`` names
    settlements of high confidence whose ground was set by them alone, ``unresolved`` those that
    no ground could be found for because another one of high confidence is too near, ``outside``
    those that lie beyond the land.
    """

    as_of: str
    settlements: int
    settlements_with_holder: int
    land_km2: float
    area_km2: dict[str, float]
    pocket_km2: float
    fronts_km: dict[str, dict[str, float]]
    contradicting: Contradictions
    repaired: list[str]
    unresolved: list[str]
    outside: list[str]


def contradictions(evidence: Evidence, holders: IntArray) -> Contradictions:
    """Name the settlements that their area contradicts.

    Parameters
    ----------
    evidence
        All settlements.
    holders
        Index of the holder of the area at each settlement, negative outside all areas.

    Returns
    -------
    Contradictions
        ``holder`` leaves out those that stand under ``side`` already.
    """
    inside = holders >= 0
    side = inside & (evidence.side_of[holders] != evidence.side)
    holder = inside & ~side & (evidence.holder != UNKNOWN) & (holders != evidence.holder)
    return {"side": names(evidence, side), "holder": names(evidence, holder)}


def names(evidence: Evidence, chosen: BoolArray) -> list[str]:
    """Return the ids of chosen settlements."""
    return [evidence.ids[index] for index in np.flatnonzero(chosen)]


def front_lengths(fronts: geopandas.GeoDataFrame) -> dict[str, dict[str, float]]:
    """Return kilometres by kind and quality of a table of fronts."""
    total: dict[str, dict[str, float]] = {}
    for kind, quality, km in zip(
        fronts["kind"], fronts["quality"], fronts["length_km"], strict=True
    ):
        of_kind = total.setdefault(kind, {})
        of_kind[quality] = round(of_kind.get(quality, 0.0) + km, 1)
    return total
