"""Crossings of the border and of fronts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from mapgen import look
from mapgen.facts.properties import RULES, Crossing
from mapgen.kinds import values
from mapgen.kinds.coordinates import placed
from mapgen.kinds.kind import Column, Kind, Mark, Sample
from mapgen.kinds.records import PartialDate, PlacedRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from mapgen.facts.geojson import Feature
    from mapgen.facts.words import Words
    from mapgen.kinds.kind import Encoder, Shown, Sight
    from mapgen.kinds.records import Common


State = Literal["open", "limited", "closed", "unknown"]


class CrossingRow(PlacedRow):
    """A crossing as a source told of it on a day, or in a period."""

    kind: Literal["border", "internal"]
    state: State
    holder: str | None
    as_of: PartialDate | None
    valid_from: PartialDate | None
    valid_to: PartialDate | None


class Crossings(Kind[Crossing]):
    """Crossings."""

    rule = RULES["crossings"]
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
    exported = ("position_error_km", "kind", "state", "holder", "as_of", "valid_from", "valid_to")
    turn = 1

    def row(self, feature: Feature[Crossing], common: Common, encoder: Encoder) -> CrossingRow:
        """Return a feature as a row."""
        del encoder
        crossing = feature.properties
        return CrossingRow(
            **common,
            **placed(feature),
            kind=crossing.kind,
            state=crossing.state,
            holder=crossing.holder,
            as_of=crossing.as_of,
            valid_from=crossing.valid_from,
            valid_to=crossing.valid_to,
        )

    def mark(self, record: Crossing, sight: Sight, layer: str) -> Mark:
        """Return a mark of its state; on days of which its source does not speak it is open."""
        state = record.state if record.speaks_of(sight.day) else "unknown"
        size = look.MARK_SIZE
        return Mark(layer, state, size, look.MARK_RADIUS * size, rank=1)

    def samples(self, shown: Sequence[Shown[Crossing]], words: Words) -> Iterator[Sample]:
        """Yield a line for each state that can be seen."""
        states = {place.glyph for place in shown}
        for state in get_args(State):
            if state in states:
                named = words.text(f"state.{state}")
                yield Sample(words.text("legend.crossing").format(state=named), state)

    def values_on(self, record: Crossing, day: date | None) -> dict[str, Any]:
        """Return a crossing; its state and holder are known while its source speaks of them."""
        known = record.model_dump(by_alias=True)
        if day is None or record.speaks_of(day):
            return known
        unknown = dict.fromkeys(("holder", "as_of", "valid_from", "valid_to"))
        return known | unknown | {"state": "unknown"}
