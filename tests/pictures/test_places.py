"""Where things stand: nothing covers anything, nothing is cut off, all of a view is seen."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from mapgen.facts.lessons import REFERENCE_PX, View
from mapgen.pictures.room import around, meet
from mapgen.pictures.views import window_of
from tests.lessons import step
from tests.pictures.conftest import Drawn

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata
    from mapgen.pictures.scene import Ground


@pytest.mark.grid(2)
@pytest.mark.parametrize("language", ["en", "ar", "tr"])
@pytest.mark.parametrize("view", [None, View(35.9, 36.65, 10.2)])
def test_names_and_marks_cover_nothing(ground: Ground, language: str, view: View | None) -> None:
    drawn = Drawn(ground, step(view=view), language)
    window = drawn.terrain.window
    boxes = [(each.box, " ".join(each.lines)) for each in drawn.standing.names if each.box]
    boxes += [(each.box, each.detail) for each in drawn.standing.cards]
    boxes += [
        (around(each.x, each.y, 0.8 * each.radius), each.feature.id)
        for each in drawn.standing.markers
        if each.rank > 0
    ]
    assert len(drawn.standing.names) > 20
    for (one, first), (other, second) in combinations(boxes, 2):
        assert not meet(one, other), (first, second)
    for box, name in boxes:
        assert box[0] >= 0 and box[1] >= 0, name  # noqa: PT018
        assert box[2] <= window.width and box[3] <= window.height, name  # noqa: PT018


def test_what_happened_far_outside_is_a_card_on_the_edge(ground: Ground) -> None:
    shown = step(layers=("events.summit",), period=("2018-09-07", "2018-09-21"))
    drawn = Drawn(ground, shown)
    window = drawn.terrain.window
    found = {" ".join(each.lines): each for each in drawn.standing.cards}
    assert list(found) == ["Summit in Tehran", "Agreement of Sochi"]
    east, north = found.values()
    assert east.box[2] == window.width
    assert north.box[1] == 0
    assert not meet(east.box, north.box)
    assert "7 September 2018 · 1,300 km" in drawn.said
    assert list(drawn.legend()) == ["Lines", "Places and events, 7–21 Sept 2018"]


def test_every_post_of_the_map_is_there(ground: Ground) -> None:
    markers = Drawn(ground, None).standing.markers
    numbers = {each.feature.number for each in markers if each.is_disc and each.feature.number}
    assert numbers == set(range(1, 13))


def test_a_crossing_has_a_state_only_when_its_source_speaks_of_the_day(ground: Ground) -> None:
    crossings = ground.of("crossings")["feature"]
    told = {each.id: each.state for each in crossings if (each.as_of or "").startswith("2018-09")}
    assert "open" in told.values()
    for day, expected in (("2018-09-14", told), ("2017-09-01", dict.fromkeys(told, "unknown"))):
        drawn = Drawn(ground, step(view=None, layers=("crossings",), date=day))
        found = {each.feature.id: each.glyph for each in drawn.standing.markers}
        shown = set(found) & set(told)
        assert len(shown) > 5
        assert {each: found[each] for each in shown} == {each: expected[each] for each in shown}


def test_a_post_of_uncertain_place_has_a_ring_of_its_radius(ground: Ground) -> None:
    drawn = Drawn(ground, step(layers=("observation_posts",)))
    post = next(each for each in drawn.standing.markers if each.feature.number == 10)
    km = post.feature.position_error_km
    pixels = km * 1000 / drawn.terrain.window.metres
    assert pixels < post.ring_px < 1.3 * pixels  # Web Mercator stretches by 1.23 here


@pytest.mark.parametrize("size", [(700, 400), (900, 560), (500, 900)])
def test_a_window_shows_all_of_a_view(geodata: Geodata, size: tuple[float, float]) -> None:
    view = View(35.3, 36.0, 9.0)
    atlas = geodata.atlas
    window = window_of(view, atlas.home, atlas.frame, size)
    scale = 2 ** (window.zoom - view.zoom)
    x, y = window.at(view.longitude, view.latitude)
    half = [scale * each / 2 for each in REFERENCE_PX]
    assert half[0] - 0.01 <= x <= size[0] - half[0] + 0.01
    assert half[1] - 0.01 <= y <= size[1] - half[1] + 0.01


def test_the_map_shows_nothing_beyond_the_frame(geodata: Geodata) -> None:
    atlas = geodata.atlas
    window = window_of(None, atlas.home, atlas.frame, (850, 580))
    left, top, right, bottom = window.rectangle(atlas.frame)
    assert left <= 0.01
    assert top <= 0.01
    assert right >= window.width - 0.01
    assert bottom >= window.height - 0.01
