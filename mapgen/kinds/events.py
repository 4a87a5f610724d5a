"""Events: what happened, on a day or for some, at a place or at none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.facts.properties import Event
from mapgen.kinds import values
from mapgen.kinds.coordinates import placed
from mapgen.kinds.kind import Column, Kind
from mapgen.kinds.records import PartialDate, PlacedRow, Texts

if TYPE_CHECKING:
    from mapgen.facts.geojson import Feature
    from mapgen.kinds.kind import Encoder


class EventRow(PlacedRow):
    """An event; what happened far outside is ``off_frame``."""

    category: str
    date: PartialDate
    date_end: PartialDate | None
    off_frame: bool
    place: Texts | None


class Events(Kind[Event]):
    """Events."""

    id = "events"
    row_type = EventRow
    columns = (
        Column("date", lambda words, event: words.period(event.date, event.date_end)),
        Column("category", lambda words, event: values.coded(words, "category", event.category)),
        Column("place", lambda words, event: words.fact(event.place or "")),
    )

    def row(self, feature: Feature[Event], encoder: Encoder) -> dict[str, Any]:
        """Return what a row says besides what all rows say."""
        del encoder
        event = feature.properties
        return {
            **placed(feature),
            "category": event.category,
            "date": event.date,
            "date_end": event.date_end,
            "off_frame": event.off_frame,
            "place": {"en": event.place} if event.place else None,
        }
