"""The facts as data: GeoJSON and CSV of every layer, the sources, and one GeoPackage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mapgen.exports.geopackage import geopackage
from mapgen.exports.records import Record, Records, every_period, without_empty
from mapgen.exports.tables import flatten, json_text, table
from mapgen.page.templates import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.exports.material import Material

_OF_OUTLINES = ("border", "areas_of_control")
"""Layers whose licence is that of their outlines, which a table has not."""


def data_files(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the folder ``data``: names as in the page's own dialog."""
    records = Records(material.pages.document)
    atlas = records.document["atlas"]
    scopes = ((atlas["as_of"], atlas["as_of"]), ("all-dates", None))
    for folder, day in scopes:
        for layer in records.layers:
            stem = "-".join(filter(None, [atlas["id"], day, layer]))
            yield f"data/{folder}/{stem}.geojson", geojson(records, layer, day).encode()
            yield f"data/{folder}/{stem}.csv", layer_csv(records, layer, day).encode()
    yield f"data/{atlas['id']}.gpkg", geopackage(records)
    yield f"data/{atlas['id']}-sources.json", sources_csl(records).encode()
    yield f"data/{atlas['id']}-sources.csv", sources_csv(records).encode()
    yield f"data/{atlas['id']}-statistics.csv", statistics_csv(records).encode()
    yield "data/README.txt", rendered("README.txt", atlas=atlas, layers=records.layers).encode()


def geojson(records: Records, layer: str, day: str | None) -> str:
    """Return a layer as a FeatureCollection (RFC 7946), a feature a line."""
    atlas, dates = records.document["atlas"], records.document["dates"]
    found = records.layers[layer]
    article = records.sources([atlas["article"]])[0]
    about = {
        "type": "FeatureCollection",
        "name": layer,
        "title": f"{atlas['title']['en']}: {found['name']['en']}",
        **({"date": day} if day else {"dates": [dates[0], dates[-1]]}),
        "license": found["licence"],
        "attribution": atlas["attribution"],
        "based_on": {"author": atlas["article_author"], **article},
    }
    lines = [
        json_text(
            {
                "type": "Feature",
                "id": row["id"],
                "properties": records.properties(layer, row),
                "geometry": records.geometry(row),
            }
        )
        for row in records.rows(layer, day)
    ]
    return json_text(about)[:-1] + ',"features":[\n' + ",\n".join(lines) + "\n]}\n"


def layer_csv(records: Records, layer: str, day: str | None) -> str:
    """Return a layer as a table; outlines and lines are in GeoJSON alone."""
    rows = records.rows(layer, day)
    has_places = any(row.get("point") for row in rows)
    if layer == "settlements" and day is None:
        rows = [period for row in rows for period in every_period(row)]
    licence = records.layers[layer]["licence"]
    own = records.document["atlas"]["licence"] if layer in _OF_OUTLINES else licence
    names = [f"name:{each}" for each in records.document["languages"]]
    places = ["longitude", "latitude"] if has_places else []
    cells = []
    for row in rows:
        place = (records.geometry(row) or {"coordinates": (None, None)}) if has_places else None
        at = dict(zip(places, place["coordinates"], strict=True)) if place else {}
        cells.append(flatten(records.properties(layer, row)) | at | {"license": own})
    return table(cells, ["id", *names, *places])


def sources_csv(records: Records) -> str:
    """Return every source as a table."""
    licence = records.document["atlas"]["licence"]
    return table(
        [
            {"number": number, **source, "license": licence}
            for number, source in enumerate(records.document["sources"], start=1)
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
            }
        )
        for number, source in enumerate(records.document["sources"], start=1)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _date_parts(day: str | None) -> Record | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None


def statistics_csv(records: Records) -> str:
    """Return how much ground each holder had on each date, as a table."""
    statistics = records.document["statistics"]
    licence = records.document["atlas"]["licence"]
    keys = ("km2", "share", "uncertain_km2")
    return table(
        [
            {"date": day, "holder": holder}
            | {key: series[key][i] for key in keys}
            | {"license": licence}
            for i, day in enumerate(statistics["dates"])
            for holder, series in statistics["holders"].items()
        ]
    )
