"""Periods of a settlement's history: who held it before, and when it changed hands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pydantic import Field

from mapgen.facts.sides import PastSide
from mapgen.facts.values import (
    Confidence,
    HolderId,
    IsoDay,
    PartialDate,
    SourceIds,
    Strict,
    Text,
    first_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Period(Strict):
    """Evidence: who held a place before, up to the day on which it changed hands.

    Where sources differ on that day, `valid_to_earliest` and `valid_to_latest` say between which
    days it lies; `valid_to` is the one that the map uses.
    """

    side: PastSide
    holder: HolderId | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate
    valid_to_earliest: IsoDay | None = None
    valid_to_latest: IsoDay | None = None
    confidence: Confidence
    sources: SourceIds
    note_en: Text | None = Field(default=None, alias="note:en")

    @property
    def span(self) -> tuple[str, str] | None:
        """The first and the last day on which it may have changed hands; None for one day."""
        if self.valid_to_earliest is None or self.valid_to_latest is None:
            return None
        return self.valid_to_earliest, self.valid_to_latest

    @property
    def ends_from(self) -> str:
        """The first day, month or year in which it may have changed hands."""
        return self.valid_to_earliest or self.valid_to


def faults(history: Sequence[Period]) -> Iterator[str]:
    """Yield what is wrong with periods: they are in order, leave no gap, and their spans fit."""
    for number, period in enumerate(history, start=1):
        begin, end = period.valid_from, period.valid_to
        if begin and first_day(end) <= first_day(begin):
            yield f"history {number}: valid_to {end} does not lie after valid_from {begin}"
    for number, (old, new) in enumerate(pairwise(history), start=2):
        if new.valid_from is None or first_day(new.valid_from) != first_day(old.valid_to):
            yield (
                f"history {number}: valid_from is {new.valid_from}, but the period before "
                f"it ends on {old.valid_to}; periods follow each other, oldest first"
            )
    for number in range(len(history)):
        yield from _faults_of_span(history, number)


def _faults_of_span(history: Sequence[Period], number: int) -> Iterator[str]:
    """Yield what is wrong with the days between which a period may have ended."""
    period, where = history[number], f"history {number + 1}"
    earliest, latest = period.valid_to_earliest, period.valid_to_latest
    if (earliest is None) != (latest is None):
        yield f"{where}: valid_to_earliest and valid_to_latest belong together; give both"
    if earliest is None or latest is None:
        return
    if not first_day(earliest) <= first_day(period.valid_to) <= first_day(latest):
        yield f"{where}: valid_to {period.valid_to} does not lie between {earliest} and {latest}"
    if number and first_day(earliest) < first_day(history[number - 1].valid_to):
        yield (
            f"{where}: valid_to_earliest {earliest} lies before the change of hands on "
            f"{history[number - 1].valid_to}"
        )
    if number + 1 < len(history) and first_day(latest) > first_day(history[number + 1].valid_to):
        yield (
            f"{where}: valid_to_latest {latest} lies after the change of hands on "
            f"{history[number + 1].valid_to}"
        )
