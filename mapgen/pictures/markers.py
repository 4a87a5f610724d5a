"""Marks on a map: which are wanted, how large, and where each finds room."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from mapgen import look
from mapgen.pictures import glyphs
from mapgen.pictures.canvas import circle, polyline
from mapgen.pictures.room import around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.room import Room
    from mapgen.pictures.terrain import Terrain

_DIRECTIONS: Final = (
    (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1),
)  # fmt: skip
_POST, _SECOND, _THIRD = 0, 1, 2
_LETTER_SIZE: Final = 0.86
"""Of a letter on a disc, as a share of that of a number: DejaVu's letters are wide."""

_DOUBT_PX: Final = 6
"""From the edge of a mark to the ring that says that sources disagree."""


@dataclass(eq=False)
class Marker:
    """A mark: what it stands for, where it belongs, and where it found room.

    Parameters
    ----------
    switch
        The switch that it follows.
    glyph
        A name of `glyphs.NAMES`; for a post its number, or the key of its letter.
    rank
        Selected marks and numbered posts keep their places (-1, 0), the others may be moved.
    ring_px
        How far the place may be from the point; 0 where that is not drawn.
    x, y, led
        Where it stands, and whether a line leads there from its point.
    """

    feature: Any
    switch: str
    glyph: str
    at: tuple[float, float]
    size: float
    radius: float
    rank: int
    ring_px: float = 0.0
    selected: bool = False
    x: float = 0.0
    y: float = 0.0
    led: bool = False

    @property
    def is_post(self) -> bool:
        """Whether it is a disc."""
        return self.switch == "observation_posts"


def wanted(terrain: Terrain) -> list[Marker]:
    """Return every mark that the switches allow, first those that matter most."""
    scene, window = terrain.scene, terrain.window
    found = []
    for layer in ("observation_posts", "crossings", "events", "bases"):
        table = scene.ground.of(layer)
        for feature, point in zip(
            table["feature"], window.placed(table.geometry.array), strict=True
        ):
            made = _MAKERS[layer](terrain, feature, (point.x, point.y))
            if made and _is_shown(made, terrain):
                found.append(made)
    for each in found:
        if each.selected:
            each.rank = -1
            each.radius = look.SELECTED_DISC_RADIUS if each.is_post else each.radius
    return sorted(found, key=lambda each: each.rank)


def _is_shown(made: Marker, terrain: Terrain) -> bool:
    scene, window = terrain.scene, terrain.window
    made.selected = made.feature.id == scene.feature
    x, y = made.at
    inside = 0 < x < window.width and 0 < y < window.height
    return inside and (made.selected or made.switch in scene.on)


def _post(terrain: Terrain, post: Any, at: tuple[float, float]) -> Marker | None:  # noqa: ANN401
    if not post.holds_on(terrain.scene.day):
        return None
    small = terrain.window.zoom < look.SMALL_DISC_BELOW_ZOOM
    radius, size = look.SMALL_DISC if small else look.DISC
    latitude = latitude_of(terrain, at[1])
    ring = terrain.window.px_of_km(post.position_error_km, latitude)
    if post.number is None:
        name = f"post.letter.{post.country}"
        size, radius = _LETTER_SIZE * size, look.LETTER_DISC_RADIUS * radius
        return Marker(post, "observation_posts", name, at, size, radius, _SECOND, ring)
    return Marker(post, "observation_posts", str(post.number), at, size, radius, _POST, ring)


def latitude_of(terrain: Terrain, y: float) -> float:
    """Return the latitude, in degrees, of a height in px."""
    metres = terrain.window.north - y * terrain.window.metres
    return math.degrees(math.atan(math.sinh(metres / 6_378_137.0)))


def _crossing(terrain: Terrain, crossing: Any, at: tuple[float, float]) -> Marker:  # noqa: ANN401
    """Return the mark of a crossing; on days of which its source does not speak it is not known."""
    state = crossing.state if crossing.speaks_of(terrain.scene.day) else "unknown"
    size = look.MARK_SIZE
    return Marker(crossing, "crossings", state, at, size, look.MARK_RADIUS * size, _SECOND)


def _base(_terrain: Terrain, base: Any, at: tuple[float, float]) -> Marker:  # noqa: ANN401
    size = look.MARK_SCALE["base"] * look.MARK_SIZE
    return Marker(base, "bases", "base", at, size, look.MARK_RADIUS * size, _THIRD)


