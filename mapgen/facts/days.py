"""What held on a day, and which events the map of a day shows.

Dates are ISO days, months or years. A period ends with the first day on which it no longer held.
The page asks the same of ``mapgen/web``; ``tests/cases/days.json`` has cases for both.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from mapgen.facts.values import first_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

WINDOW_DAYS: Final = 10
"""The map of a day shows the events of that day and of so many before it."""

Window = tuple[str, str]
"""First and last ISO day."""


class Ended(Protocol):
    """A period that has ended."""

    @property
    def valid_to(self) -> str:
        """First day, month or year in which it no longer held."""


Past = TypeVar("Past", bound=Ended)


def holds_on(valid_from: str | None, valid_to: str | None, day: date) -> bool:
    """Tell whether a day lies in a period; without a beginning or an end it is open there."""
    begun = valid_from is None or first_day(valid_from) <= day
    return begun and (valid_to is None or day < first_day(valid_to))


def speaks_of(as_of: str | None, valid_from: str | None, valid_to: str | None, day: date) -> bool:
    """Tell whether sources that speak of a moment or of a period speak of a day."""
    if as_of is not None:
        return day.isoformat().startswith(as_of)
    return holds_on(valid_from, valid_to, day)


def period_on(history: Iterable[Past], day: date) -> Past | None:
    """Return the first of some periods that ends after a day; None when the present holds."""
    return next((period for period in history if day < first_day(period.valid_to)), None)


def window_of(day: date) -> Window:
    """Return the days whose events the map of a day shows."""
    return (day - timedelta(days=WINDOW_DAYS)).isoformat(), day.isoformat()


def happened_in(window: Window, start: str, end: str | None) -> bool:
    """Tell whether an event happened, at least partly, in a window.

    An event of a month or a year happened in every window that begins in it.
    """
    first, last = window
    end = end or start
    return start <= last and (end >= first or first.startswith(end))
