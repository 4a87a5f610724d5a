"""What the records of all kinds share: names, sources, a time, a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator

from mapgen.facts import days
from mapgen.facts.languages import LANGUAGES, Language
from mapgen.facts.values import (
    ClaimId,
    Confidence,
    HolderId,
    Identifier,
    Line,
    PartialDate,
    SourceIds,
    Strict,
    Text,
    Version,
    first_day,
)

if TYPE_CHECKING:
    from datetime import date

Kilometres = Annotated[float, Field(gt=0, le=50)]
Basis = Literal[
    "source", "gazetteer", "dataset", "map_mark", "ocha_place", "estimated", "knowledge"
]


class Named(Strict):
    """What every entry has: id, names, sources, confidence, notes, differing accounts, claims."""

    id: Identifier
    name_en: Line = Field(alias="name:en")
    name_ar: Line = Field(alias="name:ar")
    name_tr: Line = Field(alias="name:tr")
    alt_names: tuple[Line, ...] = ()
    name_uncertain: tuple[Language, ...] = ()
    sources: SourceIds
    confidence: Confidence
    note_en: Text | None = Field(default=None, alias="note:en")
    disagreement: Annotated[tuple[Version, ...], Field(min_length=2)] | None = None
    claim: tuple[ClaimId, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """The names by language."""
        return dict(zip(LANGUAGES, (self.name_en, self.name_ar, self.name_tr), strict=True))

    @property
    def cited(self) -> tuple[SourceIds, ...]:
        """Everything that names sources: the record, then each account and period of it."""
        return (self.sources, *(account.sources for account in self.disagreement or ()))

    @property
    def named_holders(self) -> tuple[tuple[str, HolderId | None], ...]:
        """Whom it names as holders, with the key that does."""
        return ()

    @property
    def free_texts(self) -> tuple[Text | None, ...]:
        """What it says in English besides names and accounts; None where it says nothing."""
        return (self.note_en,)

    @property
    def past_texts(self) -> tuple[Text | None, ...]:
        """What it says in English of earlier times; the page does not show it."""
        return ()

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on a day: what has no time of its own always does."""
        del day
        return True


class FeatureProperties(Named):
    """An entry with a time: the moment that it shows, or the period in which it held."""

    as_of: PartialDate | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None

    @model_validator(mode="after")
    def _has_one_kind_of_time(self) -> FeatureProperties:
        """Refuse a feature with no time, or with a moment and a period."""
        if (self.as_of is None) == (self.valid_from is None):
            message = "needs either as_of or valid_from (an ISO day, month or year)"
            raise ValueError(message)
        if (
            self.valid_to
            and self.valid_from
            and first_day(self.valid_to) < first_day(self.valid_from)
        ):
            message = f"valid_to {self.valid_to} lies before valid_from {self.valid_from}"
            raise ValueError(message)
        return self

    def holds_on(self, day: date) -> bool:
        """Tell whether a day lies in the period; `valid_to` is the first day that does not."""
        return days.holds_on(self.valid_from, self.valid_to, day)

    def speaks_of(self, day: date) -> bool:
        """Tell whether a day lies in the moment or period of which the sources speak."""
        return days.speaks_of(self.as_of, self.valid_from, self.valid_to, day)


class PointProperties(FeatureProperties):
    """A point, with the radius in kilometres within which the place lies."""

    position_error_km: Kilometres
    position_basis: Basis
