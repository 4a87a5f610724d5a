"""What is drawn, explained: samples with their words, and nothing that is not drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from matplotlib.path import Path

from mapgen import look
from mapgen.facts.certainty_words import CERTAINTY_WORDS
from mapgen.facts.texts import direction
from mapgen.kinds import Shown, kind_of
from mapgen.pictures import fading, glyphs, markers, patterns, picture
from mapgen.pictures.canvas import polyline, rectangle
from mapgen.pictures.labels import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mapgen.facts.atlas import AtlasLayer
    from mapgen.facts.holders import DrawnHolder
    from mapgen.facts.words import Words
    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.picture import Standing
    from mapgen.pictures.terrain import Terrain

WIDE: Final = (40.0, 18.0)
NARROW: Final = (22.0, 18.0)
"""Width and height of samples, px."""

_LINES: Final = ("firm", "approximate", "guess", "limit", "inner")
_ROUGHEST: Final = 0.35


@dataclass(frozen=True)
class Entry:
    """A sample and its words.

    Parameters
    ----------
    paint
        Paints the sample into a canvas of `size` px.
    size
        Width and height, px.
    """

    words: str
    paint: Callable[[Canvas], None]
    size: tuple[float, float] = WIDE


@dataclass(frozen=True)
class Section:
    """A part of a legend: its title and entries."""

    title: str
    entries: tuple[Entry, ...]


def sections(ground: Terrain, standing: Standing, words: Words, ink: look.Ink) -> list[Section]:
    """Return the parts of a legend that have anything to explain.

    Parameters
    ----------
    ground, standing
        What was drawn, as `picture.paint` returned it.
    ink
        With which it was drawn.
    """
    layers = ground.scene.geodata.atlas.layers
    events = [layer for layer in layers if kind_of(layer.kind).is_of_period]
    places = words.text("key.places")
    if any(_shown(layer, standing) for layer in events):
        places = words.text("legend.markers").format(days=words.days(*ground.scene.period))
    parts = [
        (words.text("key.holders"), _holders(ground, words, ink)),
        (words.text("key.certainty"), _certainty(ground, words, ink)),
        (words.text("legend.lines"), _lines(ground, words)),
        (places, _markers(ground, standing, words)),
    ]
    made = [Section(title, tuple(entries)) for title, entries in parts]
    return [section for section in made if section.entries]


def _holders(ground: Terrain, words: Words, ink: look.Ink) -> Iterator[Entry]:
    for holder in ground.holders:
        yield Entry(holder.holder.name[words.language], _swatch(holder, ink))


def _swatch(holder: DrawnHolder, ink: look.Ink) -> Callable[[Canvas], None]:
    """Return what paints a holder's ground where it is known best."""

    def paint(canvas: Canvas) -> None:
        box = shapely.box(1, 1, canvas.width - 1, canvas.height - 1)
        inside = canvas.part(1, 1, 1, (canvas.width - 2, canvas.height - 2))
        ground = shapely.box(0, 0, inside.width, inside.height)
        patterns.paint_fill(inside, ground, holder)
        size = (round(inside.height), round(inside.width))
        inside.image(fading.veil(np.full(size, 255.0)), (0, 0, inside.width, inside.height))
        patterns.paint_overlay(inside, ground, holder, ink.patterns)
        canvas.stroke(rectangle(*box.bounds), holder.ink, 1)

    return paint


def _darkest(ground: Terrain) -> DrawnHolder | None:
    """Return the darkest of the single holders: on it certainty shows best."""

    def light(holder: DrawnHolder) -> int:
        return sum(int(holder.fills[0][at : at + 2], 16) for at in (1, 3, 5))

    single = [holder for holder in ground.holders if len(holder.fills) == 1]
    return min(single, key=light) if single else None


def _certainty(ground: Terrain, words: Words, ink: look.Ink) -> Iterator[Entry]:
    holder = _darkest(ground)
    if holder is None:
        return
    steps = list(reversed(CERTAINTY_WORDS.items()))
    for number, (name, least) in enumerate(steps):
        most = steps[number + 1][1] if number + 1 < len(steps) else 1.0
        aside = (
            words.text("certainty.from").format(share=words.number(100 * least))
            if least
            else words.text("certainty.below").format(share=words.number(100 * most))
        )
        ramp = _ramp(holder, (least or _ROUGHEST, most), words.language, ink)
        yield Entry(f"{words.text(f'certainty.{name}')} {aside}", ramp)


