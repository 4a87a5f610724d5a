"""Whether a folder of facts stayed as it was while it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapgen.faults import Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mapgen.faults import FaultLog

JOURNAL: Final = ".mapgen-writing"
"""Lies in a folder while `mapgen.output` writes there, and after a run that was killed."""

State = dict[str, tuple[int, int, int]]


def state_of(folder: Path) -> State:
    """Return number, size and time of each file of a folder; hidden files are not facts."""
    state: State = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in name.split("/")) or name.endswith("~"):
            continue
        try:
            found = path.stat()
        except OSError:  # gone meanwhile, or a link to nowhere: who reads it says so
            continue
        if not path.is_dir():
            state[name] = (found.st_ino, found.st_size, found.st_mtime_ns)
    return state


def check_unchanged(folder: Path, before: Mapping[str, object], log: FaultLog) -> None:
    """Log what of a folder is no longer as it was when reading began.

    Parameters
    ----------
    folder
        The folder of facts, read meanwhile.
    before
        What `state_of` returned before it was read.
    log
        Takes the fault.
    """
    after = state_of(folder)
    changed = sorted(
        name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
    )
    if changed:
        named = ", ".join(changed[:3]) + (", …" if changed[3:] else "")
        problem = f"changed while it was read ({named}). Run this again when all is saved."
        log.add(Place(folder.name), problem)
    if (folder / JOURNAL).exists():
        problem = "another run of mapgen is writing here, or was stopped. Run mapgen check."
        log.add(Place(folder.name), problem)
