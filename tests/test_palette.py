"""The colours of the actors, as they are drawn, for every kind of eye and for a grey printer."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from coloraide import Color

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata

PAPER = Color("#fbfaf6")
FIRM = 0.90
"""Opacity of ground that is known best."""

LEAST_DISTANCE = {"normal": 12, "deutan": 8, "protan": 8, "tritan": 8}
"""Least CIEDE2000 between any two grounds; deficiencies by Machado and others (2009)."""


def drawn(geodata: Geodata) -> dict[str, Color]:
    """Return each actor's ground as it lies on the paper of the map."""
    return {
        actor.id: PAPER.mix(Color(actor.colour.fill), FIRM, space="srgb")
        for actor in geodata.actors.actors.values()
        if actor.colour
    }


def lightness_of(colour: Color) -> float:
    return float(colour.convert("lab-d65")["lightness"])


def seen(colour: Color, eye: str) -> Color:
    return colour if eye == "normal" else colour.clone().filter(eye, 1, method="machado")


@pytest.mark.parametrize("eye", LEAST_DISTANCE)
def test_any_two_grounds_can_be_told_apart(geodata: Geodata, eye: str) -> None:
    for (one, first), (other, second) in combinations(drawn(geodata).items(), 2):
        distance = seen(first, eye).delta_e(seen(second, eye), method="2000")
        assert distance >= LEAST_DISTANCE[eye], (one, other)


def test_in_grey_the_grounds_are_a_ladder(geodata: Geodata) -> None:
    """The other opposition factions stand beside: their pocket had one neighbour only."""
    found = {name: lightness_of(colour) for name, colour in drawn(geodata).items()}
    pocket = found.pop("opposition")
    lightness = sorted(found.values())
    assert len(lightness) == 6
    assert min(high - low for low, high in pairwise(lightness)) >= 8
    assert abs(pocket - found["government"]) >= 8


def test_every_actor_with_ground_has_a_pattern_of_its_own(geodata: Geodata) -> None:
    patterns = [each.pattern for each in geodata.actors.actors.values() if each.territory]
    assert len(set(patterns)) == len(patterns) == 7
