"""How much of the map hangs on a single publisher, and whether publishers agree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypedDict

import numpy as np
import shapely
from scipy.spatial import cKDTree

from mapgen.derivation.territory.estimate import left_out, side_speakers
from mapgen.derivation.territory.evidence import read
from mapgen.derivation.territory.plane import Grid, Plane
from mapgen.derivation.territory.settings import (
    ESTIMATE_STEP,
    GRID_MARGIN_M,
    GRID_STEP_M,
    NEAR_M,
    NEAR_STEP_M,
    NEIGHBOURS,
)
from mapgen.derivation.territory.validation import Agreement, share_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas
    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.territory.evidence import Evidence
    from mapgen.derivation.territory.plane import BoolArray, FloatArray, IntArray


class SolePublisher(TypedDict):
    """Settlements for which only this publisher speaks, and the ground that hangs on it.

    ``ground`` is the share of the land, 0 to 1, whose side changes without these settlements.
    """

    publisher: str
    settlements: int
    ground: float


class Witnesses(TypedDict):
    """Who speaks for the map.

    ``two_publishers``: settlements for which two publishers or more speak. ``sole``: publishers
    who alone speak for settlements, those with the most first. ``ground``: share of the land
    whose side changes without what one of them, whichever it is, tells alone. ``across``: how
    often the side of the settlements of the first of ``sole`` follows from all others, and the
    reverse. ``near``: settlements whose side, estimated without them, is right at their place or
    within `NEAR_M`.
    """

    two_publishers: Agreement
    sole: list[SolePublisher]
    ground: float
    across: dict[str, Agreement]
    near: Agreement


def witnesses(
    settlements: geopandas.GeoDataFrame,
    publishers: Mapping[str, frozenset[str]],
    land: BaseGeometry,
    frame: tuple[float, float, float, float],
) -> Witnesses:
    """Measure what the map of a day owes to single publishers.

    Parameters
    ----------
    settlements, land, frame
        As for `mapgen.derivation.territory.derive`.
    publishers
        Who tells of each settlement, by its id.
    """
    plane = Plane(frame)
    evidence = read(settlements, plane)
    grid = Grid.around(plane.project(land).bounds, GRID_MARGIN_M, GRID_STEP_M)
    cells = grid.coarser(ESTIMATE_STEP).centres
    shapely.prepare(land)
    on_land = shapely.contains_xy(land, *plane.to_degrees(cells).T)
    ground = Ground(evidence, cells[on_land])
    told = [publishers[identifier] for identifier in evidence.ids]
    alone = [next(iter(names)) if len(names) == 1 else "" for names in told]
    counts = Counter(name for name in alone if name)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    told_by = np.array(alone)
    changed = {name: ground.changed_without(told_by == name) for name in names}
    any_changed = np.zeros(len(ground.places), dtype=bool)
    for places in changed.values():
        any_changed |= places
    return {
        "two_publishers": share_of(np.array([len(names) > 1 for names in told])),
        "sole": [
            {
                "publisher": name,
                "settlements": counts[name],
                "ground": _rounded_share(changed[name]),
            }
            for name in names
        ],
        "ground": _rounded_share(any_changed),
        "across": _across(evidence, told_by == names[0]) if names else {},
        "near": share_of(_right_nearby(evidence)),
    }


def _rounded_share(chosen: BoolArray) -> float:
    return round(float(chosen.mean()), 4) if len(chosen) else 0.0


class Ground:
    """Land as places of equal area, and the side that holds each of them.

    Parameters
    ----------
    evidence
        All settlements.
    places
        Metres (east, north), shape (n, 2).
    """

    def __init__(self, evidence: Evidence, places: FloatArray) -> None:
        """Ask for the side of each place."""
        self.places = places
        self._evidence = evidence
        count = min(NEIGHBOURS, len(evidence.ids))
        self._speakers = cKDTree(evidence.metres).query(places, k=[*range(1, count + 1)])[1]
        self._side = side_speakers(evidence).shares(places).argmax(axis=1)

    def changed_without(self, struck: BoolArray) -> BoolArray:
        """Tell which places change their side without some settlements.

        Only those are asked again for which a struck settlement speaks.
        """
        changed = np.zeros(len(self.places), dtype=bool)
        near = np.flatnonzero(struck[self._speakers].any(axis=1))
        if len(near) and not struck.all():
            after = side_speakers(self._evidence, ~struck).shares(self.places[near])
            changed[near] = after.argmax(axis=1) != self._side[near]
        return changed


def _across(evidence: Evidence, family: BoolArray) -> dict[str, Agreement]:
    """Return how often others tell the side of a family's settlements, and the reverse."""
    if family.all():
        return {}

    def agreement(speakers: BoolArray, asked: BoolArray) -> Agreement:
        shares = side_speakers(evidence, speakers).shares(evidence.metres[asked])
        return share_of(shares.argmax(axis=1) == evidence.side[asked])

    return {"from_others": agreement(~family, family), "of_others": agreement(family, ~family)}


def _right_nearby(evidence: Evidence) -> BoolArray:
    """Tell which settlements' side is found without them at their place or within `NEAR_M`."""
    sides, _ = left_out(evidence, np.arange(len(evidence.ids)))
    right = np.asarray(sides.argmax(axis=1) == evidence.side)
    wrong = np.flatnonzero(~right)
    if not len(wrong):
        return right
    around = _disc()
    places = (evidence.metres[wrong][:, None, :] + around[None, :, :]).reshape(-1, 2)
    groups: IntArray = np.arange(len(evidence.ids))
    asked = np.repeat(wrong, len(around))
    shares = side_speakers(evidence).shares_from_others(places, asked, groups)
    agrees = shares.argmax(axis=1) == evidence.side[asked]
    right[wrong] = agrees.reshape(len(wrong), len(around)).any(axis=1)
    return right


def _disc() -> FloatArray:
    """Return steps in metres (east, north) to places within `NEAR_M`, shape (n, 2)."""
    steps = np.arange(-NEAR_M, NEAR_M + NEAR_STEP_M / 2, NEAR_STEP_M)
    east, north = np.meshgrid(steps, steps)
    inside = np.hypot(east, north) <= NEAR_M
    return np.stack([east[inside], north[inside]], axis=1)
