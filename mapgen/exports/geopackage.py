"""All layers in one GeoPackage (OGC 12-128r18), which QGIS and its kin open by a double click."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas
import pandas as pd
import pyogrio

from mapgen.exports.tables import cell, flatten
from mapgen.facts.layers import CRS

if TYPE_CHECKING:
    from datetime import date

    from mapgen.exports.records import Record, Records
    from mapgen.facts.rules import LayerRule


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
    day = records.geodata.atlas.as_of
    wanted: list[tuple[str, date | None]] = [(layer, day) for layer in records.layers]
    wanted += [(layer, None) for layer in records.layers if records.kind(layer).changes]
    # SQLite writes to a file alone; a whole folder goes away again, journal and all.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "layers.gpkg"
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{day.isoformat()}T00:00:00.000Z"})
        try:
            for layer, scope in wanted:
                _write(path, records, layer, scope)
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
        return path.read_bytes()


def _write(path: Path, records: Records, layer: str, day: date | None) -> None:
    given = records.rows(layer, day)
    cells = _columns([flatten(properties) for properties, _ in given])
    name = layer if day else f"{layer}_all_dates"
    pyogrio.write_dataframe(
        geopandas.GeoDataFrame(cells, geometry=[shape for _, shape in given], crs=CRS),
        path,
        layer=name,
        driver="GPKG",
        append=path.exists(),
        geometry_type=_geometry_type(records.layers[layer].rule),
        layer_options={"IDENTIFIER": name, "DESCRIPTION": _description(records, layer, day)},
    )


def _geometry_type(rule: LayerRule) -> str:
    if rule.is_of_points:
        return "Point"
    return "MultiPolygon" if rule.is_of_polygons else "MultiLineString"


def _columns(rows: list[Record]) -> pd.DataFrame:
    """Return rows as columns of one type each: a number beside a text is a text."""
    cells = pd.DataFrame(rows).astype(object)
    for name in cells:
        values = cells[name].dropna()
        if any(isinstance(value, str) for value in values):
            cells[name] = values.map(cell).reindex(cells.index)
        elif all(isinstance(value, int) and not isinstance(value, bool) for value in values):
            cells[name] = cells[name].astype("Int64")
        else:
            cells[name] = cells[name].infer_objects()
    return cells


def _description(records: Records, layer: str, day: date | None) -> str:
    when = day.isoformat() if day else " to ".join(records.span)
    title = records.geodata.atlas.title.en
    name = records.layers[layer].name.en
    return f"{name}, {when}. {title}. Licence: {records.licence(layer)}"
