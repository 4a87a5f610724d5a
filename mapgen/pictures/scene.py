"""What a picture shows: a day, a period, switches, a selection; named as the page names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import geopandas
import numpy as np

from mapgen.facts.days import window_of
from mapgen.facts.holders import drawn_holders
from mapgen.facts.layers import CRS
from mapgen.facts.values import first_day
from mapgen.pictures.views import CRS as MERCATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mapgen.facts.days import Window
    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.facts.holders import DrawnHolder
    from mapgen.facts.lessons import Step
    from mapgen.pictures.shapes import Shapes

GROUND: Final = ("relief", "roads", "governorates")
ON_REQUEST: Final = ("patterns", "disagreement")

_SPOT: Final = re.compile(r"@(-?[\d.]+),(-?[\d.]+)")


class Ground:
    """The facts in Web Mercator, projected once for every picture.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    """

    def __init__(self, geodata: Geodata) -> None:
        """Project nothing yet."""
        self.geodata = geodata
        self._frames: dict[str, geopandas.GeoDataFrame] = {}

    def of(self, name: str) -> geopandas.GeoDataFrame:
        """Return a layer, or a file of the base map, as a table in Web Mercator.

        Returns
        -------
        geopandas.GeoDataFrame
            ``feature`` (the checked record) and geometry (EPSG:3857); without what has no place.
        """
        if name not in self._frames:
            base = self.geodata.basemap.features
            features: Sequence[Feature[Any]] = (
                base[name] if name in base else self.geodata.layers[name].features
            )
            placed = [feature for feature in features if feature.geometry is not None]
            shapes = [feature.geometry for feature in placed]
            records = [feature.properties for feature in placed]
            frame = geopandas.GeoDataFrame({"feature": records}, geometry=shapes, crs=CRS)
            self._frames[name] = frame.to_crs(MERCATOR)
        return self._frames[name]

    def shapes(self, name: str, **wanted: Any) -> Shapes:  # noqa: ANN401 - any property
        """Return geometries (EPSG:3857) of the features whose properties have these values."""
        table = self.of(name)
        keep = [
            all(getattr(record, key) == value for key, value in wanted.items())
            for record in table["feature"]
        ]
        shapes: Shapes = np.asarray(table.geometry.array, dtype=object)[np.array(keep, dtype=bool)]
        return shapes

    @cached_property
    def holders(self) -> list[DrawnHolder]:
        """Holders that have ground of their own, in the order of the key."""
        return [drawn for drawn in drawn_holders(self.geodata) if not drawn.holder.drawn_as]

    @property
    def outlined(self) -> tuple[str, ...]:
        """Layers of areas and lines, from below to above."""
        layers = self.geodata.atlas.layers
        return tuple(layer.id for layer in layers if not layer.rule.is_of_points)

    def switches(self) -> dict[str, bool]:
        """Return every switch of the page, and whether it is on at first."""
        switches: dict[str, bool] = {}
        for layer in self.geodata.atlas.layers:
            if switch := layer.rule.switch:
                parts = switch.parts(holder.id for holder in self.holders)
                switches |= {
                    f"{layer.id}.{part}": layer.visible and part not in switch.off_at_first
                    for part in parts
                } or {layer.id: layer.visible}
        return switches | dict.fromkeys(GROUND, True) | dict.fromkeys(ON_REQUEST, False)

    def switched_on(self, names: Iterable[str] | None) -> frozenset[str]:
        """Return the switches that are on; a layer's own name stands for all its parts."""
        known = self.switches()
        if names is None:
            return frozenset(name for name, on in known.items() if on)
        wanted = set(names)
        return frozenset(name for name in known if wanted & {name, name.split(".")[0]})


@dataclass(frozen=True)
class Scene:
    """What is shown.

    Parameters
    ----------
    day
        The day of areas, fronts and posts.
    period
        First and last ISO day of the events.
    on
        Names of the switches that are on.
    feature
        Id of what is selected, or a spot; None where nothing is.
    """

    ground: Ground
    day: date
    period: Window
    on: frozenset[str]
    feature: str | None = None

    @property
    def spot(self) -> tuple[float, float] | None:
        """Longitude and latitude of bare ground that is looked at: ``@latitude,longitude``."""
        match = _SPOT.fullmatch(self.feature or "")
        return (float(match[2]), float(match[1])) if match else None

    @property
    def geodata(self) -> Geodata:
        """The facts."""
        return self.ground.geodata


def scene_of(ground: Ground, step: Step | None = None) -> Scene:
    """Return what the map shows at first, or what a step of a lesson shows."""
    atlas = ground.geodata.atlas
    day = first_day(step.date) if step and step.date else atlas.as_of
    return Scene(
        ground,
        day,
        (step.period if step else None) or window_of(day),
        ground.switched_on(step.layers if step else None),
        step.feature if step else None,
    )
