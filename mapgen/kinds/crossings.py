"""Crossings of the border and of fronts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mapgen.facts.properties import Crossing
from mapgen.kinds import values
from mapgen.kinds.coordinates import placed
from mapgen.kinds.kind import MARK_PX, Column, Kind, Mark
from mapgen.kinds.records import PartialDate, PlacedRow

if TYPE_CHECKING:
    from mapgen.facts.geojson import Feature
    from mapgen.kinds.kind import Encoder, Sight


class CrossingRow(PlacedRow):
    """A crossing as a source told of it on a day, or in a period."""

    kind: Literal["border", "internal"]
    state: Literal["open", "limited", "closed", "unknown"]
    holder: str | None
    as_of: PartialDate | None
    valid_from: PartialDate | None
    valid_to: PartialDate | None


class Crossings(Kind[Crossing]):
    """Crossings."""

    id = "crossings"
    row_type = CrossingRow
    columns = (
        Column(
            "crossing_kind", lambda words, place: values.coded(words, "what.crossing", place.kind)
        ),
        Column("state", lambda words, place: values.coded(words, "state", place.state)),
        Column("holder", values.holder),
        Column("as_of", values.as_of),
        Column("error_km", values.error_km, numeric=True),
    )

    def row(self, feature: Feature[Crossing], encoder: Encoder) -> dict[str, Any]:
        """Return what a row says besides what all rows say."""
        del encoder
        keys = ("kind", "state", "holder", "as_of", "valid_from", "valid_to")
        return placed(feature) | feature.properties.model_dump(include=set(keys))

    def mark(self, record: Crossing, sight: Sight, layer: str) -> Mark:
        """Return a mark of its state; on days of which its source does not speak it is open."""
        day = sight.day
        known = record.as_of and day.isoformat().startswith(record.as_of)
        state = record.state if known or record.holds_on(day) else "unknown"
        return Mark(layer, state, MARK_PX, 0.42 * MARK_PX, rank=1)
