"""Front lines, limits and inner lines: the shared edges of areas and how well they are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from scipy import ndimage
from scipy.spatial import cKDTree

from mapgen.derivation.territory.edges import place_of, shared_edges, to_degrees
from mapgen.derivation.territory.outlines import chains
from mapgen.derivation.territory.settings import (
    APPROXIMATE_GAP_M,
    FIRM_GAP_M,
    QUIET_PAIRS,
    SHORTEST_RUN_M,
    UNITS_PER_DEGREE,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.territory.evidence import Evidence
    from mapgen.derivation.territory.plane import FloatArray, IntArray, Plane

QUALITIES = ("firm", "approximate", "guess")
"""From the best known to the least."""

SAMPLE_M = 250.0
"""Distance between samples of the gap along a line, metres."""

GAP_SMOOTHING_M = 1_500.0
"""Smoothing of the gap along a line, metres (standard deviation)."""


@dataclass(frozen=True)
class Stretch:
    """All lines of one kind and quality between two holders.

    Parameters
    ----------
    kind
        ``front``, ``limit`` or ``inner``.
    quality
        ``firm``, ``approximate`` or ``guess``.
    holders
        Both holders in alphabetical order.
    line
        LineString or MultiLineString, EPSG:4326, five decimals.
    """

    kind: str
    quality: str
    holders: tuple[str, str]
    line: BaseGeometry


def stretches(
    areas: Sequence[tuple[int, BaseGeometry]], evidence: Evidence, plane: Plane
) -> list[Stretch]:
    """Name every shared edge of the areas.

    Parameters
    ----------
    areas
        Index of the holder and area in whole units of 1e-5 degree.
    evidence
        Settlements; the gap between those of both sides (or holders) gives the quality.
    plane
        Where distances are measured.

    Returns
    -------
    list of Stretch
        Ordered by kind, holders and quality. Their vertices are vertices of the areas.
    """
    edges = shared_edges([area for _, area in areas])
    holder = np.array([index for index, _ in areas])[edges.pairs]
    groups: dict[tuple[str, tuple[str, str], int], list[IntArray]] = {}
    for first, second, mine in _meetings(holder, evidence):
        kind = _kind(evidence, holder[mine][0])
        measure = _Gap(first, second)
        pair_of = {
            tuple(ends): tuple(two)
            for ends, two in zip(
                edges.ends[mine].tolist(), np.sort(holder[mine], axis=1).tolist(), strict=True
            )
        }
        for chain in chains(edges.ends[mine].tolist(), ()):
            nodes = np.array(chain)
            quality = _qualities(plane.from_degrees(place_of(nodes) / UNITS_PER_DEGREE), measure)
            for number, grade in enumerate(quality):
                ends = np.sort(nodes[number : number + 2])
                one, other = pair_of[ends[0], ends[1]]
                names = (evidence.holders[one], evidence.holders[other])
                groups.setdefault((kind, names, int(grade)), []).append(ends)
    return [
        Stretch(kind, QUALITIES[grade], names, _joined(ends))
        for (kind, names, grade), ends in sorted(groups.items(), key=lambda item: item[0])
    ]


class _Gap:
    """Distance between the nearest settlements of two parties, through a place."""

    def __init__(self, first: FloatArray, second: FloatArray) -> None:
        self.trees = (cKDTree(first), cKDTree(second))

    def at(self, places: FloatArray) -> FloatArray:
        return np.asarray(sum(tree.query(places)[0] for tree in self.trees))


def _meetings(
    holder: IntArray, evidence: Evidence
) -> list[tuple[FloatArray, FloatArray, IntArray]]:
    """Group edges by the parties that meet there: two sides, or two holders of a side."""
    side = np.sort(evidence.side_of[holder], axis=1)
    result = []
    for one, other in np.unique(side, axis=0).tolist():
        mine = np.flatnonzero((side == (one, other)).all(axis=1))
        if one != other:
            parties = [evidence.metres[evidence.side == party] for party in (one, other)]
            result.append((parties[0], parties[1], mine))
            continue
        pairs = np.sort(holder[mine], axis=1)
        for pair in np.unique(pairs, axis=0):
            parties = [evidence.metres[evidence.holder == party] for party in pair]
            result.append((parties[0], parties[1], mine[(pairs == pair).all(axis=1)]))
    return result


def _kind(evidence: Evidence, pair: IntArray) -> str:
    sides = frozenset(evidence.sides[side] for side in evidence.side_of[pair])
    if len(sides) == 1:
        return "inner"
    return "limit" if sides in QUIET_PAIRS else "front"


def _qualities(line: FloatArray, gap: _Gap) -> IntArray:
    """Return the grade of each edge of a line in metres: index into `QUALITIES`."""
    length = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(length)])
    samples = np.linspace(0.0, along[-1], max(2, int(along[-1] / SAMPLE_M) + 1))
    places = np.column_stack([np.interp(samples, along, line[:, axis]) for axis in (0, 1)])
    sigma = min(GAP_SMOOTHING_M, along[-1] / 4) / (samples[1] - samples[0])
    smooth = ndimage.gaussian_filter1d(gap.at(places), sigma, mode="nearest")
    middle = np.interp((along[1:] + along[:-1]) / 2, samples, smooth)
    grade = np.digitize(np.round(middle, 3), (FIRM_GAP_M, APPROXIMATE_GAP_M))
    return _without_short_runs(grade, length)


def _without_short_runs(grade: IntArray, length: FloatArray) -> IntArray:
    grade = grade.copy()
    while True:
        starts = np.concatenate([[0], np.flatnonzero(np.diff(grade)) + 1])
        run = np.add.reduceat(length, starts)
        short = int(np.round(run, 3).argmin())
        if len(starts) == 1 or run[short] >= SHORTEST_RUN_M:
            return grade
        beside = [number for number in (short - 1, short + 1) if 0 <= number < len(starts)]
        longer = max(beside, key=lambda number: (round(float(run[number]), 3), number))
        end = starts[short + 1] if short + 1 < len(starts) else len(grade)
        grade[starts[short] : end] = grade[starts[longer]]


def _joined(ends: list[IntArray]) -> BaseGeometry:
    pairs = place_of(np.concatenate(ends)).reshape(-1, 2, 2)
    merged = shapely.line_merge(shapely.MultiLineString(list(pairs)))
    return to_degrees(shapely.normalize(merged))
