"""Read GeoJSON strictly: every fault of every feature, in the words of the format."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from mapgen.facts.files import file_place
from mapgen.facts.geometry import Frame, geometry_problems, to_shape
from mapgen.facts.shapes import are_inside
from mapgen.facts.tidying import read_collection
from mapgen.faults import did_you_mean, short

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from mapgen.faults import FaultLog, Place

Properties = TypeVar("Properties", bound=BaseModel)
Properties_co = TypeVar("Properties_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Feature(Generic[Properties_co]):
    """A checked feature.

    Parameters
    ----------
    place
        File, position and id, as a fault names it.
    properties
        The checked properties.
    geometry
        Shapely geometry in EPSG:4326, longitude first; None where no place is known.
    """

    place: Place
    properties: Properties_co
    geometry: Any


@dataclass(frozen=True)
class FileRule(Generic[Properties]):
    """What a GeoJSON file may hold.

    Parameters
    ----------
    model
        Model of the properties.
    geometry_types
        Allowed types of geometry; ``"None"`` stands for a feature without geometry.
    frame
        West, south, east, north in degrees within which every coordinate must lie, if any.
    """

    model: type[Properties]
    geometry_types: frozenset[str]
    frame: Frame | None = None


def read_features(
    path: Path, rule: FileRule[Properties], log: FaultLog
) -> tuple[Feature[Properties], ...]:
    """Read a GeoJSON file into checked features.

    Parameters
    ----------
    path
        A GeoJSON FeatureCollection.
    rule
        What the file may hold.
    log
        Takes every fault.

    Returns
    -------
    tuple of Feature
        The features without a fault; the log tells of the others.
    """
    place = file_place(path)
    collection = read_collection(path, log)
    if collection is None:
        return ()
    content, shapes = collection
    for key in sorted(set(content) - {"type", "features", "name"}):
        log.add(place, f'unknown key "{key}". {did_you_mean(key, ["type", "features", "name"])}')
    features = content.get("features")
    if not isinstance(features, list):
        log.add(place, 'has no list "features". Add "features": [].')
        return ()
    ready = shapes if are_inside(shapes, rule.frame) else [None] * len(shapes)
    checked = (
        _check_feature((raw, shape), place.at(f"feature {number}"), rule, log)
        for number, (raw, shape) in enumerate(zip(features, ready, strict=True), start=1)
    )
    return tuple(feature for feature in checked if feature)


def check_record(
    raw: object, model: type[Properties], place: Place, log: FaultLog
) -> Properties | None:
    """Return `raw` as a checked record, or None after logging each fault of it."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for detail in error.errors():
            log.add(place, _describe(detail, model))
    return None


def _check_feature(
    given: tuple[object, Any], place: Place, rule: FileRule[Properties], log: FaultLog
) -> Feature[Properties] | None:
    """Return a checked feature of what stands in the file, and of its shape where that is known."""
    raw, shape = given
    if not isinstance(raw, dict) or raw.get("type") != "Feature":
        log.add(place, 'is not a Feature. It must have "type": "Feature".')
        return None
    place = place.of(raw.get("properties"))
    known = ["type", "properties", "geometry"]
    for key in sorted(set(raw) - set(known)):
        log.add(place, f'unknown key "{key}". {did_you_mean(key, known)}')
    properties = check_record(raw.get("properties"), rule.model, place, log)
    if shape is None or shape.geom_type not in rule.geometry_types:
        problems = geometry_problems(raw.get("geometry"), rule.geometry_types, rule.frame)
        for problem in problems:
            log.add(place, problem)
        if problems:
            return None
        shape = to_shape(raw.get("geometry"))
    return Feature(place, properties, shape) if properties else None


def _describe(detail: ErrorDetails, model: type[BaseModel]) -> str:
    """Return one fault of pydantic as a line: key, value, rule, next step."""
    key = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        known = [field.alias or name for name, field in model.model_fields.items()]
        return f'unknown key "{key}". {did_you_mean(str(detail["loc"][-1]), known)}'
    if detail["type"] == "missing":
        return f'"{key}" is missing. Add it; docs/data.md says what it holds.'
    message = detail["msg"].removeprefix("Value error, ")
    if not key:
        return message[0].lower() + message[1:]
    value = json.dumps(detail["input"], ensure_ascii=False, default=str)
    end = "" if message[-1] in ".?" else "."
    return f'"{key}" is {short(value)}: {message[0].lower() + message[1:]}{end}'
