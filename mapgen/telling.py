"""Faults as lines: a thousand of one kind are one line with a count and three examples.

What the system refuses is a line as well, with the next step.
"""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.faults import Fault

ALIKE: Final = 3
"""Faults of one kind in a file that have a line each; more of them share one."""

_NO_ROOM = "the disk is full. Make room on it, or choose another place."
_NO_RIGHT = (
    "may not be read or written. Change its permissions, close the program that uses it, or "
    "choose another place."
)
_NO_FOLDER = "a file lies where a folder should be. Remove it, or choose another place."

_STEPS: Final = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: "your share of the disk is used up. Make room on it, or choose another place.",
    errno.EFBIG: "is larger than a file may be here. Choose another place.",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: "lies on a disk that may only be read. Choose another place.",
    errno.EEXIST: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: "is a folder, not a file. Choose another name.",
    errno.ENAMETOOLONG: "has a longer name than the disk allows. Choose a shorter one.",
}

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
    count = f"{'warning, ' if first.severity == 'warning' else ''}{len(alike)} times"
    places = [fault.place.within for fault in alike[:ALIKE] if fault.place.within]
    told = f"It is so at {', '.join(places)} and" if places else "And"
    others = f"{len(alike) - (len(places) or 1)} more; mapgen check --all lists them."
    return [f"{first.file}: {count}: {first.message} {told} {others}"]


def refusal(error: OSError) -> str:
    """Return what the system refused as a line: the file, the reason, the next step."""
    step = _STEPS.get(error.errno or 0, f"cannot be used ({error.strerror or error}). Try again.")
    return f"{error.filename or 'The output'}: {step}"
