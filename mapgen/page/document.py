"""The document: everything that the front end of the page knows, as one JSON object.

Its form is written down in ``mapgen/web/document.schema.json``; tests on both sides hold to it.
"""

from __future__ import annotations

import base64
from itertools import chain
from typing import TYPE_CHECKING, Any

from mapgen.facts.certainty_words import CERTAINTY_WORDS
from mapgen.facts.evidence import evidence
from mapgen.facts.holders import drawn_holders
from mapgen.page.arcs import ArcTable, lines, rings, to_integers
from mapgen.page.citations import cited_sources
from mapgen.page.lessons import lessons
from mapgen.page.people import actors, claims, relations
from mapgen.page.phrases import phrases
from mapgen.page.rows import COMMON, Row, RowEncoder, localized

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.facts.basemap import BasemapProperties
    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.facts.holders import DrawnHolder
    from mapgen.facts.rasters import RasterImage
    from mapgen.facts.statistics import Statistics

FORMAT = 1
"""Version of the document's form; the front end refuses another."""

Document = dict[str, Any]

_POLYGONS = ("land", "sea", "lakes")
_LINES = ("rivers", "governorates", "roads")


def encode(geodata: Geodata) -> Document:
    """Return the document of a page.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.

    Returns
    -------
    dict
        JSON-able. Coordinates are integers of 1e-5 degree (EPSG:4326), longitude first.
    """
    arcs = ArcTable()
    _add_paths(geodata, arcs)
    encoder = RowEncoder(geodata, arcs)
    atlas = geodata.atlas
    return {
        "schema": FORMAT,
        "atlas": _atlas(geodata, encoder),
        "dates": list(geodata.statistics.dates) if geodata.statistics else [],
        "languages": list(atlas.languages),
        "texts": {each: geodata.catalogues[each] for each in atlas.languages},
        "sources": [
            {
                "publisher": each.published_by,
                "title": each.title,
                "date": each.date,
                "url": each.iri,
            }
            for each in cited_sources(geodata).values()
        ],
        "actors": actors(geodata, encoder),
        "relations": relations(geodata, encoder),
        "claims": claims(geodata),
        "lessons": lessons(geodata),
        "holders": [_holder(holder) for holder in drawn_holders(geodata)],
        "certainty_words": list(CERTAINTY_WORDS.items()),
        "phrases": phrases(geodata),
        "images": _images(geodata),
        "basemap": _basemap(geodata, encoder),
        "layers": [_layer(each, geodata, encoder) for each in atlas.layers],
        "statistics": _statistics(geodata.statistics) if geodata.statistics else None,
        "arcs": arcs.arcs,
    }


def _add_paths(geodata: Geodata, arcs: ArcTable) -> None:
    """Tell the table of every line and ring before the first is cut."""
    basemap, layers = geodata.basemap.features, geodata.layers
    polygons = [basemap[name] for name in _POLYGONS] + [layers["areas_of_control"].features]
    for feature in chain.from_iterable(polygons):
        for polygon in rings(feature.geometry):
            arcs.add(polygon)
    drawn = [basemap[name] for name in _LINES]
    drawn += [layers[name].features for name in ("front_lines", "border")]
    for feature in chain.from_iterable(drawn):
        arcs.add(lines(feature.geometry))


def _atlas(geodata: Geodata, encoder: RowEncoder) -> Document:
    atlas = geodata.atlas
    return {
        "id": atlas.id,
        "title": atlas.title.model_dump(),
        "subtitle": atlas.subtitle.model_dump(),
        "description": atlas.description.model_dump(),
        "as_of": atlas.as_of.isoformat(),
        "frame": list(atlas.frame),
        "home": list(atlas.home),
        "article": encoder.sources((atlas.article,))[0],
        "article_author": geodata.sources[atlas.article].written_by,
        "licence": atlas.licence,
        "texts": [
            {
                "id": each.id,
                "section": each.section,
                "text": each.text.model_dump(),
                "claim": list(each.claim),
            }
            for each in atlas.texts
        ],
        "attribution": [each.model_dump() for each in atlas.attribution],
    }


def _holder(drawn: DrawnHolder) -> Row:
    holder = drawn.holder
    return {
        "id": holder.id,
        "name": holder.name.model_dump(),
        "short": holder.short.model_dump(),
        "detail": holder.detail.model_dump() if holder.detail else None,
        "drawn_as": holder.drawn_as,
        "side": holder.side,
        "fills": list(drawn.fills),
        "ink": drawn.ink,
        "pattern": drawn.pattern,
    }


