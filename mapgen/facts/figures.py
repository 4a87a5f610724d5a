"""``figures.json`` and ``claims.json``: numbers with sources, and what the article says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeVar

from pydantic import Field

from mapgen.facts.entries import entries_by_id
from mapgen.facts.files import file_place, read_json
from mapgen.facts.named import Kilometres, Named
from mapgen.facts.values import ClaimId, Latitude, Line, Longitude, PartialDate, Strict, Text

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.faults import FaultLog


MOST: Final = 1e15
"""No figure of the facts is larger: beyond it programs lose the last digit."""


class Figure(Named):
    """A number about people, buildings or money, for an area and a period."""

    value: Annotated[float, Field(ge=-MOST, le=MOST)] | Line
    unit: Text = Field(alias="unit:en")
    area: Text = Field(alias="area:en")
    period_start: PartialDate
    period_end: PartialDate | None = None
    point: tuple[Longitude, Latitude] | None = None
    position_error_km: Kilometres | None = None
    chart: Literal["displacement", "health_care"] | None = None
    """The small chart of the page that draws it."""
    row: Text | None = None

    @property
    def free_texts(self) -> tuple[Text | None, ...]:
        """The note, unit and area, and what a source says instead of a number."""
        said = self.value if isinstance(self.value, str) else None
        return (*super().free_texts, self.unit, self.area, said)


class Claim(Strict):
    """A statement of the article, in own words, that the map shows or checks."""

    id: ClaimId
    kind: Text
    text: Text = Field(alias="text:en")
    place: Text | None = None
    date: Text | None = None


Entry = TypeVar("Entry", Figure, Claim)


def read_entries(path: Path, key: str, model: type[Entry], log: FaultLog) -> dict[str, Entry]:
    """Read a JSON file of the form ``{key: [entry, …]}``.

    Returns
    -------
    dict of str to entry
        Checked entries by id, in the order of the file; each fault is logged.
    """
    content = read_json(path, log)
    if content is None:
        return {}
    place = file_place(path)
    if not isinstance(content, dict) or set(content) != {key} or not isinstance(content[key], list):
        log.add(place, f'must hold exactly one list: {{"{key}": [ … ]}}.')
        return {}
    return entries_by_id(content[key], model, place, key, log)
