"""Files of lessons: which there are, and what they may be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.facts.files import file_place
from mapgen.facts.values import identifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapgen.faults import FaultLog


def lesson_files(folder: Path, log: FaultLog) -> Iterator[Path]:
    """Yield the files of lessons, in the order of their names.

    Parameters
    ----------
    folder
        ``geodata/lessons``; a folder that is missing holds none.
    log
        Takes a fault for a name that no address can hold, and for a folder that is named as a
        lesson.
    """
    for path in sorted(folder.glob("*")):
        if path.suffix.lower() != ".md" or path.name.startswith(".") or path.stem == "README":
            continue
        if path.is_dir():
            log.add(file_place(path), "is a folder, not a lesson. Rename it without .md.")
            continue
        # The page's address names a lesson by the name of its file.
        if problem := _name_problem(path):
            log.add(file_place(path), problem)
        yield path


def _name_problem(path: Path) -> str | None:
    try:
        identifier(path.stem)
    except ValueError as error:
        return f"the name of a lesson is its id, and {error}.md."
    if path.suffix != ".md":
        return f"the name of a lesson ends with .md: rename it, for example {path.stem}.md."
    return None
