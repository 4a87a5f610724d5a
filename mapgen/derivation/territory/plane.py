"""A local equal-area plane in metres, and the regular grid on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Transformer
from scipy import ndimage
from shapely.geometry.base import BaseGeometry

Shape = TypeVar("Shape", bound=BaseGeometry)
FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
ClassArray = npt.NDArray[np.int16]
Window = tuple[slice, slice]
"""Rows and columns of a grid."""


def within(inner: Window, outer: Window) -> Window:
    """Return a window as rows and columns of another that holds it."""
    rows, columns = (
        slice(span.start - other.start, span.stop - other.start)
        for span, other in zip(inner, outer, strict=True)
    )
    return rows, columns


def finer(window: Window, times: int) -> Window:
    """Return the same window on a grid whose cells are so many times shorter."""
    rows, columns = (slice(span.start * times, span.stop * times) for span in window)
    return rows, columns


def _overlap(one: Window, other: Window) -> bool:
    return all(a.start < b.stop and b.start < a.stop for a, b in zip(one, other, strict=True))


def _around(windows: list[Window]) -> Window:
    rows, columns = (
        slice(min(span.start for span in axis), max(span.stop for span in axis))
        for axis in zip(*windows, strict=True)
    )
    return rows, columns


@dataclass(frozen=True)
class Plane:
    """Lambert azimuthal equal-area plane centred on a frame.

    Parameters
    ----------
    frame
        West, south, east, north in degrees, EPSG:4326.

    Notes
    -----
    Areas are exact. Lengths are off by less than 0.05 percent 200 km from the centre.
    """

    frame: tuple[float, float, float, float]

    @cached_property
    def crs(self) -> CRS:
        """The coordinate reference system, axes east and north, metres."""
        west, south, east, north = self.frame
        return CRS.from_dict(
            {
                "proj": "laea",
                "lat_0": (south + north) / 2,
                "lon_0": (west + east) / 2,
                "datum": "WGS84",
                "units": "m",
            }
        )

    @cached_property
    def _forward(self) -> Transformer:
        return Transformer.from_crs("EPSG:4326", self.crs, always_xy=True)

    def from_degrees(self, points: FloatArray) -> FloatArray:
        """Return metres (east, north), shape (n, 2), for degrees (longitude, latitude)."""
        east, north = self._forward.transform(points[:, 0], points[:, 1])
        return np.column_stack([east, north])

    def to_degrees(self, points: FloatArray) -> FloatArray:
        """Return degrees (longitude, latitude), shape (n, 2), for metres (east, north)."""
        lon, lat = self._forward.transform(points[:, 0], points[:, 1], direction="INVERSE")
        return np.column_stack([lon, lat])

    def project(self, geometry: Shape) -> Shape:
        """Return a geometry given in degrees as the same geometry in metres."""
        return shapely.transform(geometry, self.from_degrees)


@dataclass(frozen=True)
class Grid:
    """Square cells on the plane; row 0 is the southernmost.

    Parameters
    ----------
    west, south
        Outer corner of the first cell, metres.
    step
        Edge of a cell, metres.
    columns, rows
        How many cells.
    """

    west: float
    south: float
    step: float
    columns: int
    rows: int

    @classmethod
    def around(cls, bounds: tuple[float, ...], margin: float, step: float) -> Grid:
        """Return the grid that covers bounds (west, south, east, north, metres) and a margin.

        Rows and columns are even in number, so that the grid has a coarser one.
        """
        west = np.floor((bounds[0] - margin) / step) * step
        south = np.floor((bounds[1] - margin) / step) * step
        columns = int(np.ceil((bounds[2] + margin - west) / step))
        rows = int(np.ceil((bounds[3] + margin - south) / step))
        return cls(float(west), float(south), step, columns + columns % 2, rows + rows % 2)

    def coarser(self, times: int) -> Grid:
        """Return the grid whose cells are so many times as long; sizes are multiples of it."""
        rows, columns = (size // times for size in self.shape)
        return Grid(self.west, self.south, self.step * times, columns, rows)

    def part(self, window: Window) -> Grid:
        """Return the grid of a window of this one."""
        rows, columns = window
        return Grid(
            self.west + self.step * columns.start,
            self.south + self.step * rows.start,
            self.step,
            columns.stop - columns.start,
            rows.stop - rows.start,
        )

    def windows(self, cells: BoolArray, margin: int = 0) -> list[Window]:
        """Return windows that hold all chosen cells and a margin, and do not overlap."""
        parts, _ = ndimage.label(cells)
        # No number of a part is missing, though scipy's types allow for one.
        boxes = [box for box in ndimage.find_objects(parts) if box is not None]
        windows = [self.widened((rows, columns), margin) for rows, columns in boxes]
        result: list[Window] = []
        while windows:
            window = windows.pop()
            near = [other for other in result if _overlap(window, other)]
            if near:
                result = [other for other in result if other not in near]
                windows.append(_around([window, *near]))
            else:
                result.append(window)
        return result

    def widened(self, window: Window, margin: int) -> Window:
        """Return a window with a margin of cells, held inside the grid."""
        rows, columns = (
            slice(max(0, span.start - margin), min(size, span.stop + margin))
            for span, size in zip(window, self.shape, strict=True)
        )
        return rows, columns

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows, self.columns

    @property
    def cell_km2(self) -> float:
        """Area of a cell in square kilometres."""
        return self.step**2 / 1e6

    @cached_property
    def centres(self) -> FloatArray:
        """Centres of all cells in metres (east, north), row by row, shape (n, 2)."""
        x = self.west + self.step * (np.arange(self.columns) + 0.5)
        y = self.south + self.step * (np.arange(self.rows) + 0.5)
        east, north = np.meshgrid(x, y)
        return np.column_stack([east.ravel(), north.ravel()])

    def cells(self, points: FloatArray) -> tuple[IntArray, IntArray]:
        """Return row and column of the cell of each point (metres), held inside the grid."""
        column = np.floor((points[:, 0] - self.west) / self.step).astype(np.int64)
        row = np.floor((points[:, 1] - self.south) / self.step).astype(np.int64)
        return np.clip(row, 0, self.rows - 1), np.clip(column, 0, self.columns - 1)
