"""Derived days to features: what stays the same from day to day is one feature with a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from mapgen.derivation.territory import label_points, small_into
from mapgen.derivation.territory.plane import Plane
from mapgen.facts.geometry import DECIMALS
from mapgen.facts.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import geopandas
    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.evidence_days import DayTable
    from mapgen.derivation.territory import Derivation
    from mapgen.facts.folder import Geodata

NEAR_FRONT_KM = 6.0
"""Reach, in kilometres, of the settlements whose sources a front line names."""

_CONFIDENCE = {"firm": "high", "approximate": "medium", "guess": "low"}

Json = dict[str, Any]


class Span(NamedTuple):
    """Something that is drawn alike on days that follow each other."""

    key: tuple[str, ...]
    first: int
    end: int | None
    """Number of the first day on which it is no longer so; None when it is to the last."""
    row: Any
    """How it is on the last of these days: a row of the table of that day."""

    def last(self, days: int) -> int:
        """Return the number of the last day on which it is so."""
        return (days if self.end is None else self.end) - 1


def spans(tables: Sequence[geopandas.GeoDataFrame], columns: Sequence[str]) -> list[Span]:
    """Join rows that are the same ground on days that follow each other.

    Parameters
    ----------
    tables
        One for each day, with geometries whose vertices come in a fixed order.
    columns
        Columns that together name a row of a day.

    Returns
    -------
    list of Span
        By what the columns hold, then by first day.
    """
    open_: dict[tuple[str, ...], Span] = {}
    result: list[Span] = []
    for number, table in enumerate(tables):
        rows = {
            tuple(getattr(row, column) for column in columns): row for row in table.itertuples()
        }
        ended = [key for key, span in open_.items() if not _same_ground(rows.get(key), span.row)]
        result += [open_.pop(key)._replace(end=number) for key in ended]
        for key, row in rows.items():
            first = open_[key].first if key in open_ else number
            open_[key] = Span(key, first, None, row)
    result += open_.values()
    return sorted(result, key=lambda span: (span.key, span.first))


def _same_ground(row: Any, other: Any) -> bool:  # noqa: ANN401 - rows of a table
    return row is not None and bool(row.geometry.wkb == other.geometry.wkb)


def areas(made: Sequence[Derivation], days: Sequence[DayTable], geodata: Geodata) -> list[Json]:
    """Return areas of control as features, each with the period in which it was so."""
    periods = spans([derivation.areas for derivation in made], ["holder"])
    into = {
        number: small_into(made[number].areas) for number in {s.last(len(made)) for s in periods}
    }
    features = []
    for span in periods:
        last = span.last(len(made))
        holder = geodata.actors.holders[span.row.holder]
        properties = {
            "id": f"area-{_slug(holder.id)}-{days[span.first].day}",
            **_names({language: holder.name[language] for language in LANGUAGES}),
            "holder": holder.id,
            **_period(span, days),
            "certainty": round(float(span.row.certainty), 3),
            "area_km2": round(float(span.row.area_km2), 1),
            "labels": label_points(span.row.geometry, made[last].certainty),
            "small_into": into[last][holder.id],
            "confidence": "medium",
            "sources": _sources_of(days[last], holder.id, whole=span.end is None),
        }
        features.append(_feature(properties, span.row.geometry))
    return features


def fronts(made: Sequence[Derivation], days: Sequence[DayTable], geodata: Geodata) -> list[Json]:
    """Return front lines as features, each with the period in which it was so."""
    periods = spans(
        [derivation.fronts for derivation in made], ["kind", "quality", "holder_a", "holder_b"]
    )
    near = _Near(Plane(geodata.atlas.frame), days[0])
    features = []
    for span in periods:
        row = span.row
        pair = [geodata.actors.holders[holder] for holder in (row.holder_a, row.holder_b)]
        name = {
            language: " – ".join(holder.short[language] for holder in pair)
            for language in LANGUAGES
        }
        key = [row.kind, row.quality, _slug(row.holder_a), _slug(row.holder_b)]
        properties = {
            "id": "-".join(["line", *key, days[span.first].day]),
            **_names(name),
            "kind": row.kind,
            "quality": row.quality,
            "holder_a": row.holder_a,
            "holder_b": row.holder_b,
            "length_km": round(float(row.length_km), 1),
            **_period(span, days),
            "confidence": _CONFIDENCE[row.quality],
            "sources": near.sources(row.geometry, days[span.last(len(made))]),
        }
        features.append(_feature(properties, row.geometry))
    return features


class _Near:
    """Finds the settlements near a line; their places are the same on all days."""

    def __init__(self, plane: Plane, day: DayTable) -> None:
        self._plane = plane
        self._places = plane.from_degrees(shapely.get_coordinates(day.settlements.geometry.array))

    def sources(self, line: BaseGeometry, day: DayTable) -> list[str]:
        metres = self._plane.project(line)
        shapely.prepare(metres)
        away = shapely.distance(metres, shapely.points(self._places))
        chosen = away <= max(NEAR_FRONT_KM * 1000, float(away.min()))
        return _distinct(day.settlements["sources"][chosen])


def _sources_of(day: DayTable, holder: str, *, whole: bool) -> list[str]:
    """Return the sources of a holder's settlements.

    Of an earlier day only those that tell of this very time, where there are any: what holds
    on the last day as well is told there.
    """
    mine = day.settlements[day.settlements["holder"] == holder]
    dated = mine[mine["dated"]]
    return _distinct((mine if whole or not len(dated) else dated)["sources"])


def _period(span: Span, days: Sequence[DayTable]) -> Json:
    period = {"valid_from": days[span.first].day}
    return period if span.end is None else period | {"valid_to": days[span.end].day}


def _slug(holder: str) -> str:
    return holder.replace("+", "-and-").replace("_", "-")


def _names(texts: Mapping[str, str]) -> dict[str, str]:
    return {f"name:{language}": text for language, text in texts.items()}


def _distinct(groups: Iterable[Iterable[str]]) -> list[str]:
    return sorted({source for group in groups for source in group})


def _feature(properties: Json, geometry: BaseGeometry) -> Json:
    shape = shapely.geometry.mapping(geometry)
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": shape["type"], "coordinates": _rounded(shape["coordinates"])},
    }


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401 - nested lists
    if isinstance(coordinates, float):
        return round(coordinates, DECIMALS)
    return [_rounded(item) for item in coordinates]
