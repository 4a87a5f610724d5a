"""Letters: fonts that every machine has, widths, lines, directions.

The fonts are those inside matplotlib, which hold Latin and Arabic letters: the same on every
machine, whatever is installed there. matplotlib shapes and orders Arabic by itself (libraqm).
"""

from __future__ import annotations

import textwrap
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import matplotlib as mpl
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from mapgen.facts.texts import direction

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES: Final = {
    "plain": "DejaVuSans.ttf",
    "bold": "DejaVuSans-Bold.ttf",
    "title": "DejaVuSerif-Bold.ttf",
    "italic": "DejaVuSerif-Italic.ttf",
}
_WITHOUT_ARABIC: Final = {"title": "bold", "italic": "plain"}
"""Faces that lack Arabic letters, and which take their place."""

SCALE: Final = 0.88
"""DejaVu is wider than the fonts of a page: its letters are this much smaller."""

RIGHT_TO_LEFT: Final = "\u200f"
"""An invisible mark: what it stands before runs from the right (Unicode, UAX 9)."""

NO_BREAK: Final = "\u00a0"
"""A space at which a line does not end."""

_OPENED, _CLOSED = "\u2068", "\u2069"
"""Words between these keep their own order."""

_STRONG: Final = frozenset({"L", "R", "AL"})


def is_arabic(text: str) -> bool:
    """Tell whether a text has Arabic letters."""
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def isolate(text: str) -> str:
    """Return words that keep their own order in a sentence of another script."""
    return f"{_OPENED}{text}{_CLOSED}"


def is_marked(text: str) -> bool:
    """Tell whether a text holds invisible marks of direction."""
    return any(mark in text for mark in (RIGHT_TO_LEFT, _OPENED, _CLOSED))


def run(text: str, language: str) -> str:
    """Return a line so that it runs in the direction of its language, whatever it begins with.

    A line without a letter of that direction, such as a text that is not translated yet, keeps
    its own.
    """
    if direction(language) == "ltr" or not is_arabic(text):
        return text
    first = next(kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG)
    return text if first == "AL" else RIGHT_TO_LEFT + text


@lru_cache(maxsize=256)
def font(face: str, size: float, *, arabic: bool) -> FontProperties:
    """Return a face (a key of `_FILES`) at a size in px."""
    name = _WITHOUT_ARABIC.get(face, face) if arabic else face
    path = Path(mpl.get_data_path()) / "fonts" / "ttf" / _FILES[name]
    return FontProperties(fname=str(path), size=size * POINTS * (_ARABIC if arabic else 1))


_ARABIC: Final = 1.08
"""Arabic letters are this much larger: they are low, and would look smaller."""

POINTS: Final = 0.75
"""Points to a px: 72 and 96 to the inch."""


@lru_cache(maxsize=20_000)
def width(text: str, face: str, size: float) -> float:
    """Return how wide a line is, px."""
    properties = font(face, size, arabic=is_arabic(text))
    points, _, _ = text_to_path.get_text_width_height_descent(text, properties, ismath=False)
    return float(points) / POINTS


def wrapped(text: str, face: str, size: float, most: float) -> list[str]:
    """Return a text in lines of at most a width in px; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face, size) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def pieces(text: str, face: str, size: float, most: int) -> Iterator[tuple[str, float]]:
    """Yield a line in pieces of at most so many letters, each with its distance from the start."""
    end = 0
    for piece in textwrap.wrap(text, most, break_long_words=False, break_on_hyphens=False):
        end = text.index(piece, end) + len(piece)
        yield piece, width(text[:end], face, size) - width(piece, face, size)
