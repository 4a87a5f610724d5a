"""Small made-up evidence with one right answer."""

from __future__ import annotations

from typing import Any

import pytest
import shapely

from mapgen.derivation.territory import Derivation, derive, evidence
from mapgen.faults import FaultsError
from tests.territory.conftest import metric
from tests.territory.made_up import SQUARE, holder_at, lattice, made, settlement, table


def two_sides(x: float, _: float) -> str:
    return "government" if x < 0 else "hts"


def test_the_front_runs_half_way() -> None:
    result = made(lattice(two_sides))
    assert holder_at(result, 36.1, 35.2) == "government"
    assert holder_at(result, 36.3, 35.2) == "hts"
    longitudes = shapely.get_coordinates(result.fronts.geometry.to_numpy())[:, 0]
    # Half way between -4 and 0 km from the centre.
    assert longitudes == pytest.approx(36.18, abs=0.012)
    assert set(result.fronts["kind"]) == {"front"}
    assert set(result.fronts["quality"]) == {"firm"}


def test_one_side_alone_holds_everything() -> None:
    result = made(lattice(lambda _x, _y: "turkey"))
    assert list(result.areas["holder"]) == ["turkey"]
    assert result.areas.geometry.iloc[0].equals(shapely.box(*SQUARE))
    assert len(result.fronts) == 0
    assert result.report["pocket_km2"] == 0


@pytest.mark.parametrize(
    ("gap", "quality"), [(6.0, "firm"), (14.0, "approximate"), (22.0, "guess")]
)
def test_quality_of_a_front_is_the_gap_of_the_evidence(gap: float, quality: str) -> None:
    rows = [
        settlement(f"set-{side}-{row}", 36.2 + (east * gap / 2) * 0.010985, 35.04 + 0.04 * row, who)
        for side, east, who in (("w", -1, "government"), ("e", 1, "hts"))
        for row in range(9)
    ]
    assert set(made(rows).fronts["quality"]) == {quality}


def island(confidence: str) -> list[dict[str, Any]]:
    rows = lattice(lambda _x, _y: "government", step=2.5)
    words = {"side_confidence": confidence, "confidence": confidence}
    return [*rows, settlement("set-alone", 36.207, 35.209, "nlf", **words)]


def test_a_sure_settlement_keeps_ground_among_others() -> None:
    result = made(island("high"))
    assert holder_at(result, 36.207, 35.209) == "nlf"
    ground = metric(result.areas.geometry[result.areas["holder"] == "nlf"]).area.sum() / 1e6
    assert 0.5 < ground < 8
    assert result.report["unresolved"] == []


def crowded() -> list[dict[str, Any]]:
    """Return a sure settlement with sure neighbours of the other side 500 m away all around."""
    sure = {"side_confidence": "high", "confidence": "high"}
    return island("high") + [
        settlement(f"set-{name}", 36.207 + east, 35.209 + north, "government", **sure)
        for name, east, north in (
            ("east", 0.0055, 0.0),
            ("north", 0.0, 0.0045),
            ("south", 0.0, -0.0045),
            ("west", -0.0055, 0.0),
        )
    ]


def assert_all_sure_are_at_home(result: Derivation) -> None:
    assert result.report["unresolved"] == []
    for one in crowded():
        if one["confidence"] == "high":
            assert holder_at(result, one["geometry"].x, one["geometry"].y) == one["holder"]


def test_a_sure_settlement_keeps_ground_in_a_crowd() -> None:
    assert_all_sure_are_at_home(made(crowded()))


def test_repair_gives_ground_where_the_estimate_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = dict.fromkeys(("high", "medium", "low"), 0.0)
    monkeypatch.setattr(evidence, "SHORT_RANGE_STRENGTH", silent)
    result = made(crowded())
    assert result.report["repaired"] == ["set-alone"]
    assert_all_sure_are_at_home(result)


def test_an_unsure_settlement_makes_no_confetti() -> None:
    result = made(island("medium"))
    assert list(result.areas["holder"]) == ["government"]
    assert result.report["contradicting"]["side"] == ["set-alone"]


