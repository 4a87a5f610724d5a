"""The text of a step beside its map: what to observe, to think about, to ask, and the task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapgen import look
from mapgen.facts.texts import direction
from mapgen.pictures import letters, sheets
from mapgen.pictures.canvas import polyline, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapgen.facts.lessons import Step, Task
    from mapgen.facts.words import Words
    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.room import Box
    from mapgen.pictures.terrain import Terrain

_COLUMN: Final = (714, 84, 1085, 722)
_SCALES: Final = (1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_TEXT, _SMALL, _LEADING = 13.5, 10.5, 1.5
_RULES: Final = 4
"""Lines on which pupils write an answer in their own words."""


@dataclass(frozen=True)
class Block:
    """A paragraph of a handout.

    Parameters
    ----------
    mark
        What stands before it: a box to tick, a blank for a number, or nothing.
    above
        Px above it.
    """

    words: str
    size: float = _TEXT
    face: str = "plain"
    mark: str = ""
    above: float = 7.0
    second: bool = False


def draw(step: Step, heading: sheets.Heading, ground: Terrain, words: Words) -> Canvas:
    """Return a page: the map of a step with its legend, and its text beside it."""
    canvas = sheets.draw(sheets.HANDOUT, heading, ground, words)
    box = sheets.mirrored(_COLUMN, sheets.HANDOUT, words.language)
    blocks = list(_blocks(step, words))
    scale = next(
        (scale for scale in _SCALES if _height(blocks, scale, box) <= box[3] - box[1]), 0.65
    )
    top = box[1]
    for block in blocks:
        top = _paint(canvas, block, (box[0], top, box[2], box[3]), scale, words.language)
    return canvas


def _blocks(step: Step, words: Words) -> Iterator[Block]:
    for number, text in enumerate(step.text):
        yield Block(words.fact(text), above=7.0 if number else 0.0)
    for name in ("observe", "reflect", "question"):
        text = getattr(step, name)
        if text:
            yield _title(words.text(f"tour.{name}"))
            yield Block(words.fact(text), above=2)
    if step.task:
        yield _title(words.text("task.title"))
        yield Block(words.fact(step.task.question), above=2)
        yield from _answers(step.task, words)


def _title(words: str) -> Block:
    return Block(words, size=_SMALL + 0.5, face="bold", above=14, second=True)


def _answers(task: Task, words: Words) -> Iterator[Block]:
    """Yield what pupils fill in; the right answers are not shown."""
    if task.kind == "choice":
        for answer in task.answers:
            yield Block(words.fact(answer), mark="box")
    elif task.kind == "order":
        for number in mixed(len(task.answers)):
            yield Block(words.fact(task.answers[number]), mark="blank")
    elif task.kind == "text":
        for _ in range(_RULES):
            yield Block("", mark="rule", above=10)


def mixed(count: int) -> list[int]:
    """Return a fixed mixture of numbers that is never their own order, as the page has it.

    The second, fourth and so on come first, then the others backwards; ``tests/cases/order.json``
    has cases for both.
    """
    numbers = range(count)
    return [*numbers[1::2], *reversed(numbers[::2])]


def _indent(block: Block) -> float:
    return {"box": 20.0, "blank": 34.0}.get(block.mark, 0.0)


def _lines(block: Block, scale: float, wide: float) -> list[str]:
    size = block.size * letters.SCALE * scale
    return letters.wrapped(block.words, block.face, size, wide - _indent(block) * scale)


def _height(blocks: Sequence[Block], scale: float, box: Box) -> float:
    return sum(
        (block.above + len(_lines(block, scale, box[2] - box[0])) * block.size * _LEADING) * scale
        for block in blocks
    )


def _paint(canvas: Canvas, block: Block, box: Box, scale: float, language: str) -> float:
    """Write a block below the top of a box; return where it ends."""
    line = sheets.Writer(canvas, language, (box[0], box[2]))
    size, pitch = block.size * letters.SCALE * scale, block.size * _LEADING * scale
    top = box[1] + block.above * scale
    colour = look.SECOND_INK if block.second else look.INK
    _paint_mark(canvas, block, (box[0], top, box[2], top + pitch), scale, language)
    for text in _lines(block, scale, box[2] - box[0]):
        line.say(
            text, top + 0.5 * pitch + 0.36 * size, size, face=block.face, colour=colour,
            indent=_indent(block) * scale,
        )  # fmt: skip
        top += pitch
    return top


def _paint_mark(canvas: Canvas, block: Block, box: Box, scale: float, language: str) -> None:
    left, top, right, bottom = box
    rtl = direction(language) == "rtl"
    middle, side = (top + bottom) / 2, 10 * scale
    start = right - side if rtl else left
    if block.mark == "box":
        canvas.stroke(
            rectangle(start, middle - side / 2, start + side, middle + side / 2), look.INK, 1.1
        )
    elif block.mark == "blank":
        wide = -24 * scale if rtl else 24 * scale
        begin = right if rtl else left
        canvas.stroke(polyline((begin, bottom - 3), (begin + wide, bottom - 3)), look.INK, 1)
    elif block.mark == "rule":
        canvas.stroke(polyline((left, bottom), (right, bottom)), look.SECOND_INK, 0.8)
