"""What the map owes to single publishers, on small made-up evidence."""

from __future__ import annotations

import shapely

from mapgen.derivation.territory import Witnesses, witnesses
from tests.territory.made_up import SQUARE, lattice, settlement, table

LAND = shapely.box(*SQUARE)


def two_sides(x: float, _: float) -> str:
    return "government" if x < 0 else "hts"


def told(west: set[str], east: set[str]) -> Witnesses:
    """Let publishers tell of the western half and of the eastern one."""
    settlements = table(lattice(two_sides))
    publishers = {
        identifier: frozenset(west if holder == "government" else east)
        for identifier, holder in zip(settlements["id"], settlements["holder"], strict=True)
    }
    return witnesses(settlements, publishers, LAND, SQUARE)


def test_ground_hangs_on_whoever_alone_tells_of_it() -> None:
    found = told({"Paper"}, {"Paper", "Agency"})
    (paper,) = found["sole"]
    assert (paper["publisher"], paper["settlements"]) == ("Paper", 44)
    assert 0.4 < paper["ground"] < 0.6
    assert found["ground"] == paper["ground"]
    assert found["two_publishers"]["right"] == found["two_publishers"]["all"] - 44


def test_nothing_hangs_on_one_of_two() -> None:
    found = told({"Paper", "Agency"}, {"Agency", "Radio"})
    assert found["sole"] == []
    assert found["ground"] == 0
    assert found["across"] == {}
    assert found["two_publishers"]["share"] == 1


def test_families_that_tell_of_other_ground_do_not_tell_of_each_other() -> None:
    found = told({"Paper"}, {"Agency"})
    assert found["across"]["from_others"]["right"] == 0
    assert found["across"]["of_others"]["right"] == 0
    assert {sole["publisher"] for sole in found["sole"]} == {"Paper", "Agency"}


def test_a_place_that_only_itself_tells_of_is_not_right_nearby() -> None:
    rows = [*lattice(two_sides), settlement("set-alone", 36.05, 35.2, "hts")]
    settlements = table(rows)
    publishers = dict.fromkeys(settlements["id"], frozenset({"Paper"}))
    near = witnesses(settlements, publishers, LAND, SQUARE)["near"]
    assert near["right"] == near["all"] - 1