def test_sure_settlements_side_by_side_are_both_right() -> None:
    rows = lattice(two_sides)
    sure = {"side_confidence": "high", "confidence": "high"}
    rows.append(settlement("set-a", 36.250, 35.2, "government", **sure))
    rows.append(settlement("set-b", 36.265, 35.2, "hts", **sure))
    result = made(rows)
    assert holder_at(result, 36.250, 35.2) == "government"
    assert holder_at(result, 36.265, 35.2) == "hts"
    assert bool(shapely.coverage_is_valid(result.areas.geometry.to_numpy()))


def test_two_sure_settlements_at_one_place_are_reported() -> None:
    sure = {"side_confidence": "high", "confidence": "high"}
    rows = lattice(two_sides)
    rows.append(settlement("set-a", 36.3, 35.2, "government", **sure))
    rows.append(settlement("set-b", 36.3, 35.2, "hts", **sure))
    assert len(made(rows).report["unresolved"]) == 1


def test_the_side_alone_moves_no_line_between_holders() -> None:
    rows = lattice(lambda x, _y: "nlf" if x < 0 else "hts")
    silent = [
        settlement(f"set-silent-{row}", 36.1, 35.1 + row / 50, None, side="opposition")
        for row in range(8)
    ]
    with_silent = made([*rows, *silent])
    assert holder_at(with_silent, 36.1, 35.16) == "nlf"
    assert with_silent.report["settlements_with_holder"] == len(rows)
    assert (
        with_silent.areas.geometry.to_wkb().tolist() == made(rows).areas.geometry.to_wkb().tolist()
    )


def test_shared_control_is_a_holder_of_its_own() -> None:
    result = made(lattice(lambda x, _y: "hts" if x < -6 else "nlf" if x > 6 else "hts+nlf"))
    assert list(result.areas["holder"]) == ["hts", "hts+nlf", "nlf"]
    assert holder_at(result, 36.2, 35.2) == "hts+nlf"
    assert set(result.fronts["kind"]) == {"inner"}


def test_an_island_without_settlements_belongs_to_somebody() -> None:
    square, islet = shapely.box(36.0, 35.0, 36.3, 35.4), shapely.box(36.35, 35.1, 36.36, 35.11)
    land = shapely.MultiPolygon([square, islet])
    result = made(lattice(two_sides), land)
    assert holder_at(result, 36.355, 35.105) == "hts"
    assert metric(result.areas.geometry).area.sum() == pytest.approx(metric(land).area.sum())


def test_settlements_beyond_the_land_are_reported_and_still_count() -> None:
    rows = lattice(two_sides)
    result = made([*rows, settlement("set-far", 36.45, 35.2, "nlf")])
    assert result.report["outside"] == ["set-far"]


def test_progress_grows_to_the_end() -> None:
    told: list[tuple[str, float]] = []
    derive(
        table(lattice(two_sides)),
        shapely.box(*SQUARE),
        SQUARE,
        "2018-09-14",
        progress=lambda step, share: told.append((step, share)),
    )
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"side": "opposition"}, "does not stand on side"),
        ({"side": "rebels"}, '"rebels" is not known'),
        ({"confidence": "sure"}, '"sure" is not known'),
        ({"side_confidence": "certain"}, '"certain" is not known'),
        ({"position_error_km": 0.0}, "is not above 0"),
        ({"id": "set-02-03"}, "used twice"),
        ({"side": "sdf", "holder": None}, 'none on side "sdf" names a holder'),
    ],
)
def test_faults_are_named_with_the_settlement(change: dict[str, Any], words: str) -> None:
    rows = lattice(two_sides)
    rows[-1] |= {"holder": "government", "side": "government"} | change
    with pytest.raises(FaultsError, match=words):
        made(rows)


def test_too_few_settlements_are_refused() -> None:
    with pytest.raises(FaultsError, match="too few"):
        made(lattice(two_sides)[:2])
