"""One place, one spelling: a text that names a settlement by one of its `alt_names` is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mapgen.facts.spelling_checks import check_spellings
from mapgen.faults import FaultLog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.facts.folder import Geodata

HAZANO = (
    'names "Hazzano", which is "Hazano" (set-hazano) in settlements.geojson: one place, one '
    'spelling. Write "Hazano".'
)


def warnings(geodata: Geodata) -> list[str]:
    log = FaultLog()
    check_spellings(geodata, log)
    return [str(each) for each in log.faults]


def with_note(geodata: Geodata, layer: str, identifier: str, text: str) -> Geodata:
    """Return the facts with another note of one feature."""
    features = tuple(
        replace(each, properties=each.properties.model_copy(update={"note_en": text}))
        if each.properties.id == identifier
        else each
        for each in geodata.layers[layer]
    )
    changed = replace(geodata.layers[layer], features=features)
    return replace(geodata, layers=dict(geodata.layers) | {layer: changed})


def test_the_facts_name_each_place_in_one_way(geodata: Geodata) -> None:
    assert warnings(geodata) == []


@pytest.mark.parametrize(
    ("layer", "identifier", "text", "expected"),
    [
        ("bases", "base-taftanaz", "On the road to Hazzano's market, by Hazzano.", [HAZANO]),
        ("settlements", "set-hazano", "Also written Hazzano.", []),
        ("bases", "base-taftanaz", "On the road to Hazano.", []),
    ],
)
def test_another_spelling_is_told(
    geodata: Geodata, layer: str, identifier: str, text: str, expected: Iterable[str]
) -> None:
    found = warnings(with_note(geodata, layer, identifier, text))
    assert [each.split("warning: ")[1] for each in found] == list(expected)
    assert all(f'(id "{identifier}"): warning: ' in each for each in found)


def test_a_lesson_is_told_with_its_line(geodata: Geodata) -> None:
    first, *others = geodata.lessons
    step = replace(first.steps[0], text=("Rockets came from al-Latamneh.",))
    lesson = replace(first, steps=(step, *first.steps[1:]))
    (found,) = warnings(replace(geodata, lessons=(lesson, *others)))
    assert found.startswith(f"{step.place}: warning: names ")
    assert 'Write "Al-Latamnah".' in found


def test_the_longest_name_counts(geodata: Geodata) -> None:
    """`Al-Tukhar` is another name of this village, and part of the one to write."""
    text = "From Al-Tukhar al-Saghir to Ebla."
    found = warnings(with_note(geodata, "bases", "base-taftanaz", text))
    assert [each.split('"')[3] for each in found] == ["Ebla"]
