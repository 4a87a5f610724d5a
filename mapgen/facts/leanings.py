"""``leanings.toml``: whose publishers are, where that is public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mapgen.facts.files import file_place, read_toml
from mapgen.facts.geojson import check_record
from mapgen.facts.values import Strict, Text

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.sides import Side
    from mapgen.faults import FaultLog

Leaning = Literal[
    "state-syria", "state-russia", "state-iran", "state-turkey", "state-qatar", "state-germany",
    "party-hezbollah", "party-sdf", "opposition", "un", "agency", "monitor", "wiki", "aggregator",
]  # fmt: skip
"""Media of a state, an outlet of a party to the war, or what else readers should know of it."""

SPEAKS_FOR: dict[Leaning, Side] = {
    "state-syria": "government",
    "state-russia": "government",
    "state-iran": "government",
    "party-hezbollah": "government",
    "party-sdf": "sdf",
    "opposition": "opposition",
    "state-turkey": "turkey",
}
"""The side of the war for which publishers of a leaning speak; others speak for none."""


class _Leaning(Strict):
    leaning: Leaning
    publishers: tuple[Text, ...]


class Leanings(Strict):
    """The checked content of ``leanings.toml``."""

    leanings: tuple[_Leaning, ...]


def read_leanings(path: Path, log: FaultLog) -> dict[str, Leaning]:
    """Read whose publishers are, by the publisher's name; none where there is no such file."""
    place = file_place(path)
    content = read_toml(path, log)
    if content is None:
        return {}
    checked = check_record(content, Leanings, place, log)
    found: dict[str, Leaning] = {}
    for group in checked.leanings if checked else ():
        for publisher in group.publishers:
            if publisher in found:
                log.add(place, f'"{publisher}" stands there twice. Remove one of the two.')
            found[publisher] = group.leaning
    return found
