"""Front lines: derived, shared edges of two areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mapgen.facts.properties import RULES, FrontLine
from mapgen.kinds import values
from mapgen.kinds.kind import Column, Kind
from mapgen.kinds.records import Lines, PartialDate, Row

if TYPE_CHECKING:
    from mapgen.facts.geojson import Feature
    from mapgen.kinds.kind import Encoder
    from mapgen.kinds.records import Common


class FrontRow(Row):
    """A line between two holders, of a period."""

    kind: Literal["front", "limit", "inner"]
    quality: Literal["firm", "approximate", "guess"]
    length_km: float
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    holders: tuple[str, str]
    lines: Lines


class Fronts(Kind[FrontLine]):
    """Front lines and other limits of areas."""

    rule = RULES["front_lines"]
    row_type = FrontRow
    has_names = False
    columns = (
        Column("line_kind", lambda words, line: values.coded(words, "what.line", line.kind)),
        Column("quality", lambda words, line: values.coded(words, "line", line.quality)),
        Column("length_km", lambda words, line: words.number(line.length_km), numeric=True),
    )
    exported = ("kind", "quality", "length_km", "valid_from", "valid_to", "holder_a", "holder_b")
    changes = True

    def row(self, feature: Feature[FrontLine], common: Common, encoder: Encoder) -> FrontRow:
        """Return a feature as a row."""
        line = feature.properties
        return FrontRow(
            **common,
            kind=line.kind,
            quality=line.quality,
            length_km=line.length_km,
            valid_from=line.valid_from,
            valid_to=line.valid_to,
            holders=self.holders_of(line),
            lines=encoder.lines(feature),
        )

    def holders_of(self, record: FrontLine) -> tuple[str, ...]:
        """Return the holders on both sides."""
        return record.holder_a, record.holder_b
