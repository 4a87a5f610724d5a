"""Geometries to paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from matplotlib.path import Path

if TYPE_CHECKING:
    import numpy.typing as npt

    from mapgen.pictures.views import Window

    Shapes = npt.NDArray[np.object_]

MARGIN = 14
"""Px around the window that are kept: lines are wide, and end outside it."""

TOLERANCE = 0.22
"""Px by which outlines may be off: less than is seen."""

_POLYGON = 2


def cut(shapes: Any, window: Window) -> Shapes:  # noqa: ANN401 - what geopandas holds
    """Return geometries (EPSG:3857) in px of a window, without what lies outside it."""
    wide = np.asarray(shapes, dtype=object)
    metres = window.metres
    edge = (MARGIN + 1) * metres
    clipped = shapely.clip_by_rect(
        wide, window.west - edge, window.north - window.height * metres - edge,
        window.west + window.width * metres + edge, window.north + edge,
    )  # fmt: skip
    return window.placed(clipped)


def path_of(shapes: Any, tolerance: float = TOLERANCE) -> Path:  # noqa: ANN401 - one or many
    """Return geometries in px as one path; outer rings run one way, holes the other."""
    parts = shapely.get_parts(shapely.simplify(np.atleast_1d(shapes), tolerance))
    parts = parts[~shapely.is_empty(parts)]
    polygons = parts[shapely.get_dimensions(parts) == _POLYGON]
    lines = parts[shapely.get_dimensions(parts) == 1]
    rings = shapely.get_rings(shapely.orient_polygons(polygons))
    made = [_run(ring, closed=True) for ring in rings] + [
        _run(line, closed=False) for line in lines
    ]
    if not made:
        return Path(np.empty((0, 2)))
    vertices, codes = zip(*made, strict=True)
    return Path(np.concatenate(vertices), np.concatenate(codes))


def _run(line: Any, *, closed: bool) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.uint8]]:  # noqa: ANN401
    at = shapely.get_coordinates(line)
    codes = np.full(len(at), Path.LINETO, dtype=np.uint8)
    codes[0] = Path.MOVETO
    if closed:
        codes[-1] = Path.CLOSEPOLY
    return at, codes


def is_empty(path: Path) -> bool:
    """Tell whether there is nothing to draw."""
    return np.size(path.vertices) == 0
