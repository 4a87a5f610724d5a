"""The real evidence, derived once; and small made-up evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely

from mapgen.derivation.territory import Derivation, derive
from tests.conftest import once

GEODATA = Path(__file__).resolve().parents[2] / "geodata"
FRAME = (35.4, 34.8, 38.8, 37.2)
AS_OF = "2018-09-14"

SIDE_OF = {
    "government": "government",
    "government+sdf": "government+sdf",
    "hts": "opposition",
    "hts+nlf": "opposition",
    "nlf": "opposition",
    "sdf": "sdf",
    "turkey": "turkey",
}


def read_settlements() -> Any:
    table = geopandas.read_file(GEODATA / "settlements.geojson")
    return table.assign(holder=table["holder"].replace({"hts+tip": "hts"}))


def read_land() -> Any:
    table = geopandas.read_file(GEODATA / "basemap" / "land.geojson")
    return shapely.union_all(table.geometry[table["kind"] == "syria"].to_numpy())


METRES = "+proj=laea +lat_0=36 +lon_0=37.1 +datum=WGS84 +units=m"


def metric(things: Any) -> Any:
    """Return a geometry, or several, in equal-area metres."""
    table = geopandas.GeoSeries(things if hasattr(things, "__len__") else [things])
    return table.set_crs("EPSG:4326").to_crs(METRES)


def degrees(things: Any) -> Any:
    """Return the coordinates of points in metres as longitude and latitude."""
    table = geopandas.GeoSeries(things, crs=METRES).to_crs("EPSG:4326")
    return shapely.get_coordinates(table.to_numpy())


@pytest.fixture(scope="session")
def settlements() -> Any:
    return read_settlements()


@pytest.fixture(scope="session")
def land() -> Any:
    return read_land()


@pytest.fixture(scope="session")
def real(settlements: Any, land: Any, tmp_path_factory: pytest.TempPathFactory) -> Derivation:
    return once(tmp_path_factory, "real", lambda: derive(settlements, land, FRAME, AS_OF))


@pytest.fixture(scope="session")
def located(real: Derivation, settlements: Any) -> Any:
    """Return each settlement with the holder of the area in which it lies."""
    areas = real.areas[["holder", "geometry"]].rename(columns={"holder": "area_holder"})
    return settlements.sjoin(areas, predicate="within", how="left")
