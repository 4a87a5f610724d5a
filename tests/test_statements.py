"""What a source says goes to the page and to the downloads, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.exports.data import layer_csv
from mapgen.exports.records import Records
from mapgen.facts.statements import MOST_WORDS

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata


def test_statements_are_of_sources_that_the_page_lists(document: dict[str, Any]) -> None:
    layer = next(each for each in document["layers"] if each["id"] == "settlements")
    told = [row for row in layer["rows"] if row["statements"]]
    assert len(told) >= 3
    for row in told:
        listed = {*row["sources"], *(id_ for period in row["history"] or [] for id_ in period[5])}
        for statement in row["statements"]:
            assert statement["source"] in listed
            assert len(statement["says"]["en"].split()) <= MOST_WORDS


def test_downloads_have_statements_with_source_and_place(geodata: Geodata) -> None:
    records = Records(geodata)
    given = {each.properties["id"]: each.properties for each in records.given("settlements")}
    (statement,) = given["set-uwayjil"]["statements"]
    assert statement["source"]["publisher"] == "Syria TV"
    assert statement["locator"] == {"label": "paragraph", "value": "2"}
    assert {"says:en", "says:ar", "says:tr"} <= statement.keys()
    assert f"Syria TV: {statement['says:en']} (paragraph 2)" in layer_csv(
        records, "settlements", geodata.atlas.as_of
    )
