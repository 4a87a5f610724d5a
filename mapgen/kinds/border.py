"""The land border: stretches with or without a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mapgen.facts.properties import RULES, Border
from mapgen.kinds import values
from mapgen.kinds.kind import Column, Kind
from mapgen.kinds.records import Lines, PartialDate, Row, Texts

if TYPE_CHECKING:
    from mapgen.facts.geojson import Feature
    from mapgen.facts.words import Words
    from mapgen.kinds.kind import Encoder
    from mapgen.kinds.records import Common


class BorderRow(Row):
    """A stretch of the border."""

    wall: bool | Literal["partial"]
    as_of: PartialDate | None
    length_km: float | None
    state: Texts
    lines: Lines


def _length(words: Words, stretch: Border) -> str:
    return words.number(stretch.length_km) if stretch.length_km else ""


class Borders(Kind[Border]):
    """Stretches of the land border."""

    rule = RULES["border"]
    row_type = BorderRow
    columns = (
        Column("state", lambda words, stretch: values.coded(words, "state", stretch.state)),
        Column("wall", lambda words, stretch: values.coded(words, "wall-words", stretch.wall)),
        Column("length_km", _length, numeric=True),
    )
    exported = ("wall", "as_of", "length_km", "state")
    best_for = "border"

    def row(self, feature: Feature[Border], common: Common, encoder: Encoder) -> BorderRow:
        """Return a feature as a row."""
        stretch = feature.properties
        return BorderRow(
            **common,
            wall=stretch.wall,
            as_of=stretch.as_of,
            length_km=stretch.length_km,
            state={"en": stretch.state},
            lines=encoder.lines(feature),
        )
