"""Values of the lines ``key: value`` in a lesson, each with what was expected."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from mapgen.facts import values
from mapgen.facts.lessons.model import Point, View
from mapgen.faults import short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FEATURE = re.compile(r"@?[A-Za-z0-9_.+,-]{1,120}")
_ZOOMS = (7, 14)


class Value(NamedTuple):
    """A value as it was written, and its line."""

    text: str
    line: int


def identifier(text: str) -> str:
    """Return an id of a step."""
    try:
        return values.identifier(text)
    except ValueError as error:
        message = f'is "{short(text)}": {error}'
        raise ValueError(message) from None


def feature(text: str) -> str:
    """Return the id of a feature; whether it exists is checked with the facts."""
    return _expect(_FEATURE.fullmatch(text), text, "the id of a feature, as post-salwa")


def names(text: str) -> tuple[str, ...]:
    """Return words between commas."""
    words = tuple(word.strip() for word in text.split(",") if word.strip())
    _expect(words, text, "one or more, with commas between")
    return words


def claims(text: str) -> tuple[str, ...]:
    """Return ids of claims."""
    ids = names(text)
    _expect(all(re.fullmatch(r"A\d{2}", claim) for claim in ids), text, "claims, as A01, A02")
    return ids


def whole_number(text: str) -> int:
    """Return a number of minutes."""
    _expect(re.fullmatch(r"[1-9]\d{0,3}", text), text, "a whole number, as 45")
    return int(text)


def kilometres(text: str) -> float:
    """Return a distance in kilometres."""
    distance = re.fullmatch(r"\d{1,3}(\.\d+)?", text) and float(text)
    _expect(distance, text, "kilometres, more than 0, as 5 or 2.5")
    return float(text)


def day(text: str) -> str:
    """Return an ISO day."""
    try:
        date.fromisoformat(text)
    except ValueError:
        _expect(None, text, "an ISO day, as 2018-09-14")
    return _expect(len(text) == len("2018-09-14"), text, "an ISO day, as 2018-09-14")


def period(text: str) -> tuple[str, str]:
    """Return first and last ISO day."""
    rule = "two days, the earlier first, as 2018-09-01..2018-09-14"
    first, separator, last = text.partition("..")
    _expect(separator and first <= last, text, rule)
    return day(first), day(last)


def view(text: str) -> View:
    """Return the middle and the zoom of a view."""
    rule = "latitude, longitude and zoom, as 35.9,36.6,9"
    parts = [_number(part, text, rule) for part in text.split(",")]
    _expect(len(parts) == len(View._fields), text, rule)
    result = View(*parts)
    _expect(_ZOOMS[0] <= result.zoom <= _ZOOMS[1], text, f"a zoom from {_ZOOMS[0]} to {_ZOOMS[1]}")
    return result


def point(text: str) -> Point:
    """Return a place; it is written as on the page, latitude first."""
    rule = "latitude and longitude, as 35.93, 36.63"
    parts = [_number(part, text, rule) for part in text.split(",")]
    _expect(len(parts) == len(Point._fields), text, rule)
    return Point(parts[1], parts[0])


def _number(part: str, text: str, rule: str) -> float:
    _expect(re.fullmatch(r"-?\d{1,3}(\.\d+)?", part.strip()), text, rule)
    return float(part)


def _expect(met: object, text: str, rule: str) -> str:
    """Return `text`.

    Raises
    ------
    ValueError
        Where the rule is not met.
    """
    if not met:
        message = f'is "{text}", expected {rule}'
        raise ValueError(message)
    return text


STEP_KEYS: dict[str, Callable[[str], Any]] = {
    "id": identifier,
    "view": view,
    "layers": names,
    "date": day,
    "period": period,
    "feature": feature,
    "claim": claims,
}
"""Keys of a step besides ``link``, with what reads them."""

LINKED = ("view", "layers", "date", "period", "feature")
"""What a link to a view says."""


UNUSED = ("lang", "panel", "tour", "step", "embed")
"""What the page's address may say, too, and a step has no use for."""


def link(text: str) -> Iterator[tuple[str, str]]:
    """Yield keys and values of a link to a view, whatever the keys are."""
    _expect("#" in text, text, 'a link with "#", as #view=35.9,36.6,9')
    for pair in text.partition("#")[2].split("&"):
        key, _, value = pair.partition("=")
        if key:
            yield key, unquote(value)
