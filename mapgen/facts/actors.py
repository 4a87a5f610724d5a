"""``actors.json``: who took part, what holds ground is called, how it is drawn, who stood where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, NonNegativeInt, model_validator

from mapgen.facts.entries import check_entries, entries_by_id
from mapgen.facts.files import file_place, read_json
from mapgen.facts.sides import PastSide
from mapgen.facts.values import (
    ClaimId,
    Colour,
    HolderId,
    Identifier,
    Localized,
    PartialDate,
    PartlyLocalized,
    SourceIds,
    Strict,
    Text,
)
from mapgen.faults import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.faults import FaultLog, Place

ActorId = Literal[
    "government", "hts", "nlf", "turkey", "sdf", "russia", "iran", "hezbollah", "tip", "isil",
    "opposition", "civil_society", "western_states", "un_ocha", "usa",
]  # fmt: skip
Pattern = Literal["none", "rising", "dots", "level", "cross", "grid", "rings"]


class ActorColour(Strict):
    """Fill of the ground and the dark ink of labels and pattern."""

    fill: Colour
    ink: Colour


class Actor(Strict):
    """Somebody who took part, with the article's name and a neutral one."""

    id: ActorId
    name: Localized
    short: Localized
    article_name: Text | None = None
    """What the article calls it; none where the article does not name it."""
    alt_names: tuple[Text, ...] = ()
    """What else it is looked for as: abbreviations, other spellings, groups that are part of it."""
    search_names: tuple[Text, ...] = ()
    """What it is looked for as and never shown as: names that judge it."""
    description: Localized
    territory: bool
    seat: tuple[Annotated[int, Field(ge=0, le=2)], NonNegativeInt, NonNegativeInt]
    """Column, first and last row in the diagram of relations."""
    colour: ActorColour | None = None
    pattern: Pattern | None = None
    sources: SourceIds
    claim: tuple[ClaimId, ...] = ()

    @property
    def cited(self) -> tuple[SourceIds, ...]:
        """Everything that names sources."""
        return (self.sources,)

    @model_validator(mode="after")
    def _can_be_drawn(self) -> Actor:
        """Refuse an actor with territory without colour or pattern, and a seat upside down."""
        if self.territory and not (self.colour and self.pattern):
            message = "an actor with territory needs colour and pattern"
            raise ValueError(message)
        if self.seat[1] > self.seat[2]:
            message = "the first row of the seat lies below its last"
            raise ValueError(message)
        return self


class Holder(Strict):
    """What the key calls ground of one actor, or of two together."""

    id: HolderId
    side: PastSide
    """Of the war, on which those who hold it stood: HTS and the NLF fought each other on one."""
    name: Localized
    short: Localized
    detail: Localized | None = None
    drawn_as: HolderId | None = None
    """The holder in whose area it counts, where it has none of its own."""

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors that hold it together."""
        return tuple(self.id.split("+"))


class Relation(Strict):
    """How one actor stood to another."""

    id: Identifier
    from_: ActorId = Field(alias="from")
    to: ActorId
    kind: Literal["allied", "sponsor", "hostile", "agreement", "member", "talks"]
    text: PartlyLocalized
    since: PartialDate | None = None
    sources: SourceIds
    claim: tuple[ClaimId, ...] = ()

    @property
    def cited(self) -> tuple[SourceIds, ...]:
        """Everything that names sources."""
        return (self.sources,)


class Actors(Strict):
    """The checked content of ``actors.json``."""

    actors: dict[str, Actor]
    holders: dict[str, Holder]
    relations: tuple[Relation, ...]


def read_actors(path: Path, log: FaultLog) -> Actors:
    """Read ``actors.json``: actors, holders and relations, each fault logged."""
    content = read_json(path, log)
    if content is None:
        return Actors(actors={}, holders={}, relations=())
    place = file_place(path)
    if not _holds_the_lists(content):
        log.add(place, "must hold exactly the lists actors, holders, relations.")
        return Actors(actors={}, holders={}, relations=())
    actors = entries_by_id(content["actors"], Actor, place, "actors", log)
    holders = entries_by_id(content["holders"], Holder, place, "holders", log)
    relations = check_entries(content["relations"], Relation, place, "relations", log)
    _check_ends(actors, holders, relations, place, log)
    return Actors(actors=actors, holders=holders, relations=tuple(relations))


def _holds_the_lists(content: object) -> bool:
    return (
        isinstance(content, dict)
        and set(content) == {"actors", "holders", "relations"}
        and all(isinstance(entries, list) for entries in content.values())
    )


def _check_ends(
    actors: dict[str, Actor],
    holders: dict[str, Holder],
    relations: list[Relation],
    place: Place,
    log: FaultLog,
) -> None:
    """Log each holder and relation that names an actor that does not exist."""
    named = [
        (f'holder "{holder.id}"', name) for holder in holders.values() for name in holder.actors
    ]
    named += [
        (f'relation "{relation.id}"', name)
        for relation in relations
        for name in (relation.from_, relation.to)
    ]
    for owner, name in named:
        if name not in actors:
            log.add(place, f'{owner} names the unknown actor "{name}". Add it to actors.')
    for holder in holders.values():
        if holder.drawn_as not in {None, *holders}:
            hint = did_you_mean(holder.drawn_as or "", holders)
            log.add(place, f'holder "{holder.id}" is drawn_as "{holder.drawn_as}". {hint}')
        if not any(actors[name].colour for name in holder.actors if name in actors):
            problem = "no actor of it has a colour. Give one a colour and a pattern."
            log.add(place, f'holder "{holder.id}": {problem}')
