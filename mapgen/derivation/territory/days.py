"""Many days derived one after the other, in two processes where there are two processors."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mapgen.derivation.territory.derivation import Derivation, Walk
from mapgen.derivation.territory.scene import scene_of
from mapgen.progress import ignore
from mapgen.workers import workers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.evidence_days import DayTable
    from mapgen.progress import Progress

WORTH_A_PROCESS = 8
"""Days from which a second process saves more time than it takes to begin."""


def derive_days(
    days: Sequence[DayTable],
    land: BaseGeometry,
    frame: tuple[float, float, float, float],
    *,
    progress: Progress,
) -> list[Derivation]:
    """Derive areas of control for each of several days.

    Parameters
    ----------
    days
        In order; the same settlements on each, as `derive` wants them.
    land, frame
        As for `derive`.
    progress
        Is called with the day and the share done, 0 to 1.

    Returns
    -------
    list of Derivation
        One for each day. A stretch of outline that two days have in common has the same
        vertices on both. Only the report of the last day tells of settlements left out.
    """
    scene_of_all = (list(days), land, frame)
    if len(days) < WORTH_A_PROCESS or (os.cpu_count() or 1) == 1:
        return _derived(scene_of_all, range(len(days)), progress)
    half = len(days) // 2
    with workers(1) as pool:
        earlier = pool.submit(_derived, scene_of_all, range(half), ignore)
        later = _derived(scene_of_all, range(half, len(days)), progress)
        return [*earlier.result(), *later]


def _derived(
    scene_of_all: tuple[list[DayTable], BaseGeometry, tuple[float, float, float, float]],
    numbers: range,
    progress: Progress,
) -> list[Derivation]:
    days, land, frame = scene_of_all
    walk = Walk(scene_of([day.settlements for day in days], land, frame))
    made = []
    for done, number in enumerate(numbers):
        progress(days[number].day, done / len(numbers))
        last = number == len(days) - 1
        table = days[number].settlements
        made.append(walk.derive(table, days[number].day, ignore, whole_report=last))
    return made
