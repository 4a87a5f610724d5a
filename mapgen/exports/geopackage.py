"""All layers in one GeoPackage (OGC 12-128r18), which QGIS and its kin open by a double click."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas
import pandas as pd
import pyogrio
from shapely.geometry import shape

from mapgen.exports.records import every_period
from mapgen.exports.tables import cell, flatten
from mapgen.facts.layers import CRS

if TYPE_CHECKING:
    from mapgen.exports.records import Record, Records

_TYPES = {"areas": "MultiPolygon", "front_lines": "MultiLineString", "border": "MultiLineString"}
"""Geometry by kind of layer; the others are points."""

_PASSING = ("areas_of_control", "front_lines", "settlements", "events")
"""Layers of which a day shows a part: they are given once more with all their periods."""


def geopackage(records: Records) -> bytes:
    """Return the layers of the day of the map, then those that change with all their periods.

    Parameters
    ----------
    records
        The layers.

    Returns
    -------
    bytes
        A GeoPackage, EPSG:4326. The time of its making, which the format asks for, is the day
        of the map.
    """
    day = records.document["atlas"]["as_of"]
    wanted = [(layer, day) for layer in records.layers] + [(layer, None) for layer in _PASSING]
    # SQLite writes to a file alone; a whole folder goes away again, journal and all.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "layers.gpkg"
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{day}T00:00:00.000Z"})
        try:
            for layer, scope in wanted:
                _write(path, records, layer, scope)
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
        return path.read_bytes()


def _write(path: Path, records: Records, layer: str, day: str | None) -> None:
    about = records.layers[layer]
    rows = records.rows(layer, day)
    if layer == "settlements" and day is None:
        rows = [period for row in rows for period in every_period(row)]
    cells = _columns([flatten(records.properties(layer, row)) for row in rows])
    geometries = [records.geometry(row) for row in rows]
    shapes = [shape(each) if each else None for each in geometries]
    name = layer if day else f"{layer}_all_dates"
    pyogrio.write_dataframe(
        geopandas.GeoDataFrame(cells, geometry=shapes, crs=CRS),
        path,
        layer=name,
        driver="GPKG",
        append=path.exists(),
        geometry_type=_TYPES.get(about["kind"], "Point"),
        layer_options={"IDENTIFIER": name, "DESCRIPTION": _description(records, layer, day)},
    )


def _columns(rows: list[Record]) -> pd.DataFrame:
    """Return rows as columns of one type each: a number beside a text is a text."""
    cells = pd.DataFrame(rows).astype(object)
    for name in cells:
        held = cells[name].dropna()
        if any(isinstance(each, str) for each in held):
            cells[name] = held.map(cell).reindex(cells.index)
        elif all(isinstance(each, int) and not isinstance(each, bool) for each in held):
            cells[name] = cells[name].astype("Int64")
        else:
            cells[name] = cells[name].infer_objects()
    return cells


def _description(records: Records, layer: str, day: str | None) -> str:
    document, about = records.document, records.layers[layer]
    when = day or f"{document['dates'][0]} to {document['dates'][-1]}"
    title = document["atlas"]["title"]["en"]
    return f"{about['name']['en']}, {when}. {title}. Licence: {about['licence']}"
