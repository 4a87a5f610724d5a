"""The estimate itself: what is left out is not known, and certainty means what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mapgen.territory.calibration import bands, calibrated, fitted, word
from mapgen.territory.estimate import Estimate
from mapgen.territory.evidence import Evidence, read
from mapgen.territory.kriging import Weights, spread
from mapgen.territory.plane import Plane
from mapgen.territory.settings import CALIBRATION
from mapgen.territory.validation import blocks
from tests.territory.conftest import FRAME

if TYPE_CHECKING:
    from mapgen.territory import Derivation


@pytest.fixture(scope="module")
def evidence(settlements: Any) -> Evidence:
    return read(settlements, Plane(FRAME))


def test_shares_are_probabilities(evidence: Evidence) -> None:
    places = evidence.metres[::9] + 1_234.0
    shares = Estimate.of(evidence).side_shares(places)
    assert shares.shape == (len(places), len(evidence.sides))
    assert (shares > 0).all()
    assert shares.sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_a_settlement_speaks_for_its_own_place(evidence: Evidence) -> None:
    shares = Estimate.of(evidence).side_shares(evidence.metres)
    sure = evidence.side_weight == 1
    own = shares[np.arange(len(shares)), evidence.side]
    assert np.median(own[sure]) > 0.95
    assert (shares.argmax(axis=1) == evidence.side)[sure].mean() > 0.99


def test_left_out_equals_an_estimate_from_the_others_alone(settlements: Any) -> None:
    plane = Plane(FRAME)
    everyone = read(settlements, plane)
    groups = blocks(everyone.metres, 20_000.0, (0.0, 0.0))
    sides, _ = Estimate.of(everyone).left_out(groups)
    for group in np.unique(groups)[::25]:
        gone = np.flatnonzero(groups == group)
        names = [everyone.ids[each] for each in gone]
        others = read(settlements[~settlements["id"].isin(names)], plane)
        assert others.sides == everyone.sides
        anew = Estimate.of(others).side_shares(everyone.metres[gone])
        assert sides[gone] == pytest.approx(anew, abs=2e-6)


def test_dates_side_by_side_equal_dates_one_by_one(evidence: Evidence) -> None:
    side = Estimate.of(evidence).side
    places = evidence.metres[::50] + 500.0
    earlier = side.weights.coefficients((evidence.side[:, None] == [1, 2]).astype(float))
    together = spread(side.weights.metres, places, np.column_stack([side.coefficients, earlier]))
    count = len(side.classes)
    assert together[:, :count] == pytest.approx(
        spread(side.weights.metres, places, side.coefficients), abs=1e-9
    )
    assert together[:, count:] == pytest.approx(
        spread(side.weights.metres, places, earlier), abs=1e-9
    )


def test_unsure_settlements_count_less() -> None:
    metres = np.array([[0.0, 0.0], [2_000.0, 0.0]])
    middle = np.array([[1_000.0, 0.0]])
    words = np.eye(2)
    weights = Weights.of(metres, np.array([1.0, 0.4]))
    sure, unsure = spread(metres, middle, weights.coefficients(words))[0]
    assert sure > unsure


def test_blocks_have_their_edge_and_their_shift() -> None:
    metres = np.array([[0.0, 0.0], [9_999.0, 9_999.0], [10_001.0, 0.0], [-1.0, 0.0]])
    groups = blocks(metres, 10_000.0, (0.0, 0.0))
    assert groups[0] == groups[1]
    assert len(set(groups.tolist())) == 3
    moved = blocks(metres, 10_000.0, (0.5, 0.0))
    assert moved[0] == moved[3] != moved[1] == moved[2]


def test_certainty_comes_true(real: Derivation) -> None:
    found = real.report["calibration"]
    assert len(found["bands"]) == 5
    for band in found["bands"]:
        assert band["stated"] == pytest.approx(band["observed"], abs=0.05)
    assert found["error"] <= 0.03
    stated = [band["stated"] for band in found["bands"]]
    assert stated == sorted(stated)
    assert stated[0] < 0.6
    assert stated[-1] > 0.85


def test_the_curve_in_use_is_the_one_that_the_evidence_gives(real: Derivation) -> None:
    found = real.report["calibration"]
    assert (found["level"], found["slope"]) == CALIBRATION
    share = np.array([0.3, 0.5, 0.7, 0.9, 0.99])
    assert calibrated(share) == pytest.approx(calibrated(share, found["fitted"]), abs=0.03)


def test_a_curve_is_found_again() -> None:
    share = np.repeat(np.linspace(0.05, 0.95, 19), 1_000)
    true = calibrated(share, (0.4, 1.5))
    right = (np.arange(len(share)) % 1_000) / 1_000 < true
    assert fitted(share, right) == pytest.approx((0.4, 1.5), abs=0.02)


def test_bands_hold_equally_many() -> None:
    stated = np.linspace(0, 1, 103)
    counts = [band["count"] for band in bands(stated, stated > 0.5)]
    assert sum(counts) == 103
    assert max(counts) - min(counts) <= 1


def test_whole_neighbourhoods_are_harder_than_single_settlements(real: Derivation) -> None:
    single, squares = real.report["leave_one_out"], real.report["left_out_blocks"]
    for level in ("side", "holder"):
        shares = [single[level], squares["10"][level], squares["20"][level]]
        order = [each["share"] for each in shares]
        assert order == sorted(order, reverse=True)
        assert squares["20"][level]["all"] == 4 * single[level]["all"]
    assert squares["20"]["side"]["share"] >= 0.85
    assert squares["20"]["holder"]["share"] >= 0.74


@pytest.mark.parametrize(
    ("certainty", "name"),
    [
        (1.0, "well_attested"),
        (0.85, "well_attested"),
        (0.84, "probable"),
        (0.6, "probable"),
        (0.59, "open"),
        (0.0, "open"),
    ],
)
def test_words_for_certainty(certainty: float, name: str) -> None:
    assert word(certainty) == name
