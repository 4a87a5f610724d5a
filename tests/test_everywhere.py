"""The same facts give the same bytes wherever the command runs, and no console is too narrow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.small import change, small_folder

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

SURROUNDINGS: dict[str, dict[str, str]] = {
    "plain C": {
        "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "UTC",
        "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "ascii", "umask": "0",
    },
    "Windows in Europe": {
        "LANG": "de_DE.ISO-8859-1", "TZ": "Europe/Berlin", "PYTHONHASHSEED": "1",
        "PYTHONIOENCODING": "cp1252", "umask": "22",
    },
    "Turkish": {
        "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "2",
        "PYTHONIOENCODING": "cp1254", "umask": "77",
    },
    "Arabic": {
        "LC_ALL": "ar_SY.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4294967295",
        "PYTHONIOENCODING": "cp1256:strict", "COLUMNS": "20", "umask": "27",
    },
}  # fmt: skip
"""Locale, time zone, order of hashes, code page of the console, rights of new files (octal)."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_folder(tmp_path_factory.mktemp("small") / "geodata")


def run(words: list[str], where: Path, given: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Run the command from a folder, with other surroundings."""
    given = dict(given)
    mask = int(given.pop("umask", "22"), 8)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    return subprocess.run(
        [sys.executable, "-m", "mapgen", *words],
        env=kept | {"PYTHONPATH": str(ROOT)} | given,
        cwd=where, capture_output=True, check=False, umask=-1 if sys.platform == "win32" else mask,
    )  # fmt: skip


def made_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.long
def test_files_are_the_same_whatever_surrounds_the_command(small: Path, tmp_path: Path) -> None:
    made: dict[str, dict[str, bytes]] = {}
    for name, given in SURROUNDINGS.items():
        where = tmp_path / f"خريطة {name}"
        where.mkdir()
        for words in (
            ["build", "--examples", "--output", "page/page.html"],
            ["export", "--only", "page", "data", "--output", "export"],
        ):
            done = run([*words, "--geodata", str(small)], where, given)
            assert done.returncode == 0, done.stderr
            assert done.stderr == b""
        assert all(path.stat().st_mode & 0o777 == 0o644 for path in where.rglob("*.*"))
        made[name] = made_in(where)
    first, *others = made.values()
    assert len(first) > 20
    for name, other in zip(list(made)[1:], others, strict=True):
        assert other.keys() == first.keys(), name
        assert [path for path in first if first[path] != other[path]] == [], name


def test_a_console_without_the_letters_of_a_name(small: Path, tmp_path: Path) -> None:
    """Names that a code page lacks are written as escapes, and JSON is ASCII for every reader."""
    facts = tmp_path / "وقائع"
    facts.mkdir()
    for path in small.iterdir():
        (facts / path.name).symlink_to(path)
    bases = facts / "bases.geojson"
    bases.unlink()
    bases.write_bytes((small / "bases.geojson").read_bytes())
    change(bases, wrong)
    given = SURROUNDINGS["plain C"]
    done = run(["check", "--geodata", str(facts)], tmp_path, given)
    assert done.returncode == 1
    assert b"\\u062d\\u0645\\u064a\\u0645\\u064a\\u0645" in done.stderr
    assert b"Traceback" not in done.stderr
    done = run(["check", "--json", "--geodata", str(facts)], tmp_path, given)
    assert done.returncode == 1
    assert any("حميميم" in fault["message"] for fault in json.loads(done.stdout.decode("ascii")))


def wrong(content: dict[str, Any]) -> None:
    content["features"][0]["properties"]["holder"] = "حميميم"
