"""``basemap/``: land, water, lines and towns under the facts, made once by ``tools/``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import shapely
from pydantic import Field

from mapgen.facts.entries import check_entries
from mapgen.facts.files import file_place, read_json
from mapgen.facts.geojson import Feature, FileRule, read_features
from mapgen.facts.languages import LANGUAGES
from mapgen.facts.rasters import RasterImage, read_image
from mapgen.facts.values import Identifier, Line, SourceIds, Strict, Text, WebLink

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from mapgen.facts.geometry import Frame
    from mapgen.faults import FaultLog


class BasemapProperties(Strict):
    """Properties of everything on the basemap; which of them are there depends on the file."""

    id: Identifier
    sources: SourceIds
    name_en: Text | None = Field(default=None, alias="name:en")
    name_ar: Text | None = Field(default=None, alias="name:ar")
    name_tr: Text | None = Field(default=None, alias="name:tr")
    kind: Literal[
        "syria", "outside", "sea", "lake", "river", "country", "region", "main", "other", "town",
        "governorate",
    ] | None = None  # fmt: skip
    country: Literal["SY", "TR", "LB", "IQ"] | None = None
    size_class: Literal[1, 2, 3, 4] | None = None
    ref: Literal["M4", "M5"] | None = None
    approximate: bool | None = None
    geonames: int | None = None
    note_en: Text | None = Field(default=None, alias="note:en")

    @property
    def names(self) -> dict[str, str]:
        """The names that are known, by language."""
        names = (self.name_en, self.name_ar, self.name_tr)
        return {language: name for language, name in zip(LANGUAGES, names, strict=True) if name}


class BasemapSource(Strict):
    """A publication or a package from which the basemap was made."""

    id: Identifier = Field(alias="key")
    title: Line
    publisher: Line
    licence: Line
    version: Text | None = None
    package: Text | None = None
    url: WebLink | None = None
    attribution: Text | None = None


class Basemap(NamedTuple):
    """Features of the basemap by file, and the shaded relief."""

    features: dict[str, tuple[Feature[BasemapProperties], ...]]
    relief: RasterImage

    @property
    def land(self) -> BaseGeometry:
        """Syria's land within the frame (EPSG:4326)."""
        return shapely.union_all(
            [f.geometry for f in self.features["land"] if f.properties.kind == "syria"]
        )


_POLYGON = frozenset({"Polygon", "MultiPolygon"})
_LINE = frozenset({"LineString", "MultiLineString"})
_POINT = frozenset({"Point"})

FILES: Final = {
    "land": _POLYGON,
    "sea": _POLYGON,
    "lakes": _POLYGON,
    "rivers": _LINE,
    "governorates": _LINE,
    "roads": _LINE,
    "towns": _POINT,
    "countries": _POINT,
}

_KINDS = {
    "land": {"syria", "outside"},
    "sea": {"sea"},
    "lakes": {"lake"},
    "rivers": {"river"},
    "governorates": {"governorate"},
    "roads": {"main", "other"},
    "countries": {"country", "region", "sea", "lake"},
}
"""Kinds of features by the file that has them."""


def read_basemap(folder: Path, frame: Frame, log: FaultLog) -> Basemap | None:
    """Read every file of the basemap; None after logging what is wrong."""
    before = len(log.errors)
    features = {
        name: read_features(
            folder / f"{name}.geojson", FileRule(BasemapProperties, types, frame), log
        )
        for name, types in FILES.items()
    }
    _check_kinds(features, folder, log)
    _check_sources(features, folder, log)
    relief = read_image(folder / "relief.webp", folder / "relief.json", log)
    return Basemap(features, relief) if relief and len(log.errors) == before else None


def _check_kinds(
    features: dict[str, tuple[Feature[BasemapProperties], ...]], folder: Path, log: FaultLog
) -> None:
    """Log each feature that is of no kind that its file has, and each town that cannot be drawn."""
    for name, kinds in _KINDS.items():
        for feature in features[name]:
            if feature.properties.kind not in kinds:
                allowed = " or ".join(f'"{kind}"' for kind in sorted(kinds))
                said = json.dumps(feature.properties.kind)
                log.add(feature.place, f'"kind" is {said}, expected {allowed}.')
    for town in features["towns"]:
        for key, value in (
            ("size_class", town.properties.size_class), ("name:en", town.properties.name_en)
        ):  # fmt: skip
            if value is None:
                log.add(town.place, f'"{key}" is missing. Add it; docs/data.md says what it holds.')
    if not any(land.properties.kind == "syria" for land in features["land"]):
        problem = 'has no feature of the kind "syria", the land that the map is about. Restore it.'
        log.add(file_place(folder / "land.geojson"), problem)


def _check_sources(
    features: dict[str, tuple[Feature[BasemapProperties], ...]], folder: Path, log: FaultLog
) -> None:
    """Log each feature whose source is not in the basemap's own list of sources."""
    path = folder / "sources.json"
    content = read_json(path, log)
    if content is None:
        return
    if not isinstance(content, list):
        log.add(file_place(path), "is not a list of sources. It must begin with [.")
        return
    checked = check_entries(content, BasemapSource, file_place(path), "entry", log)
    known = {entry.id for entry in checked}
    for group in features.values():
        for feature in group:
            for source in sorted(set(feature.properties.sources) - known):
                log.add(
                    feature.place,
                    f"names the source {json.dumps(source)}, which basemap/sources.json lacks.",
                )
