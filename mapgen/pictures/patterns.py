"""The second channel of the holders: stripes, lines, dots and rings as geometry, in px."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from mapgen import look
from mapgen.pictures import shapes
from mapgen.pictures.canvas import circle, joined

if TYPE_CHECKING:
    import numpy.typing as npt
    from matplotlib.path import Path

    from mapgen.facts.holders import DrawnHolder
    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.shapes import Shapes

_DOT_STEPS = (4, 7)
"""Dots stand on a square lattice that is turned so that it never runs with a border."""


def is_striped(holder: DrawnHolder) -> bool:
    """Tell whether two hold the ground: stripes of both colours."""
    return holder.pattern.startswith("stripes")


def paint_fill(canvas: Canvas, ground: Any, holder: DrawnHolder) -> None:  # noqa: ANN401 - a geometry
    """Fill ground (px) with the colour of its holder, or stripes of both."""
    path = shapes.path_of(ground)
    first = holder.fills[0]
    canvas.fill(path, first, edge=first, width=0.8)  # no hairline between two neighbours
    if not is_striped(holder):
        return
    pitch = look.PATTERNS[holder.pattern].pitch
    sheets = _diagonals(ground.bounds, pitch, rising=holder.pattern == "stripes-rising")
    stripes = shapely.buffer(sheets, pitch / math.sqrt(2) / 4, cap_style="flat")
    canvas.fill(shapes.path_of(shapely.intersection(stripes, ground)), holder.fills[-1])


def paint_overlay(canvas: Canvas, ground: Any, holder: DrawnHolder, strength: float) -> None:  # noqa: ANN401
    """Draw the pattern of a holder over ground (px) that is known well enough."""
    if is_striped(holder) or holder.pattern == "none" or shapely.is_empty(ground):
        return
    style = look.PATTERNS[holder.pattern]
    opacity = min(1.0, style.opacity * strength)
    if holder.pattern in ("dots", "rings"):
        points = _points(ground, style.pitch, turned=holder.pattern == "dots")
        _paint_points(canvas, points, holder, style, opacity)
        return
    lines = _LINES[holder.pattern](ground.bounds, style.pitch)
    shapely.prepare(ground)
    path = shapes.path_of(shapely.intersection(lines, ground))
    canvas.stroke(path, holder.ink, style.width, cap="butt", opacity=opacity)


def _paint_points(
    canvas: Canvas, points: Shapes, holder: DrawnHolder, style: look.Pattern, opacity: float
) -> None:
    if not len(points):
        return
    at = shapely.get_coordinates(points)
    if holder.pattern == "dots":
        canvas.stroke(_dots(at), holder.ink, 2 * style.width, opacity=opacity)
    else:
        rings = joined(circle(x, y, look.RING_RADIUS) for x, y in at)
        canvas.stroke(rings, holder.ink, style.width, opacity=opacity)


def _dots(at: npt.NDArray[np.float64]) -> Path:
    """Return lines too short to see: their round ends are the dots."""
    return shapes.path_of(shapely.linestrings(np.stack([at, at + np.array([0.2, 0])], axis=1)), 0)


def _diagonals(bounds: tuple[float, ...], pitch: float, *, rising: bool) -> Shapes:
    """Return lines at 45 degrees; their distance along a level line is `pitch`."""
    left, top, right, bottom = bounds
    turn = 1 if rising else -1
    low, high = sorted((turn * top, turn * bottom))
    starts = np.arange(math.floor((left + low) / pitch), (right + high) / pitch + 1) * pitch
    ends = [np.stack([starts - turn * y, np.full_like(starts, y)], axis=1) for y in (top, bottom)]
    lines: Any = shapely.linestrings(np.stack(ends, axis=1))
    return _many(lines)


def _levels(bounds: tuple[float, ...], pitch: float) -> Shapes:
    left, top, right, bottom = bounds
    heights = np.arange(math.floor(top / pitch), bottom / pitch + 1) * pitch
    ends = [np.stack([np.full_like(heights, x), heights], axis=1) for x in (left, right)]
    lines: Any = shapely.linestrings(np.stack(ends, axis=1))
    return _many(lines)


def _crossed(bounds: tuple[float, ...], pitch: float) -> Shapes:
    both = [_diagonals(bounds, pitch, rising=rising) for rising in (True, False)]
    return np.concatenate(both)


def _grid(bounds: tuple[float, ...], pitch: float) -> Shapes:
    left, top, right, bottom = bounds
    upright = shapely.transform(_levels((top, left, bottom, right), pitch), lambda at: at[:, ::-1])
    return np.concatenate([_levels(bounds, pitch), upright])


_LINES = {
    "rising": lambda bounds, pitch: _diagonals(bounds, pitch, rising=True),
    "level": _levels,
    "cross": _crossed,
    "grid": _grid,
}


def _points(ground: Any, pitch: float, *, turned: bool) -> Shapes:  # noqa: ANN401 - a geometry
    """Return the points of a lattice on ground; rings stand on the squares of one colour."""
    left, top, right, bottom = ground.bounds
    reach = math.ceil(math.hypot(right - left, bottom - top) / pitch) + 2
    i, j = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    if turned:
        size = math.hypot(*_DOT_STEPS)
        a, b = (pitch * step / size for step in _DOT_STEPS)
    else:
        keep = (i + j) % 2 == 0
        i, j, a, b = i[keep], j[keep], pitch, 0.0
    middle = (np.round(np.array([left + right, top + bottom]) / 2 / pitch) + 0.5) * pitch
    places = np.stack([i * a - j * b, i * b + j * a], axis=-1).reshape(-1, 2) + middle
    inside = (places >= [left, top]).all(axis=1) & (places <= [right, bottom]).all(axis=1)
    points: Any = shapely.points(places[inside])
    shapely.prepare(ground)
    lattice: Any = points[shapely.contains(ground, points)]
    return _many(lattice)


def _many(geometries: Any) -> Shapes:  # noqa: ANN401 - one or many
    return np.asarray(geometries, dtype=object)
