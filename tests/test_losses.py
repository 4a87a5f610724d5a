"""Reports by the side that lost a place are found from dates, sides and publishers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mapgen.exports.records import Records
from mapgen.facts.losses import losses
from mapgen.facts.properties import Settlement
from mapgen.facts.words import Words
from mapgen.page.tables import tables

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


def test_exports_name_the_report_beside_the_period_that_it_begins(geodata: Geodata) -> None:
    given = {
        each.properties["id"]: each.properties for each in Records(geodata).given("settlements")
    }
    place = given["set-tell-al-daman"]
    assert [report["publisher"] for report in place["told_by_loser"]] == [
        "SMART News (via MicroSyria)"
    ]
    assert "told_by_loser" not in place["history"][0]
    on_day = Records(geodata).given("settlements", date(2018, 1, 1))
    assert all(
        "told_by_loser" not in each.properties
        for each in on_day
        if each.properties["id"] == place["id"]
    )


def test_the_table_says_that_the_side_that_lost_it_says_so(geodata: Geodata) -> None:
    words = Words(geodata, "en")
    table = next(each for each in tables(geodata, words) if each.id == "settlements")
    cells = [cell.text for group in table.groups for row in group.rows for cell in row.cells]
    assert "earlier report; the side that lost it says so" in cells
