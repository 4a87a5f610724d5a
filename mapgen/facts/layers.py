"""The layers: features read by the rule of their layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapgen.facts.geojson import Feature, FileRule, read_features
from mapgen.facts.properties import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    import geopandas

    from mapgen.facts.geometry import Frame
    from mapgen.faults import FaultLog

CRS = "EPSG:4326"


@dataclass(frozen=True)
class Layer:
    """A checked layer.

    Parameters
    ----------
    id
        Name of the layer and of its file.
    features
        Features in the order of the file.
    """

    id: str
    features: tuple[Feature[Any], ...]

    def __iter__(self) -> Iterator[Feature[Any]]:
        """Iterate over the features."""
        return iter(self.features)

    def on(self, day: date) -> Layer:
        """Return the features that hold on a day; those without a period hold always."""
        held = tuple(feature for feature in self.features if feature.properties.holds_on(day))
        return Layer(self.id, held)

    def to_frame(self) -> geopandas.GeoDataFrame:
        """Return the features as a table: a row each, properties and geometry (EPSG:4326)."""
        import geopandas  # noqa: PLC0415 - takes half a second, and only tables need it

        rows = [feature.properties.model_dump() for feature in self.features]
        geometry = [feature.geometry for feature in self.features]
        return geopandas.GeoDataFrame(rows, geometry=geometry, crs=CRS)


def read_layer(folder: Path, layer: str, frame: Frame, log: FaultLog) -> Layer:
    """Read one layer's file; each fault is logged."""
    rule = RULES[layer]
    file_rule = FileRule(rule.model, rule.geometry_types, _widened(frame, rule.margin))
    features = read_features(folder / f"{layer}.geojson", file_rule, log)
    return Layer(layer, features)


def _widened(frame: Frame, margin: float | None) -> Frame | None:
    if margin is None:
        return None
    west, south, east, north = frame
    return west - margin, south - margin, east + margin, north + margin
