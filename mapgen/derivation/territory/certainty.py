"""How sure the holder of each place is, as a grid that fits a picture on a web map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from mapgen.derivation.territory.calibration import calibrated
from mapgen.derivation.territory.settings import (
    CERTAINTY_COLUMNS,
    CERTAINTY_SMOOTHING_M,
)

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import ClassArray, FloatArray, Grid, Plane

FULL = 255
"""Value of a cell that is wholly certain."""


@dataclass(frozen=True)
class CertaintyGrid:
    """Certainty over a frame, ready to be shown as a picture in Web Mercator.

    Parameters
    ----------
    values
        uint8, 0 (nothing known) to 255 (certain). Rows run from north to south and are
        equally spaced in Web Mercator y (EPSG:3857), columns from west to east in
        longitude. Cells beyond the land hold values too, so that the coast has no seam.
    bounds
        Outer edges: west, south, east, north in degrees, EPSG:4326.
    """

    values: npt.NDArray[np.uint8]
    bounds: tuple[float, float, float, float]

    @property
    def centres(self) -> tuple[FloatArray, FloatArray]:
        """Longitudes of the columns and latitudes of the rows, degrees."""
        rows, columns = self.values.shape
        west, south, east, north = self.bounds
        lon = west + (east - west) * (np.arange(columns) + 0.5) / columns
        top, bottom = _mercator(np.array([north, south]))
        y = top + (bottom - top) * (np.arange(rows) + 0.5) / rows
        return lon, np.degrees(2 * np.arctan(np.exp(y)) - np.pi / 2)

    def at(self, degrees: FloatArray) -> FloatArray:
        """Return the certainty, 0 to 1, of places (longitude, latitude), shape (n, 2)."""
        rows, columns = self.values.shape
        west, south, east, north = self.bounds
        top, bottom = _mercator(np.array([north, south]))
        column = (degrees[:, 0] - west) / (east - west) * columns - 0.5
        row = (_mercator(degrees[:, 1]) - top) / (bottom - top) * rows - 0.5
        samples = ndimage.map_coordinates(
            self.values.astype(np.float64), [row, column], order=1, mode="nearest"
        )
        return np.asarray(samples / FULL)


def _mercator(latitude: FloatArray) -> FloatArray:
    """Return Web Mercator y on a sphere of radius 1 for degrees of latitude."""
    return np.asarray(np.log(np.tan(np.pi / 4 + np.radians(latitude) / 2)))


def certainty_field(probability: FloatArray, classes: ClassArray, grid: Grid) -> FloatArray:
    """Turn the estimate for each cell's holder into the probability that it is the holder.

    Parameters
    ----------
    probability
        Of the cell's holder as estimated, 0 to 1, shape (rows, columns). It falls with the
        distance from the settlements by itself.
    classes
        Index of the holder of each cell.
    grid
        The grid of the cells.

    Returns
    -------
    ndarray
        0 to 1. Smooth inside areas; along their edges as narrow as the evidence has it.
    """
    calm, depth = _calm(probability, classes, grid)
    inside = np.clip(depth / CERTAINTY_SMOOTHING_M, 0, 1)
    blend = inside**2 * (3 - 2 * inside)
    field = ndimage.gaussian_filter((1 - blend) * probability + blend * calm, 1.0)
    return np.asarray(np.round(calibrated(field), 6))


def _calm(share: FloatArray, classes: ClassArray, grid: Grid) -> tuple[FloatArray, FloatArray]:
    """Return a field smoothed within each area, and the depth inside it in metres."""
    sigma = CERTAINTY_SMOOTHING_M / 2 / grid.step
    calm, depth = np.zeros_like(share), np.zeros_like(share)
    for kind in np.unique(classes):
        mine = classes == kind
        weight = ndimage.gaussian_filter(mine.astype(np.float64), sigma, truncate=3.0)
        total = ndimage.gaussian_filter(np.where(mine, share, 0.0), sigma, truncate=3.0)
        calm[mine] = total[mine] / weight[mine]
        if not mine.all():
            depth[mine] = ndimage.distance_transform_edt(mine)[mine] * grid.step
        else:
            depth[:] = np.inf
    return calm, depth


def as_picture(field: FloatArray, grid: Grid, plane: Plane) -> CertaintyGrid:
    """Resample certainty from the plane to a picture over its frame.

    Parameters
    ----------
    field, grid
        Certainty, 0 to 1, on the cells of the plane.
    plane
        The plane with its frame.

    Returns
    -------
    CertaintyGrid
        `CERTAINTY_COLUMNS` wide, with square pixels in Web Mercator.
    """
    west, south, east, north = plane.frame
    bottom, top = _mercator(np.array([south, north]))
    high = float(top - bottom) / float(np.radians(east - west))
    rows = 2 * round(CERTAINTY_COLUMNS * high / 2)  # even, as the columns: pairs are kept as one
    empty = CertaintyGrid(np.zeros((rows, CERTAINTY_COLUMNS), dtype=np.uint8), plane.frame)
    lon, lat = np.meshgrid(*empty.centres)
    metres = plane.from_degrees(np.column_stack([lon.ravel(), lat.ravel()]))
    row = (metres[:, 1] - grid.south) / grid.step - 0.5
    column = (metres[:, 0] - grid.west) / grid.step - 0.5
    samples = ndimage.map_coordinates(field, [row, column], order=1, mode="nearest")
    values = np.rint(np.round(samples, 4) * FULL).astype(np.uint8).reshape(rows, -1)
    return CertaintyGrid(values, plane.frame)
