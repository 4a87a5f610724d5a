"""Areas of control from the real evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely

from tests.territory.conftest import FRAME, SIDE_OF, metric

if TYPE_CHECKING:
    from mapgen.derivation.territory import Derivation


def test_leave_one_out_agrees_with_most_settlements(real: Derivation) -> None:
    agreement = real.report["leave_one_out"]
    assert agreement["side"]["share"] >= 0.89
    assert agreement["holder"]["share"] >= 0.82


@pytest.mark.parametrize("level", ["side", "holder"])
def test_leave_one_out_counts_every_settlement_once(
    real: Derivation, settlements: Any, level: str
) -> None:
    found = real.report["leave_one_out"][level]
    known = settlements[level].notna().sum()
    assert found["all"] == known == sum(one["all"] for one in found["classes"].values())
    assert found["right"] == sum(one["right"] for one in found["classes"].values())
    assert found["share"] == pytest.approx(found["right"] / known, abs=1e-4)


def test_sure_settlements_lie_in_areas_of_their_side(located: Any) -> None:
    inside = located[located["area_holder"].notna()]
    sure = inside[inside["side_confidence"] == "high"]
    assert len(sure) > 300
    wrong = sure[sure["area_holder"].map(SIDE_OF) != sure["side"]]
    assert list(wrong["id"]) == []


def test_sure_settlements_lie_in_areas_of_their_holder(located: Any) -> None:
    inside = located[located["area_holder"].notna() & located["holder"].notna()]
    sure = inside[inside["confidence"] == "high"]
    assert len(sure) > 150
    assert list(sure["id"][sure["area_holder"] != sure["holder"]]) == []


def test_report_names_the_settlements_that_contradict(real: Derivation, located: Any) -> None:
    inside = located[located["area_holder"].notna()]
    other_side = inside["area_holder"].map(SIDE_OF) != inside["side"]
    other_holder = ~other_side & inside["holder"].notna()
    other_holder &= inside["area_holder"] != inside["holder"]
    assert real.report["contradicting"]["side"] == sorted(inside["id"][other_side])
    assert real.report["contradicting"]["holder"] == sorted(inside["id"][other_holder])
    assert real.report["outside"] == sorted(located["id"][located["area_holder"].isna()])
    assert real.report["unresolved"] == []


def test_few_settlements_contradict_their_area(real: Derivation) -> None:
    contradicting = real.report["contradicting"]
    count = len(contradicting["side"]) + len(contradicting["holder"])
    assert count <= 0.05 * real.report["settlements"]


def test_areas_are_a_coverage(real: Derivation) -> None:
    shapes = real.areas.geometry.to_numpy()
    assert real.areas.is_valid.all()
    assert bool(shapely.coverage_is_valid(shapes))
    assert sorted(real.areas["holder"]) == list(real.areas["holder"])
    assert real.areas["holder"].is_unique


def test_areas_cover_the_land_exactly(real: Derivation, land: Any) -> None:
    together = shapely.coverage_union_all(real.areas.geometry.to_numpy())
    apart = shapely.symmetric_difference(together, land)
    # A vertex set on the border is off the straight line by half of 1e-5 degree at most.
    assert metric(apart).area.sum() < 2_000
    assert shapely.hausdorff_distance(shapely.boundary(together), shapely.boundary(land)) < 1.5e-5


def test_no_vertex_of_the_land_is_lost(real: Derivation, land: Any) -> None:
    def vertices(shapes: Any) -> set[tuple[int, int]]:
        units = np.rint(shapely.get_coordinates(shapes) * 1e5).astype(int)
        return set(map(tuple, units.tolist()))

    assert vertices(land) <= vertices(real.areas.geometry.to_numpy())


def test_coordinates_have_five_decimals(real: Derivation) -> None:
    for table in (real.areas, real.fronts):
        coordinates = shapely.get_coordinates(table.geometry.to_numpy())
        assert (coordinates == np.round(coordinates, 5)).all()


def test_exteriors_run_counter_clockwise_and_holes_clockwise(real: Derivation) -> None:
    for part in shapely.get_parts(real.areas.geometry.to_numpy()):
        assert part.exterior.is_ccw
        assert not any(ring.is_ccw for ring in part.interiors)


def test_parts_come_largest_first(real: Derivation) -> None:
    assert set(real.areas.geom_type) == {"MultiPolygon"}
    for shape in real.areas.geometry:
        areas = [part.area for part in shape.geoms]
        assert areas == sorted(areas, reverse=True)


def test_area_is_told_in_square_kilometres(real: Derivation) -> None:
    measured = metric(real.areas.geometry.segmentize(0.05)).area / 1e6
    assert measured.to_numpy() == pytest.approx(
        real.areas["area_km2"].to_numpy(), rel=1e-4, abs=0.1
    )
    told = dict(zip(real.areas["holder"], real.areas["area_km2"], strict=True))
    assert real.report["area_km2"] == told
    assert real.report["land_km2"] == pytest.approx(sum(told.values()), abs=0.1)


def test_no_small_part_without_sure_evidence(real: Derivation, settlements: Any) -> None:
    sure = settlements[
        (settlements["side_confidence"] == "high") | (settlements["confidence"] == "high")
    ]
    shapes = real.areas.geometry.to_numpy()
    for holder, shape in zip(real.areas["holder"], shapes, strict=True):
        for part in shape.geoms:
            others = [one for one in shapes if one is not shape]
            alone = not any(
                shapely.length(shapely.intersection(part.boundary, other.boundary)) > 0
                for other in others
            )
            if metric(part).area.sum() < 2e6 and not alone:
                assert sure.within(part).any(), f"{holder} {part.centroid.wkt}"


def test_pocket_is_as_large_as_publications_draw_it(real: Derivation) -> None:
    # About 6,400 km2 within the front lines that reports of September 2018 describe.
    assert real.report["pocket_km2"] == pytest.approx(6_400, rel=0.1)
    km2 = real.report["area_km2"]
    assert real.report["pocket_km2"] == pytest.approx(
        sum(km2[name] for name in ("hts", "hts+nlf", "nlf")), abs=0.1
    )


def test_areas_stay_small_as_a_file(real: Derivation) -> None:
    assert len(real.areas.to_json()) < 250_000


def test_areas_lie_in_the_frame(real: Derivation) -> None:
    west, south, east, north = real.areas.total_bounds
    assert west >= FRAME[0]
    assert south >= FRAME[1]
    assert east <= FRAME[2]
    assert north <= FRAME[3]
