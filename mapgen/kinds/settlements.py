"""Settlements: the evidence of who held what, with what was said of the time before."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, Literal

from annotated_types import Ge, MinLen
from pydantic import Field

from mapgen.facts.days import period_on
from mapgen.facts.evidence import evidence
from mapgen.facts.properties import RULES, Settlement
from mapgen.facts.statements import LocatorLabel
from mapgen.facts.values import first_day
from mapgen.kinds import values
from mapgen.kinds.coordinates import placed
from mapgen.kinds.kind import Column, Group, Kind
from mapgen.kinds.records import Confidence, Day, Numbers, PartialDate, PlacedRow, Record, Texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.facts.words import Words
    from mapgen.kinds.kind import Encoder
    from mapgen.kinds.records import Common

PERIOD = (
    "valid_from", "valid_to", "valid_to_earliest", "valid_to_latest", "side", "holder",
    "confidence", "sources",
)  # fmt: skip
"""Keys of a period in an export."""

Span = tuple[Day, Day]
"""The first and the last day on which a period may have ended."""

History = tuple[
    PartialDate | None, PartialDate, str, str | None, Confidence, Numbers, Span | None, Numbers
]
"""From (none: since before the first day), the first day on which it no longer holds, side,
holder, confidence, sources, the days between which it ended where sources differ, and by which
sources the side that lost the place then tells of it."""


class SourceStatement(Record):
    """What a source says of a place."""

    source: Annotated[int, Ge(0), Field(description="Position in the sources.")]
    says: Texts
    label: LocatorLabel
    value: Annotated[str | None, Field(description="Which paragraph, page, ...; none of a title.")]


class SettlementRow(PlacedRow):
    """A settlement; ``history`` has earlier periods, the oldest first."""

    side: str
    holder: str | None
    kind: Literal["settlement", "hill", "post"]
    as_of: PartialDate | None
    as_of_basis: str
    position_basis: str
    history: Annotated[tuple[History, ...], MinLen(1)] | None
    statements: Annotated[tuple[SourceStatement, ...], MinLen(1)] | None


def _basis(words: Words, place: Settlement) -> str:
    """Return on what a settlement rests, and whether the side that lost it last says so."""
    basis = values.coded(words, "table.basis", place.as_of_basis)
    if not any(words.losses.get(place.id, ())[-1:]):
        return basis
    return words.text("table.basis.by-loser").format(basis=basis)


class Settlements(Kind[Settlement]):
    """Settlements with their holder."""

    rule = RULES["settlements"]
    row_type = SettlementRow
    columns = (
        Column("as_of", values.as_of),
        Column("basis", _basis),
        Column(
            "confidence", lambda words, place: values.coded(words, "confidence", place.confidence)
        ),
        Column("error_km", values.error_km, numeric=True),
    )
    exported = (
        "position_error_km", "side", "holder", "kind", "as_of", "as_of_basis", "position_basis",
        "history", "valid_from", "valid_to", "valid_to_earliest", "valid_to_latest",
        "told_by_loser", "statements",
    )  # fmt: skip
    changes = True

    def row(self, feature: Feature[Settlement], common: Common, encoder: Encoder) -> SettlementRow:
        """Return a feature as a row."""
        place = feature.properties
        return SettlementRow(
            **common,
            **placed(feature),
            side=place.side,
            holder=place.holder,
            kind=place.kind,
            as_of=place.as_of,
            as_of_basis=place.as_of_basis,
            position_basis=place.position_basis,
            history=tuple(
                (
                    period.valid_from,
                    period.valid_to,
                    period.side,
                    period.holder,
                    period.confidence,
                    encoder.sources(period.sources),
                    period.span,
                    encoder.sources(by_loser),
                )
                for period, by_loser in zip(place.history, encoder.losses(place.id), strict=True)
            )
            or None,
            statements=tuple(
                SourceStatement(
                    source=encoder.sources((statement.source,))[0],
                    says={"en": statement.says_en},
                    label=statement.locator.label,
                    value=statement.locator.value,
                )
                for statement in place.statements
            )
            or None,
        )

    def listed(self, layer: str, geodata: Geodata) -> Iterable[Feature[Settlement]]:
        """Return the settlements by holder."""
        del layer
        return chain.from_iterable(group.features for group in evidence(geodata))

    def groups(self, layer: str, geodata: Geodata, words: Words) -> Iterable[Group[Settlement]]:
        """Return the settlements of each holder under its name."""
        del layer
        for group in evidence(geodata):
            records = tuple(feature.properties for feature in group.features)
            yield Group(records, group.id, words.evidence(group, len(records)))

    def values_on(self, record: Settlement, day: date | None) -> dict[str, Any]:
        """Return a settlement as it was held on a day, or with all its periods.

        What is said of its present moment does not hold for an earlier one.
        """
        held = record.model_dump(by_alias=True) | {"valid_from": None, "valid_to": None}
        if day is None:
            return held
        held["history"] = None
        period = period_on(record.history, day)
        if period is None:
            begun = record.history[-1].valid_to if record.history else None
            held |= {"valid_from": begun}
        else:
            past = period.model_dump(include=set(PERIOD))
            held |= past | {"as_of": None, "as_of_basis": None}
        said = (each for each in held["statements"] if each["source"] in held["sources"])
        return held | {"statements": tuple(said)}

    def periods(self, record: Settlement) -> Iterator[dict[str, Any]]:
        """Yield a settlement in each of its periods, the earliest first."""
        for period in record.history:
            yield self.values_on(record, first_day(period.valid_to) - timedelta(days=1))
        yield self.values_on(record, date.max)
