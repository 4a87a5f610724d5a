"""What is known of a layer, as plain records with the keys of ``docs/data.md``.

The dialog "Share this map" of the page gives the same away; a test compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from mapgen.facts.days import period_on, window_of
from mapgen.facts.ground import holders_at
from mapgen.facts.values import first_day
from mapgen.page.citations import cited_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from mapgen.facts.atlas import AtlasLayer
    from mapgen.facts.folder import Geodata
    from mapgen.facts.properties import Settlement
    from mapgen.facts.sources import Source

Record = dict[str, Any]

_COMMON = (
    "id", "name:en", "name:ar", "name:tr", "sources", "confidence", "note:en", "disagreement",
    "claim", "alt_names",
)  # fmt: skip
_PERIOD = ("valid_from", "valid_to", "side", "holder", "confidence", "sources")
_KEYS = {
    "areas_of_control": ("holder", "valid_from", "valid_to", "certainty", "area_km2"),
    "front_lines": (
        "kind", "quality", "length_km", "valid_from", "valid_to", "holder_a", "holder_b",
    ),
    "border": ("wall", "as_of", "length_km", "state"),
    "settlements": (
        "position_error_km", "side", "holder", "kind", "as_of", "as_of_basis", "position_basis",
        "history", "valid_from", "valid_to",
    ),
    "crossings": (
        "position_error_km", "kind", "state", "holder", "as_of", "valid_from", "valid_to",
    ),
    "bases": ("position_error_km", "kind", "holder", "as_of", "valid_from", "valid_to"),
    "events": ("position_error_km", "category", "date", "date_end", "off_frame", "place:en"),
    "observation_posts": (
        "position_error_km", "country", "number", "order", "valid_from", "place", "holder_here",
    ),
    "figures": ("value", "unit:en", "area:en", "period_start", "period_end", "chart"),
}  # fmt: skip
"""What a layer gives away besides what every record has."""

_OF_THEIR_TIME = frozenset({"crossings", "bases"})
"""Layers whose state and holder are known for the time alone of which their sources speak."""


class Given(NamedTuple):
    """A feature as it is given away."""

    properties: Record
    geometry: BaseGeometry | None


@dataclass(frozen=True)
class Records:
    """The layers of the map as records.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    """

    geodata: Geodata

    @cached_property
    def layers(self) -> dict[str, AtlasLayer]:
        """The layers by id, from below to above."""
        return {layer.id: layer for layer in self.geodata.atlas.layers}

    @cached_property
    def sources(self) -> dict[str, Record]:
        """The sources that the map names, spelt out, by id."""
        return {id_: _spelt_out(source) for id_, source in cited_sources(self.geodata).items()}

    @property
    def span(self) -> tuple[str, str]:
        """First and last ISO day of the map."""
        return self.geodata.atlas.begins.isoformat(), self.geodata.atlas.as_of.isoformat()

    @cached_property
    def _holders_here(self) -> dict[str, str]:
        posts = self.geodata.layers["observation_posts"]
        return holders_at(posts, self.geodata.today("areas_of_control"))

    def licence(self, layer: str) -> str:
        """Return the licence of a layer, an SPDX expression."""
        return self.layers[layer].licence or self.geodata.atlas.licence

    def given(self, layer: str, day: date | None = None) -> list[Given]:
        """Return what the map of a day shows of a layer; without a day, everything."""
        if layer == "figures":
            return [
                Given(
                    self._properties(layer, figure.model_dump(by_alias=True)),
                    shapely.Point(figure.point) if figure.point else None,
                )
                for figure in self.geodata.figures.values()
            ]
        return [
            Given(self._properties(layer, values), _many(feature.geometry))
            for feature in self.geodata.layers[layer]
            if (values := _values_on(layer, feature.properties, day)) is not None
        ]

    def periods(self) -> list[Given]:
        """Return every settlement in each of its periods, the earliest first."""
        return [
            Given(self._properties("settlements", _held_on(settlement, day)), feature.geometry)
            for feature in self.geodata.layers["settlements"]
            for settlement in (feature.properties,)
            for day in _day_of_each_period(settlement)
        ]

    def _properties(self, layer: str, values: Record) -> Record:
        values["holder_here"] = self._holders_here.get(values["id"])
        record: Record = {}
        for key in (*_COMMON, *_KEYS[layer]):
            value = values.get(key)
            if not is_empty(value):
                record |= self._written(key, value)
        return record

    def _written(self, key: str, value: Any) -> Record:  # noqa: ANN401 - a value of a model
        stem, _, language = key.partition(":")
        if stem == "name":
            return {key: value} if language in self.geodata.atlas.languages else {}
        if language:
            return self._localized(stem, value)
        match key:
            case "sources":
                return {key: self._spelt_out(value)}
            case "disagreement":
                return {key: [self._version(version) for version in value]}
            case "history":
                return {key: [self._period(period) for period in value]}
        return {key: list(value) if isinstance(value, tuple) else value}

    def _spelt_out(self, sources: Iterable[str]) -> list[Record]:
        return [without_empty(self.sources[source]) for source in sources]

    def _version(self, version: Record) -> Record:
        text = self._localized("version", version["version:en"])
        return text | {"sources": self._spelt_out(version["sources"])}

    def _period(self, period: Record) -> Record:
        values = {key: period[key] for key in _PERIOD}
        return without_empty(values | {"sources": self._spelt_out(values["sources"])})

    def _localized(self, key: str, english: str) -> Record:
        """Return a text in every language in which it is known."""
        texts = {f"{key}:en": english}
        for language in self.geodata.atlas.languages:
            text = self.geodata.translations.get(language, {}).get(english, english)
            if text != english:
                texts[f"{key}:{language}"] = text
        return texts


def _spelt_out(source: Source) -> Record:
    return {
        "publisher": source.published_by,
        "title": source.title,
        "date": source.date,
        "url": source.iri,
    }


def _values_on(layer: str, record: Any, day: date | None) -> Record | None:  # noqa: ANN401 - a model
    """Return the values of a feature as it stood on a day; None where it is not shown then."""
    if layer == "settlements":
        return _held_on(record, day)
    values: Record = record.model_dump(by_alias=True)
    if day is None:
        return values
    if layer == "events":
        return values if record.happened_in(window_of(day)) else None
    if layer in _OF_THEIR_TIME:
        return values if record.speaks_of(day) else _unknown(values)
    return values if record.holds_on(day) else None


def _unknown(values: Record) -> Record:
    """Return a crossing or base on a day of which its sources do not speak."""
    state = {"state": "unknown"} if "state" in values else {}
    return values | dict.fromkeys(("holder", "as_of", "valid_from", "valid_to")) | state


def _held_on(settlement: Settlement, day: date | None) -> Record:
    """Return a settlement as it was held on a day, or with all its periods.

    What is said of its present moment does not hold for an earlier one.
    """
    values = settlement.model_dump(by_alias=True) | {"valid_from": None, "valid_to": None}
    if day is None:
        return values
    values["history"] = None
    period = period_on(settlement.history, day)
    if period is None:
        begun = settlement.history[-1].valid_to if settlement.history else None
        return values | {"valid_from": begun}
    past = period.model_dump(include=set(_PERIOD))
    return values | past | {"as_of": None, "as_of_basis": None}


def _day_of_each_period(settlement: Settlement) -> Iterator[date]:
    for period in settlement.history:
        yield first_day(period.valid_to) - timedelta(days=1)
    yield date.max


def _many(geometry: BaseGeometry | None) -> BaseGeometry | None:
    """Return outlines and lines as several, so that a layer has one type of geometry."""
    match geometry:
        case shapely.Polygon():
            return shapely.MultiPolygon([geometry])
        case shapely.LineString():
            return shapely.MultiLineString([geometry])
    return geometry


def is_empty(value: object) -> bool:
    """Tell whether a value says nothing."""
    return value is None or (isinstance(value, str | list | tuple) and not value)


def without_empty(record: Record) -> Record:
    """Return a record without the keys that say nothing."""
    return {key: value for key, value in record.items() if not is_empty(value)}
