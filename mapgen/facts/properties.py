"""Properties of features, one model per layer: the contract of ``geodata/*.geojson``."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from pydantic import Field, model_validator

from mapgen.facts import days
from mapgen.facts.values import (
    LANGUAGES,
    ClaimId,
    Confidence,
    HolderId,
    Identifier,
    PartialDate,
    SourceIds,
    Strict,
    Text,
    Version,
    first_day,
)

if TYPE_CHECKING:
    from datetime import date

    from mapgen.facts.days import Window

Kilometres = Annotated[float, Field(gt=0, le=50)]
Side = Literal["government", "opposition", "turkey", "sdf", "government+sdf"]
PastSide = Literal["government", "opposition", "turkey", "sdf", "government+sdf", "isil"]
Basis = Literal[
    "source", "gazetteer", "dataset", "map_mark", "ocha_place", "estimated", "knowledge"
]


class Named(Strict):
    """What every entry has: id, names, sources, confidence, notes, differing accounts, claims."""

    id: Identifier
    name_en: Text = Field(alias="name:en")
    name_ar: Text = Field(alias="name:ar")
    name_tr: Text = Field(alias="name:tr")
    alt_names: tuple[Text, ...] = ()
    name_uncertain: tuple[Literal["en", "ar", "tr"], ...] = ()
    sources: SourceIds
    confidence: Confidence
    note_en: Text | None = Field(default=None, alias="note:en")
    disagreement: Annotated[tuple[Version, ...], Field(min_length=2)] | None = None
    claim: tuple[ClaimId, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """The names by language."""
        return dict(zip(LANGUAGES, (self.name_en, self.name_ar, self.name_tr), strict=True))


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


class Period(Strict):
    """Evidence: who held a place before, up to the day on which it changed hands."""

    side: PastSide
    holder: HolderId | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate
    confidence: Confidence
    sources: SourceIds
    note_en: Text | None = Field(default=None, alias="note:en")


class Held(NamedTuple):
    """What a settlement says of one day."""

    side: str
    side_confidence: str
    holder: str | None
    confidence: str
    sources: tuple[str, ...]
    dated: bool
    """Whether a period of `history` tells so."""


class Settlement(PointProperties):
    """Evidence: who held a place; ``history`` tells of the time before."""

    kind: Literal["settlement", "hill", "post"]
    governorate: Text | None = None
    side: Side
    side_confidence: Confidence
    holder: HolderId | None = None
    as_of_basis: Literal[
        "reported",
        "inferred_unchanged",
        "inferred_from_later",
        "inferred_from_earlier",
        "background",
    ]
    history: tuple[Period, ...] = ()

    @model_validator(mode="after")
    def _periods_follow_each_other(self) -> Settlement:
        """Refuse periods that are empty, out of order, or leave a gap."""
        for number, period in enumerate(self.history, start=1):
            begin, end = period.valid_from, period.valid_to
            if begin and first_day(end) <= first_day(begin):
                message = f"history {number}: valid_to {end} does not lie after valid_from {begin}"
                raise ValueError(message)
        for number, (one, other) in enumerate(pairwise(self.history), start=2):
            if other.valid_from is None or first_day(other.valid_from) != first_day(one.valid_to):
                message = (
                    f"history {number}: valid_from is {other.valid_from}, but the period before "
                    f"it ends on {one.valid_to}; periods follow each other, oldest first"
                )
                raise ValueError(message)
        return self

    def on(self, day: date) -> Held:
        """Return what is said of a day: the first period that ends after it, or else the present.

        A period on the present side is as sure of its side as the present is: only who held
        the place on that side changed.
        """
        period = days.period_on(self.history, day)
        if period is None:
            said = (self.holder, self.confidence, self.sources)
            return Held(self.side, self.side_confidence, *said, dated=False)
        sure = self.side_confidence if period.side == self.side else period.confidence
        said = (period.holder, period.confidence, period.sources)
        return Held(period.side, sure, *said, dated=True)


class ObservationPost(PointProperties):
    """A post of one of the three guarantors."""

    country: Literal["turkey", "russia", "iran"]
    number: Annotated[int, Field(ge=1, le=99)] | None = None
    number_basis: Text | None = None
    order: Annotated[int, Field(ge=1, le=99)] | None = None
    place: Text


class Border(FeatureProperties):
    """A stretch of the land border."""

    wall: bool | Literal["partial"]
    state: Text
    length_km: Annotated[float, Field(gt=0)] | None = None


class Crossing(PointProperties):
    """A crossing of the border or of a front."""

    kind: Literal["border", "internal"]
    state: Literal["open", "limited", "closed", "unknown"]
    holder: HolderId | None = None
    turkish_name: Text | None = None
    turkish_province: Text | None = None


class Base(PointProperties):
    """An air base or port with its holder."""

    kind: Literal["air_base", "airport", "naval_facility"]
    holder: HolderId


EventCategory = Literal[
    "agreement", "air_strike", "announcement", "arms_supply", "attack_on_convoy",
    "attack_on_health_care", "attack_on_rescuers", "barrel_bombs", "capture", "corridor",
    "crossing_closed", "demolition", "deployment", "displacement", "evacuation", "exercise",
    "lull", "pause", "protest", "reinforcement", "report", "rocket_attack",
    "shooting_at_protest", "summit", "talks",
]  # fmt: skip


class Event(Named):
    """Something that happened; without a point where no place is known."""

    category: EventCategory
    date: PartialDate
    date_end: PartialDate | None = None
    place: Text | None = Field(default=None, alias="place:en")
    position_error_km: Kilometres | None = None
    position_basis: Basis | None = None
    off_frame: bool = False
    row: Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Event:
        """Refuse an end before the beginning."""
        if self.date_end and first_day(self.date_end) < first_day(self.date):
            message = f"date_end {self.date_end} lies before date {self.date}"
            raise ValueError(message)
        return self

    def happened_in(self, window: Window) -> bool:
        """Tell whether it happened, at least partly, between two days."""
        return days.happened_in(window, self.date, self.date_end)


class AreaOfControl(FeatureProperties):
    """Derived: the ground of one holder.

    ``labels`` says where the name fits: longitude, latitude (degrees) and the distance in metres
    to the nearest edge. ``small_into`` names, for each polygon, the holder in whose colour a
    small shared part is drawn while the whole region is in view.
    """

    holder: HolderId
    certainty: Annotated[float, Field(ge=0, le=1)]
    area_km2: Annotated[float, Field(gt=0)]
    labels: tuple[tuple[float, float, float], ...] = ()
    small_into: tuple[HolderId | None, ...] = ()


class FrontLine(FeatureProperties):
    """Derived: a shared edge of two areas."""

    kind: Literal["front", "limit", "inner"]
    quality: Literal["firm", "approximate", "guess"]
    holder_a: HolderId
    holder_b: HolderId
    length_km: Annotated[float, Field(gt=0)]
