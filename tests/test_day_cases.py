"""What held on a day is the same in Python and in the page: both are held to these cases."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NamedTuple

import pytest

from mapgen.facts.days import happened_in, holds_on, period_on, speaks_of, window_of
from tests.conftest import ROOT

CASES = json.loads((ROOT / "tests/cases/days.json").read_text(encoding="utf-8"))


def cases_of(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[name], ids=json.dumps)


@cases_of("holds_on")
def test_a_period_holds_from_its_first_day_to_the_one_before_its_end(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["day"])
    assert holds_on(case["valid_from"], case["valid_to"], day) is case["holds"]


@cases_of("speaks_of")
def test_a_source_speaks_of_its_own_day_month_or_year(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["day"])
    time = (case["as_of"], case["valid_from"], case["valid_to"])
    assert speaks_of(*time, day) is case["speaks"]


class Period(NamedTuple):
    valid_to: str


@cases_of("period_on")
def test_the_first_period_that_ends_later_is_that_of_a_day(case: dict[str, Any]) -> None:
    periods = [Period(end) for end in case["ends"]]
    expected = None if case["period"] is None else periods[case["period"]]
    assert period_on(periods, date.fromisoformat(case["day"])) is expected


@cases_of("window_of")
def test_a_day_shows_the_events_of_ten_days_before_it(case: dict[str, Any]) -> None:
    assert window_of(date.fromisoformat(case["day"])) == tuple(case["window"])


@cases_of("happened_in")
def test_an_event_is_shown_when_a_part_of_it_lies_in_the_window(case: dict[str, Any]) -> None:
    first, last = case["window"]
    assert happened_in((first, last), case["start"], case["end"]) is case["happened"]
