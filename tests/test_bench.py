"""What make bench measures; docs/performance.md has all of it; times are never asserted."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TOOL = ROOT / "tools/measure.py"
DOCUMENT = ROOT / "docs/performance.md"


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TOOL), *words]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.mark.long
def test_a_round_has_every_figure_of_every_contestant(parts: Any, tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    where = ["--into", str(document)]
    done = run("--inputs", "events-20", "--rounds", "1", "--speeds", "1", *where)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    kept = json.loads(document.with_suffix(".json").read_text("utf-8"))["events-20"]
    words, builds = parts("bench.words"), parts("bench.builds")
    for figures, held in ((words.BUILDS, kept["builds"]), (words.FIGURES, kept["speeds"]["1"])):
        assert list(held) == list(builds.CONTESTANTS)
        for contestant, found in held.items():
            assert set(found) == set(figures), contestant
            assert all(len(values) == 1 for values in found.values())
    assert kept["builds"][builds.OURS]["requests"] == [0]
    assert "<svg" in document.with_suffix(".svg").read_text("utf-8")


@pytest.mark.grid(2)
@pytest.mark.parametrize(
    "words",
    [["--inputs", "everything"], ["--rounds", "0"], ["--rounds", "many"], ["--speeds", "2"]],
)
def test_wrong_usage_is_refused(words: list[str]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_the_document_has_the_tables_of_what_was_measured(parts: Any) -> None:
    words, inputs = parts("bench.words"), parts("bench.inputs")
    text = DOCUMENT.read_text("utf-8")
    results = json.loads(DOCUMENT.with_suffix(".json").read_text("utf-8"))
    told = parts("bench.pages").SPEEDS
    names = {key: speed.name for key, speed in told.items()}
    assert set(results) <= set(inputs.USUAL)
    assert words.with_results(text, results, names) == text
    for name, held in results.items():
        for contestant in parts("bench.builds").CONTESTANTS:
            assert held["builds"][contestant], (name, contestant)


def test_the_document_has_the_atlas_at_every_speed_with_the_machine(parts: Any) -> None:
    text = DOCUMENT.read_text("utf-8")
    found = re.search(r"\n### The atlas\n(.*?)\nVersions: ", text, re.DOTALL)
    assert found
    assert re.search(r"Machine: .*\d cores, \d+ GiB of memory; .*Chromium \d+", found[1])
    for speed in parts("bench.pages").SPEEDS.values():
        assert f"| {speed.name} |" in found[1]
    words = parts("bench.words")
    for head in (*words.FIGURES.values(), *words.BUILDS.values()):
        assert f"| {head} |" in found[1]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/npm/leaflet@1.9.3/dist/leaflet.js", ("leaflet", "1.9.3", "dist/leaflet.js")),
        ("/npm/@a/b@6.2.0/css/all.min.css", ("@a/b", "6.2.0", "css/all.min.css")),
        ("/jquery-3.7.1.min.js", ("jquery", "3.7.1", "dist/jquery.min.js")),
        (
            "/ajax/libs/leaflet.markercluster/1.1.0/MarkerCluster.css",
            ("leaflet.markercluster", "1.1.0", "dist/MarkerCluster.css"),
        ),
    ],
)
def test_libraries_are_found_by_their_address(
    parts: Any, address: str, place: tuple[str, str, str]
) -> None:
    assert parts("bench.libraries").place_of(address) == parts("bench.libraries").Place(*place)


def test_a_page_that_asks_for_another_version_is_not_measured(parts: Any, tmp_path: Path) -> None:
    libraries = parts("bench.libraries")
    (tmp_path / "leaflet").mkdir()
    (tmp_path / "leaflet/package.json").write_text('{"version": "1.9.3"}', "utf-8")
    page = '<script src="https://example.org/npm/leaflet@{}/dist/leaflet.js"></script>'
    html, missing = libraries.local(page.format("1.9.3"), tmp_path)
    assert html == '<script src="/elsewhere/leaflet/dist/leaflet.js"></script>'
    assert missing == []
    with pytest.raises(libraries.LibraryError, match=r"asks for leaflet 1\.9\.4"):
        libraries.local(page.format("1.9.4"), tmp_path)


def test_a_library_that_is_in_no_package_is_told(parts: Any, tmp_path: Path) -> None:
    page = '<link href="https://example.org/gh/somebody/something.css">'
    html, missing = parts("bench.libraries").local(page, tmp_path)
    assert html == '<link href="/elsewhere/missing/something.css">'
    assert missing == ["something.css"]


def test_the_libraries_are_locked_by_hashes() -> None:
    lock = json.loads((ROOT / "tools/bench/libraries/package-lock.json").read_text("utf-8"))
    for name, package in lock["packages"].items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name


@pytest.mark.parametrize(
    ("values", "told"),
    [([3, 1, 2], "2 (1–3)"), ([12.4, 12.3], "12"), ([1234.5], "1,234"), ([0], "0"), ([], "")],
)
def test_a_cell_has_the_median_and_the_spread(parts: Any, values: list[float], told: str) -> None:
    assert parts("bench.words").spread(values) == told
