"""``basemap/``: land, water, lines and towns under the facts, made once by ``tools/``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import shapely
from pydantic import Field

from mapgen.facts.geojson import Feature, FileRule, read_features, read_json
from mapgen.facts.rasters import RasterImage, read_image
from mapgen.facts.values import LANGUAGES, Strict, Text

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from mapgen.facts.geometry import Frame
    from mapgen.faults import FaultLog


class BasemapProperties(Strict):
    """Properties of everything on the basemap; which of them are there depends on the file."""

    id: Text
    sources: tuple[Text, ...] = Field(min_length=1)
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

_FILES = {
    "land": _POLYGON,
    "sea": _POLYGON,
    "lakes": _POLYGON,
    "rivers": _LINE,
    "governorates": _LINE,
    "roads": _LINE,
    "towns": _POINT,
    "countries": _POINT,
}


def read_basemap(folder: Path, frame: Frame, log: FaultLog) -> Basemap | None:
    """Read every file of the basemap; None after logging what is wrong."""
    before = len(log.errors)
    features = {
        name: read_features(
            folder / f"{name}.geojson", FileRule(BasemapProperties, types, frame), log
        )
        for name, types in _FILES.items()
    }
    _check_sources(features, folder, log)
    relief = read_image(folder / "relief.webp", folder / "relief.json", log)
    return Basemap(features, relief) if relief and len(log.errors) == before else None


def _check_sources(
    features: dict[str, tuple[Feature[BasemapProperties], ...]], folder: Path, log: FaultLog
) -> None:
    """Log each feature whose source is not in the basemap's own list of sources."""
    content: Any = read_json(folder / "sources.json", log) or []
    known = {entry.get("key") for entry in content if isinstance(entry, dict)}
    for group in features.values():
        for feature in group:
            for source in sorted(set(feature.properties.sources) - known):
                log.add(
                    feature.place,
                    f"names the source {json.dumps(source)}, which basemap/sources.json lacks.",
                )
