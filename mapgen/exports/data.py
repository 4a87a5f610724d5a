"""The facts as data: GeoJSON and CSV of every layer, the sources, and one GeoPackage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import shapely

from mapgen.exports.geopackage import geopackage
from mapgen.exports.records import Record, Records, without_empty
from mapgen.exports.tables import flatten, table
from mapgen.page.templates import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mapgen.exports.material import Material


def data_files(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the folder ``data``: names as in the page's own dialog."""
    records = Records(material.geodata)
    atlas = material.geodata.atlas
    for folder, day in ((atlas.as_of.isoformat(), atlas.as_of), ("all-dates", None)):
        for layer in records.layers:
            stem = "-".join([atlas.id, *([day.isoformat()] if day else []), layer])
            yield f"data/{folder}/{stem}.geojson", geojson(records, layer, day).encode()
            yield f"data/{folder}/{stem}.csv", layer_csv(records, layer, day).encode()
    yield f"data/{atlas.id}.gpkg", geopackage(records)
    yield f"data/{atlas.id}-sources.json", sources_csl(records).encode()
    yield f"data/{atlas.id}-sources.csv", sources_csv(records).encode()
    yield f"data/{atlas.id}-statistics.csv", statistics_csv(records).encode()
    licences = {layer: records.licence(layer) for layer in records.layers}
    yield "data/README.txt", rendered("README.txt", atlas=atlas, licences=licences).encode()


def geojson(records: Records, layer: str, day: date | None) -> str:
    """Return a layer as a FeatureCollection (RFC 7946), a feature a line."""
    geodata = records.geodata
    article = geodata.atlas.article
    about: Record = {
        "type": "FeatureCollection",
        "name": layer,
        "title": f"{geodata.atlas.title.en}: {records.layers[layer].name.en}",
        **({"date": day.isoformat()} if day else {"dates": list(records.span)}),
        "license": records.licence(layer),
        "attribution": [maker.model_dump() for maker in geodata.atlas.attribution],
        "based_on": {
            "author": geodata.sources[article].written_by,
            **without_empty(records.sources[article]),
        },
    }
    lines = [
        _json(
            {
                "type": "Feature",
                "id": given.properties["id"],
                "properties": given.properties,
                "geometry": given.geometry and shapely.geometry.mapping(given.geometry),
            }
        )
        for given in records.given(layer, day)
    ]
    return _json(about)[:-1] + ',"features":[\n' + ",\n".join(lines) + "\n]}\n"


def _json(value: Any) -> str:  # noqa: ANN401 - JSON is anything
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def layer_csv(records: Records, layer: str, day: date | None) -> str:
    """Return a layer as a table; outlines and lines are in GeoJSON alone, and their licence."""
    given = records.rows(layer, day)
    atlas = records.geodata.atlas
    is_of_points = records.layers[layer].rule.is_of_points
    licence = records.licence(layer) if is_of_points else atlas.licence
    has_places = any(isinstance(geometry, shapely.Point) for _, geometry in given)
    places = ["longitude", "latitude"] if has_places else []
    rows = [
        flatten(properties) | _place(geometry) | {"license": licence}
        for properties, geometry in given
    ]
    return table(rows, ["id", *(f"name:{language}" for language in atlas.languages), *places])


def _place(geometry: Any) -> Record:  # noqa: ANN401 - any geometry
    if not isinstance(geometry, shapely.Point):
        return {}
    return {"longitude": geometry.x, "latitude": geometry.y}


def sources_csv(records: Records) -> str:
    """Return every source as a table."""
    licence = records.geodata.atlas.licence
    return table(
        [
            {"number": number, **source, "license": licence}
            for number, source in enumerate(records.bibliography, start=1)
        ]
    )


def sources_csl(records: Records) -> str:
    """Return every source in CSL-JSON, as reference managers read it."""
    entries = [
        without_empty(
            {
                "id": f"source-{number}",
                "type": "document",
                "title": source["title"],
                "publisher": source["publisher"],
                "URL": source["url"],
                "issued": _date_parts(source["date"]),
                "accessed": _date_parts(source["accessed"]),
                "archive_location": source["archive_url"],
            }
        )
        for number, source in enumerate(records.bibliography, start=1)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _date_parts(day: str | None) -> Record | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


def statistics_csv(records: Records) -> str:
    """Return how much ground each holder had on each date, as a table."""
    statistics = records.geodata.statistics
    if statistics is None:
        return table([])
    return table(
        [
            {
                "date": day,
                "holder": holder,
                "km2": series.km2[number],
                "share": series.share[number],
                "uncertain_km2": series.uncertain_km2[number],
                "license": records.geodata.atlas.licence,
            }
            for number, day in enumerate(statistics.dates)
            for holder, series in statistics.holders.items()
        ]
    )
