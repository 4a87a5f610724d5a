"""Lakes with smooth shores and rivers that meet them."""

import json
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from basemap import origins, strokes
from basemap.frame import FRAME, Feature, feature, simplified, to_degrees, to_metres
from basemap.land import Ground

TABLE = Path(__file__).with_name("waters.json")
RIVER_TOLERANCE_M = 60.0
LAKE_TOLERANCE_M = 35.0
SMALLEST_LAKE_M2 = 600_000.0
SHORTEST_PIECE_M = 700.0
Row = dict[str, Any]


def water_features(ground: Ground, bodies_path: Path) -> tuple[list[Feature], list[Feature]]:
    """Make the lakes and the rivers of the frame.

    Parameters
    ----------
    ground
        Land and border, degrees, EPSG:4326.
    bodies_path
        File of inland water, see `origins.water_bodies`.

    Returns
    -------
    lakes, rivers
        Features in the order of waters.json.
    """
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    courses = {row["id"]: _course(row, ground.border) for row in table["rivers"]}
    bodies = origins.water_bodies(bodies_path)
    shapes = [_lake(row, bodies, courses) for row in table["lakes"]]
    lakes = [_lake_feature(row, shape) for row, shape in zip(table["lakes"], shapes, strict=True)]
    dry = shapely.difference(ground.land, shapely.union_all(shapes))
    rivers = [_river_feature(row, courses[row["id"]], dry) for row in table["rivers"]]
    return lakes, rivers


def _course(row: Row, border: shapely.LineString) -> shapely.LineString:
    if "points" in row:
        return strokes.curve_through([tuple(point) for point in row["points"]])
    pieces = origins.rivers()
    picked = [min(pieces, key=shapely.Point(near).distance) for near in row["near"]]
    line = simplified(strokes.joined(picked), RIVER_TOLERANCE_M)
    if "border" in row:
        start, end = (tuple(point) for point in row["border"])
        line = strokes.spliced(line, strokes.stretch(border, start, end))
    return line


def _lake(row: Row, bodies: list[BaseGeometry], courses: dict[str, Any]) -> BaseGeometry:
    box = shapely.box(*row["box"])
    parts = [shapely.intersection(shapely.make_valid(body), box) for body in bodies]
    # The largest lake lies in the data twice; the coarser outline would only add to its area.
    area = (
        max(parts, key=shapely.get_num_coordinates) if "finest" in row else shapely.union_all(parts)
    )
    if "river" in row:
        near_m, far_m = row["reach_m"]
        spine = to_metres(shapely.intersection(courses[row["river"]], box))
        wide = shapely.intersection(to_metres(area), shapely.buffer(spine, far_m))
        area = to_degrees(shapely.union(wide, shapely.buffer(spine, near_m)))
        area = shapely.intersection(area, box)
    smooth = simplified(strokes.rounded_area(area, row["round_m"]), LAKE_TOLERANCE_M)
    found = shapely.get_parts(shapely.intersection(smooth, FRAME))
    return shapely.union_all([p for p in found if to_metres(p).area >= SMALLEST_LAKE_M2])


def _names(row: Row) -> dict[str, str]:
    return {f"name:{language}": row[language] for language in ("en", "ar", "tr")}


def _lake_feature(row: Row, shape: BaseGeometry) -> Feature:
    sources = ["osm-waterbodies"] + (["wdbii-rivers"] if "river" in row else [])
    properties = {"id": row["id"], "kind": "lake", **_names(row), "sources": sources}
    return feature(shape, {**properties, "approximate": "river" in row or None})


def _river_feature(row: Row, line: shapely.LineString, dry: BaseGeometry) -> Feature:
    by_hand = "points" in row
    sources = ["hand"] if by_hand else ["wdbii-rivers"]
    if "border" in row:
        sources.append("osm-timezones")
    cut = shapely.line_merge(shapely.intersection(line, shapely.buffer(dry, 1e-6)))
    parts = [p for p in shapely.get_parts(cut) if to_metres(p).length >= SHORTEST_PIECE_M]
    thin = simplified(shapely.MultiLineString(parts), 10.0 if "border" in row else 25.0)
    properties = {"id": row["id"], "kind": "river", **_names(row), "sources": sources}
    return feature(
        thin if len(parts) > 1 else shapely.get_parts(thin)[0],
        {**properties, "approximate": by_hand or None},
    )
