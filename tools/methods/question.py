"""What every method is asked: what holds at these places, by these settlements."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

import mapgen
from mapgen.derivation.evidence_days import days_of, evidence_on
from mapgen.derivation.territory.estimate import holder_speakers, side_speakers
from mapgen.derivation.territory.evidence import Evidence, classes_of, read
from mapgen.derivation.territory.kriging import Speakers
from mapgen.derivation.territory.plane import Plane

if TYPE_CHECKING:
    from mapgen.derivation.territory.plane import BoolArray, FloatArray, IntArray

FIRST_COLLECTION = Path(__file__).with_name("first_collection.txt")
"""Ids of the settlements that were collected first: dense at fronts, where guessing is hard."""


class Question(Speakers):
    """Settlements that answer one question, as mapgen puts it."""

    def among(self, chosen: BoolArray) -> Question:
        """Return the question put to some of the settlements only."""
        return Question(self.metres[chosen], self.weight[chosen], self.says[chosen], self.kinds)

    @property
    def words(self) -> FloatArray:
        """What is said, as one column of 0 and 1 for each answer."""
        return np.asarray(self.says[:, None] == np.arange(self.kinds), dtype=np.float64)

    @classmethod
    def of(cls, who: Speakers) -> Question:
        """Return the question that mapgen's speakers answer."""
        return cls(who.metres, who.weight, who.says, who.kinds)


class Method(Protocol):
    """A way to estimate."""

    def shares(self, question: Question, places: FloatArray) -> FloatArray:
        """Return the probability of each answer at places, rows sum to 1."""
        ...

    def left_out(
        self, question: Question, groups: IntArray, places: FloatArray, place_groups: IntArray
    ) -> FloatArray:
        """Return the probabilities at places from settlements of other groups."""
        ...


@dataclass(frozen=True)
class Evaluated:
    """Evidence and the questions that it answers.

    Parameters
    ----------
    plane
        Where distances are measured.
    evidence
        All settlements on the day of the map.
    side, holder
        The question of the side, and that of the holder within the one side with several.
    speakers
        Positions of the settlements that answer the second.
    classes
        Indices of that side's holders, in the order of the answers.
    first
        Which settlements were collected first.
    days
        The same settlements on each day that has a picture of its own, by ISO date.
    """

    plane: Plane
    evidence: Evidence
    side: Question
    holder: Question
    speakers: IntArray
    classes: IntArray
    first: BoolArray
    days: dict[str, Evidence]


def read_evidence(folder: Path) -> Evaluated:
    """Read the facts and put the questions, for the day of the map.

    Parameters
    ----------
    folder
        Folder with the facts, as geodata.

    Raises
    ------
    mapgen.faults.FaultsError
        If the facts have faults.
    """
    geodata = mapgen.read(folder, derived=False)
    # As in the derivation, answers are the sides and holders of all days.
    tables = [evidence_on(geodata, day) for day in days_of(geodata)]
    classes_of_all = classes_of(each.settlements for each in tables)
    plane = Plane(geodata.atlas.frame)
    days = {each.day: read(each.settlements, plane, classes_of_all) for each in tables}
    evidence = days[tables[-1].day]
    ((speakers, classes, who),) = holder_speakers(evidence)
    first = set(FIRST_COLLECTION.read_text(encoding="utf-8").split())
    return Evaluated(
        plane,
        evidence,
        Question.of(side_speakers(evidence)),
        Question.of(who),
        speakers,
        classes,
        np.array([each in first for each in evidence.ids]),
        days,
    )
