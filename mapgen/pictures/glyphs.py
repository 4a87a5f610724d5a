"""Marks of places and events, drawn from the paths of ``mapgen/look/glyphs.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from mapgen import look
from mapgen.pictures import letters
from mapgen.pictures.canvas import circle, joined, polyline
from mapgen.pictures.paths import path_of

if TYPE_CHECKING:
    from mapgen.pictures.canvas import Canvas


class Part(NamedTuple):
    """A part of a mark: what is done with it, its outline or letter, its width and dashes."""

    kind: str
    path: Path
    width: float = 0.0
    dash: tuple[float, ...] = ()
    letter: str = ""


_NOTHING: Final = Path([(0.0, 0.0)])
_GLYPHS: Final = {
    name: tuple(
        Part(
            part["kind"],
            path_of(part["path"]) if "path" in part else _NOTHING,
            part.get("width", part.get("size", 0.0)),
            tuple(part.get("dash", ())),
            part.get("letter", ""),
        )
        for part in parts
    )
    for name, parts in look.GLYPHS["glyphs"].items()
}

NAMES: Final = tuple(_GLYPHS)

_DROP: Final = 4.4
"""From the middle of the box down to the base line of a letter in it."""


def paint(canvas: Canvas, name: str, x: float, y: float, size: float) -> None:
    """Draw a mark around a place; `size` is the edge of its box, px."""
    scale = size / look.GLYPHS["box"]
    place = Affine2D().scale(scale).translate(x, y)
    parts = [part._replace(path=part.path.transformed(place)) for part in _GLYPHS[name]]
    for part in parts:
        if part.kind not in ("cut", "letter"):
            canvas.stroke(part.path, look.WHITE, part.width * scale + 2 * look.GLYPHS["edge"])
    for part in parts:
        if part.kind == "letter":
            down, letter_size = y + _DROP * scale, part.width * scale
            canvas.text(part.letter, x, down, letter_size, face="bold", align="middle")
        elif part.kind in ("ink", "paper"):
            canvas.fill(part.path, look.INK if part.kind == "ink" else look.WHITE)
        else:
            dash = [length * scale for length in part.dash]
            colour = look.WHITE if part.kind == "cut" else look.INK
            cap = "butt" if dash else "round"
            canvas.stroke(part.path, colour, part.width * scale, dash=dash, cap=cap)


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
