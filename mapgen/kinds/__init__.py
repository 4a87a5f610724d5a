"""Kinds of features: what each is to the document, tables, pictures and export."""

from __future__ import annotations

from typing import Any, Final

from mapgen.kinds.areas import AreaRow, Areas
from mapgen.kinds.bases import BaseRow, Bases
from mapgen.kinds.border import BorderRow, Borders
from mapgen.kinds.crossings import CrossingRow, Crossings
from mapgen.kinds.events import EventRow, Events
from mapgen.kinds.figures import FigureRow, Figures
from mapgen.kinds.fronts import FrontRow, Fronts
from mapgen.kinds.kind import Column, Encoder, Group, Kind, Mark, Sample, Shown, Sight
from mapgen.kinds.posts import PostRow, Posts
from mapgen.kinds.settlements import SettlementRow, Settlements

KINDS: Final[dict[str, Kind[Any]]] = {
    kind.id: kind
    for kind in (
        Areas(), Fronts(), Borders(), Settlements(), Crossings(), Bases(), Events(), Posts(),
        Figures(),
    )
}  # fmt: skip
"""Every kind by its name in ``atlas.toml``."""


class UnknownKindError(KeyError):
    """No kind has this name."""

    def __init__(self, name: str) -> None:
        """Say which there are."""
        super().__init__(f'No kind is called "{name}". There are: {", ".join(KINDS)}.')


def kind_of(name: str) -> Kind[Any]:
    """Return a kind by its name.

    Raises
    ------
    UnknownKindError
        When there is none.
    """
    if name not in KINDS:
        raise UnknownKindError(name)
    return KINDS[name]


__all__ = [
    "KINDS", "AreaRow", "BaseRow", "BorderRow", "Column", "CrossingRow", "Encoder", "EventRow",
    "FigureRow", "FrontRow", "Group", "Kind", "Mark", "PostRow", "Sample", "SettlementRow", "Shown",
    "Sight", "UnknownKindError", "kind_of",
]  # fmt: skip
