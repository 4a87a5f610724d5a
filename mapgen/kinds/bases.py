"""Air bases and ports with their holder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen import look
from mapgen.facts.properties import RULES, Base
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


class BaseRow(PlacedRow):
    """A base as a source told of it on a day, or in a period."""

    kind: str
    holder: str
    as_of: PartialDate | None
    valid_from: PartialDate | None
    valid_to: PartialDate | None


class Bases(Kind[Base]):
    """Bases."""

    rule = RULES["bases"]
    row_type = BaseRow
    columns = (
        Column("base_kind", lambda words, base: values.coded(words, "what.base", base.kind)),
        Column("holder", values.holder),
        Column("as_of", values.as_of),
        Column("error_km", values.error_km, numeric=True),
    )
    exported = ("position_error_km", "kind", "holder", "as_of", "valid_from", "valid_to")
    turn = 3

    def row(self, feature: Feature[Base], common: Common, encoder: Encoder) -> BaseRow:
        """Return a feature as a row."""
        del encoder
        base = feature.properties
        return BaseRow(
            **common,
            **placed(feature),
            kind=base.kind,
            holder=base.holder,
            as_of=base.as_of,
            valid_from=base.valid_from,
            valid_to=base.valid_to,
        )

    def mark(self, record: Base, sight: Sight, layer: str) -> Mark:
        """Return the mark of a base."""
        del record, sight
        size = look.MARK_SCALE["base"] * look.MARK_SIZE
        return Mark(layer, "base", size, look.MARK_RADIUS * size, rank=2)

    def samples(self, shown: Sequence[Shown[Base]], words: Words) -> Iterator[Sample]:
        """Yield one line for all."""
        if shown:
            yield Sample(words.text("key.bases"), "base")

    def values_on(self, record: Base, day: date | None) -> dict[str, Any]:
        """Return a base; its holder is known while its source speaks of it."""
        known = record.model_dump(by_alias=True)
        if day is None or record.speaks_of(day):
            return known
        unknown = dict.fromkeys(("holder", "as_of", "valid_from", "valid_to"))
        return known | unknown
