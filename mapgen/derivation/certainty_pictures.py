"""How certainty is kept: a picture of the day of the map, a strip of what earlier days had else.

Day by day, backwards, the strip holds the pieces of the picture in which a day differs from the
day after it. So a year costs little more than the pieces that changed, and every day can be put
together from two pictures.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PIL import Image
from scipy import ndimage

from mapgen.facts.geometry import DECIMALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from mapgen.derivation.territory import CertaintyGrid, Derivation

    Bytes = npt.NDArray[np.uint8]

QUALITY = 80
"""Quality of both pictures: wrong by about one percent, a fifth of the size without loss."""

STEP = 4
"""Difference, of 255, from which a pixel counts as another."""

MARGIN = 3
"""Pixels around what changed that a piece takes along: nearby changes become one piece."""

BLOCK = 8
"""Pieces begin at multiples of this, so that compression, in blocks, does not mix them."""

WHOLE, EARLIER = "certainty.webp", "certainty-earlier.webp"


class Piece(NamedTuple):
    """A part of the picture as it was on a day, and before that until the next piece there."""

    day: str
    left: int
    top: int
    values: Bytes


def certainty_pictures(made: Sequence[Derivation]) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Return the pictures and their description.

    Parameters
    ----------
    made
        Derived days in order; the last is the day of the map.

    Returns
    -------
    files : dict of str to bytes
        WebP by name, grey: 0 is no certainty, 255 is full certainty.
    description : dict
        Content of ``certainty.json``: bounds in degrees (west, south, east, north), sizes in
        pixels, and the pieces of each day, latest first: left, top, width and height in the
        whole picture, left and top in the strip.
    """
    last = made[-1].certainty
    height, width = last.values.shape
    pieces = list(
        _pieces([(derivation.report["as_of"], derivation.certainty) for derivation in made])
    )
    strip, places = _shelved(pieces, width)
    days: dict[str, list[list[int]]] = {}
    for piece, (x, y) in zip(pieces, places, strict=True):
        high, wide = piece.values.shape
        days.setdefault(piece.day, []).append([piece.left, piece.top, wide, high, x, y])
    description: dict[str, Any] = {
        "bounds": [round(bound, DECIMALS) for bound in last.bounds],
        "width": width,
        "height": height,
        "earlier": [{"date": day, "pieces": boxes} for day, boxes in days.items()],
    }
    files = {WHOLE: _webp(last.values)}
    if pieces:
        files[EARLIER] = _webp(strip)
    return files, description


def _pieces(days: Sequence[tuple[str, CertaintyGrid]]) -> Iterator[Piece]:
    """Yield where each day differs from the day after it, from the last but one to the first."""
    shown = days[-1][1].values.copy()
    for day, certainty in reversed(days[:-1]):
        differs = np.abs(certainty.values.astype(np.int16) - shown) >= STEP
        parts, _ = ndimage.label(ndimage.binary_dilation(differs, iterations=MARGIN))
        for rows, columns in ndimage.find_objects(parts):
            values = certainty.values[rows, columns]
            shown[rows, columns] = values
            yield Piece(day, columns.start, rows.start, values)


def _shelved(pieces: Sequence[Piece], width: int) -> tuple[Bytes, list[tuple[int, int]]]:
    """Put pieces side by side on shelves, the highest first; return the strip and the places."""
    places = [(0, 0)] * len(pieces)
    left = top = shelf = 0
    for number in sorted(range(len(pieces)), key=lambda index: -_blocks(pieces[index])[0]):
        high, wide = _blocks(pieces[number])
        if left + wide > width:
            left, top, shelf = 0, top + shelf, 0
        places[number] = (left, top)
        left, shelf = left + wide, max(shelf, high)
    strip = np.zeros((top + shelf, -(-width // BLOCK) * BLOCK), dtype=np.uint8)
    for piece, (x, y) in zip(pieces, places, strict=True):
        high, wide = _blocks(piece)
        more = [
            (0, size - length)
            for size, length in zip((high, wide), piece.values.shape, strict=True)
        ]
        strip[y : y + high, x : x + wide] = np.pad(piece.values, more, mode="edge")
    return strip, places


def _blocks(piece: Piece) -> tuple[int, int]:
    """Return the height and width of a piece in whole blocks, pixels."""
    high, wide = (-(-size // BLOCK) * BLOCK for size in piece.values.shape)
    return high, wide


def _webp(values: Bytes) -> bytes:
    buffer = io.BytesIO()
    picture = Image.fromarray(values).convert("RGB")
    picture.save(buffer, format="WEBP", quality=QUALITY, method=6)
    return buffer.getvalue()
