"""``atlas.toml``: what the map is, its frame, its date, its layers in drawing order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field, JsonValue, model_validator

from mapgen.facts.files import file_place, read_toml
from mapgen.facts.geojson import check_record
from mapgen.facts.geometry import Frame, is_frame
from mapgen.facts.languages import Language
from mapgen.facts.properties import RULES
from mapgen.facts.values import (
    ClaimId,
    Identifier,
    Localized,
    Strict,
    Text,
    WebAddress,
    WebLink,
)
from mapgen.faults import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mapgen.facts.rules import LayerRule
    from mapgen.faults import FaultLog


_KINDS = [rule.kind for rule in RULES.values()]


def _one_of(names: Iterable[str]) -> dict[str, JsonValue]:
    """Return what a JSON schema says of a text that is one of several."""
    return {"enum": [*names]}


def _known_layer(name: str) -> str:
    if name not in RULES:
        message = f"no layer has this name. {did_you_mean(name, RULES)}"
        raise ValueError(message)
    return name


def _known_kind(name: str) -> str:
    if name not in _KINDS:
        message = f"no kind of layer has this name. {did_you_mean(name, _KINDS)}"
        raise ValueError(message)
    return name


class AtlasLayer(Strict):
    """A layer: which file it is, how it is drawn, whether it is on at first.

    ``licence`` is an SPDX expression, given where it is not that of the atlas.
    """

    id: Annotated[str, AfterValidator(_known_layer), Field(json_schema_extra=_one_of(RULES))]
    kind: Annotated[str, AfterValidator(_known_kind), Field(json_schema_extra=_one_of(_KINDS))]
    visible: bool
    licence: Text | None = None
    name: Localized

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> AtlasLayer:
        """Refuse a layer whose file holds features of another kind."""
        if self.kind != self.rule.kind:
            message = f'layer "{self.id}" is of the kind "{self.rule.kind}". Correct "kind".'
            raise ValueError(message)
        return self

    @property
    def rule(self) -> LayerRule:
        """What the layer is, and what its file may hold."""
        return RULES[self.id]


class AtlasText(Strict):
    """A paragraph of the page, in the section where it stands."""

    id: Identifier
    section: Literal["about", "method", "border", "neutrality", "article"]
    claim: tuple[ClaimId, ...] = ()
    text: Localized


class Attribution(Strict):
    """Who made something that the page shows, and under which licence."""

    text: Text
    licence: Text
    url: WebLink | None = None


class Atlas(Strict):
    """The checked content of ``atlas.toml``."""

    format: Literal[1]
    id: Identifier
    as_of: date
    begins: date
    days: tuple[date, ...] = ()
    article: Identifier
    address: WebAddress | None = None
    licence: Text
    frame: Frame
    home: Frame
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    title: Localized
    subtitle: Localized
    description: Localized
    layers: Annotated[tuple[AtlasLayer, ...], Field(min_length=1)]
    texts: tuple[AtlasText, ...]
    attribution: tuple[Attribution, ...]

    @model_validator(mode="after")
    def _frames_are_frames(self) -> Atlas:
        """Refuse a frame that is not west, south, east, north in degrees."""
        for name, box in (("frame", self.frame), ("home", self.home)):
            if not is_frame(box):
                message = f"{name} must be west, south, east, north in degrees, within 85 north"
                raise ValueError(message + " and south: web maps end there")
        west, south, east, north = self.frame
        left, bottom, right, top = self.home
        if left >= east or right <= west or bottom >= north or top <= south:
            message = f"home {list(self.home)} lies outside frame {list(self.frame)}"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _languages_are_distinct(self) -> Atlas:
        """Refuse a language that is listed twice."""
        if len(set(self.languages)) < len(self.languages):
            message = f"languages lists one of them twice: {', '.join(self.languages)}"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _days_lie_within(self) -> Atlas:
        """Refuse days outside the time that the map shows."""
        if self.begins > self.as_of:
            message = f"begins {self.begins} lies after as_of {self.as_of}"
            raise ValueError(message)
        for day in self.days:
            if not self.begins <= day <= self.as_of:
                message = f"days holds {day}, which lies outside {self.begins} to {self.as_of}"
                raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _layers_are_distinct(self) -> Atlas:
        """Refuse a layer that is listed twice."""
        ids = [layer.id for layer in self.layers]
        for identifier in ids:
            if ids.count(identifier) > 1:
                message = f'layer "{identifier}" is listed twice'
                raise ValueError(message)
        return self


def read_atlas(path: Path, log: FaultLog) -> Atlas | None:
    """Read ``atlas.toml``; None after logging why it cannot be used."""
    place = file_place(path)
    if not path.exists():
        log.add(place, f"the file is missing. {did_you_mean(path.name, _siblings(path))}")
        return None
    content = read_toml(path, log)
    return None if content is None else check_record(content, Atlas, place, log)


def _siblings(path: Path) -> list[str]:
    return [sibling.name for sibling in path.parent.glob("*")] if path.parent.is_dir() else []
