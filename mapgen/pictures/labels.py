"""Names on a map: which are wanted, how they are set, and where each finds room."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import shapely

from mapgen import look
from mapgen.pictures import glyphs, letters, markers
from mapgen.pictures.canvas import circle, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.facts.holders import DrawnHolder
    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.room import Box
    from mapgen.pictures.terrain import Terrain

_SAME_PLACE_PX: Final = 12
_ACTOR_PX2: Final = 4500
_THIRD_FROM_ZOOM: Final = 8.4
_EDGE_PX: Final = 9
"""Px from the edge of the map within which nothing is named."""


@dataclass(eq=False)
class Name:
    """A name: its lines and style, and the box in which it found room."""

    kind: str
    lines: list[str]
    at: tuple[float, float]
    style: look.Label
    size: float
    colour: str = look.INK
    feature: Any = None
    dot: str | None = None
    gap: float = 6.0
    ground: Any = None
    reach: float = 0.0
    selected: bool = False
    box: Box | None = None
    width: float = field(init=False)
    height: float = field(init=False)

    def __post_init__(self) -> None:
        """Measure the lines."""
        self.width = max(letters.width(line, self.face, self.size) for line in self.lines)
        self.height = len(self.lines) * self.size * 1.18

    @property
    def face(self) -> str:
        """Key of the face in `letters`."""
        return self.style.face

    @property
    def is_doubted(self) -> bool:
        """Whether sources disagree on the place."""
        return self.feature is not None and bool(self.feature.disagreement)

    @property
    def doubt_at(self) -> tuple[float, float]:
        """Where the mark of disagreement stands: on the side that the name leaves free."""
        (x, y), box = self.at, self.box or (*self.at, *self.at)
        if box[0] >= x:
            return x - 6, y - 5
        if box[2] <= x:
            return x + 6, y - 5
        return x + 10, y


def named(record: Any, language: str, stem: str = "name") -> str:  # noqa: ANN401 - any model
    """Return a name of a record in a language, in English where it has none."""
    return str(getattr(record, f"{stem}_{language}", None) or getattr(record, f"{stem}_en"))


def _name(kind: str, words: str, at: tuple[float, float], **more: Any) -> Name:  # noqa: ANN401
    style = look.LABELS[kind]
    arabic = letters.is_arabic(words)
    if style.spaced and not arabic:
        words = "\u200a".join(words)
    lines = more.pop("lines", None) or [words]
    return Name(kind, lines, at, style, style.size * letters.SCALE, **more)


def _two_lines(words: str) -> list[str]:
    """Break a name at the space nearest to its middle."""
    spaces = [at for at, letter in enumerate(words) if letter == " "]
    if not spaces:
        return [words]
    at = min(spaces, key=lambda space: abs(space - len(words) / 2))
    return [words[:at], words[at + 1 :]]


def _plain(name: str) -> str:
    spread = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in spread if letter.isalnum())


def towns(terrain: Terrain, language: str) -> list[Name]:
    """Return the names of places in the window that are shown at its scale, the great first."""
    scene, window = terrain.scene, terrain.window
    near = window.zoom >= look.SETTLEMENTS_FROM_ZOOM
    lowest = 3 if window.zoom >= _THIRD_FROM_ZOOM else 2
    lowest = 4 if near and "settlements" in scene.on else lowest
    twins: dict[str, list[tuple[Any, Any]]] = {}
    for feature, point in _placed(terrain, "settlements"):
        twins.setdefault(_plain(feature.name_en), []).append((feature, point))
    names, used = [], set()
    for town, point in _placed(terrain, "towns"):
        same = next(
            (
                twin
                for twin, where in twins.get(_plain(town.name_en), [])
                if where.distance(point) < _SAME_PLACE_PX
            ),
            None,
        )
        if same:
            used.add(same.id)
        names.append(_town(town, same, point, language, scene.feature))
    for feature, point in _placed(terrain, "settlements"):
        if feature.id not in used and (lowest > 3 or feature.id == scene.feature):  # noqa: PLR2004
            names.append(_town(None, feature, point, language, scene.feature))
    shown = [name for name in names if name.selected or int(name.kind) <= lowest]
    return sorted(shown, key=lambda name: (not name.selected, int(name.kind)))


def _placed(terrain: Terrain, layer: str) -> Iterator[tuple[Any, Any]]:
    """Yield the records of a layer in the window, with their points in px."""
    window = terrain.window
    table = terrain.scene.ground.of(layer)
    inside = window.box(-_EDGE_PX)
    shapely.prepare(inside)
    points = window.placed(table.geometry.array)
    for feature, point, seen in zip(
        table["feature"], points, shapely.contains(inside, points), strict=True
    ):
        if seen:
            yield feature, point


def _town(town: Any, settlement: Any, point: Any, language: str, selected: str | None) -> Name:  # noqa: ANN401
    record = town or settlement
    rank = min(4, max(1, town.size_class)) if town else 4
    foreign = bool(town and town.country != "SY")
    chosen = bool(settlement and settlement.id == selected)
    rank = min(2, rank) if chosen else rank
    kind = "2" if foreign and rank == 1 else str(rank)
    made = _name(
        kind, named(record, language), (point.x, point.y), feature=settlement, selected=chosen,
        colour=look.FOREIGN_TEXT if foreign else look.INK,
    )  # fmt: skip
    made.dot = None if chosen else look.LABELS[str(rank)].dot
    made.gap = 11.0 if chosen else 8.5 if rank == 1 else 6.0
    return made


def actors(terrain: Terrain, language: str) -> Iterator[Name]:
    """Yield the names of actors on their ground: one on each large part in sight."""
    scene, window = terrain.scene, terrain.window
    table = scene.ground.of("areas_of_control")
    for area in table["feature"]:
        if not (area.holds_on(scene.day) and area.holder in terrain.fills):
            continue
        holder = next(drawn for drawn in scene.ground.holders if drawn.id == area.holder)
        if len(holder.fills) > 1:
            continue
        parts = shapely.get_parts(terrain.fills[area.holder])
        used = set()
        for longitude, latitude, metres in area.labels:
            at = window.at(longitude, latitude)
            inside = shapely.contains(parts, shapely.Point(at))
            number = int(inside.argmax())
            if not inside.any() or number in used or shapely.area(parts[number]) < _ACTOR_PX2:
                continue
            clear = window.px_of_km(metres / 1000, latitude)
            made = _actor(holder, parts[number], at, clear, language)
            if made:
                used.add(number)
                yield made


def _actor(
    holder: DrawnHolder,
    ground: Any,  # noqa: ANN401 - a geometry
    at: tuple[float, float],
    clear: float,
    language: str,
) -> Name | None:
    reach = max(clear, math.sqrt(shapely.area(ground)) * 0.25)
    words = holder.holder.short[language]
    more = {"colour": holder.ink, "ground": ground, "reach": reach}
    whole = _name("actor", words, at, **more)
    if whole.width <= 2.4 * reach:
        return whole
    split = _name("actor", words, at, lines=_two_lines(words), **more)
    return split if split.width <= 3 * reach else None


def grounds(terrain: Terrain, language: str) -> Iterator[Name]:
    """Yield the names of countries, regions, sea and lakes."""
    held = [fill for fill in terrain.fills.values() if not shapely.is_empty(fill)]
    for feature, point in _placed(terrain, "countries"):
        if feature.kind == "country" and any(shapely.contains(fill, point) for fill in held):
            continue
        words = named(feature, language)
        water = feature.kind in ("sea", "lake")
        if not water and not letters.is_arabic(words):
            words = words.translate({ord("i"): "İ"}) if language == "tr" else words
            words = words.upper()
        more: dict[str, Any] = {"lines": _two_lines(words)} if feature.kind == "sea" else {}
        colour = look.SEA_TEXT if water else look.FOREIGN_TEXT
        yield _name(feature.kind, words, (point.x, point.y), colour=colour, **more)


def paint(canvas: Canvas, name: Name, language: str) -> None:
    """Draw a name that has room, with its dot."""
    if name.box is None:
        return
    _paint_dot(canvas, name)
    if name.selected:
        markers.paint_selection(canvas, *name.at, 9)
    middle = (name.box[0] + name.box[2]) / 2
    pitch = name.height / len(name.lines)
    for number, line in enumerate(name.lines):
        y = name.box[1] + pitch * (number + 0.5) + name.size * 0.35
        canvas.text(
            letters.run(line, language), middle, y, name.size, face=name.face,
            colour=name.colour, halo=name.style.halo, align="middle",
        )  # fmt: skip
    if name.is_doubted:
        glyphs.paint_doubt(canvas, *name.doubt_at)


def _paint_dot(canvas: Canvas, name: Name) -> None:
    if name.dot is None:
        return
    x, y = name.at
    if name.dot == "square":
        canvas.fill(rectangle(x - 5.2, y - 5.2, x + 5.2, y + 5.2), look.WHITE)
        canvas.stroke(rectangle(x - 3.6, y - 3.6, x + 3.6, y + 3.6), look.INK, 1.8)
        return
    radius, is_ring = name.style.radius or 2.6, name.dot == "ring"
    canvas.stroke(circle(x, y, radius), look.WHITE, 4.4 if is_ring else 3, opacity=0.86)
    canvas.fill(circle(x, y, radius), look.WHITE if is_ring else name.colour)
    if is_ring:
        canvas.stroke(circle(x, y, radius), name.colour, 1.3)
