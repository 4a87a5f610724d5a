"""``certainty.json``: how sure the holder of each place is, on each day, as numbers.

A letter of `LEVELS` stands for a certainty in steps of `STEP`. Numbers, not a picture: a browser
that protects its reader gives back noise where a script reads a picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from string import ascii_letters
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import numpy as np
from pydantic import Field, model_validator

from mapgen.facts.files import file_place, read_json
from mapgen.facts.geojson import check_record
from mapgen.facts.geometry import is_frame, mercator
from mapgen.facts.values import Strict

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from mapgen.facts.geometry import Frame
    from mapgen.faults import FaultLog

    Levels = npt.NDArray[np.uint8]

STEP: Final = 0.02
"""Certainty between two levels."""

LEVELS: Final = ascii_letters[: round(1 / STEP) + 1]
"""Letters of the levels, from 0 to 1."""

_LEVEL_OF = {letter: level for level, letter in enumerate(LEVELS)}

Count = Annotated[int, Field(gt=0, le=4096)]
Pixel = Annotated[int, Field(ge=0, lt=4096)]


class Piece(NamedTuple):
    """A box of the grid in which a day differs from the day after it.

    Parameters
    ----------
    left, top, width, height
        In columns and rows.
    rises
        A letter a cell, row by row: how many levels it lies above the day after it, counted
        round from the last level to the first.
    """

    left: Pixel
    top: Pixel
    width: Count
    height: Count
    rises: str


class EarlierDay(Strict):
    """The pieces of a day; they hold for the days before it, until another has pieces there."""

    date: date
    pieces: tuple[Piece, ...]


class CertaintyFile(Strict):
    """The content of ``certainty.json``.

    ``bounds`` are west, south, east, north in degrees (EPSG:4326). Rows run from north to south
    and are equally spaced in Web Mercator (EPSG:3857), columns from west to east.
    """

    bounds: tuple[float, float, float, float]
    width: Count
    height: Count
    levels: tuple[str, ...]
    earlier: tuple[EarlierDay, ...] = ()

    @model_validator(mode="after")
    def _fits_its_size(self) -> CertaintyFile:
        """Refuse bounds that are turned round, rows of another length, pieces that lie outside."""
        if not is_frame(self.bounds):
            message = f"bounds {self.bounds} are not west, south, east, north in degrees"
            raise ValueError(message)
        if len(self.levels) != self.height or not all(
            _are_letters(row, self.width) for row in self.levels
        ):
            message = f"levels need {self.height} rows of {self.width} letters from a to Y"
            raise ValueError(message)
        for day in self.earlier:
            for piece in day.pieces:
                self._check(day.date, piece)
        days = [day.date for day in self.earlier]
        if days != sorted(set(days), reverse=True):
            message = "the days of earlier must descend"
            raise ValueError(message)
        return self

    def _check(self, day: date, piece: Piece) -> None:
        if piece.left + piece.width > self.width or piece.top + piece.height > self.height:
            message = f"a piece of {day} reaches beyond the grid: {list(piece[:4])}"
            raise ValueError(message)
        if not _are_letters(piece.rises, piece.width * piece.height):
            message = f"a piece of {day} needs {piece.width * piece.height} letters from a to Y"
            raise ValueError(message)


@dataclass(frozen=True)
class Certainty:
    """Certainty of the holder of each place.

    Parameters
    ----------
    file
        The checked file.
    """

    file: CertaintyFile

    @property
    def bounds(self) -> Frame:
        """West, south, east, north in degrees (EPSG:4326)."""
        return self.file.bounds

    def on(self, day: date) -> npt.NDArray[np.float64]:
        """Return the grid of a day: rows from north, columns from west; 0 to 1."""
        levels = _levels("".join(self.file.levels)).reshape(self.file.height, self.file.width)
        for earlier in self.file.earlier:
            if earlier.date < day:
                continue
            for piece in earlier.pieces:
                rows = slice(piece.top, piece.top + piece.height)
                columns = slice(piece.left, piece.left + piece.width)
                rises = _levels(piece.rises).reshape(piece.height, piece.width)
                levels[rows, columns] = (levels[rows, columns] + rises) % len(LEVELS)
        return np.asarray(levels * STEP)

    def at(self, longitude: float, latitude: float, day: date) -> float | None:
        """Return the certainty of a place, 0 to 1, between the four cells around it.

        Parameters
        ----------
        longitude, latitude
            Degrees, EPSG:4326.
        day
            The day that is asked for.

        Returns
        -------
        float or None
            None outside the bounds.
        """
        west, south, east, north = self.bounds
        if not (west <= longitude <= east and south <= latitude <= north):
            return None
        top, bottom, middle = mercator(north), mercator(south), mercator(latitude)
        grid = self.on(day)
        rows, columns = grid.shape
        x = np.clip((longitude - west) / (east - west) * columns - 0.5, 0, columns - 1)
        y = np.clip((middle - top) / (bottom - top) * rows - 0.5, 0, rows - 1)
        left, above = min(int(x), columns - 2), min(int(y), rows - 2)
        cells = grid[above : above + 2, left : left + 2]
        down, right = y - above, x - left
        return float(np.array([1 - down, down]) @ cells @ np.array([1 - right, right]))


def letters(levels: npt.NDArray[np.integer]) -> str:
    """Return levels, counted round, as letters."""
    return "".join(LEVELS[level % len(LEVELS)] for level in levels.ravel().tolist())


def read_certainty(path: Path, log: FaultLog) -> Certainty | None:
    """Read ``certainty.json``; None after logging why it cannot be used."""
    content = read_json(path, log)
    if content is None:
        return None
    checked = check_record(content, CertaintyFile, file_place(path), log)
    return Certainty(checked) if checked else None


def _are_letters(text: str, count: int) -> bool:
    return len(text) == count and _LEVEL_OF.keys() >= set(text)


def _levels(text: str) -> Levels:
    return np.array([_LEVEL_OF[letter] for letter in text], dtype=np.uint8)
