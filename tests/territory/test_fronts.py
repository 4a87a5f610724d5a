"""Front lines, limits and inner lines from the real evidence."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely

from tests.territory.conftest import SIDE_OF, metric

if TYPE_CHECKING:
    from mapgen.derivation.territory import Derivation

QUIET = [
    {"opposition", "turkey"},
    {"government", "government+sdf"},
    {"government", "sdf"},
    {"government+sdf", "sdf"},
]


def edges_of(lines: Any) -> set[tuple[tuple[int, int], ...]]:
    """Return the straight edges of lines as pairs of vertices in 1e-5 degree."""
    found = set()
    for line in shapely.get_parts(lines):
        units = np.rint(shapely.get_coordinates(line) * 1e5).astype(int).tolist()
        for one, other in pairwise(units):
            found.add(tuple(sorted([tuple(one), tuple(other)])))
    return found


def rings_of(areas: Any) -> Any:
    return shapely.get_rings(shapely.get_parts(areas))


def test_every_edge_of_a_front_is_an_edge_of_both_areas(real: Derivation) -> None:
    edges = {
        holder: edges_of(rings_of(shape))
        for holder, shape in zip(real.areas["holder"], real.areas.geometry, strict=True)
    }
    for row in real.fronts.itertuples():
        mine = edges_of([row.geometry])
        assert mine <= edges[row.holder_a]
        assert mine <= edges[row.holder_b]


def test_fronts_are_all_shared_edges_and_nothing_else(real: Derivation) -> None:
    count: dict[Any, int] = {}
    for shape in real.areas.geometry:
        for edge in edges_of(rings_of(shape)):
            count[edge] = count.get(edge, 0) + 1
    shared = {edge for edge, times in count.items() if times == 2}
    assert edges_of(real.fronts.geometry.to_numpy()) == shared


def test_no_front_runs_along_the_border_the_coast_or_the_frame(real: Derivation, land: Any) -> None:
    lines = shapely.union_all(real.fronts.geometry.to_numpy())
    along = shapely.intersection(lines, shapely.boundary(land))
    assert shapely.length(along) == 0


def test_kind_follows_from_the_sides(real: Derivation) -> None:
    for row in real.fronts.itertuples():
        sides = {SIDE_OF[row.holder_a], SIDE_OF[row.holder_b]}
        expected = "inner" if len(sides) == 1 else "limit" if sides in QUIET else "front"
        assert row.kind == expected
        assert row.holder_a < row.holder_b


def test_one_feature_for_each_kind_quality_and_pair(real: Derivation) -> None:
    keys = real.fronts[["kind", "quality", "holder_a", "holder_b"]]
    assert not keys.duplicated().any()
    assert set(real.fronts["quality"]) == {"firm", "approximate", "guess"}


def test_lengths_are_kilometres(real: Derivation) -> None:
    measured = metric(real.fronts.geometry).length.to_numpy() / 1e3
    assert measured == pytest.approx(real.fronts["length_km"].to_numpy(), rel=1e-3, abs=0.01)
    told = real.report["fronts_km"]
    total = sum(sum(of_kind.values()) for of_kind in told.values())
    assert total == pytest.approx(real.fronts["length_km"].sum(), abs=2)


def gaps(lines: Any, settlements: Any, sides: tuple[str, str]) -> Any:
    """Return the gap between the nearest settlements of both sides every 500 m, metres."""
    line = shapely.union_all(metric(lines).to_numpy())
    points = shapely.get_parts(shapely.line_merge(line))
    samples = np.concatenate(
        [shapely.line_interpolate_point(one, np.arange(250, one.length, 500)) for one in points]
    )
    nearest = []
    for side in sides:
        tree = shapely.STRtree(metric(settlements.geometry[settlements["side"] == side]).to_numpy())
        nearest.append(tree.query_nearest(samples, return_distance=True, all_matches=False)[1])
    return nearest[0] + nearest[1]


@pytest.mark.parametrize(
    ("sides", "quality", "gap"),
    [
        (("government", "opposition"), "firm", (0, 9_500)),
        (("government", "sdf"), "approximate", (9_000, 17_000)),
        (("sdf", "turkey"), "firm", (0, 9_500)),
        (("government", "sdf"), "guess", (17_000, 200_000)),
    ],
)
def test_quality_follows_the_gap_between_settlements(
    real: Derivation,
    settlements: Any,
    sides: tuple[str, str],
    quality: str,
    gap: tuple[float, float],
) -> None:
    of_sides = [
        {SIDE_OF[row.holder_a], SIDE_OF[row.holder_b]} == set(sides) and row.quality == quality
        for row in real.fronts.itertuples()
    ]
    found = gaps(real.fronts.geometry[of_sides], settlements, sides)
    assert len(found) > 5
    assert np.mean((found >= gap[0]) & (found <= gap[1])) > 0.8


def test_no_stretch_of_one_quality_is_short(real: Derivation) -> None:
    fronts = real.fronts.assign(
        parties=[
            tuple(sorted([row.holder_a, row.holder_b]))
            if row.kind == "inner"
            else tuple(sorted([SIDE_OF[row.holder_a], SIDE_OF[row.holder_b]]))
            for row in real.fronts.itertuples()
        ]
    )
    for _, of_parties in fronts.groupby("parties"):
        lines = shapely.union_all(metric(of_parties.geometry).to_numpy())
        whole = [one.length for one in shapely.get_parts(shapely.line_merge(lines))]
        for _, run in of_parties.groupby("quality"):
            lines = shapely.union_all(metric(run.geometry).to_numpy())
            for one in shapely.get_parts(shapely.line_merge(lines)):
                is_whole = any(abs(one.length - length) < 1 for length in whole)
                assert one.length > 3_900 or is_whole


def test_outlines_show_no_steps_of_the_grid(real: Derivation) -> None:
    """A staircase of cells turns by 90 degrees every 300 m; a calm line by far less."""
    turned, length = 0.0, 0.0
    for line in shapely.get_parts(shapely.line_merge(metric(real.fronts.geometry).to_numpy())):
        steps = np.diff(shapely.get_coordinates(line), axis=0)
        heading = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
        turned += np.degrees(np.abs(np.diff(heading)).sum())
        length += line.length / 1e3
    assert turned / length < 35


def test_outlines_have_no_sharp_corner(real: Derivation) -> None:
    """No bend of more than 50 degrees, but where three areas meet."""
    lines = shapely.line_merge(shapely.union_all(metric(real.fronts.geometry).to_numpy()))
    sharpest = 0.0
    for line in shapely.get_parts(lines):
        steps = np.diff(shapely.get_coordinates(line), axis=0)
        heading = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
        sharpest = max(sharpest, float(np.degrees(np.abs(np.diff(heading)).max(initial=0))))
    assert sharpest < 50


def test_reported_places_lie_on_the_right_side_of_the_front(real: Derivation) -> None:
    """Where reports name the last village of each side, the front runs between them."""
    held = {
        (36.233, 35.733): "opposition",  # Kabani
        (36.164, 35.744): "government",  # Kinsabba
        (36.675, 35.390): "opposition",  # Morek, north of it
        (37.025, 35.735): "government",  # Abu al-Duhur
        (36.848, 36.200): "opposition",  # west Aleppo
        (36.800, 36.390): "turkey",  # Afrin valley
        (37.097, 36.473): "government+sdf",  # Tell Rifaat
        (37.516, 36.372): "turkey",  # al-Bab
        (37.955, 36.528): "sdf",  # Manbij
    }
    for (lon, lat), side in held.items():
        here = real.areas[real.areas.contains(shapely.Point(lon, lat))]
        assert [SIDE_OF[one] for one in here["holder"]] == [side], (lon, lat)
