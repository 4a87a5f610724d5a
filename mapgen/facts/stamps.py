"""Of which evidence derived files were made: a stamp that changes with the evidence."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import shapely

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.facts.properties import Settlement

LENGTH = 16
"""Characters of a stamp."""


def evidence_stamp(geodata: Geodata) -> str:
    """Return the stamp of all that ``mapgen derive`` reads, the order of settlements with it.

    Notes, names and other layers do not change it: after a change of theirs nothing has to be
    derived anew.
    """
    atlas = geodata.atlas
    told_by = {source.id: source.told_by for source in geodata.sources.values()}
    content = {
        "days": [day.isoformat() for day in (atlas.begins, *atlas.days, atlas.as_of)],
        "frame": atlas.frame,
        "holders": {
            holder.id: [holder.side, holder.drawn_as] for holder in geodata.actors.holders.values()
        },
        "land": [
            shapely.get_coordinates(land.geometry).tolist()
            for land in geodata.basemap.features["land"]
        ],
        "settlements": [_evidence(feature, told_by) for feature in geodata.layers["settlements"]],
    }
    text = json.dumps(content, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _evidence(feature: Feature[Settlement], told_by: dict[str, str]) -> list[Any]:
    place = feature.properties
    past = [
        [period.valid_from, period.valid_to, period.side, period.holder, period.confidence,
         _publishers(period.sources, told_by)]
        for period in place.history
    ]  # fmt: skip
    return [
        place.id, feature.geometry.x, feature.geometry.y, place.position_error_km, place.side,
        place.side_confidence, place.holder, place.confidence,
        _publishers(place.sources, told_by), past,
    ]  # fmt: skip


def _publishers(sources: tuple[str, ...], told_by: dict[str, str]) -> list[str]:
    return sorted({told_by.get(source, "") for source in sources})
