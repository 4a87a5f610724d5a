"""Air bases and ports with their holder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.facts.properties import Base
from mapgen.kinds import values
from mapgen.kinds.coordinates import placed
from mapgen.kinds.kind import MARK_PX, Column, Kind, Mark
from mapgen.kinds.records import PartialDate, PlacedRow

if TYPE_CHECKING:
    from mapgen.facts.geojson import Feature
    from mapgen.kinds.kind import Encoder, Sight


class BaseRow(PlacedRow):
    """A base as a source told of it on a day, or in a period."""

    kind: str
    holder: str
    as_of: PartialDate | None
    valid_from: PartialDate | None
    valid_to: PartialDate | None


class Bases(Kind[Base]):
    """Bases."""

    id = "bases"
    row_type = BaseRow
    columns = (
        Column("base_kind", lambda words, base: values.coded(words, "what.base", base.kind)),
        Column("holder", values.holder),
        Column("as_of", values.as_of),
        Column("error_km", values.error_km, numeric=True),
    )

    def row(self, feature: Feature[Base], encoder: Encoder) -> dict[str, Any]:
        """Return what a row says besides what all rows say."""
        del encoder
        keys = ("kind", "holder", "as_of", "valid_from", "valid_to")
        return placed(feature) | feature.properties.model_dump(include=set(keys))

    def mark(self, record: Base, sight: Sight, layer: str) -> Mark:
        """Return the mark of a base."""
        del record, sight
        size = 0.85 * MARK_PX
        return Mark(layer, "base", size, 0.42 * size, rank=2)
