"""SVG path data to paths: as much of SVG 2, chapter 9, as ``mapgen/look/glyphs.json`` uses."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.path import Path

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMANDS = re.compile(r"([MLAZ])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

Point = tuple[float, float]


def path_of(data: str) -> Path:
    """Return path data as a path.

    Parameters
    ----------
    data
        Absolute commands only: ``M`` and ``L`` with one place each, ``A`` with an upright
        ellipse, ``Z``.

    Raises
    ------
    ValueError
        For any other command.
    """
    vertices: list[Point] = []
    codes: list[np.uint8] = []
    start = (0.0, 0.0)
    if _COMMANDS.sub("", data).strip():
        message = f"{data}: only M, L, A and Z can be read."
        raise ValueError(message)
    for command, text in _COMMANDS.findall(data):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        match command, numbers:
            case "M", [x, y]:
                start = (x, y)
                vertices.append(start)
                codes.append(Path.MOVETO)
            case "L", [x, y]:
                vertices.append((x, y))
                codes.append(Path.LINETO)
            case "A", [rx, ry, 0.0, large, sweep, x, y]:
                ends = vertices[-1], (x, y)
                curves = list(_arc(ends, (rx, ry), large=bool(large), sweep=bool(sweep)))
                vertices += curves
                codes += [Path.CURVE4] * len(curves)
            case "Z", []:
                vertices.append(start)
                codes.append(Path.CLOSEPOLY)
            case _:
                message = f"{data}: {command}{text} cannot be read."
                raise ValueError(message)
    return Path(vertices, codes)


def _arc(ends: tuple[Point, Point], radii: Point, *, large: bool, sweep: bool) -> Iterator[Point]:
    """Yield control points and ends of curves along an arc (SVG 2, B.2.4)."""
    (x0, y0), (x1, y1) = ((x / radii[0], y / radii[1]) for x, y in ends)
    half = math.hypot(x1 - x0, y1 - y0) / 2
    away = math.sqrt(max(0.0, 1 - half * half)) * (1 if large != sweep else -1) / half
    centre = np.array([(x0 + x1) / 2 - away * (y1 - y0) / 2, (y0 + y1) / 2 + away * (x1 - x0) / 2])
    first = math.atan2(y0 - centre[1], x0 - centre[0])
    last = math.atan2(y1 - centre[1], x1 - centre[0])
    turn = (last - first) % (2 * math.pi) if sweep else -((first - last) % (2 * math.pi))
    # One curve keeps to a quarter of a circle, shorter ones to more of it (3e-4, 4e-6 of a radius).
    pieces = 1 if abs(turn) <= _QUARTER else math.ceil(abs(turn) / (math.pi / 4) - 1e-9)
    reach = 4 / 3 * math.tan(turn / pieces / 4)
    for number in range(pieces):
        begin, end = (first + turn * (number + at) / pieces for at in (0, 1))
        one, other = (np.array([math.cos(at), math.sin(at)]) for at in (begin, end))
        for place in (
            one + reach * np.array([-one[1], one[0]]),
            other - reach * np.array([-other[1], other[0]]),
            other,
        ):
            x, y = (centre + place) * np.array(radii)
            yield float(x), float(y)


_QUARTER = math.pi / 2 + 1e-6
