"""What the document holds of a layer, as plain records with the keys of ``docs/data.md``.

The dialog "Share this map" of the page (``web/share/data.js``) gives the same away; a test
compares the two, letter by letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from mapgen.facts.values import first_day
from mapgen.page.arcs import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.page.document import Document

Record = dict[str, Any]
Place = list[float]

_DRAWING = {"point", "lines", "polygons", "labels", "small_into"}
_RENAMED = {"error_km": "position_error_km"}
_PERIOD = ("valid_from", "valid_to", "side", "holder", "confidence", "sources")
_UNTOLD = frozenset({"crossings", "bases"})
"""Layers that say nothing of a day outside the time of which their sources speak."""
_WINDOW = timedelta(days=10)
"""Events of a day are those of the days before, as the map shows them."""


@dataclass(frozen=True)
class Records:
    """The layers of a document as records.

    Parameters
    ----------
    document
        As ``mapgen.page.document.encode`` returns it.
    """

    document: Document

    @cached_property
    def layers(self) -> dict[str, Document]:
        """The layers by id, from below to above."""
        return {layer["id"]: layer for layer in self.document["layers"]}

    @cached_property
    def _arcs(self) -> list[list[Place]]:
        return [_places(arc) for arc in self.document["arcs"]]

    def rows(self, layer: str, day: str | None = None) -> list[Record]:
        """Return the rows of a layer by field: those of an ISO day, or all."""
        found = self.layers[layer]
        rows = [dict(zip(found["fields"], row, strict=True)) for row in found["rows"]]
        if day is None:
            return rows
        if layer == "settlements":
            return [held_on(row, day) for row in rows]
        if layer in _UNTOLD:
            return [told_on(row, day) for row in rows]
        if layer == "events":
            first = (date.fromisoformat(day) - _WINDOW).isoformat()
            return [row for row in rows if _happened(row, first, day)]
        return [row for row in rows if _is_on(row, day)]

    def properties(self, layer: str, row: Record) -> Record:
        """Return what is known of a row, under the keys of ``docs/data.md``."""
        record: Record = {}
        fields = self.layers[layer]["fields"]
        for field in dict.fromkeys([*fields, "valid_from", "valid_to"]):
            value = row.get(field)
            if field in _DRAWING or is_empty(value):
                continue
            record |= self._written(field, value)
        return record

    def _written(self, field: str, value: Any) -> Record:  # noqa: ANN401 - a value of a row
        match field:
            case "state":
                written: Record = {"state": value["en"] if isinstance(value, dict) else value}
            case "sources":
                written = {"sources": self.sources(value)}
            case "holders":
                written = dict(zip(("holder_a", "holder_b"), value, strict=True))
            case "disagreement":
                written = {"disagreement": [self._version(each) for each in value]}
            case "history":
                written = {"history": [self._period(each) for each in value]}
            case _ if isinstance(value, dict):
                written = self._localized(field, value)
            case _:
                written = {_RENAMED.get(field, field): value}
        return written

    def sources(self, numbers: Iterable[int]) -> list[Record]:
        """Return sources by their positions in the bibliography, spelt out."""
        return [without_empty(self.document["sources"][number]) for number in numbers]

    def _version(self, version: Record) -> Record:
        told = self._localized("version", version["version"])
        return told | {"sources": self.sources(version["sources"])}

    def _period(self, period: Sequence[Any]) -> Record:
        record = dict(zip(_PERIOD, period, strict=True))
        return without_empty(record | {"sources": self.sources(record["sources"])})

    def _localized(self, key: str, texts: dict[str, str]) -> Record:
        """Return a text in every language in which it is known."""
        said = self.document["phrases"]
        known = {
            f"{key}:{each}": texts.get(each) or said.get(each, {}).get(texts["en"])
            for each in self.document["languages"]
        }
        return without_empty(known)

    def geometry(self, row: Record) -> Record | None:
        """Return a GeoJSON geometry (RFC 7946); None where no place is known."""
        if row.get("polygons"):
            parts = [
                [_turned(self._join(ring), outer=not i) for i, ring in enumerate(rings)]
                for rings in row["polygons"]
            ]
            return {"type": "MultiPolygon", "coordinates": parts}
        if row.get("lines"):
            return {"type": "MultiLineString", "coordinates": list(map(self._join, row["lines"]))}
        point = row.get("point")
        return {"type": "Point", "coordinates": [each / SCALE for each in point]} if point else None

    def _join(self, numbers: Iterable[int]) -> list[Place]:
        arcs = [self._arcs[n] if n >= 0 else self._arcs[~n][::-1] for n in numbers]
        return [*arcs[0], *chain.from_iterable(arc[1:] for arc in arcs[1:])]


def held_on(row: Record, day: str) -> Record:
    """Return a settlement as it was held on a day.

    What is said of its present moment does not hold for an earlier one.
    """
    history = row.get("history") or []
    period = next((each for each in history if day < each[1]), None)
    if period is None:
        begun = history[-1][1] if history else None
        return row | {"valid_from": begun, "valid_to": None, "history": None}
    past = {"as_of": None, "as_of_basis": None, "history": None}
    return row | dict(zip(_PERIOD, period, strict=True)) | past


def told_on(row: Record, day: str) -> Record:
    """Return a crossing or base as it is told of on a day; state and holder are open on others."""
    as_of = row.get("as_of")
    if day.startswith(as_of) if as_of else _is_on(row, day):
        return row
    unknown = {"state": "unknown"} if row.get("state") else {}
    return row | dict.fromkeys(("holder", "as_of", "valid_from", "valid_to")) | unknown


def every_period(row: Record) -> list[Record]:
    """Return a settlement in each of its periods, the earliest first."""
    ends = [period[1] for period in row.get("history") or []]
    last_days = [(first_day(end) - timedelta(days=1)).isoformat() for end in ends]
    return [held_on(row, day) for day in (*last_days, "9999-12-31")]


def is_empty(value: object) -> bool:
    """Tell whether a value says nothing."""
    return value is None or (isinstance(value, str | list) and not value)


def without_empty(record: Record) -> Record:
    """Return a record without the keys that say nothing."""
    return {key: value for key, value in record.items() if not is_empty(value)}


def _is_on(row: Record, day: str) -> bool:
    begun, ended = row.get("valid_from"), row.get("valid_to")
    return not (begun and begun > day) and not (ended and ended <= day)


def _happened(row: Record, first: str, last: str) -> bool:
    end = row.get("date_end") or row["date"]
    return bool(row["date"] <= last and (end >= first or first.startswith(end)))


def _places(arc: list[int]) -> list[Place]:
    """Return an arc in degrees, longitude first."""
    x = y = 0
    places = []
    for dx, dy in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + dx, y + dy
        places.append([x / SCALE, y / SCALE])
    return places


def _turned(ring: list[Place], *, outer: bool) -> list[Place]:
    """Return a ring that runs counter-clockwise where it is an outer one, else clockwise."""
    area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))
    return ring if (area > 0) == outer else ring[::-1]
