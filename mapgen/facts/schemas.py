"""JSON schemas of the files of facts, made of their models: editors check by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from mapgen.facts.actors import Actor, Holder, Relation
from mapgen.facts.atlas import Atlas
from mapgen.facts.basemap import FILES, BasemapProperties, BasemapSource
from mapgen.facts.figures import Claim, Figure
from mapgen.facts.leanings import Leanings
from mapgen.facts.properties import RULES
from mapgen.facts.sources import Source
from mapgen.facts.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    Schema = dict[str, Any]

_DEPTHS: Final = {
    "Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3,
}  # fmt: skip
"""Lists around the positions of a geometry."""


def fact_schemas() -> dict[str, Schema]:
    """Return the JSON schema (2020-12) of each file that people edit, by its path in the folder.

    What takes more than one value to see, such as whether a source is in the bibliography, they
    do not say: ``mapgen check`` does. Lessons are Markdown, and have none.
    """
    return {
        path: {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        for path, schema in _schemas()
    }


def _schemas() -> Iterator[tuple[str, Schema]]:
    for name, rule in RULES.items():
        if rule.ending == ".geojson":
            yield f"{name}.geojson", _collection(rule.model, rule.geometry_types)
    for name, types in FILES.items():
        yield f"basemap/{name}.geojson", _collection(BasemapProperties, types)
    yield "actors.json", _lists(actors=Actor, holders=Holder, relations=Relation)
    yield "figures.json", _lists(figures=Figure)
    yield "claims.json", _lists(claims=Claim)
    yield "sources.json", _schema(tuple[Source, ...])
    yield "basemap/sources.json", _schema(tuple[BasemapSource, ...])
    yield "atlas.toml", _schema(Atlas)
    yield "leanings.toml", _schema(Leanings)
    yield "text/terms.toml", _schema(Terms)


def _schema(model: Any) -> Schema:  # noqa: ANN401 - a model, or a tuple of them
    return TypeAdapter(model).json_schema(mode="validation", by_alias=True)


def _parts(schemas: Iterable[Schema]) -> Schema:
    """Take the definitions out of schemas, which lie at the root of a file, and return them."""
    found: Schema = {}
    for schema in schemas:
        found |= schema.pop("$defs", {})
    return dict(sorted(found.items()))


def _lists(**models: type[BaseModel]) -> Schema:
    entries = {key: _schema(model) for key, model in models.items()}
    parts = _parts(entries.values())
    lists = {key: {"type": "array", "items": entry} for key, entry in entries.items()}
    return {**_object(lists), "$defs": parts}


def _collection(model: type[BaseModel], types: frozenset[str]) -> Schema:
    """Return the schema of a GeoJSON FeatureCollection (RFC 7946) of one layer."""
    properties = _schema(model)
    parts = _parts([properties])
    shapes = [_geometry(name, depth) for name, depth in _DEPTHS.items() if name in types]
    shapes += [{"type": "null"}] if "None" in types else []
    feature = {
        "type": {"const": "Feature"},
        "properties": properties,
        "geometry": {"oneOf": shapes},
    }
    members = {
        "type": {"const": "FeatureCollection"},
        "name": {"type": "string"},
        "features": {"type": "array", "items": _object(feature)},
    }
    return {**_object(members, optional={"name"}), "$defs": parts}


def _geometry(name: str, depth: int) -> Schema:
    coordinates: Schema = {
        "description": "longitude, latitude: degrees",
        "type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "number"},
    }  # fmt: skip
    for _ in range(depth):
        coordinates = {"type": "array", "minItems": 1, "items": coordinates}
    return _object({"type": {"const": name}, "coordinates": coordinates})


def _object(properties: Schema, optional: Iterable[str] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in set(optional)],
        "additionalProperties": False,
    }
