"""Evidence to the files that ``mapgen derive`` keeps in ``geodata/``."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import shapely
from PIL import Image
from pyproj import Geod

from mapgen.fields import LANGUAGES
from mapgen.geometry import DECIMALS
from mapgen.territory import derive, label_points, small_into
from mapgen.territory.plane import Plane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    import geopandas
    from shapely.geometry.base import BaseGeometry

    from mapgen.geodata import Geodata
    from mapgen.territory import CertaintyGrid, Derivation, Report

TOLERANCE_KM2 = 1.0
"""Ground that may differ between two machines, whose libraries round differently."""

NEAR_FRONT_KM = 6.0
"""Reach, in kilometres, of the settlements whose sources a front line names."""


PICTURE_QUALITY = 90
"""Quality of the picture of certainty: wrong by less than two percent, a sixth of a PNG's size."""

_GEOD = Geod(ellps="WGS84")


def derived_files(
    geodata: Geodata, progress: Callable[[str, float], None]
) -> tuple[dict[str, bytes], str]:
    """Derive areas, front lines and certainty.

    Parameters
    ----------
    geodata
        Checked facts; derived layers are not looked at.
    progress
        Told the step and the share done, 0 to 1.

    Returns
    -------
    files : dict of str to bytes
        Content by name within the folder of facts; the same facts give the same bytes.
    summary : str
        What was found, a few lines for people.
    """
    settlements = _evidence(geodata)
    atlas = geodata.atlas
    result = derive(
        settlements, geodata.basemap.land, atlas.frame, atlas.as_of.isoformat(), progress=progress
    )
    files = {
        "areas_of_control.geojson": _collection(_areas(result, settlements, geodata)),
        "front_lines.geojson": _collection(_fronts(result, settlements, geodata)),
        "certainty.webp": _picture(result.certainty),
        "certainty.json": _json(_description(result.certainty)),
        "derivation.json": _json(dict(result.report)),
    }
    return files, summary(result.report)


def summary(report: Report) -> str:
    """Return what a derivation found, a few lines for people."""
    agreement = report["leave_one_out"]
    lines = [
        f"{name}: {score['right']} of {score['all']} left out agree ({score['share']:.1%})"
        for name, score in agreement.items()
    ]
    lines += [f"{holder}: {km2:,.0f} km²" for holder, km2 in report["area_km2"].items()]
    lines.append(f"opposition pocket: {report['pocket_km2']:,.0f} km²")
    against = report["contradicting"]
    for name, ids in (("side", against["side"]), ("holder", against["holder"])):
        lines.append(f"settlements that contradict the {name} of their area: {len(ids)}")
        lines += [f"  {identifier}" for identifier in ids]
    return "\n".join(lines)


