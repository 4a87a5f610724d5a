"""Files of lessons: which there are, and what they may be called."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mapgen.facts.files import file_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapgen.faults import FaultLog

_MOST_CHARACTERS = 80
_NAME = re.compile(rf"[a-z0-9-]{{1,{_MOST_CHARACTERS}}}\.md")
"""The page's address names a lesson by the name of its file: `tour` in ``web/base/hash.js``."""


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
        if not _NAME.fullmatch(path.name):
            log.add(
                file_place(path),
                "the name of a lesson holds lower case letters (a to z), digits and hyphens, at "
                f"most {_MOST_CHARACTERS}: rename it, for example {_fitting(path.stem)}.md.",
            )
        yield path


def _fitting(name: str) -> str:
    """Return a name that fits, near to the one that does not."""
    # The dotless i of Turkish is a letter of its own for Unicode, not an i without its dot.
    parts = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    letters = "".join(letter for letter in parts if not unicodedata.combining(letter))
    fitting = re.sub(r"[^a-z0-9]+", "-", letters)[:_MOST_CHARACTERS].strip("-")
    return fitting or "my-lesson"
