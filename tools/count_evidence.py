"""Counts settlements by basis and by date of report, for docs/evidence.md: `make evidence`."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import shapely

import mapgen
from mapgen.derivation.evidence_days import evidence_on, publishers_on
from mapgen.derivation.territory.plane import Plane
from mapgen.facts.losses import losses

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.facts.folder import Geodata
    from mapgen.facts.losses import Losses
    from mapgen.facts.properties import Settlement

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "evidence.md"
NEAR_KM = 10.0
"""Within this distance of a front a settlement counts as near it."""

BASES = {
    "reported": "reported at about this time",
    "inferred_from_earlier": "from an earlier report, no change known since",
    "inferred_from_later": "from a later report, no change known between",
    "inferred_unchanged": "on the map of mid-2017, no change known since",
    "background": "general knowledge",
}
REPORTS = {
    "2017-08": "before September 2017",
    "2018-05": "September 2017 to May 2018",
    "2018-07": "June and July 2018",
    "2018-10": "August to October 2018",
    "9999": "later",
}
"""By the last month of a span."""

LOSSES = {
    "loser": "told by the side that lost the place",
    "others": "told by others alone",
    "none": "no change of side since September 2017",
}
"""Who tells of the last change from one side to another."""


class Told(NamedTuple):
    """What is counted of a settlement."""

    basis: str
    span: str
    publishers: frozenset[str]
    is_near: bool
    loss: str


def read(geodata: Geodata) -> list[Told]:
    """Return what is counted of each settlement; near means within `NEAR_KM` of a front."""
    plane = Plane(geodata.atlas.frame)
    fronts = [
        front.geometry for front in geodata.today("front_lines") if front.properties.kind == "front"
    ]
    line = plane.project(shapely.union_all(fronts))
    shapely.prepare(line)
    reports = losses(geodata)
    publishers = publishers_on(evidence_on(geodata, geodata.atlas.as_of), geodata)
    return [
        Told(
            basis=settlement.properties.as_of_basis,
            span=_span(settlement.properties.as_of),
            publishers=publishers[settlement.properties.id],
            is_near=shapely.distance(plane.project(settlement.geometry), line) <= NEAR_KM * 1e3,
            loss=_loss(settlement.properties, reports.get(settlement.properties.id, ())),
        )
        for settlement in geodata.layers["settlements"]
    ]


def _span(day: str | None) -> str:
    """Return the span in which a report lies; an unchanged place counts by its map."""
    month = (day or "9999")[:7]
    return next(span for last, span in REPORTS.items() if month <= last)


def _loss(place: Settlement, reports: Losses) -> str:
    """Return who tells of the last change of a settlement from one side to another."""
    sides = [*(period.side for period in place.history), place.side]
    changes = [number for number, (old, new) in enumerate(pairwise(sides)) if old != new]
    if not changes:
        return "none"
    return "loser" if reports[changes[-1]] else "others"


def tables(told: list[Told]) -> str:
    """Return the counts as tables of Markdown."""
    spans = list(REPORTS.values())
    return "\n".join(
        [
            *_table("basis", told, lambda one: BASES[one.basis], list(BASES.values())),
            "",
            *_table("date of the report", told, lambda one: one.span, spans),
            "",
            *_table("told by", told, _publishers, ["Wikipedia alone", "one other", "two or more"]),
            "",
            *_table("last change", told, lambda one: LOSSES[one.loss], list(LOSSES.values())),
        ]
    )


def _publishers(one: Told) -> str:
    if len(one.publishers) > 1:
        return "two or more"
    return "Wikipedia alone" if one.publishers == {"Wikipedia"} else "one other"


def _table(name: str, told: list[Told], key: Callable[[Told], str], rows: list[str]) -> list[str]:
    every = Counter(map(key, told))
    near = Counter(key(one) for one in told if one.is_near)
    return [
        f"| {name} | all | within {NEAR_KM:.0f} km of a front |",
        "|---|---|---|",
        *(f"| {row} | {_share(every, row)} | {_share(near, row)} |" for row in rows),
    ]


def _share(counts: Counter[str], row: str) -> str:
    return f"{counts[row]} ({counts[row] / max(1, counts.total()):.0%})"


def with_counts(document: str, counts: str) -> str:
    """Return the document with the counts between its two comments."""
    pattern = re.compile(r"(<!-- counts -->\n).*?(<!-- end of counts -->)", re.DOTALL)
    return pattern.sub(lambda match: f"{match[1]}\n{counts}\n\n{match[2]}", document)


if __name__ == "__main__":
    text = DOCUMENT.read_text("utf-8")
    counted = tables(read(mapgen.read(ROOT / "geodata")))
    DOCUMENT.write_text(with_counts(text, counted), "utf-8")
