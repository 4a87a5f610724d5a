"""Positions in lessons: what lies off the map, or was written longitude first, is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mapgen.facts.lesson_checks import check_lessons
from mapgen.faults import FaultLog
from tests.lessons import EXAMPLE, PLACE, read

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.folder import Geodata

WHERE = "(latitude 34.8 to 37.2, longitude 35.4 to 38.8)"


@pytest.mark.parametrize(
    ("view", "point", "expected"),
    [
        (
            "37.9,35.9,9",
            "38.5, 36.1",
            [
                f"14: view 37.9,35.9 lies outside the map {WHERE}. Is it latitude first?",
                f"21: point 38.5,36.1 lies outside the map {WHERE}. Is it latitude first?",
            ],
        ),
        (
            "36.6,35.9,9",
            "36.65, 35.93",
            [
                (
                    "14: warning: view 36.6,35.9 lies outside all areas of control, "
                    "35.9,36.6 lies in one. Is it latitude first?"
                ),
                (
                    "21: warning: point 36.65,35.93 lies outside all areas of control, "
                    "35.93,36.65 lies in one. Is it latitude first?"
                ),
            ],
        ),
        (
            "52.5,13.4,9",
            "35.9, 36.6",
            [f"14: view 52.5,13.4 lies outside the map {WHERE}. Correct it."],
        ),
        (
            "35.9,36.6,9&feature=@38.5000,36.1000",
            "35.9, 36.6",
            [f"14: feature 38.5,36.1 lies outside the map {WHERE}. Is it latitude first?"],
        ),
        (
            "35.9,36.6,9&feature=@idlib",
            "35.9, 36.6",
            ['14: feature "@idlib" is no spot, expected latitude and longitude, as @35.66,36.94.'],
        ),
    ],
)
def test_a_place_outside_the_map_is_told(
    geodata: Geodata, tmp_path: Path, view: str, point: str, expected: list[str]
) -> None:
    head = EXAMPLE.split("## No one")[0]
    step = f"## No one\n\nid: a\nlink: #view={view}\n\nText.\n\n"
    task = f"### Task: place\n\nWhere?\n\npoint: {point}\nwithin-km: 5\n\n> There.\n"
    lessons, faults = read(tmp_path, f"{head}{step}{task}")
    assert faults == []
    log = FaultLog()
    check_lessons(replace(geodata, lessons=lessons), log)
    assert [str(each) for each in log.faults] == [f"{PLACE} {each}" for each in expected]
