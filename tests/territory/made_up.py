"""Small evidence for tests, on a square of land."""

from __future__ import annotations

from typing import Any

import geopandas
import shapely

from mapgen.derivation.territory import Derivation, derive

SQUARE = (36.0, 35.0, 36.4, 35.4)
KM_LON = 0.011
KM_LAT = 0.009
"""Degrees of a kilometre at 35.2 north, roughly."""


def settlement(
    name: str, lon: float, lat: float, holder: str | None, **more: Any
) -> dict[str, Any]:
    sides = {"hts": "opposition", "nlf": "opposition", "hts+nlf": "opposition"}
    return {
        "id": name,
        "side": sides.get(str(holder), holder),
        "side_confidence": "medium",
        "holder": holder,
        "confidence": "medium",
        "position_error_km": 1.0,
        "geometry": shapely.Point(lon, lat),
        **more,
    }


def lattice(holder_of: Any, step: float = 4.0) -> list[dict[str, Any]]:
    """Return settlements every `step` km; `holder_of(x, y)` takes km from the centre."""
    rows = []
    for row in range(-6, 7):
        for column in range(-6, 7):
            x, y = column * step + 0.3 * (row % 2), row * step
            holder = holder_of(x, y)
            if holder and abs(x) < 17 and abs(y) < 21:
                place = 36.2 + x * KM_LON, 35.2 + y * KM_LAT
                rows.append(settlement(f"set-{row + 6:02d}-{column + 6:02d}", *place, holder))
    return rows


def table(rows: list[dict[str, Any]]) -> Any:
    return geopandas.GeoDataFrame(rows, geometry="geometry", crs="EPSG:4326")


def made(rows: list[dict[str, Any]], land: Any = None) -> Derivation:
    return derive(table(rows), land or shapely.box(*SQUARE), SQUARE, "2018-09-14")


def holder_at(made_: Derivation, lon: float, lat: float) -> str:
    here = made_.areas[made_.areas.contains(shapely.Point(lon, lat))]
    assert len(here) == 1
    return str(here["holder"].iloc[0])
