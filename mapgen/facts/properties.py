"""Properties of features, one model and one rule per layer: the contract of ``geodata``."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated, Final, Literal, NamedTuple

from pydantic import Field, model_validator

from mapgen import look
from mapgen.facts import days, periods
from mapgen.facts import statements as said
from mapgen.facts.figures import Figure
from mapgen.facts.named import Basis, FeatureProperties, Kilometres, Named, PointProperties
from mapgen.facts.rules import LINE, POINT, POLYGON, LayerRule, Switch
from mapgen.facts.sides import Side
from mapgen.facts.values import (
    Confidence,
    HolderId,
    PartialDate,
    SourceIds,
    Text,
    first_day,
)

if TYPE_CHECKING:
    from datetime import date

    from mapgen.facts.days import Window


EARTH_KM2: Final = 510_100_000
"""Surface of the Earth: no area is larger."""

AROUND_KM: Final = 40_075_000
"""A thousand times round the equator: no line of the facts is longer."""


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
    history: tuple[periods.Period, ...] = ()
    statements: tuple[said.Statement, ...] = ()

    @model_validator(mode="after")
    def _periods_follow_each_other(self) -> Settlement:
        """Refuse periods that do not follow each other, and spans that do not fit."""
        for message in periods.faults(self.history):
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _statements_are_of_its_sources(self) -> Settlement:
        """Refuse statements that are too long, or not one of each of its own sources."""
        for message in said.faults(self.statements, self.listed_sources):
            raise ValueError(message)
        return self

    @property
    def listed_sources(self) -> frozenset[str]:
        """The sources that it lists on one day or another."""
        return frozenset(chain(self.sources, *(period.sources for period in self.history)))

    @property
    def free_texts(self) -> tuple[Text | None, ...]:
        """The note, and what its sources say."""
        return (*super().free_texts, *(statement.says_en for statement in self.statements))

    @property
    def cited(self) -> tuple[SourceIds, ...]:
        """Everything that names sources, each period of the history as well."""
        return (*super().cited, *(period.sources for period in self.history))

    @property
    def named_holders(self) -> tuple[tuple[str, HolderId | None], ...]:
        """Who holds it, and who did."""
        past = enumerate(self.history, start=1)
        return (
            ("holder", self.holder),
            *((f"history {number}: holder", period.holder) for number, period in past),
        )

    @property
    def past_texts(self) -> tuple[Text | None, ...]:
        """The notes of its history."""
        return tuple(period.note_en for period in self.history)

    def on(self, day: date) -> Held:
        """Return what is said of a day: the first period that ends after it, or else the present.

        A period on the present side is as sure of its side as the present is: only who held
        the place on that side changed.
        """
        period = days.period_on(self.history, day)
        if period is None:
            present = (self.holder, self.confidence, self.sources)
            return Held(self.side, self.side_confidence, *present, dated=False)
        sure = self.side_confidence if period.side == self.side else period.confidence
        past = (period.holder, period.confidence, period.sources)
        return Held(period.side, sure, *past, dated=True)


class ObservationPost(PointProperties):
    """A post of one of the three guarantors."""

    country: Literal["turkey", "russia", "iran"]
    number: Annotated[int, Field(ge=1, le=99)] | None = None
    number_basis: Text | None = None
    order: Annotated[int, Field(ge=1, le=99)] | None = None
    place: Text

    @property
    def free_texts(self) -> tuple[Text | None, ...]:
        """The note, and what its place is called."""
        return (*super().free_texts, self.place)


Passage = Literal["open", "limited", "closed", "unknown"]
"""Whether people can pass."""


class Border(FeatureProperties):
    """A stretch of the land border."""

    wall: bool | Literal["partial"]
    state: Passage
    length_km: Annotated[float, Field(gt=0, le=AROUND_KM)] | None = None


class Crossing(PointProperties):
    """A crossing of the border or of a front."""

    kind: Literal["border", "internal"]
    state: Passage
    holder: HolderId | None = None
    turkish_name: Text | None = None
    turkish_province: Text | None = None

    @property
    def named_holders(self) -> tuple[tuple[str, HolderId | None], ...]:
        """Who holds it."""
        return (("holder", self.holder),)


class Base(PointProperties):
    """An air base or port with its holder."""

    kind: Literal["air_base", "airport", "naval_facility"]
    holder: HolderId

    @property
    def named_holders(self) -> tuple[tuple[str, HolderId | None], ...]:
        """Who holds it."""
        return (("holder", self.holder),)


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

    @property
    def free_texts(self) -> tuple[Text | None, ...]:
        """The note, and what its place is called."""
        return (*super().free_texts, self.place)

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
    area_km2: Annotated[float, Field(gt=0, le=EARTH_KM2)]
    labels: tuple[tuple[float, float, float], ...] = ()
    small_into: tuple[HolderId | None, ...] = ()

    @property
    def named_holders(self) -> tuple[tuple[str, HolderId | None], ...]:
        """Who holds it."""
        return (("holder", self.holder),)


class FrontLine(FeatureProperties):
    """Derived: a shared edge of two areas."""

    kind: Literal["front", "limit", "inner"]
    quality: Literal["firm", "approximate", "guess"]
    holder_a: HolderId
    holder_b: HolderId
    length_km: Annotated[float, Field(gt=0, le=AROUND_KM)]

    @property
    def named_holders(self) -> tuple[tuple[str, HolderId | None], ...]:
        """Who holds the ground on both sides."""
        return (("holder_a", self.holder_a), ("holder_b", self.holder_b))


_GROUPS = Switch(groups=look.EVENT_GROUPS, off_at_first=look.OFF_AT_FIRST)

RULES = {
    "areas_of_control": LayerRule(
        "areas", AreaOfControl, POLYGON, is_derived=True, switch=Switch(by_holder=True)
    ),
    "front_lines": LayerRule("front_lines", FrontLine, LINE, is_derived=True),
    "border": LayerRule("border", Border, LINE),
    "settlements": LayerRule("settlements", Settlement, POINT, margin=0.1, is_on_land=True),
    "crossings": LayerRule("crossings", Crossing, POINT, margin=0.5),
    "bases": LayerRule("bases", Base, POINT, margin=0.5),
    "events": LayerRule("events", Event, POINT | {"None"}, margin=None, switch=_GROUPS),
    "observation_posts": LayerRule("posts", ObservationPost, POINT, is_on_land=True),
    "figures": LayerRule("figures", Figure, POINT | {"None"}, ending=".json", switch=None),
}
"""Every layer that a map can have, by the name of its file, in the order in which they are read."""
