"""Reports by the side that lost a place: the strongest witnesses of a change of hands.

Nobody enters them. A publisher may speak for a side of the war (`leanings.SPEAKS_FOR`); where it
reports that a place of that side went to another side, it has no reason to invent it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen.facts.leanings import SPEAKS_FOR
from mapgen.facts.values import first_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mapgen.facts.folder import Geodata
    from mapgen.facts.properties import Settlement
    from mapgen.facts.sources import Source

Losses = tuple[tuple[str, ...], ...]
"""For each period of a history, the sources by which the side that held it tells of its end."""


class _Change(NamedTuple):
    """A change of hands from one side to another."""

    losing: frozenset[str]
    before: tuple[str, ...]
    """Sources of the period that ended."""
    after: tuple[str, ...]
    """Sources of the period that follows."""
    begins: date
    """The first day on which it may have happened."""
    ends: date
    """The first day that is too late to report on it: the next change, or the day of the map."""


def losses(geodata: Geodata) -> dict[str, Losses]:
    """Return the reports by the side that lost a place, by the id of each place with a history."""
    sides = {
        source.id: SPEAKS_FOR.get(geodata.leanings[source.told_by])
        for source in geodata.sources.values()
        if source.told_by in geodata.leanings
    }
    return {
        feature.properties.id: tuple(
            tuple(
                source
                for source in dict.fromkeys((*change.before, *change.after))
                if sides.get(source) in change.losing and _tells(geodata.sources[source], change)
            )
            for change in _changes(feature.properties, geodata.atlas.as_of)
        )
        for feature in geodata.layers["settlements"]
        if feature.properties.history
    }


def _changes(place: Settlement, as_of: date) -> Iterator[_Change]:
    """Yield the end of each period; where the side stays, nobody lost the place."""
    history = place.history
    for period, following in zip(history, (*history[1:], None), strict=True):
        new = following or place
        yield _Change(
            losing=frozenset(period.side.split("+")) - frozenset(new.side.split("+")),
            before=period.sources,
            after=new.sources,
            begins=first_day(period.ends_from),
            ends=first_day(following.valid_to) if following else as_of,
        )


def _tells(source: Source, change: _Change) -> bool:
    """Tell whether a source is about the change itself.

    One that both periods cite is. Another is by its date: it may be about what went before, or
    about a later change of the place.
    """
    if source.id in change.before and source.id in change.after:
        return True
    return source.date is not None and change.begins <= first_day(source.date) < change.ends
