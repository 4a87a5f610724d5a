"""Figures: numbers that sources give, of an area and a time; most have no place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import shapely

from mapgen.facts.figures import Figure
from mapgen.facts.geojson import Feature
from mapgen.facts.properties import RULES
from mapgen.faults import Place
from mapgen.kinds.coordinates import to_integers
from mapgen.kinds.kind import Column, Group, Kind
from mapgen.kinds.records import PartialDate, Point, Row, Texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.facts.folder import Geodata
    from mapgen.facts.words import Words
    from mapgen.kinds.kind import Encoder
    from mapgen.kinds.records import Common


class FigureRow(Row):
    """A figure; what a source says instead of a number is a text."""

    value: float | str
    unit: Texts
    area: Texts
    period_start: PartialDate
    period_end: PartialDate | None
    point: Point | None
    chart: Literal["displacement", "health_care"] | None


class Figures(Kind[Figure]):
    """Figures."""

    rule = RULES["figures"]
    row_type = FigureRow
    columns = (
        Column(
            "value", lambda words, figure: words.quantity(figure.value, figure.unit), numeric=True
        ),
        Column("area", lambda words, figure: words.fact(figure.area)),
        Column(
            "period", lambda words, figure: words.period(figure.period_start, figure.period_end)
        ),
    )
    exported = ("value", "unit:en", "area:en", "period_start", "period_end", "chart")
    best_for = "figure"

    def row(self, feature: Feature[Figure], common: Common, encoder: Encoder) -> FigureRow:
        """Return a feature as a row."""
        del encoder
        figure = feature.properties
        return FigureRow(
            **common,
            value=figure.value,
            unit={"en": figure.unit},
            area={"en": figure.area},
            period_start=figure.period_start,
            period_end=figure.period_end,
            point=to_integers(*figure.point) if figure.point else None,
            chart=figure.chart,
        )

    def features(self, layer: str, geodata: Geodata) -> Iterable[Feature[Figure]]:
        """Return the figures in the order of their file."""
        del layer
        return [
            Feature(
                Place("figures.json", id=figure.id),
                figure,
                shapely.Point(figure.point) if figure.point else None,
            )
            for figure in geodata.figures.values()
        ]

    def groups(self, layer: str, geodata: Geodata, words: Words) -> Iterable[Group[Figure]]:
        """Return all figures."""
        del layer, words
        yield Group(tuple(geodata.figures.values()))
