"""The legend explains what is drawn, and nothing else."""

from __future__ import annotations

import io
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from mapgen import look
from mapgen.facts.lessons import View
from mapgen.pictures import columns, files, legend
from mapgen.pictures.canvas import Canvas
from tests.lessons import step
from tests.pictures.conftest import Drawn

if TYPE_CHECKING:
    from mapgen.pictures.scene import Ground

CERTAINTY = ("Open below 60", "Probable from 60", "Well attested from 85")


def test_the_map_names_all_that_is_on_it(ground: Ground) -> None:
    assert Drawn(ground, None).legend() == {
        "Who held the ground": [
            "Syrian government",
            "Hayat Tahrir al-Sham (HTS)",
            "HTS and NLF, shared or unclear",
            "National Liberation Front (NLF)",
            "Turkish forces and their groups",
            "Syrian Democratic Forces (SDF)",
            "Government and SDF, both",
        ],
        "How sure we are": [f"{each}\u00a0%" for each in CERTAINTY],
        "Lines": [
            "Front line, firm",
            "Quiet boundary",
            "Within one side",
            "Border with wall",
        ],
        "Places and events, 4–14 Sept 2018": [
            "Turkish observation post",
            "Russian post",
            "Crossing: open",
            "Crossing: limited",
            "Crossing: closed",
            "Crossing: not known",
            "Bases, ports",
            "Air strike",
            "Health site hit",
            "Protest",
            "Summit, deal",
            "Other attack",
            "Sources disagree",
        ],
    }


def test_a_step_without_areas_explains_no_holder(ground: Ground) -> None:
    drawn = Drawn(ground, step(layers=("border", "observation_posts")))
    assert drawn.legend() == {
        "Lines": ["Border with wall"],
        "Places": ["Turkish observation post", "Russian post", "Sources disagree"],
    }


def test_one_holder_alone_is_explained_alone(ground: Ground) -> None:
    found = Drawn(ground, step(layers=("areas_of_control.nlf",))).legend()
    assert found["Who held the ground"] == ["National Liberation Front (NLF)"]
    assert found["Lines"] == ["Border"]


def test_an_earlier_day_names_who_held_ground_then(ground: Ground) -> None:
    shown = step(view=None, date="2017-09-01", layers=("areas_of_control", "observation_posts"))
    drawn = Drawn(ground, shown)
    assert "Islamic State (ISIL)" in drawn.legend()["Who held the ground"]
    assert not [each for each in drawn.standing.markers if each.is_disc]


def test_events_are_those_of_the_period(ground: Ground) -> None:
    layers = ("events.air_strike", "events.capture")
    shown = step(layers=layers, date="2018-03-18", period=("2018-01-01", "2018-01-31"))
    drawn = Drawn(ground, shown)
    title = "Places and events, 1–31 Jan 2018"
    assert drawn.legend()[title] == ["Place taken", "Sources disagree"]
    dates = {each.feature.date for each in drawn.standing.markers}
    assert all(each.startswith("2018-01") for each in dates)


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("post-al-surman", "Al-Surman"),
        ("set-hazano", "Hazano"),
        ("@35.6600,36.9400", "This spot: 35.66° N, 36.94° E"),
    ],
)
def test_what_is_ringed_is_named(ground: Ground, feature: str, words: str) -> None:
    found = Drawn(ground, step(layers=("observation_posts",), feature=feature)).legend()
    assert found["Places"][-1] == words


def test_a_selected_front_is_named_beside_a_blue_line(ground: Ground) -> None:
    table = ground.of("front_lines")["feature"]
    day = ground.geodata.atlas.as_of
    front = next(each for each in table if each.kind == "front" and each.holds_on(day))
    found = Drawn(ground, step(view=None, layers=("front_lines",), feature=front.id)).legend()
    assert found["Places"][-1] == front.name_en


def test_swatches_are_told_apart_in_grey(ground: Ground) -> None:
    """Pixel by pixel: by lightness, by pattern, or by both."""
    drawn = Drawn(ground, step(view=View(35.75, 36.95, 8.7), date="2017-10-01"))
    parts = legend.sections(drawn.terrain, drawn.standing, drawn.words, look.PRINT)
    entries = next(part for part in parts if part.title == "Who held the ground").entries
    assert len(entries) == 9
    grey = {}
    for entry in entries:
        canvas = Canvas(*entry.size)
        entry.paint(canvas)
        picture = Image.open(io.BytesIO(files.png(canvas.figure))).convert("L")
        grey[entry.words] = np.asarray(picture, dtype=float)[4:-4, 4:-4]
    for (one, first), (other, second) in combinations(grey.items(), 2):
        assert np.abs(first - second).mean() >= 9, (one, other)


def test_a_legend_stays_in_its_box_whatever_its_length(ground: Ground) -> None:
    drawn = Drawn(ground, None, "tr")
    parts = legend.sections(drawn.terrain, drawn.standing, drawn.words, look.SCREEN)
    for box in ((0, 0, 270, 442), (0, 0, 652, 222), (0, 0, 231, 632)):
        scale, found, wide = columns.fitted(parts, box, (1, 2, 3))
        count = sum(len(part.entries) + 1 for part in parts)
        assert sum(len(column) for column in found) == count
        assert all(columns.height(column) * scale <= box[3] + 0.01 for column in found)
        assert len(found) * wide * scale <= box[2]
