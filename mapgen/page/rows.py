"""Features as rows: the fields of every layer of the document, and how each is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.facts.ground import holders_at
from mapgen.facts.values import LANGUAGES
from mapgen.page.arcs import ArcTable, lines, rings, to_integers
from mapgen.page.citations import cited_sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature

COMMON = ("id", "name", "sources", "confidence", "note", "disagreement", "claim")
"""Fields that every row begins with."""

Row = dict[str, Any]


def localized(record: Any, stem: str) -> dict[str, str] | None:  # noqa: ANN401 - any model
    """Return the texts ``stem_en``, ``stem_ar``, ``stem_tr`` of a record; None without English."""
    texts = {each: getattr(record, f"{stem}_{each}", None) for each in LANGUAGES}
    return {key: text for key, text in texts.items() if text} if texts["en"] else None


class RowEncoder:
    """Turns features into rows.

    Parameters
    ----------
    geodata
        Where sources and areas are looked up.
    arcs
        Table to which every line and ring was added before.
    """

    def __init__(self, geodata: Geodata, arcs: ArcTable) -> None:
        """Give each source its position in the bibliography."""
        self._arcs = arcs
        self._source_numbers = {each: i for i, each in enumerate(cited_sources(geodata))}
        self.holders_here = holders_at(
            geodata.layers["observation_posts"], geodata.today("areas_of_control")
        )

    def sources(self, ids: tuple[str, ...]) -> list[int]:
        """Return the positions of sources in the bibliography."""
        return [self._source_numbers[each] for each in ids]

    def common(self, record: Any) -> Row:  # noqa: ANN401 - any model
        """Return the fields that every row has."""
        versions = record.disagreement or ()
        return {
            "id": record.id,
            "name": localized(record, "name"),
            "sources": self.sources(record.sources),
            "confidence": record.confidence,
            "note": localized(record, "note"),
            "disagreement": [
                {"version": {"en": version.en}, "sources": self.sources(version.sources)}
                for version in versions
            ]
            or None,
            "claim": list(record.claim),
            "alt_names": list(record.alt_names),
        }

    def polygons(self, feature: Feature[Any]) -> list[list[list[int]]]:
        """Return the polygons of a feature as rings of arc numbers."""
        return [
            [self._arcs.numbers(ring) for ring in polygon] for polygon in rings(feature.geometry)
        ]

    def lines(self, feature: Feature[Any]) -> list[list[int]]:
        """Return the lines of a feature as arc numbers."""
        return [self._arcs.numbers(line) for line in lines(feature.geometry)]

    def row(self, layer: str, feature: Feature[Any]) -> Row:
        """Return a feature of a layer as a row."""
        return self.common(feature.properties) | _SHAPES[layer](self, feature)


def _point(feature: Feature[Any]) -> Row:
    geometry = feature.geometry
    return {
        "point": to_integers(geometry.x, geometry.y) if geometry else None,
        "error_km": feature.properties.position_error_km,
    }


def _pick(feature: Feature[Any], *names: str) -> Row:
    return {name: getattr(feature.properties, name) for name in names}


def _area(encoder: RowEncoder, feature: Feature[Any]) -> Row:
    properties = feature.properties
    return {
        **_pick(feature, "holder", "valid_from", "valid_to", "certainty", "area_km2"),
        "polygons": encoder.polygons(feature),
        "labels": [
            [*to_integers(lon, lat), round(metres)] for lon, lat, metres in properties.labels
        ],
        "small_into": list(properties.small_into),
    }


def _front(encoder: RowEncoder, feature: Feature[Any]) -> Row:
    properties = feature.properties
    return {
        **_pick(feature, "kind", "quality", "length_km", "valid_from", "valid_to"),
        "holders": [properties.holder_a, properties.holder_b],
        "lines": encoder.lines(feature),
    }


def _border(encoder: RowEncoder, feature: Feature[Any]) -> Row:
    properties = feature.properties
    return {
        **_pick(feature, "wall", "as_of", "length_km"),
        "state": {"en": properties.state},
        "lines": encoder.lines(feature),
    }


def _settlement(encoder: RowEncoder, feature: Feature[Any]) -> Row:
    return {
        **_point(feature),
        **_pick(feature, "side", "holder", "kind", "as_of", "as_of_basis", "position_basis"),
        "history": [
            [
                period.valid_from,
                period.valid_to,
                period.side,
                period.holder,
                period.confidence,
                encoder.sources(period.sources),
            ]
            for period in feature.properties.history
        ]
        or None,
    }


def _post(encoder: RowEncoder, feature: Feature[Any]) -> Row:
    return {
        **_point(feature),
        **_pick(feature, "country", "number", "order", "valid_from", "place"),
        "holder_here": encoder.holders_here.get(feature.properties.id),
    }


def _event(_: RowEncoder, feature: Feature[Any]) -> Row:
    place = feature.properties.place
    return {
        **_point(feature),
        **_pick(feature, "category", "date", "date_end", "off_frame"),
        "place": {"en": place} if place else None,
    }


def _plain(*names: str) -> Callable[[RowEncoder, Feature[Any]], Row]:
    return lambda _, feature: _point(feature) | _pick(feature, *names)


_SHAPES: dict[str, Callable[[RowEncoder, Feature[Any]], Row]] = {
    "areas_of_control": _area,
    "front_lines": _front,
    "border": _border,
    "settlements": _settlement,
    "crossings": _plain("kind", "state", "holder", "as_of", "valid_from", "valid_to"),
    "bases": _plain("kind", "holder", "as_of", "valid_from", "valid_to"),
    "events": _event,
    "observation_posts": _post,
}
