"""Sheets: a slide, a page of paper, and a page of a handout, each with one map.

Sizes are in px, 96 to the inch. Where lines run from the right, sheets are mirrored; maps never.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapgen import look
from mapgen.facts.texts import direction
from mapgen.pictures import columns, legend, letters, picture
from mapgen.pictures.canvas import Canvas, polyline, rectangle

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata
    from mapgen.facts.words import Words
    from mapgen.pictures.room import Box
    from mapgen.pictures.terrain import Terrain


@dataclass(frozen=True)
class Sheet:
    """How a sheet is laid out, for lines that run from the left.

    Parameters
    ----------
    map, legend
        Boxes of both: left, top, right, bottom.
    columns
        Numbers of columns that the legend may have.
    scale
        Size of what is drawn on the map, against that on the page.
    head
        Size of the title; the other sizes follow.
    foot
        Size of the letters below the map.
    ink
        Whether it is for a screen or for paper.
    """

    width: float
    height: float
    map: Box
    legend: Box
    columns: tuple[int, ...]
    scale: float
    head: float
    foot: float
    ink: look.Ink

    def map_size(self) -> tuple[float, float]:
        """Return width and height of the map in px of the page."""
        left, top, right, bottom = self.map
        return (right - left) / self.scale, (bottom - top) / self.scale


_PIECE: Final = 40
"""Letters of a line that are set at once: a PDF rounds their widths, and longer ones drift."""

_A4: Final = (1122.52, 793.7)

SLIDE: Final = Sheet(
    960, 540, (16, 54, 660, 496), (674, 56, 944, 496), (1, 2), 0.76, 21, 7.6, look.SCREEN
)
"""16:9; at two pixels to a px 1920 by 1080."""

PAPER: Final = Sheet(
    *_A4, (38, 84, 836, 716), (854, 86, 1085, 716), (1,), 0.92, 25, 9.2, look.PRINT
)
"""A4 on its side, its patterns as strong as the printed page has them."""

HANDOUT: Final = Sheet(
    *_A4, (38, 84, 690, 490), (38, 500, 690, 722), (3, 2), 0.8, 25, 8.6, look.PRINT
)
"""A4 on its side: the map of a step, its legend below, its text beside it."""


@dataclass(frozen=True)
class Heading:
    """What stands above a map.

    Parameters
    ----------
    title
        Of the map or the step.
    aside
        Beside the title: what the map is about, or the lesson and where in it the step stands.
    date
        The day that is shown.
    """

    title: str
    aside: str
    date: str


def mirrored(box: Box, sheet: Sheet, language: str) -> Box:
    """Return a box of a sheet where it lies in a language."""
    if direction(language) == "ltr":
        return box
    return sheet.width - box[2], box[1], sheet.width - box[0], box[3]


def draw(sheet: Sheet, heading: Heading, ground: Terrain, words: Words) -> Canvas:
    """Return a sheet with its map, legend, heading and sources."""
    canvas = Canvas(sheet.width, sheet.height)
    bold = sheet.ink._replace(patterns=look.PRINT.patterns)
    ink = bold if "patterns" in ground.scene.on else sheet.ink
    box = mirrored(sheet.map, sheet, words.language)
    part = canvas.part(box[0], box[1], sheet.scale, sheet.map_size())
    standing = picture.paint(part, ground, words, ink)
    canvas.stroke(rectangle(*box), look.INK, 1)
    _paint_heading(canvas, sheet, heading, words.language)
    parts = legend.sections(ground, standing, words, ink)
    place = mirrored(sheet.legend, sheet, words.language)
    columns.paint(canvas, parts, place, words.language, sheet.columns)
    _paint_foot(canvas, sheet, words, ground)
    return canvas


def _paint_heading(canvas: Canvas, sheet: Sheet, heading: Heading, language: str) -> None:
    margin, size = sheet.map[0], sheet.head * letters.SCALE
    base, rule = sheet.map[1] - 0.74 * sheet.head, sheet.map[1] - 0.34 * sheet.head
    line = Writer(canvas, language, (margin, sheet.width - margin))
    date_size = 0.52 * size
    line.say(heading.date, base, date_size, face="bold", at_end=True)
    room = sheet.width - 2 * margin - letters.width(heading.date, "bold", date_size) - 20
    while size > 10 and letters.width(heading.title, "title", size) > room:  # noqa: PLR2004
        size *= 0.96
    title = letters.width(heading.title, "title", size)
    line.say(heading.title, base, size, face="title")
    aside_size = 0.62 * sheet.head * letters.SCALE
    if title + 14 + letters.width(heading.aside, "plain", aside_size) <= room:
        line.say(heading.aside, base, aside_size, colour=look.SECOND_INK, indent=title + 14)
    canvas.stroke(polyline((margin, rule), (sheet.width - margin, rule)), look.INK, 1.6)


class Writer:
    """Lines from the start of a column to its end, whichever way they run.

    Parameters
    ----------
    sides
        Left and right of the column, px.
    """

    def __init__(self, canvas: Canvas, language: str, sides: tuple[float, float]) -> None:
        """Begin where the language does."""
        self._canvas, self._language = canvas, language
        self._rtl = direction(language) == "rtl"
        self._sides = sides

    @property
    def width(self) -> float:
        """Width of the column, px."""
        return self._sides[1] - self._sides[0]

    def say(  # noqa: PLR0913 - each has its usual value
        self, words: str, y: float, size: float, *, face: str = "plain", colour: str = look.INK,
        indent: float = 0.0, at_end: bool = False,
    ) -> None:  # fmt: skip
        """Write a line with a base line, `indent` px from the start of the column."""
        if self._rtl or at_end:
            from_right = self._rtl != at_end
            x = self._sides[1] - indent if from_right else self._sides[0] + indent
            align, line = "end" if from_right else "start", letters.run(words, self._language)
            self._canvas.text(line, x, y, size, face=face, colour=colour, align=align)
            return
        for piece, before in letters.pieces(words, face, size, _PIECE):
            x = self._sides[0] + indent + before
            self._canvas.text(piece, x, y, size, face=face, colour=colour)

    def paragraph(  # noqa: PLR0913 - each has its usual value
        self, words: str, top: float, size: float, *, face: str = "plain",
        colour: str = look.INK, leading: float = 1.45, indent: float = 0.0,
    ) -> float:  # fmt: skip
        """Write a paragraph below `top`; return where it ends."""
        for line in letters.wrapped(words, face, size, self.width - indent):
            self.say(line, top + size, size, face=face, colour=colour, indent=indent)
            top += size * leading
        return top


def foot_of(words: Words, geodata: Geodata) -> list[str]:
    """Return how the map was made, who made what lies below it, and after which article."""
    article = geodata.sources[geodata.atlas.article]
    isolate = letters.isolate if direction(words.language) == "rtl" else str
    method = words.text("paper.method").format(
        settlements=words.number(len(geodata.layers["settlements"].features)),
        sources=words.number(len(geodata.sources)),
    )
    after = words.text("paper.article").format(
        author=isolate(article.written_by), article=isolate(article.title),
        publisher=isolate(article.published_by), date=words.date(article.date or ""),
    )  # fmt: skip
    makers = [
        isolate(f"{maker.text} ({maker.licence})".replace(" ", letters.NO_BREAK))
        for maker in geodata.atlas.attribution
    ]
    credits_ = words.text("picture.credits").format(
        licence=isolate(geodata.atlas.licence.replace("-", " ")),
        makers=words.text("legend.comma").join(makers),
    )
    return [method, credits_, f"{after} {isolate(article.iri or '')}".strip()]


def _paint_foot(canvas: Canvas, sheet: Sheet, words: Words, ground: Terrain) -> None:
    margin = sheet.map[0]
    line = Writer(canvas, words.language, (margin, sheet.width - margin))
    method, *rest = foot_of(words, ground.scene.geodata)
    said = " ".join([method, *rest] if ground.fills else rest)
    size = sheet.foot * letters.SCALE
    lines = letters.wrapped(said, "plain", size, line.width)
    top = sheet.height - 0.5 * margin - len(lines) * size * 1.4
    line.paragraph(said, top, size, colour=look.SECOND_INK, leading=1.4)
