"""A legend in columns: as large as its box has room for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapgen import look
from mapgen.facts.texts import direction
from mapgen.pictures import letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.legend import Entry, Section
    from mapgen.pictures.room import Box

_SCALES: Final = (1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74, 0.7, 0.66, 0.6, 0.55)
_ENOUGH: Final = 0.8
"""Scale from which a legend is large enough."""

_SIZE, _TITLE, _LEADING, _ROW, _GAP = 11.0, 11.5, 13.0, 20.0, 9.0
"""Letters of entries and titles, lines, rows and the space before a title, px at a scale of 1."""

_INDENT: Final = 7.0
_BETWEEN: Final = 16.0
"""Px between two columns."""


@dataclass(frozen=True)
class Row:
    """A title, or an entry, with its words in lines; `above` is the space between two parts."""

    lines: tuple[str, ...]
    entry: Entry | None
    height: float
    above: float = 0.0


def paint(
    canvas: Canvas, parts: Sequence[Section], box: Box, language: str, counts: Sequence[int]
) -> None:
    """Set a legend into a box, in the first number of columns that lets it be large enough.

    Parameters
    ----------
    box
        Left, top, right and bottom, px.
    counts
        Numbers of columns that may be tried.
    """
    scale, columns, wide = fitted(parts, box, counts)
    rtl = direction(language) == "rtl"
    step = (wide + _BETWEEN) * scale
    for number, rows in enumerate(columns):
        left = box[2] - number * step - wide * scale if rtl else box[0] + number * step
        high = (box[3] - box[1]) / scale
        part = canvas.part(left, box[1], scale, (wide, high))
        y = 0.0
        for first, row in enumerate(rows):
            y += row.above if first else 0.0
            _paint_row(part, row, y, language)
            y += row.height


def fitted(
    parts: Sequence[Section], box: Box, counts: Sequence[int]
) -> tuple[float, list[list[Row]], float]:
    """Return a scale at which the legend fits, the rows of each column, and the width of one.

    The first number of columns at which it is large enough; else the one at which it is largest.
    """
    layouts = [_at_largest(parts, box, count) for count in counts]
    return next(
        (layout for layout in layouts if layout[0] >= _ENOUGH), max(layouts, key=lambda e: e[0])
    )


def _at_largest(
    parts: Sequence[Section], box: Box, count: int
) -> tuple[float, list[list[Row]], float]:
    """Return the largest scale at which so many columns hold a legend, its parts whole if so."""
    tries = [(scale, True) for scale in _SCALES if scale >= _ENOUGH]
    tries += [(scale, False) for scale in _SCALES]
    for scale, whole in tries:
        wide = ((box[2] - box[0]) / scale - (count - 1) * _BETWEEN) / count
        high = (box[3] - box[1]) / scale
        groups = [_rows([part], wide) for part in parts]
        rows = [row for group in groups for row in group]
        columns = _flowed(groups, high) if whole else _flowed([[row] for row in rows], high)
        if len(columns) <= count:
            break
    return scale, columns, wide


def _rows(parts: Sequence[Section], wide: float) -> list[Row]:
    rows = []
    for part in parts:
        title = letters.wrapped(part.title, "bold", _TITLE * letters.SCALE, wide)
        rows.append(Row(tuple(title), None, len(title) * _LEADING + 5, _GAP))
        for entry in part.entries:
            room = wide - entry.size[0] - _INDENT
            lines = letters.wrapped(entry.words, "plain", _SIZE * letters.SCALE, room)
            rows.append(Row(tuple(lines), entry, max(_ROW, len(lines) * _LEADING + 4)))
    return rows


def height(rows: Sequence[Row]) -> float:
    """Return how high rows are, one below the other, px at a scale of 1."""
    return sum(row.height + (row.above if number else 0) for number, row in enumerate(rows))


def _flowed(groups: Sequence[Sequence[Row]], high: float) -> list[list[Row]]:
    """Return groups of rows in columns of a height; a title stays with what follows it."""
    columns: list[list[Row]] = [[]]
    used = 0.0
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        above = group[0].above if columns[-1] else 0.0
        needed = group[0].height + sum(row.above + row.height for row in group[1:])
        alone = len(group) == 1 and group[0].entry is None
        kept = following[0].height if alone and following else 0.0
        if columns[-1] and used + above + needed + kept > high:
            columns.append([])
            used, above = 0.0, 0.0
        columns[-1] += group
        used += above + needed
    return [*columns, []] if used > high else columns


def _paint_row(canvas: Canvas, row: Row, top: float, language: str) -> None:
    rtl = direction(language) == "rtl"
    edge = canvas.width if rtl else 0.0
    turn = -1 if rtl else 1
    align = "end" if rtl else "start"
    if row.entry is None:
        for number, line in enumerate(row.lines):
            canvas.text(
                letters.run(line, language), edge, top + 10 + number * _LEADING,
                _TITLE * letters.SCALE, face="bold", colour=look.SECOND_INK, align=align,
            )  # fmt: skip
        return
    wide, high = row.entry.size
    middle = top + row.height / 2 - 2
    left = edge - wide if rtl else 0.0
    row.entry.paint(canvas.part(left, middle - high / 2, 1, (wide, high)))
    start = middle - (len(row.lines) - 1) * _LEADING / 2 + _SIZE * 0.32
    for number, line in enumerate(row.lines):
        canvas.text(
            letters.run(line, language), edge + turn * (wide + _INDENT),
            start + number * _LEADING, _SIZE * letters.SCALE, align=align,
        )  # fmt: skip
