"""Lists of records in JSON files: each checked, none with the id of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from mapgen.facts.geojson import check_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapgen.faults import FaultLog, Place

Entry = TypeVar("Entry", bound=BaseModel)


def check_entries(
    raw: Iterable[object], model: type[Entry], place: Place, name: str, log: FaultLog
) -> list[Entry]:
    """Return the checked records of a list, in its order; each fault is logged.

    Parameters
    ----------
    raw
        The records as the file has them.
    model
        What each must be.
    place
        The file.
    name
        What faults call a record, before its number: ``entry``.
    log
        Takes every fault.
    """
    return [entry for _, entry in _checked(raw, model, place.at(name), log)]


def entries_by_id(
    raw: Iterable[object], model: type[Entry], place: Place, name: str, log: FaultLog
) -> dict[str, Entry]:
    """Return the same by id; a record with the id of another is logged and left out."""
    entries: dict[str, Entry] = {}
    for where, entry in _checked(raw, model, place.at(name), log):
        if where.id in entries:
            log.add(where, "this id is used twice. Rename one of the two.")
        else:
            entries[where.id] = entry
    return entries


def _checked(
    raw: Iterable[object], model: type[Entry], place: Place, log: FaultLog
) -> Iterator[tuple[Place, Entry]]:
    """Yield the records without a fault of their own, each with its place."""
    for number, record in enumerate(raw, start=1):
        where = place.at(f"{place.spot} {number}").of(record)
        if entry := check_record(record, model, where, log):
            yield where, entry
