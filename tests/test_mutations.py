"""Any value in any place of any file: refused by name, or built into a page."""

from __future__ import annotations

import json
import math
import re
import shutil
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import mapgen
from mapgen.faults import FaultsError
from tests.markup import Tags
from tests.small import packed_quickly, small_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FILES = (
    "actors.json", "areas_of_control.geojson", "bases.geojson", "basemap/countries.geojson",
    "basemap/governorates.geojson", "basemap/lakes.geojson", "basemap/land.geojson",
    "basemap/relief.json", "basemap/rivers.geojson", "basemap/roads.geojson",
    "basemap/sea.geojson", "basemap/sources.json", "basemap/towns.geojson", "border.geojson",
    "certainty.json", "claims.json", "crossings.geojson", "derivation.json", "events.geojson",
    "figures.json", "front_lines.geojson", "observation_posts.geojson", "settlements.geojson",
    "sources.json", "statistics.json",
)  # fmt: skip

GONE: Final = object()
"""Stands for a key that is taken out."""

VALUES: dict[str, Any] = {
    "missing": GONE, "null": None, "empty text": "", "space": " ", "empty list": [],
    "empty object": {}, "yes": True, "zero": 0, "negative": -1, "half": 0.5, "huge": 1e308,
    "many digits": 10**15, "endless": math.inf, "nothing": math.nan, "text": "text",
    "number as text": "12", "control": "A\x0bB", "null character": "A\x00B",
    "half a pair": "\ud800",
    "turned": "A\u202eB", "marks": "\u200fA\u200e", "line": "A\nB", "carriage return": "A\rB",
    "other digits": "٢٠١٨-٠٩-١٤", "markup": "<script>alert(1)</script>",
    "attributes": "x id=map onmouseover=alert(1)", "quotes": "\"'`>", "path": "../../x",
    "address": "javascript:alert(1)", "day": "2018-09-14", "year": "2018", "old": "0001-01-01",
    "no day": "2018-02-30", "braces": "{0} {x} {", "percent": "%s %(a)s", "long": "W" * 1_000_000,
    "list": ["a", 1, None], "nest": [[[[[[[[1]]]]]]]], "object": {"a": {"b": [1]}},
    "id": "set-latakia", "holder": "hts", "colour": "#abcdef", "formula": "=1+1",
}  # fmt: skip


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value, of lists to the first two and the last of their items."""
    if at:
        yield at
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*at, key))
    elif isinstance(value, list):
        for number in sorted({0, 1, len(value) - 1} & set(range(len(value)))):
            yield from places(value[number], (*at, number))


def put(content: Any, at: tuple[Any, ...], value: Any) -> None:
    for step in at[:-1]:
        content = content[step]
    if value is not GONE:
        content[at[-1]] = value
    else:
        del content[at[-1]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_folder(tmp_path_factory.mktemp("whole") / "geodata")


@pytest.fixture(scope="module")
def broken(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("broken") / "geodata"
    shutil.copytree(whole, folder)
    return folder


@lru_cache(maxsize=len(FILES))
def places_of(path: Path) -> list[tuple[Any, ...]]:
    return list(places(json.loads(path.read_text("utf-8"))))


def refused_or_built(folder: Path, changed: str) -> None:
    """Read a folder: it is refused with places and rules, or a page is built of it."""
    try:
        facts = mapgen.read(folder)
    except FaultsError as error:
        for fault in error.faults:
            assert fault.file.startswith("geodata/"), fault
            assert len(fault.message) < 1_000, fault
            assert not re.search(r"Traceback|object at 0x|<class", fault.message), fault
        return
    html = mapgen.build(facts).to_html()
    assert "mapgen-data" in html, changed
    assert "alert(1)</script>" not in html
    attributes = {name for _, given in Tags(html).found for name in given}
    assert [name for name in attributes if name.startswith("on")] == [], changed
    assert "javascript:" not in re.sub(r">[^<]*<", "><", html.split("<body>")[1]), changed


@pytest.mark.long
@settings(
    max_examples=600, deadline=None, derandomize=True, database=None,
    phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(data=st.data())
def test_any_value_anywhere_is_refused_or_built(whole: Path, broken: Path, data: Any) -> None:
    name = data.draw(st.sampled_from(FILES), label="file")
    at = data.draw(st.sampled_from(places_of(whole / name)), label="place")
    kind = data.draw(st.sampled_from(sorted(VALUES)), label="value")
    content = json.loads((whole / name).read_text("utf-8"))
    put(content, at, VALUES[kind])
    (broken / name).write_text(json.dumps(content), "utf-8")
    try:
        with packed_quickly():
            refused_or_built(broken, f"{name} {at} {kind}")
    finally:
        shutil.copy(whole / name, broken / name)


TEXTS: dict[str, Callable[[str], str]] = {
    "empty": lambda _: "",
    "cut": lambda text: text[: len(text) // 2],
    "carriage returns": lambda text: text.replace("\n", "\r"),
    "a mark in the middle": lambda text: text.replace("\n", "\n\ufeff", 5),
    "null characters": lambda text: text.replace(" ", "\0", 3),
    "other quotes": lambda text: text.replace('"', "”", 4),
    "tabs": lambda text: text.replace(" ", "\t", 9),
    "twice": lambda text: text + "\n" + text,
    "without a header": lambda text: text.split("\n\n", 1)[-1],
    "another charset": lambda text: text.replace("UTF-8", "klingon"),
    "braces": lambda text: re.sub(r"\{(\w+)\}", r"{\1", text, count=3),
    "other names": lambda text: re.sub(r"\{(\w+)\}", r"{x\1}", text, count=3),
    "markup": lambda text: re.sub(r'= "(\w)', r'= "<b>\1', text, count=3),
    "null": lambda _: "null",
    "numbers": lambda text: re.sub(r'= ".*"', "= 7", text, count=2),
    "lists": lambda text: re.sub(r'= ".*"', "= []", text, count=2),
    "dates": lambda text: re.sub(r"\d{4}-\d\d-\d\d", "0001-01-01", text, count=1),
    "days with hours": lambda text: re.sub(r"(= \d{4}-\d\d-\d\d)", r"\1T12:00:00Z", text, count=1),
}


@pytest.mark.long
@pytest.mark.parametrize("kind", TEXTS)
def test_any_text_is_refused_or_built(whole: Path, broken: Path, kind: str) -> None:
    for path in [*whole.glob("*.toml"), *whole.glob("text/*.*")]:
        name = str(path.relative_to(whole))
        (broken / name).write_text(TEXTS[kind](path.read_text("utf-8")), "utf-8")
        with packed_quickly():
            refused_or_built(broken, f"{name} {kind}")
        shutil.copy(path, broken / name)
