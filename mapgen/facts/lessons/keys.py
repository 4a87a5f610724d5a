"""Lines ``key: value`` of a lesson, with the slips that make text of them."""

from __future__ import annotations

import re
from itertools import takewhile
from textwrap import shorten
from typing import TYPE_CHECKING

from mapgen.facts.lessons.markdown import Block, paragraph
from mapgen.facts.lessons.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mapgen.facts.lessons.lines import Lines

_KEY_LINE = re.compile(r"[a-z]+(?:-[a-z]+)*:.*")
_LIKE_KEY_LINE = re.compile(r"(([a-z]+(?:-[a-z]+)*) *):(.*)", re.IGNORECASE)


def keys_first(
    blocks: Sequence[Block], known: Collection[str], lines: Lines
) -> tuple[dict[str, Value], list[Block]]:
    """Return the keys with which blocks begin, and the other blocks; slips are logged."""
    keys: dict[str, Value] = {}
    others = list(blocks)
    while others and (not keys or _holds_only_keys(others[0], known)):
        parts = read_keys(others[0], known, lines, keys)
        if parts is None:
            break
        keys |= parts[0]
        others[:1] = parts[1]
    return keys, others


def read_keys(
    block: Block,
    known: Collection[str],
    lines: Lines,
    earlier: Collection[str] = (),
    *,
    unknown: bool = True,
) -> tuple[dict[str, Value], list[Block]] | None:
    """Return keys with their values, and the text that stands right below them.

    Parameters
    ----------
    block
        Any block.
    known
        Keys that may stand there.
    lines
        Takes a fault for each slip in a line, and for a key that stands twice.
    earlier
        Keys that stand above.
    unknown
        Whether lines of keys are keys where none of them is known.

    Returns
    -------
    tuple or None
        None for a block that does not begin with keys.
    """
    if block.kind != "paragraph":
        return None
    rows = _rows(block)
    names = [key_of(row) for row in rows]
    run = sum(
        1 for _ in takewhile(lambda row: key_of(row) in known or _KEY_LINE.fullmatch(row), rows)
    )
    whole = unknown and run == len(rows)
    if not whole and not set(names[:run]) & set(known):
        return None
    keyed = [number for number, name in enumerate(names) if number < run or name in known]
    values: dict[str, Value] = {}
    for number in range(keyed[-1] + 1):
        line = block.line + number
        if number not in keyed:
            lines.add(line, f"{_no_key(rows[number])} A value ends with its line: join the two.")
            continue
        name, value = _read(rows[number], line, lines)
        if name in values or name in earlier:
            lines.add(line, f'"{name}" stands twice. Keep one.')
        values[name] = value
    below = rows[keyed[-1] + 1 :]
    if not below:
        return values, []
    line = block.line + keyed[-1] + 1
    lines.add(line, f"{_no_key(below[0])} Leave an empty line between the keys and the text.")
    return values, [paragraph("\n".join(below), line)]


def stray_keys(blocks: Sequence[Block], known: Collection[str], lines: Lines) -> set[str]:
    """Return keys that stand in or below texts, after logging the first of each paragraph."""
    keys: set[str] = set()
    for block in (block for block in blocks if block.kind == "paragraph"):
        stray = {
            str(key_of(row)): block.line + number
            for number, row in enumerate(_rows(block))
            if _is_key(row, known)
        }
        for key, line in list(stray.items())[:1]:
            lines.add(line, f'"{key}:" stands in the text. Keys stand above it, below the title.')
        keys |= set(stray)
    return keys


def key_of(row: str) -> str | None:
    """Return the key that a line begins with, in lower case; None for a line of text."""
    match = _LIKE_KEY_LINE.fullmatch(row)
    return match[2].lower() if match else None


def _read(row: str, line: int, lines: Lines) -> tuple[str, Value]:
    match = _LIKE_KEY_LINE.fullmatch(row)
    assert match  # noqa: S101 - whoever calls looked at the line
    written, name = match[1], match[2].lower()
    if written != name:
        lines.add(
            line,
            f'"{written}:" is no key. Keys are lower case, the colon directly after: "{name}:".',
        )
    return name, Value(match[3].strip(), line)


def _no_key(row: str) -> str:
    return f'"{shorten(row, 40, placeholder="…")}" is no line "key: value".'


def _holds_only_keys(block: Block, known: Collection[str]) -> bool:
    return block.kind == "paragraph" and all(_is_key(row, known) for row in _rows(block))


def _is_key(row: str, known: Collection[str]) -> bool:
    return bool(_KEY_LINE.fullmatch(row)) and key_of(row) in known


def _rows(block: Block) -> list[str]:
    return [row.strip() for row in block.raw[0].split("\n")]
