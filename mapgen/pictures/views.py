"""Which ground a picture shows: a window on Web Mercator, in px of a map on the page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import shapely

from mapgen.facts.lessons import REFERENCE_PX, View

if TYPE_CHECKING:
    import numpy.typing as npt

    from mapgen.facts.geometry import Frame

CRS: Final = "EPSG:3857"
_RADIUS_M: Final = 6_378_137.0
_TILE_PX: Final = 256


class Window(NamedTuple):
    """A window on the ground.

    Parameters
    ----------
    west, north
        Its corner, metres (EPSG:3857).
    metres
        Metres of the projection to a px.
    width, height
        Its size, px.
    """

    west: float
    north: float
    metres: float
    width: float
    height: float

    @property
    def zoom(self) -> float:
        """The zoom of a web map with this scale."""
        return math.log2(2 * math.pi * _RADIUS_M / (_TILE_PX * self.metres))

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place in degrees (EPSG:4326) lies, px from the corner."""
        x, y = to_metres(longitude, latitude)
        return (x - self.west) / self.metres, (self.north - y) / self.metres

    def placed(self, metres: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
        """Return geometries (EPSG:3857) in px, y downwards."""
        corner, scale = np.array([self.west, self.north]), np.array([1, -1]) / self.metres
        moved: npt.NDArray[np.object_] = shapely.transform(metres, lambda at: (at - corner) * scale)
        return moved

    def box(self, margin: float = 0.0) -> shapely.Polygon:
        """Return the window itself, px."""
        return shapely.box(-margin, -margin, self.width + margin, self.height + margin)

    def rectangle(self, bounds: Frame) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of bounds in degrees, px."""
        west, south, east, north = bounds
        return (*self.at(west, north), *self.at(east, south))

    def px_of_km(self, kilometres: float, latitude: float) -> float:
        """Return a length on the ground at a latitude in px."""
        return 1000 * kilometres / (math.cos(math.radians(latitude)) * self.metres)


def to_metres(longitude: float, latitude: float) -> tuple[float, float]:
    """Return a place in degrees in metres of Web Mercator (EPSG:3857)."""
    return (
        _RADIUS_M * math.radians(longitude),
        _RADIUS_M * math.asinh(math.tan(math.radians(latitude))),
    )


def window_of(view: View | None, home: Frame, frame: Frame, size: tuple[float, float]) -> Window:
    """Return the window of a size that shows a view whole.

    Parameters
    ----------
    view
        Where the map stands; None for `home`.
    home, frame
        The whole map, and where facts may lie: west, south, east, north in degrees. Where the
        window has more room than the view, it stays within the frame as far as it can.
    size
        Width and height, px.
    """
    if view is None:
        (west, south), (east, north) = to_metres(*home[:2]), to_metres(*home[2:])
        x, y, wide, high = (west + east) / 2, (south + north) / 2, east - west, north - south
    else:
        x, y = to_metres(view.longitude, view.latitude)
        metres = 2 * math.pi * _RADIUS_M / (_TILE_PX * 2**view.zoom)
        wide, high = (metres * pixels for pixels in REFERENCE_PX)
    metres = max(wide / size[0], high / size[1])
    low, top = to_metres(*frame[:2]), to_metres(*frame[2:])
    x = _within(x, size[0] * metres, wide, (low[0], top[0]))
    y = _within(y, size[1] * metres, high, (low[1], top[1]))
    return Window(x - size[0] / 2 * metres, y + size[1] / 2 * metres, metres, *size)


def _within(middle: float, shown: float, wanted: float, ends: tuple[float, float]) -> float:
    """Return a middle moved so that what is shown stays within ends, and what is wanted in it."""
    most = (shown - wanted) / 2
    least, greatest = ends[0] + shown / 2, ends[1] - shown / 2
    inside = min(max(middle, least), greatest) if least <= greatest else sum(ends) / 2
    return min(max(inside, middle - most), middle + most)