def differences(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Return a line for each derived file that is missing or shows other ground.

    Bytes may differ by rounding between machines; areas are compared by the ground that would
    change hands, at most `TOLERANCE_KM2` in all.
    """
    found = [
        f"{folder.name}/{name}: the file is missing. Run mapgen derive."
        for name in files
        if not (folder / name).is_file()
    ]
    if found:
        return found
    name = "areas_of_control.geojson"
    changed = _changed_km2(json.loads(files[name]), json.loads((folder / name).read_bytes()))
    if changed > TOLERANCE_KM2:
        found.append(
            f"{folder.name}/{name}: {changed:.1f} km² have another holder by the evidence. "
            "Run mapgen derive."
        )
    return found


def _changed_km2(new: Any, old: Any) -> float:  # noqa: ANN401 - JSON
    holders = [
        {f["properties"]["holder"]: shapely.geometry.shape(f["geometry"]) for f in each["features"]}
        for each in (new, old)
    ]
    empty = shapely.Polygon()
    return sum(
        _square_kilometres(
            shapely.difference(holders[0][each], holders[1].get(each, empty), grid_size=1e-5)
        )
        for each in holders[0]
    )


def _square_kilometres(geometry: BaseGeometry) -> float:
    """Return the geodesic area of a polygon in degrees (WGS 84)."""
    area, _ = _GEOD.geometry_area_perimeter(geometry)
    return abs(float(area)) / 1e6


def _areas(
    result: Derivation, settlements: geopandas.GeoDataFrame, geodata: Geodata
) -> list[dict[str, Any]]:
    features = []
    generalised = small_into(result.areas)
    for row in result.areas.itertuples():
        evidence = settlements[settlements["holder"] == row.holder]
        holder = geodata.actors.holders[row.holder]
        properties = {
            "id": f"area-{_slug(row.holder)}",
            **_names({each: getattr(holder.name, each) for each in LANGUAGES}),
            "holder": row.holder,
            "valid_from": geodata.atlas.as_of.isoformat(),
            "certainty": round(float(row.certainty), 3),
            "area_km2": round(float(row.area_km2), 1),
            "labels": label_points(row.geometry, result.certainty),
            "small_into": generalised[row.holder],
            "confidence": "medium",
            "sources": _distinct(evidence["sources"]),
        }
        features.append(_feature(properties, row.geometry))
    return features


def _fronts(
    result: Derivation, settlements: geopandas.GeoDataFrame, geodata: Geodata
) -> list[dict[str, Any]]:
    plane = Plane(geodata.atlas.frame).crs
    metres = settlements.to_crs(plane)
    lines = result.fronts.to_crs(plane).geometry
    confidence = {"firm": "high", "approximate": "medium", "guess": "low"}
    features = []
    for row, line in zip(result.fronts.itertuples(), lines, strict=True):
        near = settlements[metres.distance(line) <= NEAR_FRONT_KM * 1000]
        nearest = settlements.loc[[metres.distance(line).idxmin()]]
        pair = [geodata.actors.holders[each] for each in (row.holder_a, row.holder_b)]
        name = {each: " – ".join(getattr(one.short, each) for one in pair) for each in LANGUAGES}
        key = [row.kind, row.quality, _slug(row.holder_a), _slug(row.holder_b)]
        properties = {
            "id": "-".join(["line", *key]),
            **_names(name),
            "kind": row.kind,
            "quality": row.quality,
            "holder_a": row.holder_a,
            "holder_b": row.holder_b,
            "length_km": round(float(row.length_km), 1),
            "valid_from": geodata.atlas.as_of.isoformat(),
            "confidence": confidence[row.quality],
            "sources": _distinct((near if len(near) else nearest)["sources"]),
        }
        features.append(_feature(properties, row.geometry))
    return features


def _evidence(geodata: Geodata) -> geopandas.GeoDataFrame:
    """Return the settlements, each with the holder in whose area it counts."""
    settlements = geodata.layers["settlements"].to_frame()
    drawn_as = {each.id: each.drawn_as or each.id for each in geodata.actors.holders.values()}
    settlements["holder"] = [drawn_as.get(each) for each in settlements["holder"]]
    return settlements


def _slug(holder: str) -> str:
    return holder.replace("+", "-and-").replace("_", "-")


def _names(texts: Mapping[str, str]) -> dict[str, str]:
    return {f"name:{language}": text for language, text in texts.items()}


def _distinct(groups: Iterable[Iterable[str]]) -> list[str]:
    return sorted({source for group in groups for source in group})


def _feature(properties: dict[str, Any], geometry: BaseGeometry) -> dict[str, Any]:
    shape = shapely.geometry.mapping(geometry)
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": shape["type"], "coordinates": _rounded(shape["coordinates"])},
    }


def _rounded(coordinates: Any) -> Any:  # noqa: ANN401 - nested lists
    if isinstance(coordinates, float):
        return round(coordinates, DECIMALS)
    return [_rounded(each) for each in coordinates]


def _collection(features: list[dict[str, Any]]) -> bytes:
    """Return a FeatureCollection with one feature a line, so that a change shows as a line."""
    lines = ",\n".join(
        json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features
    )
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'.encode()


def _json(content: Any) -> bytes:  # noqa: ANN401 - JSON
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _picture(certainty: CertaintyGrid) -> bytes:
    buffer = io.BytesIO()
    picture = Image.fromarray(certainty.values).convert("RGB")
    picture.save(buffer, format="WEBP", quality=PICTURE_QUALITY, method=6)
    return buffer.getvalue()


def _description(certainty: CertaintyGrid) -> dict[str, Any]:
    height, width = certainty.values.shape
    return {
        "bounds": [round(each, DECIMALS) for each in certainty.bounds],
        "width": width,
        "height": height,
    }
