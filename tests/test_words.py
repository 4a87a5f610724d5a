"""Days and numbers in words: the same from every release of the library with the languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel import Locale

import mapgen
from mapgen.facts.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.facts.folder import Geodata

THIN = "\u2009"

RANGES = {
    ("2018-09-14", "2018-09-14"): ["14 Sept 2018", "14 أيلول 2018", "14 Eyl 2018"],
    ("2018-09-04", "2018-09-14"): ["4–14 Sept 2018", "4–14 أيلول 2018", "4–14 Eyl 2018"],
    ("2018-08-25", "2018-09-04"): [
        f"25 Aug{THIN}–{THIN}4 Sept 2018",
        "25 آب – 4 أيلول 2018",
        f"25 Ağu{THIN}–{THIN}4 Eyl 2018",
    ],
    ("2017-12-25", "2018-01-04"): [
        f"25 Dec 2017{THIN}–{THIN}4 Jan 2018",
        "25 كانون الأول 2017 – 4 كانون الثاني 2018",
        f"25 Ara 2017{THIN}–{THIN}4 Oca 2018",
    ],
}

DATES = {
    "2018": ["2018", "2018", "2018"],
    "2018-09": ["September 2018", "أيلول 2018", "Eylül 2018"],
    "2018-09-04": ["4 September 2018", "4 أيلول 2018", "4 Eylül 2018"],
}

NUMBERS = {
    0: ["0", "0", "0"],
    9.95: ["10", "10", "10"],
    1234.56: ["1,234.6", "1,234.6", "1.234,6"],
    1_500_000: ["1,500,000", "1,500,000", "1.500.000"],
}


@pytest.fixture(scope="module")
def words(geodata: Geodata) -> list[Words]:
    return [Words(geodata, language) for language in ("en", "ar", "tr")]


@pytest.mark.parametrize(("days", "said"), RANGES.items())
def test_a_range_of_days_says_month_and_year_once(
    words: list[Words], days: tuple[str, str], said: list[str]
) -> None:
    assert [language.days(*days) for language in words] == said


@pytest.mark.parametrize(("value", "said"), DATES.items())
def test_a_date_is_as_exact_as_it_was_given(
    words: list[Words], value: str, said: list[str]
) -> None:
    assert [language.date(value) for language in words] == said


@pytest.mark.parametrize(("value", "said"), NUMBERS.items())
def test_a_number_has_the_signs_of_its_language(
    words: list[Words], value: float, said: list[str]
) -> None:
    assert [language.number(value) for language in words] == said


def _said(words: Iterable[Words]) -> list[str]:
    return [
        said
        for language in words
        for said in (
            *(language.days(*days) for days in RANGES),
            *(language.date(value) for value in DATES),
            *(language.number(value) for value in NUMBERS),
            language.percent(0.5),
            language.certainty(0.914),
        )
    ]


def test_no_pattern_of_the_library_reaches_a_reader(
    words: list[Words], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Patterns change with each release of CLDR: Babel 2.19 put thin spaces around a dash."""
    before = _said(words)
    for patterns in (
        "date_formats",
        "datetime_formats",
        "datetime_skeletons",
        "interval_formats",
        "decimal_formats",
        "percent_formats",
    ):
        monkeypatch.setattr(Locale, patterns, {})
    assert _said(words) == before


def test_only_words_asks_the_library_for_dates_and_numbers() -> None:
    """What words dates in one place cannot be worded otherwise in another."""
    asks = re.compile(r"babel\.(dates|numbers|units|lists|support)|import babel\b")
    home = Path(mapgen.__file__).parent
    modules = sorted(
        path.relative_to(home).as_posix()
        for path in home.rglob("*.py")
        if asks.search(path.read_text("utf-8"))
    )
    assert modules == ["facts/words.py"]
