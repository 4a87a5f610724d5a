"""What the numbers, marks and groups of events of `mapgen/look` must hold, for all that draw."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest

from mapgen import look
from mapgen.facts.properties import EventCategory
from mapgen.pictures import glyphs
from mapgen.pictures.canvas import circle
from mapgen.pictures.paths import path_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from mapgen.pictures.scene import Ground

LOOK = ROOT / "mapgen/look"


def test_every_style_can_be_drawn() -> None:
    numbers = json.loads((LOOK / "look.json").read_text(encoding="utf-8"))
    assert set(look.LINES) == set(numbers["lines"])
    assert set(look.LABELS) == set(numbers["labels"])
    assert set(look.PATTERNS) == {name for name, style in numbers["patterns"].items() if style}
    assert look.LINES["approximate"].dash == (6, 4.5)
    assert (look.LABELS["1"].face, look.LABELS["3"].face) == ("bold", "plain")


def test_every_kind_of_event_is_in_one_group() -> None:
    groups = json.loads((LOOK / "events.json").read_text(encoding="utf-8"))["groups"]
    kinds = [kind for group in groups for kind in group["categories"]]
    assert sorted(kinds) == sorted(get_args(EventCategory))


def test_every_kind_of_event_has_a_mark() -> None:
    assert {look.event_glyph(kind) for kind in get_args(EventCategory)} <= set(glyphs.NAMES)


def test_a_circle_of_path_data_is_a_circle() -> None:
    read, drawn = path_of("M1,-4A6,6 0 1 1 1,8A6,6 0 1 1 1,-4Z"), circle(1, 2, 6)
    assert np.array_equal(np.asarray(read.codes), np.asarray(drawn.codes))
    assert np.asarray(read.vertices) == pytest.approx(np.asarray(drawn.vertices), abs=1e-4)


@pytest.mark.parametrize(
    ("large", "sweep", "top", "bottom"), [(0, 1, 3, 4), (1, 1, -5, 4), (0, 0, 4, 5), (1, 0, 4, 13)]
)
def test_arcs_turn_as_their_flags_say(large: int, sweep: int, top: float, bottom: float) -> None:
    box = path_of(f"M-3,4A5,5 0 {large} {sweep} 3,4").get_extents()
    assert (box.y0, box.y1) == pytest.approx((top, bottom), abs=1e-3)


@pytest.mark.parametrize("data", ["M0,0C1,1 2,2 3,3", "m1,1", "M0,0L1", "M0,0A1,1 45 0 1 2,2"])
def test_other_path_data_are_refused(data: str) -> None:
    with pytest.raises(ValueError, match="read"):
        path_of(data)


def test_a_layer_stands_for_its_parts(ground: Ground) -> None:
    found = ground.switched_on(("areas_of_control", "events.protest", "relief"))
    assert {each for each in found if each.startswith("events")} == {"events.protest"}
    assert "areas_of_control.hts+nlf" in found
    assert "roads" not in found
    assert "events.other" not in ground.switched_on(None)
    assert "roads" in ground.switched_on(None)
