"""Every type of geometry is read and kept; what is no layer of them is refused by name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from mapgen.facts.geojson import read_features
from mapgen.facts.tidying import tidied
from mapgen.faults import FaultLog
from tests.test_suites import RULE

if TYPE_CHECKING:
    from pathlib import Path

RING = [[36, 35], [37, 35], [37, 36], [36, 35]]
HOLE = [[36.6, 35.2], [36.6, 35.4], [36.8, 35.4], [36.6, 35.2]]
GEOMETRIES: dict[str, Any] = {
    "Point": [36.5, 35.5],
    "MultiPoint": [[36.5, 35.5], [36.6, 35.6]],
    "LineString": [[36, 35], [37, 35.5], [36.5, 36]],
    "MultiLineString": [[[36, 35], [37, 35]], [[36, 36], [37, 36], [37, 36.5]]],
    "Polygon": [RING, HOLE],
    "MultiPolygon": [[RING, HOLE], [[[38, 35], [39, 35], [39, 36], [38, 35]]]],
}
"""Coordinates of each type of geometry (RFC 7946, appendix A, has its own)."""


def higher(value: Any, *heights: float) -> Any:
    """Return coordinates with heights, and with what else stood in positions before RFC 7946."""
    return (
        [*value, *heights]
        if not isinstance(value[0], list)
        else [higher(item, *heights) for item in value]
    )


def collection(geometry: Any) -> dict[str, Any]:
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    return {"type": "FeatureCollection", "features": [feature]}


def read_layer(path: Path, content: Any) -> tuple[Any, FaultLog]:
    path.write_text(json.dumps(content), "utf-8")
    log = FaultLog()
    return read_features(path, RULE, log), log


@pytest.mark.parametrize("heights", [(), (120.5,), (0, 1.5)], ids=["flat", "high", "measured"])
@pytest.mark.parametrize("kind", GEOMETRIES)
def test_each_geometry_is_read_and_kept(
    kind: str, heights: tuple[float, ...], tmp_path: Path
) -> None:
    path = tmp_path / "bases.geojson"
    given = {"type": kind, "coordinates": higher(GEOMETRIES[kind], *heights)}
    [feature], log = read_layer(path, collection(given))
    assert log.errors == []
    plain = shapely.geometry.shape({"type": kind, "coordinates": GEOMETRIES[kind]})
    assert feature.geometry.equals(plain)
    assert any("had a height" in str(fault) for fault in log.faults) == bool(heights)
    path.write_bytes(tidied(path, FaultLog()))
    again = FaultLog()
    assert [kept.geometry for kept in read_features(path, RULE, again)] == [feature.geometry]
    assert again.faults == []


POINT = {"type": "Point", "coordinates": [36.5, 35.5]}
NOT_LAYERS: dict[str, tuple[Any, str]] = {
    "a geometry": (POINT, "is not a FeatureCollection"),
    "a feature": (collection(POINT)["features"][0], "is not a FeatureCollection"),
    "a feature within a feature": (
        {"type": "FeatureCollection", "features": [collection(POINT)]},
        "is not a Feature",
    ),
    "a geometry as a feature": (
        {"type": "FeatureCollection", "features": [POINT]},
        "is not a Feature",
    ),
    "no list": ({"type": "FeatureCollection", "features": POINT}, 'has no list "features"'),
    "topology": ({"type": "Topology", "objects": {}, "arcs": []}, "is not a FeatureCollection"),
    "geometries": (
        collection({"type": "GeometryCollection", "geometries": [POINT]}),
        'geometry is "GeometryCollection", expected LineString or MultiLineString or',
    ),
    "small letters": (collection({**POINT, "type": "point"}), 'geometry is "point"'),
    "a circle": (collection({**POINT, "type": "Circle", "radius": 2}), 'geometry is "Circle"'),
    "nothing": (collection({"type": "Point", "coordinates": []}), "has no coordinates"),
    "nothing within": (collection({"type": "Polygon", "coordinates": [[]]}), "[] where a position"),
    "one number": (collection({"type": "Point", "coordinates": [36.5]}), "is not [longitude"),
    "texts": (collection({"type": "Point", "coordinates": ["36.5", "35.5"]}), "is not [longitude"),
    "nulls": (collection({"type": "Point", "coordinates": [None, None]}), "is not [longitude"),
    "truth": (collection({"type": "Point", "coordinates": [True, False]}), "is not [longitude"),
    "an object": (
        collection({"type": "Point", "coordinates": {"lon": 36.5, "lat": 35.5}}),
        "has no coordinates",
    ),
    "one list too many": (
        collection({"type": "Point", "coordinates": [[36.5, 35.5]]}),
        "where a position",
    ),
    "one list too few": (
        collection({"type": "LineString", "coordinates": [36.5, 35.5]}),
        "where a position",
    ),
    "metres": (
        collection({"type": "Point", "coordinates": [4063161.6, 4235210.7]}),
        "is outside -180..180",
    ),
    "a line of one position": (
        collection({"type": "LineString", "coordinates": [[36.5, 35.5]]}),
        "cannot be read",
    ),
    "an open ring": (
        collection({"type": "Polygon", "coordinates": [[*RING[:-1], [36, 36]]]}),
        "a ring is open",
    ),
    "a ring of three": (
        collection({"type": "Polygon", "coordinates": [[*RING[:2], RING[0]]]}),
        "3 positions",
    ),
    "a bow tie": (
        collection(
            {"type": "Polygon", "coordinates": [[[36, 35], [37, 36], [37, 35], [36, 36], [36, 35]]]}
        ),
        "geometry is not valid",
    ),
    "a hole outside": (
        collection(
            {"type": "Polygon", "coordinates": [RING, [[40, 35], [40, 36], [41, 36], [40, 35]]]}
        ),
        "geometry is not valid",
    ),
    "another system": (
        {**collection(POINT), "crs": {"type": "name", "properties": {"name": "EPSG:32637"}}},
        "Save the file in EPSG:4326",
    ),
}


@pytest.mark.parametrize("name", NOT_LAYERS)
def test_what_is_no_layer_is_refused_by_name(name: str, tmp_path: Path) -> None:
    content, expected = NOT_LAYERS[name]
    features, log = read_layer(tmp_path / "bases.geojson", content)
    assert features == ()
    assert any(expected in str(fault) for fault in log.errors), log.errors
