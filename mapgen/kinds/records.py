"""The types of the document's values, and what every row of a layer holds.

Coordinates are integers of 1e-5 degree (EPSG:4326), longitude first.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from annotated_types import Ge, Gt, Le, MinLen
from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Record(BaseModel):
    """A part of the document; it knows no other keys than these."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


Texts = Annotated[
    dict[Annotated[str, StringConstraints(pattern="^[a-z]{2,3}$")], str],
    MinLen(1),
    Field(description="A text by language; the page's first language is always there."),
]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
    Field(description="A year, a month or a day."),
]
Degree = Annotated[float, Ge(-180), Le(180)]
Bounds = Annotated[
    tuple[Degree, Degree, Degree, Degree], Field(description="West, south, east, north; degrees.")
]
Point = Annotated[
    tuple[int, int], Field(description="Longitude and latitude in steps of 1e-5 degree.")
]
Numbers = Annotated[tuple[Annotated[int, Ge(0)], ...], Field(description="Positions in a list.")]
Line = Annotated[
    tuple[int, ...], MinLen(1), Field(description="Numbers of arcs; ~n is arc n reversed.")
]
Lines = tuple[Line, ...]
Polygons = Annotated[
    tuple[Annotated[tuple[Line, ...], MinLen(1)], ...],
    Field(description="Polygons as rings, the exterior first."),
]
Colour = Annotated[str, StringConstraints(pattern="^#[0-9a-f]{6}$")]
WebAddress = Annotated[str, StringConstraints(pattern="^https?://")]
DataUrl = Annotated[str, StringConstraints(pattern="^data:image/(png|webp);base64,")]
Share = Annotated[float, Ge(0), Le(1)]
Confidence = Literal["high", "medium", "low"]


class Account(Record):
    """One of the accounts that differ."""

    version: Texts
    sources: Numbers


class Row(Record):
    """What every row holds."""

    id: Annotated[str, StringConstraints(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Texts
    sources: Numbers
    confidence: Confidence
    note: Texts | None
    disagreement: Annotated[tuple[Account, ...], MinLen(2)] | None
    claim: tuple[str, ...]
    alt_names: tuple[Annotated[str, MinLen(1)], ...]


class Common(TypedDict):
    """The values of a `Row`."""

    id: str
    name: Texts
    sources: Numbers
    confidence: Confidence
    note: Texts | None
    disagreement: tuple[Account, ...] | None
    claim: tuple[str, ...]
    alt_names: tuple[str, ...]


class Placed(TypedDict):
    """What a `PlacedRow` has besides."""

    point: Point | None
    error_km: float | None


class PlacedRow(Row):
    """A row with a place, and the radius within which it lies."""

    point: Point | None
    error_km: Annotated[float, Gt(0)] | None
