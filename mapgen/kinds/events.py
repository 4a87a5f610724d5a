"""Events: what happened, on a day or for some, at a place or at none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen import look
from mapgen.facts.days import window_of
from mapgen.facts.properties import RULES, Event
from mapgen.kinds import values
from mapgen.kinds.coordinates import placed
from mapgen.kinds.kind import Column, Kind, Mark, Sample
from mapgen.kinds.records import PartialDate, PlacedRow, Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from mapgen.facts.geojson import Feature
    from mapgen.facts.words import Words
    from mapgen.kinds.kind import Encoder, Shown, Sight
    from mapgen.kinds.records import Common


class EventRow(PlacedRow):
    """An event; what happened far outside is ``off_frame``."""

    category: str
    date: PartialDate
    date_end: PartialDate | None
    off_frame: bool
    place: Texts | None


def switch_of(event: Event, layer: str) -> str:
    """Return the switch that an event follows: that of its group."""
    return f"{layer}.{look.GROUP_OF[event.category]}"


class Events(Kind[Event]):
    """Events."""

    rule = RULES["events"]
    row_type = EventRow
    columns = (
        Column("date", lambda words, event: words.period(event.date, event.date_end)),
        Column("category", lambda words, event: values.coded(words, "category", event.category)),
        Column("place", lambda words, event: words.fact(event.place or "")),
    )
    exported = ("position_error_km", "category", "date", "date_end", "off_frame", "place:en")
    changes = True
    is_of_period = True
    best_for = "event"
    turn = 2

    def row(self, feature: Feature[Event], common: Common, encoder: Encoder) -> EventRow:
        """Return a feature as a row."""
        del encoder
        event = feature.properties
        return EventRow(
            **common,
            **placed(feature),
            category=event.category,
            date=event.date,
            date_end=event.date_end,
            off_frame=event.off_frame,
            place={"en": event.place} if event.place else None,
        )

    def values_on(self, record: Event, day: date | None) -> dict[str, Any] | None:
        """Return an event that the map of a day shows."""
        if day is not None and not record.happened_in(window_of(day)):
            return None
        return record.model_dump(by_alias=True)

    def mark(self, record: Event, sight: Sight, layer: str) -> Mark | None:
        """Return the mark of an event of the period; what is selected is shown at any time."""
        shown = record.id == sight.selected or record.happened_in(sight.period)
        if record.off_frame or not shown:
            return None
        glyph = look.event_glyph(record.category)
        size = look.MARK_SCALE.get(glyph, 1.0) * look.MARK_SIZE
        if glyph == "protest":
            far = sight.zoom < look.SETTLEMENTS_FROM_ZOOM
            size = look.SMALL_PROTEST_SIZE if far else look.PROTEST_SIZE
        rank = 1 if glyph in look.VIOLENT else 2
        return Mark(switch_of(record, layer), glyph, size, look.MARK_RADIUS * size, rank)

    def samples(self, shown: Sequence[Shown[Event]], words: Words) -> Iterator[Sample]:
        """Yield a line for each group that can be seen."""
        groups = {look.GROUP_OF[event.record.category] for event in shown}
        for group in look.EVENT_GROUPS:
            if group in groups:
                yield Sample(words.text(f"event.group.{group}"), group)
