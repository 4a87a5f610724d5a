"""What is known of a layer, as plain records with the keys of ``docs/data.md``.

The dialog "Share this map" of the page gives the same away; a test compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely

from mapgen.facts.ground import holders_of_posts
from mapgen.facts.languages import LANGUAGES
from mapgen.facts.losses import losses
from mapgen.kinds import kind_of
from mapgen.kinds.settlements import PERIOD
from mapgen.page.citations import cited_sources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from shapely.geometry.base import BaseGeometry

    from mapgen.facts.atlas import AtlasLayer
    from mapgen.facts.folder import Geodata
    from mapgen.facts.sources import Source
    from mapgen.kinds import Kind

Record = dict[str, Any]

_COMMON = (
    "id", *(f"name:{language}" for language in LANGUAGES), "sources", "confidence", "note:en",
    "disagreement", "claim", "alt_names",
)  # fmt: skip


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

    @cached_property
    def bibliography(self) -> list[Record]:
        """The same with all that is known of each, in the order of their numbers."""
        return [
            _spelt_out(source)
            | {
                "accessed": source.read_on,
                "archive_url": source.archive_iri,
                "address_missing": source.address_missing,
                "leaning": self.geodata.leanings.get(source.told_by),
            }
            for source in cited_sources(self.geodata).values()
        ]

    @property
    def span(self) -> tuple[str, str]:
        """First and last ISO day of the map."""
        return self.geodata.atlas.begins.isoformat(), self.geodata.atlas.as_of.isoformat()

    @cached_property
    def _holders_here(self) -> dict[str, str]:
        return holders_of_posts(self.geodata)

    @cached_property
    def _by_loser(self) -> dict[tuple[str, str | None], tuple[str, ...]]:
        """How the side that lost a settlement tells of a change: by its id and the time."""
        told = losses(self.geodata)
        places = (feature.properties for feature in self.geodata.layers["settlements"])
        return {
            (place.id, period.valid_to): reports
            for place in places
            for period, reports in zip(place.history, told.get(place.id, ()), strict=True)
        }

    def licence(self, layer: str) -> str:
        """Return the licence of a layer, an SPDX expression."""
        return self.layers[layer].licence or self.geodata.atlas.licence

    def kind(self, layer: str) -> Kind[Any]:
        """Return the kind of a layer."""
        return kind_of(self.layers[layer].kind)

    def given(self, layer: str, day: date | None = None) -> list[Given]:
        """Return what the map of a day shows of a layer; without a day, everything."""
        kind = self.kind(layer)
        return [
            Given(self._properties(kind, values), _many(feature.geometry))
            for feature in kind.features(layer, self.geodata)
            if (values := kind.values_on(feature.properties, day)) is not None
        ]

    def rows(self, layer: str, day: date | None = None) -> list[Given]:
        """Return the same for a table: without a day, a row for each period."""
        if day is not None:
            return self.given(layer, day)
        kind = self.kind(layer)
        return [
            Given(self._properties(kind, values), _many(feature.geometry))
            for feature in kind.features(layer, self.geodata)
            for values in kind.periods(feature.properties)
        ]

    def _properties(self, kind: Kind[Any], values: Record) -> Record:
        values["holder_here"] = self._holders_here.get(values["id"])
        self._add_reports_by_loser(values)
        record: Record = {}
        for key in (*_COMMON, *kind.exported):
            value = values.get(key)
            if not is_empty(value):
                record |= self._written(key, value)
        return record

    def _add_reports_by_loser(self, values: Record) -> None:
        """Add to a settlement and its periods how who lost it tells of their beginning."""
        history = values.get("history") or ()
        begun = values.get("valid_from") or (history[-1]["valid_to"] if history else None)
        values["told_by_loser"] = self._by_loser.get((values["id"], begun))
        for period in history:
            period["told_by_loser"] = self._by_loser.get((values["id"], period["valid_from"]))

    def _written(self, key: str, value: Any) -> Record:  # noqa: ANN401 - a value of a model
        stem, _, language = key.partition(":")
        if stem == "name":
            return {key: value} if language in self.geodata.atlas.languages else {}
        if language:
            return self._localized(stem, value)
        if key in ("sources", "told_by_loser"):
            return {key: self._spelt_out(value)}
        parts = {
            "disagreement": self._version,
            "statements": self._statement,
            "history": self._period,
        }
        if key in parts:
            return {key: [parts[key](part) for part in value]}
        return {key: list(value) if isinstance(value, tuple) else value}

    def _spelt_out(self, sources: Iterable[str]) -> list[Record]:
        return [without_empty(self.sources[source]) for source in sources]

    def _version(self, version: Record) -> Record:
        text = self._localized("version", version["version:en"])
        return text | {"sources": self._spelt_out(version["sources"])}

    def _statement(self, statement: Record) -> Record:
        source = without_empty(self.sources[statement["source"]])
        text = self._localized("says", statement["says:en"])
        return {"source": source, **text, "locator": without_empty(statement["locator"])}

    def _period(self, period: Record) -> Record:
        values = {key: period[key] for key in PERIOD}
        lists = {key: self._spelt_out(period[key] or ()) for key in ("sources", "told_by_loser")}
        return without_empty(values | lists)

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
