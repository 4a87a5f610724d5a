"""How sure the map is, from the real evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely

from tests.territory.conftest import FRAME, degrees, metric

if TYPE_CHECKING:
    from mapgen.derivation.territory import Derivation


def at(real: Derivation, lon: float, lat: float) -> float:
    return float(real.certainty.at(np.array([[lon, lat]]))[0])


def test_grid_is_bytes_over_the_frame(real: Derivation) -> None:
    grid = real.certainty
    assert grid.values.dtype == np.uint8
    assert grid.bounds == FRAME
    assert 0 < grid.values.max() <= 255


def test_rows_are_equally_spaced_in_web_mercator_from_the_north(real: Derivation) -> None:
    lon, lat = real.certainty.centres
    y = np.log(np.tan(np.pi / 4 + np.radians(lat) / 2))
    assert (np.diff(lat) < 0).all()
    assert np.diff(y) == pytest.approx(np.diff(y)[0], rel=1e-6)
    assert np.diff(lon) == pytest.approx((FRAME[2] - FRAME[0]) / len(lon))
    # Square pixels: as wide as high on a web map.
    assert np.radians(np.diff(lon)[0]) == pytest.approx(-np.diff(y)[0], rel=0.01)


def test_lookup_finds_the_cell(real: Derivation) -> None:
    lon, lat = real.certainty.centres
    for row, column in ((0, 0), (100, 250), (-1, -1)):
        value = real.certainty.values[row, column] / 255
        assert at(real, lon[column], lat[row]) == pytest.approx(value, abs=1e-6)


def test_well_known_ground_is_surer_than_the_far_steppe(real: Derivation) -> None:
    assert at(real, 36.3962, 35.5018) > 0.85  # Jabal Shashabo, among many settlements
    assert at(real, 37.16, 36.20) > 0.85  # Aleppo
    assert at(real, 38.75, 34.85) < 0.8  # steppe south of Resafa, no settlement near


def test_certainty_falls_far_from_settlements(real: Derivation, settlements: Any) -> None:
    lon, lat = (grid.ravel()[::37] for grid in np.meshgrid(*real.certainty.centres))
    places = metric(shapely.points(lon, lat)).to_numpy()
    tree = shapely.STRtree(metric(settlements.geometry).to_numpy())
    away = tree.query_nearest(places, return_distance=True, all_matches=False)[1]
    values = real.certainty.values.ravel()[::37] / 255
    holders = shapely.union_all(real.areas.geometry.to_numpy())
    steppe = shapely.contains_xy(holders, lon, lat) & (lon > 37.5) & (lat < 35.3)
    assert (steppe & (away > 40_000)).sum() > 50
    means = [
        values[steppe & (away >= low) & (away < low + 10_000)].mean()
        for low in (10_000, 20_000, 30_000, 40_000)
    ]
    assert means == sorted(means, reverse=True)
    assert means[-1] < 0.85


def test_firm_fronts_fade_narrowly(real: Derivation) -> None:
    fronts = real.fronts[(real.fronts["kind"] == "front") & (real.fronts["quality"] == "firm")]
    line = shapely.union_all(metric(fronts.geometry).to_numpy())
    inside = {}
    for depth in (200, 4_000):
        ring = shapely.boundary(shapely.buffer(line, depth))
        points = shapely.line_interpolate_point(ring, np.arange(0, ring.length, 1_000))
        inside[depth] = np.median(real.certainty.at(degrees(points)))
    assert inside[200] < 0.65
    assert inside[4_000] > 0.8


def test_picture_has_no_steps(real: Derivation) -> None:
    values = real.certainty.values.astype(int)
    lon, _ = real.certainty.centres
    kilometres = np.diff(lon)[0] * 111.32 * np.cos(np.radians(36))
    steepest = max(np.abs(np.diff(values, axis=axis)).max() for axis in (0, 1)) / 255
    assert steepest / kilometres < 0.9


def test_mean_certainty_of_areas(real: Derivation) -> None:
    lon, lat = np.meshgrid(*real.certainty.centres)
    for row in real.areas.itertuples():
        inside = shapely.contains_xy(row.geometry, lon, lat)
        mean = real.certainty.values[inside].mean() / 255
        assert row.certainty == pytest.approx(mean, abs=0.03)
        assert 0.3 < row.certainty < 1
