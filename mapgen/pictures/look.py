"""The numbers of the drawing: those of ``mapgen/web/drawing/look.js``, in px of the page.

A test holds the two together, so that a picture looks as the page does.
"""

from __future__ import annotations

from typing import Final, NamedTuple

INK: Final = "#1e2226"
SECOND_INK: Final = "#454b52"
PAPER: Final = "#fbfaf6"
OUTSIDE: Final = "#e1e1de"
BEYOND: Final = "#f5f2eb"
FRAME_LINE: Final = "#8b9097"
WHITE: Final = "#ffffff"
EVIDENCE: Final = "#0b57d0"
SEA: Final = "#cbdfe8"
SEA_SHORE: Final = "#7a96a3"
SEA_TEXT: Final = "#2b5565"
LAKE_SHORE: Final = "#7fa5b6"
RIVER: Final = "#78a6ba"
FOREIGN_TEXT: Final = "#55524d"
HALO_OPACITY: Final = 0.86

RELIEF_SHADE: Final = (52, 44, 34)
RELIEF_MOST: Final = 1 / 3
RELIEF_NOISE: Final = 1


class Ink(NamedTuple):
    """How strongly things are drawn on a screen or on paper.

    Parameters
    ----------
    patterns
        Factor of the opacity of patterns.
    relief
        Opacity of light and shade.
    water
        Colour of sea and lakes: white on paper, where grey would be a holder's.
    """

    patterns: float
    relief: float
    water: str


SCREEN: Final = Ink(1.0, 0.8, SEA)
PRINT: Final = Ink(1.5, 0.55, WHITE)

CERTAINTY: Final = (
    (0.0, 0.24), (0.5, 0.24), (0.6, 0.35), (0.7, 0.45), (0.78, 0.55), (0.85, 0.65), (0.9, 0.74),
    (0.94, 0.82), (0.98, 0.9), (1.0, 0.9),
)  # fmt: skip
"""Opacity reached at a certainty of 0 to 1; straight lines between them."""

PATTERN_FROM: Final = 0.78
"""Certainty from which ground has its pattern."""

SMALL_PARTS_BELOW_ZOOM: Final = 9.5
SETTLEMENTS_FROM_ZOOM: Final = 9.4


class Pattern(NamedTuple):
    """The second channel of a holder: pitch and width in px, opacity on a screen."""

    pitch: float
    width: float
    opacity: float


PATTERNS: Final = {
    "rising": Pattern(8.5, 1.1, 0.62),
    "dots": Pattern(9.055, 1.25, 0.55),
    "level": Pattern(7, 1.1, 0.5),
    "cross": Pattern(20, 0.9, 0.4),
    "grid": Pattern(10, 0.9, 0.55),
    "rings": Pattern(8, 0.9, 0.5),
    "stripes-rising": Pattern(17, 0, 1),
    "stripes-falling": Pattern(17, 0, 1),
}
"""Pitch along a level line, in px; the radius of dots stands for their width."""

RING_RADIUS: Final = 2.4


class Line(NamedTuple):
    """A line on a wider white one: widths and dashes in px."""

    colour: str
    width: float
    casing: float = 0.0
    casing_opacity: float = 0.0
    dash: tuple[float, ...] = ()
    cap: str = "round"
    opacity: float = 1.0


LINES: Final = {
    "firm": Line(INK, 2.2, 5.4, 0.9),
    "approximate": Line(INK, 1.8, 4, 0.6, (6, 4.5), "butt"),
    "guess": Line(INK, 1.8, 3, 0.35, (0.1, 6), opacity=0.85),
    "limit": Line(INK, 1.3, 4.2, 0.85),
    "inner": Line("#3d3149", 1, 3.2, 0.75),
    "border": Line(INK, 2, 4, 0.8),
    "governorate": Line("#5d574f", 0.9, dash=(7, 3, 1.5, 3), cap="butt", opacity=0.6),
    "mainRoad": Line("#6f6558", 1.7, 4, 0.85),
    "otherRoad": Line("#8f8578", 0.8, 2.2, 0.55),
}
SELECTED: Final = Line(EVIDENCE, 3, 7, 1)

WALL_COLOUR: Final = "#63605b"
WALL_WIDTH: Final = 10
WALL_DASH: Final = (1.4, 5.6)
WALL_SIMPLIFY: Final = 5


class Label(NamedTuple):
    """A class of names: size in px, face, halo, the room it keeps, its dot and its radius."""

    size: float
    face: str
    halo: float
    air: float = 3.0
    dot: str | None = None
    radius: float = 0.0
    spaced: bool = False


LABELS: Final = {
    "actor": Label(15, "bold", 4.2, 4),
    "1": Label(14.5, "bold", 3.6, 2, "square"),
    "2": Label(12, "bold", 3, 2, "filled", 2.6),
    "3": Label(11.5, "plain", 3, 3, "ring", 1.9),
    "4": Label(11, "plain", 3, 7, "ring", 1.9),
    "sea": Label(14, "italic", 0),
    "lake": Label(11, "italic", 2.5, 2),
    "country": Label(14, "bold", 0, spaced=True),
    "region": Label(11.5, "bold", 0, spaced=True),
}
"""As on the page; a weight of 600 or more is bold here."""

LETTERS: Final = 0.88
"""DejaVu is wider than the fonts of a page: its letters are this much smaller."""
