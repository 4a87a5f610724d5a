"""A kind of feature is asked for by its name, and has all that a map needs of it."""

from __future__ import annotations

import pytest

from mapgen.facts.properties import RULES
from mapgen.kinds import KINDS, UnknownKindError, kind_of


def test_an_unknown_kind_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UnknownKindError) as error:
        kind_of("hospitals")
    assert 'No kind is called "hospitals"' in str(error.value)
    for kind in KINDS:
        assert kind in str(error.value)


def test_every_layer_has_a_kind_of_its_own() -> None:
    assert sorted(KINDS) == sorted(rule.kind for rule in RULES.values())
    for rule in RULES.values():
        assert kind_of(rule.kind).rule is rule


@pytest.mark.parametrize("name", KINDS)
def test_what_a_kind_exports_is_known_of_it(name: str) -> None:
    kind = KINDS[name]
    fields = {field.alias or key for key, field in kind.rule.model.model_fields.items()}
    times = {"valid_from", "valid_to", "valid_to_earliest", "valid_to_latest"}
    assert set(kind.exported) - fields <= {"holder_here", "told_by_loser", *times}
