"""Which side and which holder the settlements around a place speak for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mapgen.derivation.territory.evidence import UNKNOWN, Evidence
from mapgen.derivation.territory.kriging import Speakers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.derivation.territory.plane import BoolArray, FloatArray, IntArray


def side_speakers(evidence: Evidence, chosen: BoolArray | None = None) -> Speakers:
    """Return who tells the side: every settlement, or those that are chosen."""
    who = slice(None) if chosen is None else chosen
    return Speakers(
        evidence.metres[who], evidence.side_weight[who], evidence.side[who], len(evidence.sides)
    )


def holder_speakers(evidence: Evidence) -> Iterator[tuple[IntArray, IntArray, Speakers]]:
    """Yield who tells the holder within each side that has several.

    Yields
    ------
    speakers : ndarray
        Positions, in the evidence, of the side's settlements that name a holder.
    holders : ndarray
        Indices of the side's holders, in the order of the answers.
    who : Speakers
        What they say.
    """
    for side in range(len(evidence.sides)):
        holders = np.array(evidence.holders_of(side))
        speakers = np.flatnonzero((evidence.side == side) & (evidence.holder != UNKNOWN))
        if len(holders) > 1 and len(speakers):
            says = np.searchsorted(holders, evidence.holder[speakers])
            weight = evidence.holder_weight[speakers]
            who = Speakers(evidence.metres[speakers], weight, says, len(holders))
            yield speakers, holders, who


def side_shares(evidence: Evidence, places: FloatArray) -> FloatArray:
    """Estimate the probability of each side.

    Parameters
    ----------
    evidence
        All settlements.
    places
        Metres (east, north), shape (n, 2).

    Returns
    -------
    ndarray
        Shape (n, sides), rows sum to 1.
    """
    return side_speakers(evidence).shares(places)


def left_out(evidence: Evidence, groups: IntArray) -> tuple[FloatArray, FloatArray]:
    """Estimate each settlement from those of other groups.

    Parameters
    ----------
    evidence
        All settlements.
    groups
        Number of the group of each settlement: all different to leave out one at a time,
        numbers of blocks to leave out whole neighbourhoods.

    Returns
    -------
    sides : ndarray
        As `side_shares` returns them.
    holders : ndarray
        The probability of each holder where its side holds the place, shape (n, holders); for
        each side the columns of its holders sum to 1.
    """
    places = evidence.metres
    sides = side_speakers(evidence).shares_from_others(places, groups, groups)
    holders = np.ones((len(places), len(evidence.holders)))
    for speakers, names, who in holder_speakers(evidence):
        holders[:, names] = who.shares_from_others(places, groups, groups[speakers])
    return sides, holders
