"""Marks of places and events, as ``mapgen/web/drawing/glyphs.js`` draws them in a box of 24.

Filled means violence, white means civil or political.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from mapgen.pictures import letters, look
from mapgen.pictures.canvas import circle, joined, polyline, round_box

if TYPE_CHECKING:
    from mapgen.pictures.canvas import Canvas

_BOX: Final = 24
_EDGE: Final = 1.4
"""White edge around every mark, px."""

Step = tuple[str, Path, float]
"""How (ink, paper: filled; line, dashed, cut: drawn), what, and how wide."""


def _polygon(*points: tuple[float, float]) -> Path:
    return Path([*points, points[0]], closed=True)


def _arc(start: float, end: float, radius: float) -> Path:
    """Return a part of a circle; angles in radians, clockwise from the right."""
    turns = np.linspace(start, end, max(3, round(abs(end - start) / 0.15)))
    return Path(radius * np.stack([np.cos(turns), np.sin(turns)], axis=1))


def _box(x: float, y: float, width: float, height: float, radius: float) -> Path:
    return round_box(x, y, x + width, y + height, radius)


def _star() -> Path:
    turns = [i * math.pi / 8 for i in range(16)]
    radii = [5.6 if i % 2 else 9.8 for i in range(16)]
    points = [(math.sin(a) * r, -math.cos(a) * r) for a, r in zip(turns, radii, strict=True)]
    return _polygon(*points)


def _half_disc() -> Path:
    turns = np.linspace(math.pi / 2, 3 * math.pi / 2, 24)
    return _polygon(*[(8 * math.cos(a), 8 * math.sin(a)) for a in turns])


def _bubble() -> Path:
    turns = 2.37 + np.linspace(0, 2 * math.pi * 0.93, 40)
    round_part = [(9.6 * math.cos(a), -1.4 + 7.2 * math.sin(a)) for a in turns]
    return _polygon((-2.4, 5.6), (-6.4, 9.6), (-6.6, 4.4), *round_part)


def _rings() -> Path:
    return joined([circle(-3.8, 0, 5.4), circle(3.8, 0, 5.4)])


def _person() -> Path:
    return polyline((-8.4, 7.6), (-8.4, -1), (-1.6, -1), (-1.6, 7.6), (-8.4, 7.6))


_GLYPHS: Final[dict[str, tuple[Step, ...]]] = {
    "open": (
        ("paper", circle(0, 0, 8), 0),
        ("line", joined([_arc(-1.15, 1.15, 7.4), _arc(1.99, 4.29, 7.4)]), 2),
        ("line", polyline((0, -10.5), (0, 10.5)), 2.4),
    ),
    "limited": (
        ("paper", circle(0, 0, 8.6), 0), ("ink", _half_disc(), 0), ("line", circle(0, 0, 8), 2),
    ),
    "closed": (("ink", circle(0, 0, 9), 0), ("cut", polyline((-4.6, 0), (4.6, 0)), 3.2)),
    "unknown": (("paper", circle(0, 0, 8.6), 0), ("dashed", circle(0, 0, 8.4), 2)),
    "air_strike": (("ink", _star(), 0),),
    "health": (
        ("ink", _box(-8.6, -8.6, 17.2, 17.2, 3), 0),
        ("cut", polyline((0, -5), (0, 5)), 3.2),
        ("cut", polyline((-5, 0), (5, 0)), 3.2),
    ),
    "attack": (("ink", _polygon((0, -9.6), (8.4, 0), (0, 9.6), (-8.4, 0)), 0),),
    "capture": (
        ("ink", _polygon(
            (-8.6, -7.6), (2.4, -7.6), (9.2, 0), (2.4, 7.6), (-8.6, 7.6), (-4.4, 0)), 0),
    ),
    "protest": (
        ("paper", _bubble(), 0), ("line", _bubble(), 2.1),
        ("line", polyline((-4, -1.4), (4, -1.4)), 2),
    ),
    "displacement": (
        ("paper", _box(-11, -10, 22, 20, 3), 0), ("ink", circle(-5, -6, 2.7), 0),
        ("line", _person(), 2), ("line", polyline((2.2, 2.4), (9.4, 2.4)), 2),
        ("line", polyline((6.2, -1.2), (9.6, 2.4), (6.2, 6)), 2),
    ),
    "summit": (("paper", _rings(), 0), ("line", _rings(), 2.1)),
    "reinforcement": (
        ("line", polyline((-6, -7), (0, 0), (-6, 7)), 2.8),
        ("line", polyline((1, -7), (7, 0), (1, 7)), 2.8),
    ),
    "other": (
        ("paper", circle(0, 0, 6.4), 0), ("line", circle(0, 0, 6.4), 2),
        ("ink", circle(0, 0, 2), 0),
    ),
    "base": (
        ("paper", _box(-8.4, -8.4, 16.8, 16.8, 2.5), 0),
        ("line", _box(-8.4, -8.4, 16.8, 16.8, 2.5), 2),
        ("line", polyline((-4.6, 4.6), (4.6, -4.6)), 3),
        ("cut", polyline((-2.8, 2.8), (2.8, -2.8)), 1),
    ),
}  # fmt: skip

NAMES: Final = tuple(_GLYPHS)


def paint(canvas: Canvas, name: str, x: float, y: float, size: float) -> None:
    """Draw a mark around a place; `size` is the edge of its box, px."""
    scale = size / _BOX
    place = Affine2D().scale(scale).translate(x, y)
    steps = [(kind, path.transformed(place), width) for kind, path, width in _GLYPHS[name]]
    for kind, path, width in steps:
        if kind != "cut":
            own = width if kind in ("line", "dashed") else 0
            canvas.stroke(path, look.WHITE, own * scale + 2 * _EDGE)
    for kind, path, width in steps:
        if kind in ("ink", "paper"):
            canvas.fill(path, look.INK if kind == "ink" else look.WHITE)
        else:
            dash = (3 * scale, 2.3 * scale) if kind == "dashed" else ()
            colour = look.WHITE if kind == "cut" else look.INK
            cap = "butt" if dash else "round"
            canvas.stroke(path, colour, width * scale, dash=dash, cap=cap)
    if name == "unknown":
        canvas.text("?", x, y + 4.4 * scale, 12 * scale, face="bold", align="middle")


def paint_disc(  # noqa: PLR0913 - each has its usual value
    canvas: Canvas, label: str, x: float, y: float, radius: float, *, size: float,
    light: bool = False, selected: bool = False,
) -> None:  # fmt: skip
    """Draw the disc of an observation post with its number or letter."""
    canvas.fill(circle(x, y, radius + 2.5), look.WHITE)
    canvas.fill(circle(x, y, radius), look.INK)
    if not selected:
        canvas.fill(circle(x, y, radius - (1.4 if light else 2)), look.WHITE)
    colour = look.WHITE if selected else look.INK
    down = 0.12 if letters.is_arabic(label) else 0.36  # the letters hang below their line
    canvas.text(label, x, y + size * down, size, face="bold", colour=colour, align="middle")


def paint_doubt(canvas: Canvas, x: float, y: float, radius: float = 4.6) -> None:
    """Draw the mark of sources that disagree: a white disc with "not equal" in it."""
    canvas.fill(circle(x, y, radius), look.WHITE)
    canvas.stroke(circle(x, y, radius), look.INK, 1)
    half = radius * 0.52
    strokes = [
        polyline((x - half, y + dy), (x + half, y + dy)) for dy in (-0.2 * radius, 0.2 * radius)
    ]
    strokes.append(polyline((x - half * 0.55, y + half * 1.1), (x + half * 0.55, y - half * 1.1)))
    canvas.stroke(joined(strokes), look.INK, 1, cap="butt")
