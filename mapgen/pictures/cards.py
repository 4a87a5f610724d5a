"""Events far outside the map, as cards on its edge that point where they happened."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapgen import look
from mapgen.facts.texts import direction
from mapgen.kinds.events import Events, switch_of
from mapgen.pictures import glyphs, letters
from mapgen.pictures.canvas import polyline, rectangle
from mapgen.pictures.labels import named
from mapgen.pictures.room import Box, around, meet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.facts.atlas import AtlasLayer
    from mapgen.facts.properties import Event
    from mapgen.facts.words import Words
    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.markers import Marker
    from mapgen.pictures.terrain import Terrain

MOST: Final = 3
_NAME, _DETAIL, _PITCH = 10.5, 10.0, 13.0
_NAME_PX: Final = 170
_GLYPH_PX, _ARROW_PX, _PAD = 18.0, 14.0, 7.0
_STEP: Final = 12
_EDGE_PX: Final = 40
"""Px kept free at the ends of an edge."""

_EARTH_KM: Final = 6371.0
_ROUND_KM: Final = 100


@dataclass(eq=False)
class Card:
    """A card: its event, its words in lines, its box, and the way to the place (radians)."""

    event: Event
    layer: AtlasLayer
    glyph: str
    lines: list[str]
    detail: str
    turn: float
    box: Box = (0, 0, 0, 0)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, px."""
        text = [letters.width(line, "bold", _NAME * letters.SCALE) for line in self.lines]
        text.append(letters.width(self.detail, "plain", _DETAIL * letters.SCALE))
        wide = max(text) + _GLYPH_PX + _ARROW_PX + 4 * _PAD
        return wide, (len(self.lines) + 1) * _PITCH + 8


def cards(ground: Terrain, words: Words, marks: Sequence[Marker]) -> list[Card]:
    """Return the cards of a map with their places; they cover no post and no other card."""
    result: list[Card] = []
    taken = [around(*mark.at, mark.radius + 4) for mark in marks if mark.is_disc]
    for layer, event, degrees in _distant(ground)[:MOST]:
        card = _card(ground, words, layer, event, degrees)
        card.box = _place(card, ground.window.width, ground.window.height, taken)
        taken.append(card.box)
        result.append(card)
    return result


def _distant(ground: Terrain) -> list[tuple[AtlasLayer, Event, tuple[float, float]]]:
    """Return events of the period that happened outside the frame and are switched on."""
    scene = ground.scene
    return [
        (layer, feature.properties, (feature.geometry.x, feature.geometry.y))
        for layer in scene.geodata.atlas.layers
        if layer.kind == Events.rule.kind
        for feature in scene.geodata.layers[layer.id]
        if feature.properties.off_frame
        and feature.geometry is not None
        and feature.properties.happened_in(scene.period)
        and switch_of(feature.properties, layer.id) in scene.on
    ]


def _card(
    ground: Terrain,
    words: Words,
    layer: AtlasLayer,
    event: Event,
    degrees: tuple[float, float],
) -> Card:
    window, home = ground.window, ground.scene.geodata.atlas.home
    x, y = window.at(*degrees)
    far = _distance_km(((home[0] + home[2]) / 2, (home[1] + home[3]) / 2), degrees)
    far = round(far / _ROUND_KM) * _ROUND_KM if far > 5 * _ROUND_KM else round(far, -1)
    detail = words.text("arrow.detail").format(
        date=words.period(event.date, event.date_end),
        distance=words.text("unit.km").format(n=words.number(far)),
    )
    name = letters.wrapped(named(event, words.language), "bold", _NAME * letters.SCALE, _NAME_PX)
    turn = math.atan2(y - window.height / 2, x - window.width / 2)
    return Card(event, layer, look.event_glyph(event.category), name, detail, turn)


def _distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two places in degrees."""
    (a, b), (c, d) = ((math.radians(x), math.radians(y)) for x, y in (one, other))
    share = math.sin((d - b) / 2) ** 2 + math.cos(b) * math.cos(d) * math.sin((c - a) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(share))


def _place(card: Card, width: float, height: float, taken: Sequence[Box]) -> Box:
    """Return the box where the way to the place leaves the map, moved along to where it is free."""
    wide, high = card.size
    dx, dy = math.cos(card.turn), math.sin(card.turn)
    sideways = abs(dx) * height >= abs(dy) * width
    reach = width / 2 / abs(dx) if sideways else height / 2 / abs(dy)
    along = height / 2 + dy * reach if sideways else width / 2 + dx * reach
    length, size = (height, high) if sideways else (width, wide)
    low, top = _EDGE_PX + size / 2, length - _EDGE_PX - size / 2
    boxes = []
    for step in range(2 * int(length / _STEP)):
        middle = along + (-1 if step % 2 else 1) * math.ceil(step / 2) * _STEP
        middle = min(max(middle, low), max(low, top))
        if sideways:
            left = 0.0 if dx < 0 else width - wide
            boxes.append((left, middle - high / 2, left + wide, middle + high / 2))
        else:
            upper = 0.0 if dy < 0 else height - high
            boxes.append((middle - wide / 2, upper, middle + wide / 2, upper + high))
    free = (box for box in boxes if not any(meet(box, other) for other in taken))
    return next(free, boxes[0])


def paint(canvas: Canvas, card: Card, language: str) -> None:
    """Draw a card: its mark, its words, and an arrow at its end."""
    left, top, right, bottom = card.box
    rtl = direction(language) == "rtl"
    canvas.fill(rectangle(*card.box), look.WHITE, edge=look.FRAME_LINE, width=1)
    middle = (top + bottom) / 2
    start, end = (right, left) if rtl else (left, right)
    turn = -1 if rtl else 1
    glyphs.paint(canvas, card.glyph, start + turn * (_PAD + _GLYPH_PX / 2), middle, 17)
    x, align = start + turn * (2 * _PAD + _GLYPH_PX), "end" if rtl else "start"
    for number, line in enumerate([*card.lines, card.detail]):
        last = number == len(card.lines)
        canvas.text(
            letters.run(line, language), x, top + 4 + _PITCH * (number + 0.5) + 3.4,
            (_DETAIL if last else _NAME) * letters.SCALE, face="plain" if last else "bold",
            colour=look.SECOND_INK if last else look.INK, align=align,
        )  # fmt: skip
    _paint_arrow(canvas, end - turn * (_PAD + _ARROW_PX / 2), middle, card.turn)


def _paint_arrow(canvas: Canvas, x: float, y: float, turn: float) -> None:
    def at(length: float, angle: float = 0.0) -> tuple[float, float]:
        return x + length * math.cos(turn + angle), y + length * math.sin(turn + angle)

    tip, half = at(_ARROW_PX / 2), _ARROW_PX / 2
    barbs = [at(half * 0.62, angle) for angle in (0.95, -0.95)]
    canvas.stroke(polyline(at(-half), tip), look.INK, 1.6)
    canvas.stroke(polyline(barbs[0], tip, barbs[1]), look.INK, 1.6)
