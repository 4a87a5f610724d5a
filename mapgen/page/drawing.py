"""An SVG picture in the making: places of the document to units of the picture, short paths."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import numpy as np
import shapely

from mapgen.facts.geometry import mercator
from mapgen.kinds.coordinates import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.page.model import Document

WIDTH = 1000
"""Width of the picture in its own units; on a page it is as wide as there is room."""

TOLERANCE = 0.0045
"""Lines are thinned by at most this many degrees: a little more than a unit of the picture."""

GRID = 0.5
"""Lines have their points on a grid of half a unit: short numbers, and no step is seen."""


@dataclass
class Drawing:
    """A document, its arcs in units of the picture, and the picture so far."""

    document: Document
    language: str
    svg: ET.Element = field(init=False)
    arcs: list[list[tuple[float, float]]] = field(init=False)
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Choose the scale, and bring every arc to it."""
        west, south, east, north = self.document.atlas.frame
        self._west, self._top = west, mercator(north)
        self._scale = WIDTH / math.radians(east - west)
        self.height = round((self._top - mercator(south)) * self._scale)
        self.arcs = self._thinned(self.document.arcs)
        self.svg = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {WIDTH} {self.height}",
                "role": "img",
            },
        )

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return a position of the document (1e-5 degree) in units of the picture."""
        return (
            round(math.radians(x / SCALE - self._west) * self._scale, 1),
            round((self._top - mercator(y / SCALE)) * self._scale, 1),
        )

    def _thinned(self, arcs: Sequence[Sequence[int]]) -> list[list[tuple[float, float]]]:
        steps = [np.array(arc).reshape(-1, 2).cumsum(axis=0) for arc in arcs]
        numbers = np.repeat(np.arange(len(steps)), [len(arc) for arc in steps])
        lines = shapely.linestrings(np.concatenate(steps), indices=numbers)
        thinned = shapely.simplify(lines, TOLERANCE * SCALE)
        made: list[list[tuple[float, float]]] = [[] for _ in arcs]
        places, numbers = shapely.get_coordinates(thinned, return_index=True)
        for number, (x, y) in zip(numbers.tolist(), places.tolist(), strict=True):
            left, down = self.at(x, y)
            made[number].append((round(left / GRID) * GRID, round(down / GRID) * GRID))
        return made

    def path(self, rings: Iterable[Sequence[int]], *, closed: bool) -> str:
        """Return rings or lines of arc numbers as the data of a path."""
        return "".join(self._run(ring, closed=closed) for ring in rings)

    def _run(self, numbers: Sequence[int], *, closed: bool) -> str:
        points: list[tuple[float, float]] = []
        for number in numbers:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points += arc[1:] if points else arc
        return f"M{_steps([(0, 0), points[0]])}l{_steps(points)}{'z' if closed else ''}"

    def add(self, tag: str, text: str = "", parent: ET.Element | None = None, **given: Any) -> Any:  # noqa: ANN401
        """Add an element; underscores in names of attributes stand for hyphens."""
        attributes = {key.replace("_", "-"): str(value) for key, value in given.items()}
        element = ET.SubElement(self.svg if parent is None else parent, tag, attributes)
        element.text = text or None
        return element

    def group(self, **given: Any) -> Any:  # noqa: ANN401
        """Add a group whose attributes hold for everything in it."""
        return self.add("g", **given)


def _steps(points: Sequence[tuple[float, float]]) -> str:
    """Return the way from each point to the next in tenths, as short as SVG can read it.

    A sign or a second decimal point begins a number just as a space does (SVG 2, 9.3.9).
    """
    tenths = np.rint(np.array(points) * 10).astype(int)
    moves = np.diff(tenths, axis=0)
    numbers = [_number(int(move)) for move in moves[np.any(moves, axis=1)].ravel()] or ["0", "0"]
    text = numbers[0]
    for before, number in pairwise(numbers):
        joined = number[0] == "-" or (number[0] == "." and "." in before)
        text += number if joined else f" {number}"
    return text


def _number(tenths: int) -> str:
    return f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < 10 else f"{tenths / 10:g}"  # noqa: PLR2004
