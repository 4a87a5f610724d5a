"""Reports by the side that lost a place are found from dates, sides and publishers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mapgen.facts.losses import losses
from mapgen.facts.properties import Settlement

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata

PLACE = {
    "id": "set-place",
    "name:en": "Place",
    "name:ar": "مكان",
    "name:tr": "Yer",
    "kind": "settlement",
    "side": "government",
    "side_confidence": "high",
    "holder": "government",
    "confidence": "high",
    "as_of": "2018-09",
    "as_of_basis": "reported",
    "position_error_km": 1.0,
    "position_basis": "source",
}
HELD = {"side": "opposition", "holder": "hts", "confidence": "high"}
BEFORE, DURING, AFTER = (
    "shaam-news-network-2018-01-06",
    "smart-news-via-microsyria-2018-01-13-2",
    "shaam-news-network-2018-01-14",
)


def reports(
    geodata: Geodata, end: str, old: list[str], new: list[str], **other: object
) -> tuple[str, ...]:
    """Return the reports by the side that lost a place which the opposition held until a day."""
    layer = geodata.layers["settlements"]
    period = HELD | {"valid_to": end, "sources": old}
    place = Settlement.model_validate(PLACE | {"sources": new, "history": [period]} | other)
    feature = replace(next(iter(layer)), properties=place)
    alone = replace(
        geodata, layers=geodata.layers | {"settlements": replace(layer, features=(feature,))}
    )
    return losses(alone)["set-place"][-1]


def test_a_report_of_the_side_that_lost_counts_from_the_day_of_the_change(geodata: Geodata) -> None:
    assert reports(geodata, "2018-01-13", [BEFORE, DURING], [AFTER]) == (DURING, AFTER)
    assert reports(geodata, "2018-01-13", [BEFORE], ["sana-2020-02-07"]) == ()


def test_a_source_of_both_periods_counts_whatever_its_date(geodata: Geodata) -> None:
    assert reports(geodata, "2018-01-13", [BEFORE], [BEFORE]) == (BEFORE,)


def test_nobody_lost_a_place_that_stayed_on_its_side(geodata: Geodata) -> None:
    kept = {"side": "opposition", "holder": "nlf"}
    assert reports(geodata, "2018-01-13", [DURING], [AFTER], **kept) == ()


@pytest.mark.parametrize("publisher", ["SANA", "Reuters", "Al Jazeera", "Wikipedia"])
def test_others_do_not_speak_for_the_side_that_lost(geodata: Geodata, publisher: str) -> None:
    source = geodata.sources[DURING].model_copy(update={"publisher": publisher})
    other = replace(geodata, sources=geodata.sources | {DURING: source})
    assert reports(other, "2018-01-13", [DURING], [DURING]) == ()


def test_a_retaking_is_not_a_loss(geodata: Geodata) -> None:
    """What Edlib Media Center told on 11 January is that the factions took Abu Umar again."""
    found = losses(geodata)
    assert found["set-abu-umar"][0] == ()
    assert DURING in found["set-tell-al-daman"][0]
