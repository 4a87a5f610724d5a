"""Many days: each as if it were derived alone, and what days share is the same to the vertex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import shapely

from mapgen.derivation.evidence_days import DayTable
from mapgen.derivation.territory import Derivation, derive_days
from tests.territory.made_up import SQUARE, lattice, made, table

if TYPE_CHECKING:
    from collections.abc import Callable

FRONTS = {"2018-01-01": -8.0, "2018-01-08": 0.0, "2018-01-15": 0.0, "2018-01-22": 6.0}
"""Where the southern half of the front runs on each day, km east of the centre."""


def rows_on(east: float) -> list[dict[str, Any]]:
    def holder(x: float, y: float) -> str:
        return "government" if x < (east if y < 0 else -4.0) else "nlf" if y > 12 else "hts"

    return lattice(holder, step=3.0)


def tables() -> list[DayTable]:
    return [DayTable(day, table(rows_on(east))) for day, east in FRONTS.items()]


def run(
    days: list[DayTable], progress: Callable[[str, float], None] = lambda _day, _share: None
) -> list[Derivation]:
    return derive_days(days, shapely.box(*SQUARE), SQUARE, progress=progress)


@pytest.fixture(scope="module")
def year() -> list[Derivation]:
    return run(tables())


def vertices(of: Derivation) -> set[tuple[int, int]]:
    units = np.rint(shapely.get_coordinates(of.areas.geometry.to_numpy()) * 1e5).astype(int)
    return set(map(tuple, units.tolist()))


def test_each_day_is_as_if_it_were_alone(year: list[Derivation]) -> None:
    for together, east in zip(year, FRONTS.values(), strict=True):
        alone = made(rows_on(east))
        assert together.areas.geometry.to_wkb().tolist() == alone.areas.geometry.to_wkb().tolist()
        assert together.fronts.equals(alone.fronts)
        assert (together.certainty.values == alone.certainty.values).all()


def test_days_without_a_change_are_equal(year: list[Derivation]) -> None:
    assert year[1].areas.equals(year[2].areas)
    assert (year[1].certainty.values == year[2].certainty.values).all()


def test_what_did_not_move_keeps_its_vertices(year: list[Derivation]) -> None:
    north = [{place for place in vertices(each) if place[1] > 3_525_000} for each in year]
    assert len(north[0]) > 10
    assert north[0] == north[1] == north[3]


def test_two_processes_give_the_same_as_one(year: list[Derivation]) -> None:
    days = [each for each in tables() for _ in range(2)]
    again = run(days)
    for one, other in zip(again[::2], year, strict=True):
        assert one.areas.equals(other.areas)
        assert (one.certainty.values == other.certainty.values).all()


def test_a_day_is_told_before_it_is_made() -> None:
    told: list[str] = []
    run(tables(), lambda day, _share: told.append(day))
    assert told == list(FRONTS)
