"""The settlements by holder: the order in which the document and the tables list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.facts.properties import Settlement


class Evidence(NamedTuple):
    """The settlements of a holder, or of a side where only that is known."""

    holder: str | None
    side: str
    features: tuple[Feature[Settlement], ...]

    @property
    def id(self) -> str:
        """Name of the group, unique in the page."""
        return f"held-{self.holder or f'side-{self.side}'}"


def evidence(geodata: Geodata) -> tuple[Evidence, ...]:
    """Return the settlements by who held them on the day of the map.

    Holders come in the order of the key, then sides; within one, settlements as in their file.
    """
    order = {holder: i for i, holder in enumerate(geodata.actors.holders)}
    groups: dict[tuple[str | None, str], list[Feature[Settlement]]] = {}
    for feature in geodata.layers["settlements"]:
        held = feature.properties
        groups.setdefault((held.holder, "" if held.holder else held.side), []).append(feature)
    keys = sorted(groups, key=lambda key: (order.get(key[0] or "", len(order)), key[1]))
    return tuple(Evidence(*key, tuple(groups[key])) for key in keys)
