"""A folder of facts to checked facts: read and held together, with all faults at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.facts.changes import check_unchanged, state_of
from mapgen.facts.checks import check
from mapgen.facts.folder import read_geodata
from mapgen.facts.quantities import with_numbers
from mapgen.faults import FaultLog, FaultsError

if TYPE_CHECKING:
    from os import PathLike

    from mapgen.facts.folder import Geodata
    from mapgen.faults import Fault


def read(folder: str | PathLike[str] = "geodata", *, derived: bool = True) -> Geodata:
    """Read a folder of facts and check it.

    Parameters
    ----------
    folder
        The folder, laid out as ``docs/data.md`` says.
    derived
        Whether to read what ``mapgen derive`` writes: areas, front lines, certainty, statistics.
        A page needs them; `mapgen.derive` does not.

    Returns
    -------
    Geodata
        The checked facts.

    Raises
    ------
    FaultsError
        When a part is missing or something does not fit: with all faults at once, each with its
        file, its feature and what to do.

    Examples
    --------
    >>> facts = read("geodata")
    >>> facts.atlas.as_of.isoformat()
    '2018-09-14'
    """
    return read_with_warnings(folder, derived=derived)[0]


def read_with_warnings(
    folder: str | PathLike[str], *, derived: bool
) -> tuple[Geodata, tuple[Fault, ...]]:
    """Read a folder of facts, as `read` does, and return what a strict check refuses as well."""
    log = FaultLog()
    path = Path(folder)
    before = state_of(path)
    geodata = read_geodata(path, log, derived=derived)
    if geodata and derived:
        geodata = with_numbers(geodata, path, log)
    check_unchanged(path, before, log)
    if geodata:
        check(geodata, log)
    log.raise_errors()
    if geodata is None:
        raise FaultsError(log.faults)
    return geodata, tuple(log.faults)
