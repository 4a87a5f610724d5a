"""Tables of areas and fronts, EPSG:4326."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas
import numpy as np
import shapely

from mapgen.derivation.territory.edges import to_degrees
from mapgen.facts.certainty_words import CERTAINTY_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.derivation.territory.fronts import Stretch
    from mapgen.derivation.territory.plane import ClassArray, FloatArray, Plane

DEGREES = "EPSG:4326"
"""Reference system of every table."""

LONGEST_EDGE = 0.05
"""Edges are measured in steps of at most this, degrees."""


@dataclass(frozen=True)
class Measured:
    """Holder and certainty of every cell of the plane; all cells are equally large.

    Parameters
    ----------
    classes
        Index of the holder.
    certainty
        0 to 1; not a number beyond the land.
    """

    classes: ClassArray
    certainty: FloatArray

    def mean(self, holder: int) -> float:
        """Return the mean certainty of a holder's cells on land, 0 without any."""
        cells = self._of(holder)
        return round(float(cells.mean()), 3) if len(cells) else 0.0

    def uncertain(self, holder: int) -> float:
        """Return the share of a holder's cells on land whose holder is open."""
        cells = self._of(holder)
        return float((cells < CERTAINTY_WORDS["probable"]).mean()) if len(cells) else 1.0

    def _of(self, holder: int) -> FloatArray:
        mine = (self.classes == holder) & ~np.isnan(self.certainty)
        return np.asarray(self.certainty[mine])


def area_table(
    shapes: Sequence[tuple[int, shapely.MultiPolygon]],
    holders: tuple[str, ...],
    plane: Plane,
    measured: Measured,
) -> geopandas.GeoDataFrame:
    """Describe the areas of all holders.

    Parameters
    ----------
    shapes
        Index of the holder and area in units of 1e-5 degree.
    holders
        Names of the holders.
    plane
        Where areas are measured.
    measured
        Certainty of the cells.

    Returns
    -------
    GeoDataFrame
        ``holder``, ``certainty``, ``area_km2``, ``uncertain_km2``, ``geometry``.
    """
    degrees = [to_degrees(shape) for _, shape in shapes]
    # A parallel bends on the plane: long edges get vertices first, or they would cut corners.
    dense = shapely.segmentize(np.array(degrees, dtype=object), LONGEST_EDGE)
    km2 = [plane.project(shape).area / 1e6 for shape in dense]
    columns = {
        "holder": [holders[index] for index, _ in shapes],
        "certainty": [measured.mean(index) for index, _ in shapes],
        "area_km2": [round(area, 1) for area in km2],
        "uncertain_km2": [
            round(area * measured.uncertain(index), 1)
            for area, (index, _) in zip(km2, shapes, strict=True)
        ],
    }
    return geopandas.GeoDataFrame(columns, geometry=degrees, crs=DEGREES)


def front_table(found: Sequence[Stretch], plane: Plane) -> geopandas.GeoDataFrame:
    """Describe fronts, limits and inner lines.

    Parameters
    ----------
    found
        Stretches with lines in degrees.
    plane
        Where lengths are measured.

    Returns
    -------
    GeoDataFrame
        ``kind``, ``quality``, ``holder_a``, ``holder_b``, ``length_km``, ``geometry``.
    """
    columns = {
        "kind": [stretch.kind for stretch in found],
        "quality": [stretch.quality for stretch in found],
        "holder_a": [stretch.holders[0] for stretch in found],
        "holder_b": [stretch.holders[1] for stretch in found],
        "length_km": [round(plane.project(stretch.line).length / 1e3, 2) for stretch in found],
    }
    return geopandas.GeoDataFrame(
        columns, geometry=[stretch.line for stretch in found], crs=DEGREES
    )
