"""Marks on a map: which are wanted, how large, and where each finds room."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from mapgen import look
from mapgen.kinds import Sight, kind_of
from mapgen.pictures import glyphs
from mapgen.pictures.canvas import circle, polyline
from mapgen.pictures.room import around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.facts.atlas import AtlasLayer
    from mapgen.kinds import Mark
    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.room import Room
    from mapgen.pictures.terrain import Terrain

_DIRECTIONS: Final = (
    (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1),
)  # fmt: skip
_FIXED: Final = 0
"""Marks up to this rank keep their places."""

_DOUBT_PX: Final = 6
"""From the edge of a mark to the ring that says that sources disagree."""


@dataclass(eq=False)
class Marker:
    """A mark: what it stands for, where it belongs, and where it found room.

    Parameters
    ----------
    feature, layer
        The record that is marked, and its layer.
    mark
        How its kind marks it; what is selected keeps its place (rank -1).
    at
        Its point, px.
    ring_px
        How far the place may be from the point; 0 where that is not drawn.
    x, y, led
        Where it stands, and whether a line leads there from its point.
    """

    feature: Any
    layer: AtlasLayer
    mark: Mark
    at: tuple[float, float]
    ring_px: float = 0.0
    selected: bool = False
    x: float = 0.0
    y: float = 0.0
    led: bool = False

    @property
    def glyph(self) -> str:
        """A name of `glyphs.NAMES`; for a disc its number, or the key of its letter."""
        return self.mark.glyph

    @property
    def radius(self) -> float:
        """Radius of the room that it takes, px."""
        return self.mark.radius

    @property
    def rank(self) -> int:
        """Selected marks and numbered posts keep their places (-1, 0), others may be moved."""
        return self.mark.rank

    @property
    def is_disc(self) -> bool:
        """Whether it is a disc with a number or letter."""
        return self.mark.is_disc

    @property
    def has_letter(self) -> bool:
        """Whether it is a disc with a letter: `glyph` is its key then."""
        return self.is_disc and not self.glyph.isdecimal()


def wanted(terrain: Terrain) -> list[Marker]:
    """Return every mark that the switches allow, first those that matter most."""
    turns = [(kind_of(layer.kind).turn, layer) for layer in terrain.scene.geodata.atlas.layers]
    marked = [(turn, layer) for turn, layer in turns if turn is not None]
    marked.sort(key=lambda pair: pair[0])
    markers = [marker for _, layer in marked for marker in _of_layer(terrain, layer)]
    return sorted(markers, key=lambda marker: marker.rank)


def _of_layer(terrain: Terrain, layer: AtlasLayer) -> Iterator[Marker]:
    scene, window = terrain.scene, terrain.window
    kind = kind_of(layer.kind)
    sight = Sight(scene.day, scene.period, window.zoom, scene.feature)
    table = scene.ground.of(layer.id)
    points = window.placed(table.geometry.array)
    for feature, point in zip(table["feature"], points, strict=True):
        mark = kind.mark(feature, sight, layer.id)
        inside = 0 < point.x < window.width and 0 < point.y < window.height
        selected = feature.id == scene.feature
        if mark and inside and (selected or mark.switch in scene.on):
            ring = window.px_of_km(mark.ring_km, latitude_of(terrain, point.y))
            mark = _selected(mark) if selected else mark
            yield Marker(feature, layer, mark, (point.x, point.y), ring, selected)


def _selected(mark: Mark) -> Mark:
    """Return a mark that keeps its place, and as a disc is larger."""
    radius = look.SELECTED_DISC_RADIUS if mark.is_disc else mark.radius
    return mark._replace(rank=-1, radius=radius)


def latitude_of(terrain: Terrain, y: float) -> float:
    """Return the latitude, in degrees, of a height in px."""
    metres = terrain.window.north - y * terrain.window.metres
    return math.degrees(math.atan(math.sinh(metres / 6_378_137.0)))


def place(marker: Marker, room: Room) -> bool:
    """Give a mark its place, or the nearest that is free; tell whether it found one."""
    reach = _reach(marker) + 2 if marker.selected else marker.radius
    for x, y, led in _places(marker):
        box = around(x, y, reach)
        movable = marker.rank > _FIXED
        if movable and not (room.is_free(box) and room.is_whole(box)):
            continue
        boxes = [
            around(*_between(marker.at, (x, y), share), look.LEADER_PX)
            for share in look.LEADER_SHARES
        ]
        if led and not all(room.is_free(part) for part in boxes):
            continue
        for part in (box, *(boxes if led else ())):
            room.take(part, marker)
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
    for marker in markers:
        if not (marker.ring_px > marker.radius + 2 and (marker.x, marker.y) == marker.at):
            continue
        ring = circle(*marker.at, marker.ring_px)
        canvas.fill(ring, look.WHITE, opacity=0.34 if marker.selected else 0.16)
        canvas.stroke(ring, look.WHITE, 3.4)
        width, dash = (1.8, (5, 3)) if marker.selected else (1.1, (3, 2.6))
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
    if marker.is_disc:
        glyphs.paint_disc(
            canvas, letter, marker.x, marker.y, marker.radius, size=marker.mark.size,
            light=marker.has_letter, selected=marker.selected,
        )  # fmt: skip
    else:
        glyphs.paint(canvas, marker.glyph, marker.x, marker.y, marker.mark.size)
    if marker.feature.disagreement:
        reach = marker.radius * 0.8
        glyphs.paint_doubt(canvas, marker.x + reach, marker.y - reach)


def _reach(marker: Marker) -> float:
    """Return the radius of the ring around a selected mark, px."""
    return 20 if marker.is_disc else marker.radius + 7


def paint_selection(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Ring what is selected."""
    canvas.stroke(circle(x, y, radius), look.WHITE, 6)
    canvas.stroke(circle(x, y, radius), look.EVIDENCE, 3)
