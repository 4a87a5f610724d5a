"""GeoJSON as other tools write it, to GeoJSON as this project keeps it, where nothing is lost.

What is put right is said, as a warning; ``mapgen tidy`` rewrites the file so that it need not be
said again.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import shapely

from mapgen.facts.files import file_place, read_json
from mapgen.facts.geometry import DECIMALS, FEWEST_IN_RING, has_form, positions_of, rings_of
from mapgen.facts.shapes import shapes_of
from mapgen.faults import short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapgen.faults import FaultLog

_WGS_84 = re.compile(r"(CRS84|EPSG:+4326|WGS ?84)$", re.IGNORECASE)
_LEFT_OUT = {"bbox", "xy_coordinate_resolution", "generator", "timestamp", "crs"}
"""Members of a collection that say nothing about its features: GDAL and others write them."""

_UNTIDY_ID = re.compile(r"[A-Za-z0-9]+(?:[-_ ][A-Za-z0-9]+)*")
_PAIR = 2


class Collection(NamedTuple):
    """A GeoJSON FeatureCollection.

    Parameters
    ----------
    content
        The collection itself, tidy.
    shapes
        For each of its features a shapely geometry, or None, as `shapes_of` gives them.
    """

    content: dict[str, Any]
    shapes: list[Any]


def read_collection(path: Path, log: FaultLog) -> Collection | None:
    """Return a GeoJSON FeatureCollection, tidy, or None after logging why it cannot be used.

    Parameters
    ----------
    path
        A FeatureCollection in EPSG:4326.
    log
        Takes what was put right, as warnings, and what cannot be, as errors.
    """
    place = file_place(path)
    content = read_json(path, log)
    if content is None:
        return None
    if not isinstance(content, dict) or content.get("type") != "FeatureCollection":
        log.add(place, 'is not a FeatureCollection. The file must begin {"type": "FeatureColl…')
        return None
    if "crs" in content and not _is_wgs_84(content["crs"]):
        named = short(json.dumps(content["crs"], ensure_ascii=False))
        step = 'Save the file in EPSG:4326 (WGS 84), and leave "crs" out.'
        log.add(place, f'"crs" is {named}. {step}')
        return None
    for key in sorted(_LEFT_OUT & set(content)):
        del content[key]
        log.add_warning(place, f'"{key}" was left out: it says nothing about the features.')
    listed = content.get("features")
    features = listed if isinstance(listed, list) else []
    shapes = shapes_of(
        [each.get("geometry") if isinstance(each, dict) else None for each in features]
    )
    for number, (feature, shape) in enumerate(zip(features, shapes, strict=True), start=1):
        if isinstance(feature, dict):
            where = place.at(f"feature {number}").of(feature.get("properties"))
            for change in _tidy_feature(feature, has_shape=shape is not None):
                log.add_warning(where, change)
    return Collection(content, shapes)


def tidied(path: Path, log: FaultLog) -> bytes:
    """Return a GeoJSON file as the project keeps it: tidy, a feature a line, in UTF-8.

    See `read_collection`; what cannot be read gives nothing.
    """
    collection = read_collection(path, log)
    if collection is None:
        return b""
    content = collection.content
    features = content.pop("features", [])
    head = json.dumps(content, ensure_ascii=False, separators=(",", ":"))[:-1]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    return f'{head},"features":[\n{lines}\n]}}\n'.encode()


def _is_wgs_84(crs: object) -> bool:
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return isinstance(name, str) and bool(_WGS_84.search(name))


def _tidy_feature(feature: dict[str, Any], *, has_shape: bool) -> Iterator[str]:
    """Yield what was put right in a feature; a geometry that has a shape already is tidy."""
    if feature.pop("bbox", None) is not None:
        yield '"bbox" was left out: it says nothing that the geometry does not say.'
    properties = feature.get("properties")
    if isinstance(properties, dict):
        yield from _tidy_id(feature, properties)
        yield from _tidy_properties(properties)
    geometry = feature.get("geometry")
    if not has_shape and isinstance(geometry, dict) and has_form(geometry):
        yield from _tidy_geometry(geometry)


def _tidy_id(feature: dict[str, Any], properties: dict[str, Any]) -> Iterator[str]:
    if "id" in feature:
        outer = feature.pop("id")
        if "id" not in properties and isinstance(outer, str):
            properties["id"] = outer
            yield 'the "id" of the feature was taken as that of its properties.'
        elif outer != properties.get("id"):
            yield f'left out the "id" {json.dumps(outer)} of the feature: its properties have one.'
    identifier = properties.get("id")
    if isinstance(identifier, str) and _UNTIDY_ID.fullmatch(identifier):
        tidy = re.sub("[_ ]", "-", identifier.lower())
        if tidy != identifier:
            properties["id"] = tidy
            yield f'"id" is "{identifier}", read as "{tidy}".'


def _tidy_properties(properties: dict[str, Any]) -> Iterator[str]:
    empty = [key for key, value in properties.items() if value is None]
    for key in empty:
        del properties[key]
    if empty:
        named = ", ".join(f'"{key}"' for key in empty)
        yield f"null is no value; left out: {named}."
    for key, value in properties.items():
        if isinstance(value, str) and value.startswith(("[", "{")) and value.endswith(("]", "}")):
            try:
                parsed = json.loads(value)
            except (ValueError, RecursionError):
                continue
            properties[key] = parsed
            yield f'"{key}" held a list as text, as GDAL writes it, and was read as a list.'


def _tidy_geometry(geometry: dict[str, Any]) -> Iterator[str]:
    positions = list(positions_of(geometry))
    high = [position for position in positions if len(position) > _PAIR]
    for position in high:
        del position[_PAIR:]
    if high:
        yield f"of its positions, {len(high)} had a height, which was left out."
    values = np.array(positions, dtype=np.float64)
    fine = np.flatnonzero((np.round(values, DECIMALS) != values).any(axis=1)).tolist()
    for number in fine:
        positions[number][:] = [round(value, DECIMALS) for value in positions[number]]
    if fine:
        yield f"of its positions, {len(fine)} had more than {DECIMALS} decimals; now rounded."
    turned = [ring for ring, is_exterior in rings_of(geometry) if _is_turned(ring, is_exterior)]
    for ring in turned:
        ring.reverse()
    if turned:
        yield f"of its rings, {len(turned)} ran the other way round; now turned (RFC 7946, 3.1.6)."


def _is_turned(ring: list[list[float]], is_exterior: bool) -> bool:  # noqa: FBT001 - of a pair
    if len(ring) < FEWEST_IN_RING or ring[0] != ring[-1]:
        return False
    return bool(shapely.is_ccw(shapely.LinearRing(ring)) != is_exterior)
