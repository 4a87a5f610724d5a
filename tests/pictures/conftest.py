"""Pictures of the real facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.facts.words import Words
from mapgen.pictures import files, legend, picture, sheets
from mapgen.pictures.canvas import Canvas
from mapgen.pictures.scene import Ground, scene_of
from mapgen.pictures.terrain import Terrain
from mapgen.pictures.views import window_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.facts.folder import Geodata
    from mapgen.facts.lessons import Step
    from mapgen.pictures.picture import Standing


@pytest.fixture(scope="session")
def ground(geodata: Geodata) -> Ground:
    return Ground(geodata)


@pytest.fixture(autouse=True)
def _settings() -> Iterator[None]:
    with files.settings():
        yield


class Drawn:
    """A map that was drawn: what lies there, what stands on it, what was written."""

    def __init__(self, ground: Ground, shown: Step | None, language: str = "en") -> None:
        atlas = ground.geodata.atlas
        size = sheets.PAPER.map_size()
        window = window_of(shown.view if shown else None, atlas.home, atlas.frame, size)
        self.terrain = Terrain(scene_of(ground, shown), window)
        self.words = Words(ground.geodata, language)
        canvas = Canvas(*size)
        self.standing: Standing = picture.paint(canvas, self.terrain, self.words, sheets.PAPER.ink)
        self.said = canvas.said

    def legend(self) -> dict[str, list[str]]:
        """Return the words of the legend by the titles of its parts."""
        parts = legend.sections(self.terrain, self.standing, self.words, sheets.PAPER.ink)
        return {part.title: [entry.words for entry in part.entries] for part in parts}
