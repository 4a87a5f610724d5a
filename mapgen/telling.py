"""Faults as lines: a thousand of one kind are one line with a count and three examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.faults import Fault

ALIKE: Final = 3
"""Faults of one kind in a file that have a line each; more of them share one."""

_VALUES = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[-+]?\d[\d.,:-]*')


def lines(faults: Iterable[Fault], *, every: bool = False) -> list[str]:
    """Return a line for each fault, or for each kind of fault in a file that has many of it.

    Parameters
    ----------
    faults
        In the order in which they are told.
    every
        Whether each has a line of its own, however many are alike.
    """
    kinds: dict[tuple[str, str, str], list[Fault]] = {}
    for number, fault in enumerate(faults):
        kind = str(number) if every else _VALUES.sub("…", fault.message)
        kinds.setdefault((fault.file, fault.severity, kind), []).append(fault)
    return [line for alike in kinds.values() for line in _lines(alike)]


def _lines(alike: list[Fault]) -> list[str]:
    if len(alike) <= ALIKE:
        return [str(fault) for fault in alike]
    first, *_ = alike
    word = "warning, " if first.severity == "warning" else ""
    places = ", ".join(_spot(fault) for fault in alike[:ALIKE])
    count = f"{word}{len(alike)} times"
    if not first.feature:
        others = f"{len(alike) - 1} more; mapgen check --all lists them."
        return [f"{first.file}: {count}: {first.message} And {others}"]
    more = f"{len(alike) - ALIKE} more; mapgen check --all lists them."
    return [f"{first.file}: {count}: {first.message} It is so at {places} and {more}"]


def _spot(fault: Fault) -> str:
    """Return where in its file a fault stands."""
    return str(fault.place).removeprefix(f"{fault.file}, ").removeprefix(f"{fault.file} ")