def _images(geodata: Geodata) -> Document:
    images = {"relief": _image(geodata.basemap.relief, "image/webp")}
    if geodata.certainty:
        images["certainty"] = _image(geodata.certainty, "image/webp")
    if geodata.earlier_certainty:
        images["certainty"]["earlier"] = {
            "url": _url(geodata.earlier_certainty.data, "image/webp"),
            "days": [each._asdict() for each in geodata.earlier_certainty.days],
        }
    return images


def _url(data: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _image(image: RasterImage, kind: str) -> Row:
    return {
        "url": _url(image.data, kind),
        "bounds": list(image.bounds),
        "width": image.width,
        "height": image.height,
    }


def _statistics(statistics: Statistics) -> Document:
    return {
        "dates": list(statistics.dates),
        "holders": {
            name: each.model_dump(include={"km2", "share", "uncertain_km2"})
            for name, each in statistics.holders.items()
        },
        "fronts_km": list(statistics.fronts_km.front),
        "posts": [each.model_dump() for each in statistics.posts],
    }


def _basemap(geodata: Geodata, encoder: RowEncoder) -> Document:
    features = geodata.basemap.features

    def drawn(name: str, *keys: str) -> list[Row]:
        shape = encoder.polygons if name in _POLYGONS else encoder.lines
        kind = "polygons" if name in _POLYGONS else "lines"
        return [_base_row(each.properties, keys) | {kind: shape(each)} for each in features[name]]

    towns = [
        [
            localized(each.properties, "name"),
            _position(each),
            each.properties.size_class,
            each.properties.country,
        ]
        for each in features["towns"]
    ]
    return {
        "land": drawn("land", "kind", "country"),
        "sea": drawn("sea"),
        "lakes": drawn("lakes", "name"),
        "rivers": drawn("rivers", "name"),
        "governorates": drawn("governorates"),
        "roads": drawn("roads", "ref", "kind"),
        "towns": {"fields": ["name", "point", "size_class", "country"], "rows": towns},
        "labels": [
            {
                "name": localized(each.properties, "name"),
                "point": _position(each),
                "kind": each.properties.kind,
            }
            for each in features["countries"]
        ],
    }


def _base_row(properties: BasemapProperties, keys: Iterable[str]) -> Row:
    row = {
        key: localized(properties, "name") if key == "name" else getattr(properties, key)
        for key in keys
    }
    return {key: value for key, value in row.items() if value is not None}


def _position(feature: Feature[Any]) -> list[int]:
    point: Any = feature.geometry
    return to_integers(point.x, point.y)


def _layer(layer: Any, geodata: Geodata, encoder: RowEncoder) -> Document:  # noqa: ANN401
    if layer.kind == "figures":
        rows = [_figure(each, encoder) for each in geodata.figures.values()]
    else:
        rows = [encoder.row(layer.id, each) for each in _features(layer.id, geodata)]
    return {
        "id": layer.id,
        "kind": layer.kind,
        "visible": layer.visible,
        "name": layer.name.model_dump(),
        "licence": layer.licence or geodata.atlas.licence,
        **_columns(rows),
    }


def _features(layer: str, geodata: Geodata) -> Iterable[Feature[Any]]:
    """Return the features of a layer in the order of its table."""
    if layer == "settlements":
        return chain.from_iterable(group.features for group in evidence(geodata))
    return geodata.layers[layer]


def _figure(figure: Any, encoder: RowEncoder) -> Row:  # noqa: ANN401 - a model
    return {
        **encoder.common(figure),
        "value": figure.value,
        "unit": {"en": figure.unit},
        "area": {"en": figure.area},
        "period_start": figure.period_start,
        "period_end": figure.period_end,
        "point": to_integers(*figure.point) if figure.point else None,
        "chart": figure.chart,
    }


def _columns(rows: list[Row]) -> Document:
    """Return rows of equal keys as their fields, once, and lists of values.

    Fields that no row fills are left out.
    """
    names = list(rows[0]) if rows else list(COMMON)
    fields = [
        name
        for name in names
        if name in COMMON or any(row[name] not in (None, [], ()) for row in rows)
    ]
    return {"fields": fields, "rows": [[row[name] for name in fields] for row in rows]}
