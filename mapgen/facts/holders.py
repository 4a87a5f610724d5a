"""What holds ground, as the map draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mapgen.facts.actors import Holder
    from mapgen.facts.folder import Geodata

DrawnPattern = Literal[
    "none", "rising", "dots", "level", "cross", "grid", "rings",
    "stripes-rising", "stripes-falling",
]  # fmt: skip

_STRIPES: dict[str, DrawnPattern] = {
    "hts+nlf": "stripes-rising",
    "government+sdf": "stripes-falling",
}
"""Patterns of ground that two hold together."""


@dataclass(frozen=True)
class DrawnHolder:
    """A holder with its colours.

    Parameters
    ----------
    holder
        The entry of ``actors.json``.
    fills
        A colour for each actor that holds the ground.
    ink
        Colour of its names and of its pattern.
    pattern
        Name of the pattern that tells it from others without colour.
    """

    holder: Holder
    fills: tuple[str, ...]
    ink: str
    pattern: DrawnPattern

    @property
    def id(self) -> str:
        """Id of the holder."""
        return self.holder.id


def drawn_holders(geodata: Geodata) -> tuple[DrawnHolder, ...]:
    """Return the holders that evidence names, in the order of the key."""
    named = {
        period.holder
        for feature in geodata.layers["settlements"]
        for period in (*feature.properties.history, feature.properties)
    }
    return tuple(
        _drawn(holder, geodata) for holder in geodata.actors.holders.values() if holder.id in named
    )


def _drawn(holder: Holder, geodata: Geodata) -> DrawnHolder:
    actors = [geodata.actors.actors[actor] for actor in holder.actors]
    drawn = [(actor.colour, actor.pattern) for actor in actors if actor.colour and actor.pattern]
    colour, pattern = drawn[0]
    fills = tuple(colour.fill for colour, _ in drawn)
    return DrawnHolder(holder, fills, colour.ink, _STRIPES.get(holder.id, pattern))
