"""The real facts and the real page, made once for all tests."""

from __future__ import annotations

import functools
import gc
import json
import os
import pickle
import re
import shutil
import time
import zlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

import mapgen
from mapgen.cli import main
from mapgen.facts.folder import read_geodata
from mapgen.facts.stamps import evidence_stamp
from mapgen.faults import FaultLog
from mapgen.locking import lock
from mapgen.page.document import encode
from mapgen.page.packing import ALPHABET
from tests.browser.installed import is_ci

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")

ROOT = Path(__file__).resolve().parent.parent
GEODATA = ROOT / "geodata"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-screenshots", action="store_true", help="keep how the page looks now"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-screenshots") and is_ci():
        message = "CI compares screenshots; a person keeps them, and looks at them."
        raise pytest.UsageError(message)
    # What fixtures hold is needed to the end: it is not to be searched for garbage at every test.
    gc.set_threshold(200_000, 50, 100)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a grid, leave its first cases to the short run."""
    seen: Counter[str] = Counter()
    for item in items:
        if grid := item.get_closest_marker("grid"):
            name = item.nodeid.split("[")[0]
            seen[name] += 1
            if seen[name] > grid.args[0]:
                item.add_marker(pytest.mark.long)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[], Made]) -> Made:
    """Return something that takes long to make, which one of the processes of a run makes."""
    folder = factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    with (folder / f"{name}.pickle").open("a+b") as file:
        while not lock(file):
            time.sleep(0.1)
        file.seek(0)
        if content := file.read():
            made: Made = pickle.loads(content)  # noqa: S301 - written below
            return made
        made = make()
        pickle.dump(made, file)
    return made


@pytest.fixture(scope="session")
def geodata() -> mapgen.Geodata:
    return mapgen.read(GEODATA)


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the page by the command, as a user does."""
    path = tmp_path_factory.mktemp("output") / "northwest-syria.html"
    assert main(["build", "--geodata", str(GEODATA), "--output", str(path)]) == 0
    return path


@pytest.fixture(scope="session")
def document(geodata: mapgen.Geodata) -> dict[str, Any]:
    """Return the document of the page; tests/browser asserts that the page's scripts read it."""
    return encode(geodata).model_dump(mode="json", by_alias=True)


def rows(document: dict[str, Any], layer: str) -> list[dict[str, Any]]:
    """Return the rows of a layer of the document by their fields."""
    found: list[dict[str, Any]] = next(
        held["rows"] for held in document["layers"] if held["id"] == layer
    )
    return found


def area_of(document: dict[str, Any], holder: str) -> dict[str, Any]:
    """Return the area that a holder has on the day of the map, as a row of the document."""
    areas = rows(document, "areas_of_control")
    return next(each for each in areas if each["holder"] == holder and not each["valid_to"])


def unpacked(packed: str) -> bytes:
    """Return what was packed: see mapgen/page/packing.py."""
    return zlib.decompress(read_digits(packed))


def read_digits(packed: str) -> bytes:
    """Return the bytes that digits of base 85 stand for."""
    digits = [ALPHABET.index(letter) for letter in packed]
    missing = -len(digits) % 5
    digits += [84] * missing
    values = [
        functools.reduce(lambda value, digit: value * 85 + digit, digits[at : at + 5])
        for at in range(0, len(digits), 5)
    ]
    data = b"".join(value.to_bytes(4, "big") for value in values)
    return data[: len(data) - missing]


@pytest.fixture(scope="session")
def last_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the facts with areas and fronts of the last day alone: they are read sooner."""
    folder = tmp_path_factory.mktemp("last-day") / "geodata"
    shutil.copytree(GEODATA, folder)
    for name in ("areas_of_control.geojson", "front_lines.geojson"):
        path = folder / name
        content = json.loads(path.read_text("utf-8"))
        content["features"] = [
            feature for feature in content["features"] if "valid_to" not in feature["properties"]
        ]
        path.write_text(json.dumps(content), "utf-8")
    return folder


@pytest.fixture
def copy(last_day: Path, tmp_path: Path) -> Path:
    """Return a copy of the facts to break."""
    folder = tmp_path / "geodata"
    shutil.copytree(last_day, folder)
    return folder


def from_day(folder: Path, day: str) -> None:
    """Let a copy of the facts begin later: fewer days are derived sooner."""
    path = folder / "atlas.toml"
    text = re.sub(r"(?m)^begins = .*$", f"begins = {day}", path.read_text("utf-8"))
    found = re.findall(r"\d{4}-\d\d-\d\d", text.split("days = ")[1].split("]")[0])
    kept = ", ".join(each for each in found if each >= day)
    path.write_text(re.sub(r"(?m)^days = .*$", f"days = [{kept}]", text), "utf-8")
    for path in (folder / "lessons").glob("*.md"):
        path.unlink()  # they speak of earlier days
    path = folder / "settlements.geojson"
    content = json.loads(path.read_text("utf-8"))
    for feature in content["features"]:
        feature["properties"].pop("statements", None)  # some are of sources of earlier periods
        history = feature["properties"].pop("history", [])
        later = [each for each in history if each["valid_to"] > day]
        if later:
            later[0].pop("valid_from", None)
            feature["properties"]["history"] = later
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    path = folder / "events.geojson"
    content = json.loads(path.read_text("utf-8"))
    for event in content["features"]:
        held = event["properties"]
        held.pop("date_end", None)
        held["date"] = max(held["date"], day) if len(held["date"]) == len(day) else day
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    stamp(folder)


def stamp(folder: Path) -> None:
    """Let derived files say that they are of the evidence of a copy."""
    facts = read_geodata(folder, FaultLog(), derived=False)
    assert facts
    path = folder / "derivation.json"
    content = json.loads(path.read_text("utf-8")) | {"evidence": evidence_stamp(facts)}
    path.write_text(json.dumps(content), "utf-8")
