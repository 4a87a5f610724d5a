"""What all days have in common: the land, the plane, the grid, the names of the classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapgen.territory.evidence import Classes, classes_of
from mapgen.territory.plane import BoolArray, FloatArray, Grid, Plane
from mapgen.territory.renewal import reach_of_neighbours
from mapgen.territory.settings import GRID_MARGIN_M, GRID_STEP_M

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
    classes: Classes
    on_land: BoolArray
    reach: FloatArray
    """Distance in metres within which settlements speak for each cell."""


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
    return Scene(land, plane, grid, classes_of(days), on_land, _reach(places, grid))


def _reach(places: FloatArray, grid: Grid) -> FloatArray:
    if not len(places):
        return np.zeros(len(grid.centres))
    return reach_of_neighbours(places, grid.centres)
