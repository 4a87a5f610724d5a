"""What all days have in common: the land, the plane, the grid, the names of the classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapgen.derivation.territory.evidence import Classes, classes_of
from mapgen.derivation.territory.plane import BoolArray, FloatArray, Grid, Plane
from mapgen.derivation.territory.settings import ESTIMATE_STEP, GRID_MARGIN_M, GRID_STEP_M
from mapgen.derivation.territory.shares import reach_of_neighbours

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Scene:
    """What is the same on all days."""

    land: BaseGeometry
    plane: Plane
    grid: Grid
    coarse: Grid
    """Every `ESTIMATE_STEP` rows and columns of the grid: where the evidence is asked."""
    classes: Classes
    on_land: BoolArray
    reach: FloatArray
    """Distance in metres within which settlements speak for each cell of the coarse grid."""


def scene_of(
    days: Sequence[geopandas.GeoDataFrame],
    land: BaseGeometry,
    frame: tuple[float, float, float, float],
) -> Scene:
    """Prepare what the days have in common; the settlements of all must be the same places."""
    plane = Plane(frame)
    grid = Grid.around(plane.project(land).bounds, GRID_MARGIN_M, GRID_STEP_M)
    degrees = plane.to_degrees(grid.centres)
    shapely.prepare(land)
    on_land = shapely.contains_xy(land, degrees[:, 0], degrees[:, 1]).reshape(grid.shape)
    places = plane.from_degrees(shapely.get_coordinates(days[0].geometry.array))
    coarse = grid.coarser(ESTIMATE_STEP)
    return Scene(land, plane, grid, coarse, classes_of(days), on_land, _reach(places, coarse))


def _reach(places: FloatArray, grid: Grid) -> FloatArray:
    if not len(places):
        return np.zeros(len(grid.centres))
    return reach_of_neighbours(places, grid.centres)
