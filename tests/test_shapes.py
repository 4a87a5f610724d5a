"""Geometries of a whole file at once: the same shapes, and none where a geometry has a fault."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
import shapely

from mapgen.facts.geometry import LEVELS, geometry_problems, to_shape
from mapgen.facts.shapes import are_inside, shapes_of
from tests.conftest import GEODATA

SQUARE = [[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]
HOLE = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]
FINE: dict[str, Any] = {
    "Point": [36.5, 36],
    "MultiPoint": [[36.5, 36], [37, 36]],
    "LineString": [[36.5, 36], [37, 36.12345]],
    "MultiLineString": [[[36.5, 36], [37, 36]], [[0, 1], [2, 3], [4, 5]]],
    "Polygon": [SQUARE, HOLE],
    "MultiPolygon": [[SQUARE, HOLE], [[[20, 20], [21, 20], [21, 21], [20, 20]]]],
}
AMISS: dict[str, tuple[str, Any]] = {
    "no list": ("Point", None),
    "no position": ("MultiPoint", []),
    "a list too few": ("LineString", [36, 36]),
    "a list too many": ("LineString", [[[36, 36], [37, 37]]]),
    "an empty part": ("MultiLineString", [[[36, 36], [37, 37]], []]),
    "one position": ("LineString", [[36, 36]]),
    "a height": ("Point", [36, 36, 400]),
    "one number": ("Point", [36]),
    "a text": ("Point", ["36", 36]),
    "true": ("Point", [True, 36]),
    "infinity": ("Point", [float("inf"), 36]),
    "no number": ("Point", [float("nan"), 36]),
    "many decimals": ("Point", [36.123456, 36]),
    "an open ring": ("Polygon", [SQUARE[:-1]]),
    "a short ring": ("Polygon", [[[0, 0], [1, 1], [0, 0]]]),
    "an exterior turned round": ("Polygon", [SQUARE[::-1]]),
    "a hole turned round": ("Polygon", [SQUARE, HOLE[::-1]]),
    "a second exterior turned round": ("MultiPolygon", [[HOLE[::-1]], [SQUARE[::-1]]]),
    "crossing edges": ("Polygon", [[[0, 0], [2, 2], [2, 0], [0, 3], [0, 0]]]),
    "a hole outside": ("Polygon", [SQUARE, [[20, 20], [20, 21], [21, 21], [20, 20]]]),
}


def collection(path: str) -> list[Any]:
    content = json.loads((GEODATA / path).read_text("utf-8"))
    return [feature["geometry"] for feature in content["features"]]


@pytest.mark.parametrize(
    "path", sorted(path.relative_to(GEODATA).as_posix() for path in GEODATA.rglob("*.geojson"))
)
def test_shapes_of_the_facts_are_those_of_each_geometry(path: str) -> None:
    geometries = collection(path)
    shapes = shapes_of(geometries)
    assert [shape is None for shape in shapes] == [raw is None for raw in geometries]
    for raw, shape in zip(geometries, shapes, strict=True):
        assert shape == to_shape(raw)
        assert type(shape) is type(to_shape(raw))


def test_geometries_without_a_fault_have_shapes() -> None:
    geometries = [{"type": name, "coordinates": FINE[name]} for name in FINE]
    assert FINE.keys() == LEVELS.keys()
    assert not [raw for raw in geometries if geometry_problems(raw, frozenset(FINE), None)]
    assert shapes_of([*geometries, None]) == [*map(shapely.geometry.shape, geometries), None]


@pytest.mark.parametrize("name", AMISS)
def test_what_is_amiss_has_no_shape(name: str) -> None:
    kind, coordinates = AMISS[name]
    fine = [{"type": each, "coordinates": FINE[each]} for each in FINE]
    before = deepcopy(fine)
    shapes = shapes_of([*fine, {"type": kind, "coordinates": coordinates}])
    assert fine == before
    assert shapes[-1] is None
    assert [shape is None for shape in shapes[:-1]] == [each == kind for each in FINE]


@pytest.mark.parametrize(
    "raw",
    [
        "Point", [], 5, {}, {"type": "Point"}, {"type": "Circle", "coordinates": [1, 1]},
        {"type": ["Point"], "coordinates": [1, 1]},
        {"type": "Point", "coordinates": [1, 1], "bbox": [1, 1, 1, 1]},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_geometry_has_no_shape(raw: Any) -> None:
    assert shapes_of([raw]) == [None]


def test_shapes_lie_in_the_frame_edges_included() -> None:
    shapes = [shapely.Point(35, 34), None, shapely.Point(38, 37)]
    assert are_inside(shapes, (35, 34, 38, 37))
    assert are_inside(shapes, None)
    assert not are_inside(shapes, (35, 34, 37.99999, 37))
    assert not are_inside([shapely.Point(180.00001, 0)], (-190, -95, 190, 95))
    assert not are_inside([shapely.Point(0, 91)], None)
    assert are_inside([None], None)
    assert are_inside([], None)