def _event(terrain: Terrain, event: Any, at: tuple[float, float]) -> Marker | None:  # noqa: ANN401
    scene = terrain.scene
    if event.off_frame or not (event.id == scene.feature or event.happened_in(scene.period)):
        return None
    glyph = look.event_glyph(event.category)
    size = look.MARK_SCALE.get(glyph, 1.0) * look.MARK_SIZE
    if glyph == "protest":
        far = terrain.window.zoom < look.SETTLEMENTS_FROM_ZOOM
        size = look.SMALL_PROTEST_SIZE if far else look.PROTEST_SIZE
    rank = _SECOND if glyph in look.VIOLENT else _THIRD
    switch = f"events.{look.GROUP_OF[event.category]}"
    return Marker(event, switch, glyph, at, size, look.MARK_RADIUS * size, rank)


_MAKERS: Final = {
    "observation_posts": _post, "crossings": _crossing, "events": _event, "bases": _base,
}  # fmt: skip


def place(marker: Marker, room: Room) -> bool:
    """Give a mark its place, or the nearest that is free; tell whether it found one."""
    reach = _reach(marker) + 2 if marker.selected else marker.radius
    for x, y, led in _places(marker):
        box = around(x, y, reach)
        movable = marker.rank > _POST
        if movable and not (room.is_free(box) and room.is_whole(box)):
            continue
        boxes = [
            around(*_between(marker.at, (x, y), share), look.LEADER_PX)
            for share in look.LEADER_SHARES
        ]
        if led and not all(room.is_free(each) for each in boxes):
            continue
        for each in (box, *(boxes if led else ())):
            room.take(each, marker)
        marker.x, marker.y, marker.led = x, y, led
        return True
    return False


def _between(
    one: tuple[float, float], other: tuple[float, float], share: float
) -> tuple[float, float]:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _places(marker: Marker) -> Iterator[tuple[float, float, bool]]:
    """Yield its own place, eight around it that touch, eight further out with a leader."""
    x, y = marker.at
    yield x, y, False
    near = marker.radius + look.BESIDE_PX
    far = look.AWAY.times * marker.radius + look.AWAY.plus
    for reach, led in ((near, False), (far, True)):
        for dx, dy in _DIRECTIONS:
            length = math.hypot(dx, dy)
            yield x + dx / length * reach, y + dy / length * reach, led


def paint_rings(canvas: Canvas, markers: list[Marker]) -> None:
    """Draw how far from its point each post may have stood."""
    for each in markers:
        if not (each.ring_px > each.radius + 2 and (each.x, each.y) == each.at):
            continue
        ring = circle(*each.at, each.ring_px)
        canvas.fill(ring, look.WHITE, opacity=0.34 if each.selected else 0.16)
        canvas.stroke(ring, look.WHITE, 3.4)
        width, dash = (1.8, (5, 3)) if each.selected else (1.1, (3, 2.6))
        canvas.stroke(ring, look.INK, width, dash=dash, cap="butt")


def paint(canvas: Canvas, marker: Marker, letter: str, *, doubts: bool) -> None:
    """Draw a mark; `letter` stands on a disc, `doubts` rings what sources disagree on."""
    if doubts and marker.feature.disagreement:
        ring = circle(marker.x, marker.y, marker.radius + _DOUBT_PX)
        canvas.stroke(ring, look.WHITE, 5)
        canvas.stroke(ring, look.INK, 2)
    if marker.led:
        leader = polyline(marker.at, (marker.x, marker.y))
        canvas.stroke(leader, look.WHITE, 3)
        canvas.stroke(leader, look.INK, 1.1)
        canvas.fill(circle(*marker.at, 1.8), look.INK)
    if marker.selected:
        paint_selection(canvas, marker.x, marker.y, _reach(marker))
    if marker.is_post:
        glyphs.paint_disc(
            canvas, letter, marker.x, marker.y, marker.radius, size=marker.size,
            light=not marker.feature.number, selected=marker.selected,
        )  # fmt: skip
    else:
        glyphs.paint(canvas, marker.glyph, marker.x, marker.y, marker.size)
    if marker.feature.disagreement:
        reach = marker.radius * 0.8
        glyphs.paint_doubt(canvas, marker.x + reach, marker.y - reach)


def _reach(marker: Marker) -> float:
    """Return the radius of the ring around a selected mark, px."""
    return 20 if marker.is_post else marker.radius + 7


def paint_selection(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Ring what is selected."""
    canvas.stroke(circle(x, y, radius), look.WHITE, 6)
    canvas.stroke(circle(x, y, radius), look.EVIDENCE, 3)