def _ramp(
    holder: DrawnHolder, ends: tuple[float, float], language: str, ink: look.Ink
) -> Callable[[Canvas], None]:
    """Return what paints how the map fades between two certainties, the surer last."""

    def paint(canvas: Canvas) -> None:
        inside = canvas.part(1, 2, 1, (canvas.width - 2, canvas.height - 4))
        steps = np.linspace(*ends, round(inside.width))
        steps = steps[::-1] if direction(language) == "rtl" else steps
        ground = shapely.box(0, 0, inside.width, inside.height)
        inside.fill(rectangle(*ground.bounds), holder.fills[0])
        certainty = np.tile(255 * steps, (round(inside.height), 1))
        inside.image(fading.veil(certainty), ground.bounds)
        known = np.flatnonzero(steps >= look.PATTERN_FROM)
        if len(known):
            step = inside.width / len(steps)
            carries = shapely.box(known[0] * step, 0, (known[-1] + 1) * step, inside.height)
            patterns.paint_overlay(inside, carries, holder, ink.patterns)
        canvas.stroke(rectangle(1, 2, canvas.width - 1, canvas.height - 2), holder.ink, 1)

    return paint


def _lines(ground: Terrain, words: Words) -> Iterator[Entry]:
    for name in _LINES:
        if name in ground.lines:
            yield Entry(words.text(f"line.{name}"), _line(name))
    if "border" in ground.lines:
        walled = ground.wall is not None
        said = words.text("line.wall" if walled else "what.border")
        yield Entry(said, _wall if walled else _line("border"))


def _line(name: str) -> Callable[[Canvas], None]:
    def paint(canvas: Canvas) -> None:
        w, h = canvas.width, canvas.height / 2
        bend = Path(
            [(1, h + 2), (w * 0.3, h - 4), (w * 0.6, h + 4), (w - 1, h - 2)],
            [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
        )
        canvas.line(bend, look.LINES[name])

    return paint


def _wall(canvas: Canvas) -> None:
    w, h = canvas.width, canvas.height / 2
    ticks = polyline((2, h - look.WALL_WIDTH / 4), (w - 1, h - look.WALL_WIDTH / 4))
    canvas.stroke(ticks, look.WALL_COLOUR, look.WALL_WIDTH / 2, dash=look.WALL_DASH, cap="butt")
    canvas.stroke(polyline((1, h), (w - 1, h)), look.INK, 2)


def _markers(ground: Terrain, standing: Standing, words: Words) -> Iterator[Entry]:
    samples = [
        sample
        for layer in ground.scene.geodata.atlas.layers
        for sample in kind_of(layer.kind).samples(_shown(layer, standing), words)
    ]
    for sample in sorted(samples, key=lambda sample: not sample.is_disc):
        paint = _disc(sample.glyph) if sample.is_disc else _glyph(sample.glyph)
        yield Entry(sample.words, paint, NARROW)
    stand: list[Any] = [*standing.markers, *standing.names]
    if any(item.feature and item.feature.disagreement for item in stand):
        yield Entry(words.text("key.disagree"), _doubt, NARROW)
    yield from _selected(ground, standing, words)


def _shown(layer: AtlasLayer, standing: Standing) -> list[Shown[Any]]:
    """Return what of a layer is marked on the map, or is a card on its edge."""
    marked = [Shown(mark.feature, mark.glyph) for mark in standing.markers if mark.layer is layer]
    told = [Shown(card.event, card.glyph) for card in standing.cards if card.layer is layer]
    return [*marked, *told]


def _selected(ground: Terrain, standing: Standing, words: Words) -> Iterator[Entry]:
    """Say what the blue ring, or line, is around."""
    spot = ground.scene.spot
    if spot is not None:
        where = {"lat": f"{spot[1]:.2f}", "lon": f"{spot[0]:.2f}"}
        yield Entry(words.text("spot.where").format(**where), _ring, NARROW)
    stand: list[Any] = [*standing.markers, *standing.names]
    for item in stand:
        if item.selected:
            yield Entry(named(item.feature, words.language), _ring, NARROW)
            return
    if picture.selected_shape(ground) is not None:
        for layer in ground.scene.ground.outlined:
            for record in ground.scene.ground.of(layer)["feature"]:
                if record.id == ground.scene.feature:
                    yield Entry(named(record, words.language), _blue_line, NARROW)


def _ring(canvas: Canvas) -> None:
    markers.paint_selection(canvas, canvas.width / 2, canvas.height / 2, 6)


def _blue_line(canvas: Canvas) -> None:
    h = canvas.height / 2
    canvas.line(polyline((2, h), (canvas.width - 2, h)), look.SELECTED)


def _glyph(name: str) -> Callable[[Canvas], None]:
    return lambda canvas: glyphs.paint(canvas, name, canvas.width / 2, canvas.height / 2, 16)


def _doubt(canvas: Canvas) -> None:
    glyphs.paint_doubt(canvas, canvas.width / 2, canvas.height / 2, 6)


def _disc(label: str) -> Callable[[Canvas], None]:
    """Return what paints a disc: dark with a number, smaller and light with a letter."""
    light = not label.isdecimal()

    def paint(canvas: Canvas) -> None:
        radius, size = (6.6, 7.6) if light else (7.4, 8.4)
        middle = (canvas.width / 2, canvas.height / 2)
        glyphs.paint_disc(canvas, label, *middle, radius, size=size, light=light)

    return paint
