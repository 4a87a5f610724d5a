"""How the page keeps texts, rows and places: what the scripts read again is chosen well."""

from __future__ import annotations

import bz2
import json
from typing import TYPE_CHECKING

import pytest

from mapgen.page.columns import column, columns, ids, slug
from mapgen.page.packing import packed_texts
from mapgen.page.positions import Positions
from mapgen.page.strings import NONE, SAME, Strings
from tests.conftest import read_digits

if TYPE_CHECKING:
    from pydantic import JsonValue

LANGUAGES = ("en", "ar")


def strings(phrases: dict[str, dict[str, str]] | None = None) -> Strings:
    return Strings(LANGUAGES, phrases or {})


def kept(name: str, values: list[JsonValue]) -> JsonValue:
    return column(name, values, Positions(), strings())


def texts_of(languages: dict[str, str]) -> dict[str, list[str | int]]:
    """Return how one object of texts is kept."""
    texts = strings()
    texts.numbered(languages)
    return texts.columns()


def read(column: list[str | int]) -> list[str | int]:
    """Return what the scripts read of the texts of a language."""
    texts: list[str | int] = json.loads(bz2.decompress(read_digits(packed_texts(column))))
    return texts


@pytest.mark.parametrize(
    "text", ["", "=", "two\nlines", 'a "b"', "إدلب \\ حلب", "إدلب \\u0041", "إدلب 🗺", "\0"]
)
def test_any_text_is_read_as_it_was(text: str) -> None:
    columns = texts_of({"en": text, "ar": f"{text} "})
    assert [read(columns[language]) for language in LANGUAGES] == [[text], [f"{text} "]]


def test_a_text_that_is_the_same_in_both_languages_is_kept_once() -> None:
    texts = strings()
    texts.numbered({"en": "M4", "ar": "M4"})
    texts.numbered({"en": "Aleppo"})
    assert read(texts.columns()["ar"]) == [SAME, NONE]


def test_a_text_of_another_language_alone_is_kept() -> None:
    """Arabic counts in six forms, English in two."""
    columns = texts_of({"ar": "مصدران"})
    assert [read(columns[language]) for language in LANGUAGES] == [[NONE], ["مصدران"]]


def test_phrases_come_first_and_are_shared() -> None:
    texts = strings({"ar": {"Firm": "ثابت"}})
    assert texts.phrase_count == 1
    assert texts.plain("Firm") == 0
    assert texts.replaced({"en": "Firm"}) == {"f": 0}
    assert texts.replaced([{"en": "Firm", "ar": "صلب"}, 7]) == [{"t": 1}, 7]


def test_texts_of_a_column_are_differences_of_numbers() -> None:
    assert kept("note", [{"en": "One"}, None, {"en": "Two"}]) == {"f": [1, -1, 2]}


def test_a_column_without_a_value_is_left_out() -> None:
    rows = [{"holder": None, "number": 1}, {"holder": None, "number": 2}]
    assert columns(rows, Positions(), strings()) == {
        "fields": ["holder", "number"],
        "count": 2,
        "columns": {"number": [1, 2]},
    }


def test_few_values_are_kept_once() -> None:
    holders: list[JsonValue] = ["hts", "nlf", "hts", "hts"]
    assert kept("holder", holders) == {"values": ["hts", "nlf"], "at": [0, 1, 0, 0]}


def test_many_values_stay_as_they_are() -> None:
    assert kept("holder", ["hts", "nlf", "sdf"]) == ["hts", "nlf", "sdf"]


def test_arcs_are_gaps_that_say_which_are_reversed() -> None:
    assert kept("lines", [[[3, 4, ~5]]]) == {"references": [[[6, 2, 3]]]}
    assert kept("lines", [[], [[0]]]) == {"references": [[], [[0]]]}


def test_sources_keep_their_order() -> None:
    assert kept("sources", [[2, 5], [2, 5, 9], [9, 2, 5]]) == {
        "changes": [[1, 2, 3], [0, 9], [1, 9, -7, 3]]
    }


def test_ids_are_made_of_names() -> None:
    names: list[JsonValue] = [{"en": "Abu al-Duhur"}, {"en": "Jisr ash-Shughūr"}, {"en": "Saraqib"}]
    made = ids(["place-abu-al-duhur", "place-jisr-ash-shughur", "place-other"], names, "en")
    assert made == {"prefix": "place-", "others": {"2": "place-other"}}


def test_ids_that_cannot_be_made_of_names_are_kept() -> None:
    own: list[JsonValue] = ["front-1", "front-2", "front-3"]
    assert ids(own, [{"en": "HTS – NLF"}, None, {"en": "HTS – SDF"}], "en") == own


def test_a_slug_has_small_letters_alone() -> None:
    assert slug("Ma'arrat an-Nu‘mān") == "maarrat-an-nu-man"


def test_places_without_a_point_are_listed() -> None:
    assert kept("point", [[3640000, 3610000], None, [3640001, 3610000]]) == {"without": [1]}


def test_places_are_folded_differences_in_planes() -> None:
    positions = Positions()
    positions.add([256, 1])
    positions.add([255, 3])
    high, middle, low = [0, 0, 0, 0], [2, 0, 0, 0], [0, 1, 2, 4]
    assert list(positions.to_bytes()) == [*high, *middle, *low]


def test_a_step_of_an_arc_lacks_half_of_the_one_before() -> None:
    positions = Positions()
    assert positions.add_arc([10, 10, 4, 6, 5, 5]) == 3
    assert list(positions.to_bytes())[12:] == [20, 8, 6, 20, 12, 4]


def test_nothing_takes_no_byte() -> None:
    assert Positions().to_bytes() == b""
