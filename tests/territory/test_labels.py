"""Places for names, and small shared parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import geopandas
import numpy as np
import pytest
import shapely

from mapgen.derivation.territory import CertaintyGrid, label_points, small_into
from tests.territory.conftest import FRAME, metric

if TYPE_CHECKING:
    from mapgen.derivation.territory import Derivation


def test_names_stand_inside_large_parts_largest_first(real: Derivation) -> None:
    for shape in real.areas.geometry:
        large = [part for part in shape.geoms if metric(part).area.sum() >= 150e6]
        points = label_points(shape, real.certainty)
        assert len(points) == len(large)
        for (lon, lat, _), part in zip(points, large, strict=True):
            assert part.contains(shapely.Point(lon, lat))
            assert (lon, lat) == (round(lon, 5), round(lat, 5))


def test_clearance_is_the_distance_to_the_edge(real: Derivation) -> None:
    shape = real.areas.geometry.iloc[0]
    lon, lat, clearance = label_points(shape, real.certainty)[0]
    edge = metric(shape.geoms[0].boundary).iloc[0]
    distance = metric(shapely.Point(lon, lat)).iloc[0].distance(edge)
    assert clearance == pytest.approx(distance, rel=0.01)


def test_names_seek_the_surest_ground() -> None:
    values = np.zeros((300, 680), dtype=np.uint8)
    values[:, 200:] = 250
    grid = CertaintyGrid(values, FRAME)
    (lon, _, clearance) = label_points(shapely.box(36.0, 35.5, 37.0, 36.0), grid)[0]
    # Sure from 36.4 eastward: the middle of the sure part, not of the whole.
    assert lon == pytest.approx(36.7, abs=0.08)
    assert clearance == pytest.approx(25_000, abs=4_000)


def test_unsure_areas_have_a_name_as_well() -> None:
    grid = CertaintyGrid(np.zeros((300, 680), dtype=np.uint8), FRAME)
    (lon, lat, _) = label_points(shapely.box(36.0, 35.5, 37.0, 36.0), grid)[0]
    assert 36.2 < lon < 36.8
    assert lat == pytest.approx(35.75, abs=0.05)


def test_small_parts_have_no_name() -> None:
    grid = CertaintyGrid(np.full((300, 680), 255, dtype=np.uint8), FRAME)
    assert label_points(shapely.box(36.0, 35.5, 36.1, 35.6), grid) == []


def coverage(inner: Any, west: float = 36.1) -> Any:
    """Return an inner part between an area in the west and one in the east."""
    left = shapely.difference(shapely.box(36.0, 35.0, west, 35.4), inner)
    right = shapely.difference(shapely.box(west, 35.0, 36.4, 35.4), inner)
    return geopandas.GeoDataFrame(
        {"holder": ["nlf", "hts+nlf", "hts"]}, geometry=[left, inner, right], crs="EPSG:4326"
    )


def test_a_small_shared_part_goes_to_its_longest_neighbour() -> None:
    inner = shapely.Polygon(
        [(36.09, 35.2), (36.1, 35.2), (36.13, 35.2), (36.13, 35.23), (36.1, 35.23), (36.09, 35.23)]
    )
    assert small_into(coverage(inner)) == {"nlf": [None], "hts+nlf": ["hts"], "hts": [None]}


def test_a_large_shared_part_stays() -> None:
    inner = shapely.Polygon(
        [(36.09, 35.1), (36.1, 35.1), (36.3, 35.1), (36.3, 35.3), (36.1, 35.3), (36.09, 35.3)]
    )
    assert small_into(coverage(inner))["hts+nlf"] == [None]


def test_every_part_has_an_answer(real: Derivation) -> None:
    answers = small_into(real.areas)
    assert list(answers) == list(real.areas["holder"])
    for row in real.areas.itertuples():
        parts = row.geometry.geoms
        assert len(answers[row.holder]) == len(parts)
        for part, goes in zip(parts, answers[row.holder], strict=True):
            small = "+" in row.holder and metric(part).area.sum() < 30e6
            assert (goes is not None) == small
            assert goes != row.holder
