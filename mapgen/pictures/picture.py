"""A map in a box: the ground, and what stands on it, each where it finds room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from mapgen import look
from mapgen.facts.texts import direction
from mapgen.pictures import cards, labels, letters, markers, shapes, spots, terrain
from mapgen.pictures.canvas import circle, polyline, round_box
from mapgen.pictures.room import Room, around, grown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.facts.words import Words
    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.cards import Card
    from mapgen.pictures.labels import Name
    from mapgen.pictures.markers import Marker
    from mapgen.pictures.terrain import Terrain

_PX2_PER_LABEL: Final = ((9.4, 19000), (10.5, 15000), (99, 10500))
"""Below this zoom, one name in so many px2."""

_POINT_PX: Final = 3
"""Around the point of a mark that matters, kept off names: a leader may begin there."""

_SHIELD: Final = (22, 15)
_BAR_KM: Final = (1, 2, 5, 10, 25, 50, 100)
_BAR_PX: Final = 110


@dataclass
class Standing:
    """What stands on the ground: marks, names, shields and cards with their places."""

    markers: list[Marker]
    names: list[Name]
    shields: list[tuple[str, float, float]]
    cards: list[Card]


def arrange(ground: Terrain, words: Words) -> Standing:
    """Give marks and names their places, the important first: nothing covers anything."""
    language = words.language
    order = _Order(ground, words)
    order.put_marks(-1, 0)
    order.put_selected()
    order.put_centred(labels.actors(ground, language))
    order.put_towns("1")
    order.put_marks(1)
    order.put_towns("2")
    order.put_marks(2)
    order.put_towns("3")
    order.put_centred(labels.grounds(ground, language))
    _put_shields(ground, order.room, order.standing)
    order.put_towns("4")
    return order.standing


class _Order:
    """What is placed so far, and what is still to be placed."""

    def __init__(self, ground: Terrain, words: Words) -> None:
        window = ground.window
        self._marks = markers.wanted(ground)
        self.standing = Standing([], [], [], cards.cards(ground, words, self._marks))
        self.room = Room(_fronts(ground), (window.width, window.height))
        self.room.take(_scale_box(ground, words))
        if ground.scene.spot is not None:
            self.room.take(around(*window.at(*ground.scene.spot), 11))
        self._rtl = direction(words.language) == "rtl"
        for card in self.standing.cards:
            self.room.take(card.box)
        for mark in self._marks:
            if mark.rank == 1:
                self.room.keep(around(*mark.at, _POINT_PX))
        self._towns = labels.towns(ground, words.language)
        per = next(px2 for below, px2 in _PX2_PER_LABEL if window.zoom < below)
        self._left = max(9, round(window.width * window.height / per))

    def put_marks(self, *ranks: int) -> None:
        chosen = [mark for mark in self._marks if mark.rank in ranks]
        self.standing.markers += [mark for mark in chosen if markers.place(mark, self.room)]

    def put_centred(self, names: Iterable[Name]) -> None:
        self.standing.names += [name for name in names if spots.place_centred(name, self.room)]

    def put_selected(self) -> None:
        """Place the name of what is selected; keep the dots of the great places free."""
        for town in self._towns:
            if town.kind in ("1", "2"):
                self.room.take(around(*town.at, 3.4), town)
        self._put([town for town in self._towns if town.selected])

    def put_towns(self, kind: str) -> None:
        """Place names of a class, as many as there is room for."""
        for town in self._towns:
            if town.kind == kind and town.box is None and self._left > 0:
                self._put([town])

    def _put(self, names: Sequence[Name]) -> None:
        for name in names:
            if spots.place_beside(name, self.room, rtl=self._rtl):
                self.standing.names.append(name)
                self._left -= 1


def _fronts(ground: Terrain) -> Any:  # noqa: ANN401 - geometries
    """Return fronts and the border as short lines, px: names keep to their own side."""
    paths = [path for name, path in ground.lines.items() if name != "inner"]
    runs: list[Any] = [run for path in paths for run in path.to_polygons(closed_only=False)]
    return np.array([shapely.LineString(run) for run in runs if len(run) > 1], dtype=object)


def _put_shields(ground: Terrain, room: Room, standing: Standing) -> None:
    """Put one or two shields on each numbered road, on the part that can be seen."""
    if "roads" not in ground.scene.on:
        return
    seen = ground.window.box(-20)
    for ref in ("M4", "M5"):
        roads = shapely.intersection(shapely.union_all(ground.base("roads", ref=ref)), seen)
        line = shapely.line_merge(roads) if not shapely.is_empty(roads) else roads
        seen_parts = [part for part in shapely.get_parts(line) if not shapely.is_empty(part)]
        parts = sorted(seen_parts, key=shapely.length, reverse=True)
        spots = [
            (shapely.line_interpolate_point(part, share, normalized=True))
            for part in parts
            for share in (0.28, 0.72, 0.4, 0.6, 0.16, 0.84, 0.5)
        ]
        for spot in spots:
            near = [shield for shield in standing.shields if shield[0] == ref]
            far = all(abs(spot.x - x) + abs(spot.y - y) > 180 for _, x, y in near)  # noqa: PLR2004
            w, h = _SHIELD
            box = (spot.x - w / 2, spot.y - h / 2, spot.x + w / 2, spot.y + h / 2)
            if len(near) < 2 and far and room.is_free(grown(box, 4)):  # noqa: PLR2004
                room.take(box)
                standing.shields.append((ref, spot.x, spot.y))


def paint(canvas: Canvas, ground: Terrain, words: Words, ink: look.Ink) -> Standing:
    """Paint a map; return what stands on it."""
    terrain.paint(canvas.coarse(), ground, ink)
    standing = arrange(ground, words)
    _paint_selected_shape(canvas, ground)
    markers.paint_rings(canvas, standing.markers)
    for ref, x, y in standing.shields:
        _paint_shield(canvas, ref, x, y)
    for name in standing.names:
        labels.paint(canvas, name, words.language)
    for marker in reversed(standing.markers):
        letter = words.text(marker.glyph) if marker.has_letter else marker.glyph
        markers.paint(canvas, marker, letter, doubts="disagreement" in ground.scene.on)
    for card in standing.cards:
        cards.paint(canvas, card, words.language)
    _paint_spot(canvas, ground)
    _paint_scale(canvas, ground, words)
    return standing


def selected_shape(ground: Terrain) -> Any:  # noqa: ANN401 - geometries, or nothing
    """Return the selected area or line (px) if one is selected."""
    for layer in ground.scene.ground.outlined:
        shape = ground.scene.ground.shapes(layer, id=ground.scene.feature)
        if len(shape):
            return shapes.cut(shape, ground.window)
    return None


def _paint_selected_shape(canvas: Canvas, ground: Terrain) -> None:
    shape = selected_shape(ground)
    if shape is not None:
        canvas.line(shapes.path_of(shape), look.SELECTED)


def _paint_spot(canvas: Canvas, ground: Terrain) -> None:
    """Ring the place that is looked at, where no feature is selected."""
    if ground.scene.spot is None:
        return
    x, y = ground.window.at(*ground.scene.spot)
    canvas.fill(circle(x, y, 10), look.WHITE)
    canvas.stroke(circle(x, y, 7), look.EVIDENCE, 3)
    canvas.fill(circle(x, y, 2), look.INK)


def _paint_shield(canvas: Canvas, ref: str, x: float, y: float) -> None:
    w, h = _SHIELD
    box = round_box(x - w / 2, y - h / 2, x + w / 2, y + h / 2, 2.5)
    canvas.fill(box, look.WHITE)
    canvas.stroke(box, look.LINES["mainRoad"].colour, 1.2)
    canvas.text(ref, x, y + 3.4, 9, face="bold", align="middle")


def _scale(ground: Terrain, words: Words) -> tuple[float, str]:
    """Return the length of the bar in px, and what it says."""
    window = ground.window
    latitude = markers.latitude_of(ground, window.height / 2)
    fitting = [km for km in _BAR_KM if window.px_of_km(km, latitude) <= _BAR_PX]
    km = fitting[-1] if fitting else _BAR_KM[0]
    said = words.text("unit.km").format(n=words.number(km))
    return window.px_of_km(km, latitude), letters.run(said, words.language)


def _scale_box(ground: Terrain, words: Words) -> tuple[float, float, float, float]:
    length, said = _scale(ground, words)
    wide = length + 8 + letters.width(said, "plain", 11)
    top, bottom = ground.window.height - 28, ground.window.height - 8
    if direction(words.language) == "rtl":
        return ground.window.width - 14 - wide, top, ground.window.width - 8, bottom
    return 8, top, 14 + wide, bottom


def _paint_scale(canvas: Canvas, ground: Terrain, words: Words) -> None:
    """Draw the bar on the side on which lines begin; it is never mirrored itself."""
    length, said = _scale(ground, words)
    left, _, right, _ = _scale_box(ground, words)
    rtl = direction(words.language) == "rtl"
    x, y = (right - 6 - length if rtl else left + 6), ground.window.height - 14
    bar = polyline((x, y - 6), (x, y), (x + length, y), (x + length, y - 6))
    canvas.stroke(bar, look.WHITE, 4.5)
    canvas.stroke(bar, look.INK, 1.5, cap="butt")
    at, align = (x - 8, "end") if rtl else (x + length + 8, "start")
    canvas.text(said, at, y, 11, halo=3, align=align)
