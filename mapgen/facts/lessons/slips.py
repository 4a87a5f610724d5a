"""Slips by which a title or a list becomes a paragraph: named, and read as they were meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapgen.faults import FaultLog, Place

_CLOSE_TITLE = re.compile(r"(#{1,6})([^#\s].*|[^\S \t].*)")
_SIGNS = "\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{HYPHEN}\N{BULLET}\N{MIDDLE DOT}\N{BLACK CIRCLE}"
_ENTRY = re.compile(rf"([{_SIGNS}])\s")


def repaired(text: str, place: Place, log: FaultLog) -> str:
    """Return Markdown with such slips put right, so that each is told once.

    Parameters
    ----------
    text
        Markdown.
    place
        The file, as faults name it.
    log
        Takes a fault for each slip.

    Returns
    -------
    str
        As many lines as before.
    """
    rows = text.split("\n")
    tokens = MarkdownIt("commonmark").parse(text)
    for number, (opening, token) in enumerate(pairwise(tokens)):
        if opening.type == "paragraph_open" and opening.level == 0 and token.map:
            for row, old, new, problem in _slips(token.content.split("\n"), is_first=number == 0):
                at = token.map[0] + row
                rows[at] = rows[at].replace(old, new, 1)
                if problem:
                    log.add(place.at(f"line {at + 1}"), problem)
    return "\n".join(rows)


def _slips(rows: Sequence[str], *, is_first: bool) -> Iterator[tuple[int, str, str, str | None]]:
    """Yield the row, what stands there, what was meant, and what is told of it."""
    for number, row in enumerate(rows):
        match = _CLOSE_TITLE.fullmatch(row)
        if match and match[1] == "#" and not (is_first and number == 0):
            problem = (
                'begins with a number sign. Write "\\#" in a text; '
                "a title has a space after its number signs."
            )
            yield number, "#", "\\#", problem
        elif match:
            title = f"{match[1]} {match[2].strip()}"
            problem = f'a title has a space after its number signs. Write "{title}".'
            yield number, row, title, problem
    entries = [number for number, row in enumerate(rows) if _ENTRY.match(row)]
    # One dash at the beginning of a line of running text begins no list.
    if len(entries) > 1 or entries == [0]:
        for number in entries:
            sign = rows[number][0]
            problem = f'"{sign}" begins no list. Write "- ", or "1. " where the order counts.'
            yield number, sign, "-", problem if number == entries[0] else None
