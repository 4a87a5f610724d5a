"""The estimate itself: what is left out is not known, and certainty means what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from mapgen.derivation.territory.calibration import bands, calibrated, fitted
from mapgen.derivation.territory.estimate import left_out, side_shares
from mapgen.derivation.territory.evidence import UNKNOWN, Evidence, read
from mapgen.derivation.territory.kriging import Speakers
from mapgen.derivation.territory.plane import Plane
from mapgen.derivation.territory.settings import CALIBRATION
from mapgen.derivation.territory.validation import Guess, blocks
from mapgen.facts.certainty_words import word
from tests.conftest import ROOT
from tests.territory.conftest import FRAME

if TYPE_CHECKING:
    from mapgen.derivation.territory import Derivation

FIRST_COLLECTION = ROOT / "tools" / "methods" / "first_collection.txt"


@pytest.fixture(scope="module")
def evidence(settlements: Any) -> Evidence:
    return read(settlements, Plane(FRAME))


def test_shares_are_probabilities(evidence: Evidence) -> None:
    places = evidence.metres[::9] + 1_234.0
    shares = side_shares(evidence, places)
    assert shares.shape == (len(places), len(evidence.sides))
    assert (shares > 0).all()
    assert shares.sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_a_settlement_speaks_for_its_own_place(evidence: Evidence) -> None:
    shares = side_shares(evidence, evidence.metres)
    sure = evidence.side_weight == 1
    own = shares[np.arange(len(shares)), evidence.side]
    assert np.median(own[sure]) > 0.95
    assert (shares.argmax(axis=1) == evidence.side)[sure].mean() > 0.99


def test_left_out_equals_an_estimate_from_the_others_alone(settlements: Any) -> None:
    plane = Plane(FRAME)
    everyone = read(settlements, plane)
    groups = blocks(everyone.metres, 20_000.0, (0.0, 0.0))
    sides, _ = left_out(everyone, groups)
    for group in np.unique(groups)[::25]:
        gone = np.flatnonzero(groups == group)
        names = [everyone.ids[each] for each in gone]
        others = read(settlements[~settlements["id"].isin(names)], plane)
        assert others.sides == everyone.sides
        anew = side_shares(others, everyone.metres[gone])
        assert sides[gone] == pytest.approx(anew, abs=2e-6)


def test_far_settlements_are_screened_by_near_ones(evidence: Evidence) -> None:
    places = evidence.metres[::50] + 500.0
    all_of_them = side_shares(evidence, places)
    near = np.hypot(*(evidence.metres - places[0]).T).argsort()[:24]
    alone = Speakers(
        evidence.metres[near], evidence.side_weight[near], evidence.side[near], len(evidence.sides)
    )
    assert alone.shares(places[:1]) == pytest.approx(all_of_them[:1], abs=1e-6)


def test_unsure_settlements_count_less() -> None:
    metres = np.array([[0.0, 0.0], [2_000.0, 0.0]])
    two = Speakers(metres, np.array([1.0, 0.4]), np.array([0, 1]), 2)
    sure, unsure = two.shares(np.array([[1_000.0, 0.0]]))[0]
    assert sure > unsure


def test_blocks_have_their_edge_and_their_shift() -> None:
    metres = np.array([[0.0, 0.0], [9_999.0, 9_999.0], [10_001.0, 0.0], [-1.0, 0.0]])
    groups = blocks(metres, 10_000.0, (0.0, 0.0))
    assert groups[0] == groups[1]
    assert len(set(groups.tolist())) == 3
    moved = blocks(metres, 10_000.0, (0.5, 0.0))
    assert moved[0] == moved[3] != moved[1] == moved[2]


def test_settlements_of_the_first_collection_are_found_without_themselves(
    evidence: Evidence,
) -> None:
    """Those are dense at fronts, where guessing is hardest; later, easier ones do not count."""
    first = set(FIRST_COLLECTION.read_text(encoding="utf-8").split())
    guess = Guess.of(evidence, *left_out(evidence, np.arange(len(evidence.ids))))
    counted = np.array([each in first for each in evidence.ids])
    known = counted & (evidence.holder != UNKNOWN)
    assert counted.sum() >= 820
    assert (guess.side == evidence.side)[counted].mean() >= 0.94
    assert (guess.holder == evidence.holder)[known].mean() >= 0.875


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
