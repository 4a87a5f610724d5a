"""What every method is asked: what holds at these places, by these settlements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import geopandas
import numpy as np

from mapgen.territory.evidence import UNKNOWN, Evidence, read
from mapgen.territory.plane import Plane

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.territory.plane import BoolArray, FloatArray, IntArray

FRAME = (35.4, 34.8, 38.8, 37.2)
"""West, south, east, north in degrees, as in geodata/atlas.toml."""


@dataclass(frozen=True)
class Question:
    """Settlements that speak to one question.

    Parameters
    ----------
    metres
        Metres (east, north), shape (n, 2).
    says
        What each says: 0 to `kinds` - 1.
    weight
        How much it counts, above 0 to 1.
    kinds
        How many answers there are.
    """

    metres: FloatArray
    says: IntArray
    weight: FloatArray
    kinds: int

    def among(self, chosen: BoolArray) -> Question:
        """Return the question put to some of the settlements only."""
        return Question(self.metres[chosen], self.says[chosen], self.weight[chosen], self.kinds)

    @property
    def words(self) -> FloatArray:
        """What is said, as one column of 0 and 1 for each answer."""
        return np.asarray(self.says[:, None] == np.arange(self.kinds), dtype=np.float64)


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
    evidence
        All settlements.
    side, holder
        The question of the side, and that of the holder within the one side with several.
    speakers
        Positions of the settlements that answer the second.
    classes
        Indices of that side's holders, in the order of the answers.
    """

    evidence: Evidence
    side: Question
    holder: Question
    speakers: IntArray
    classes: IntArray


def read_evidence(settlements: Path) -> Evaluated:
    """Read settlements and put the questions.

    Parameters
    ----------
    settlements
        GeoJSON of settlements, as geodata/settlements.geojson.
    """
    table = geopandas.read_file(settlements)
    table["holder"] = table["holder"].replace({"hts+tip": "hts"})
    evidence = read(table, Plane(FRAME))
    (side,) = [each for each in range(len(evidence.sides)) if len(evidence.holders_of(each)) > 1]
    classes = np.array(evidence.holders_of(side))
    speakers = np.flatnonzero((evidence.side == side) & (evidence.holder != UNKNOWN))
    number = np.full(len(evidence.holders), UNKNOWN)
    number[classes] = np.arange(len(classes))
    return Evaluated(
        evidence,
        Question(evidence.metres, evidence.side, evidence.side_weight, len(evidence.sides)),
        Question(
            evidence.metres[speakers],
            number[evidence.holder[speakers]],
            evidence.holder_weight[speakers],
            len(classes),
        ),
        speakers,
        classes,
    )
