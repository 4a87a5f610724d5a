"""``mapgen derive`` as a user runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.cli import main
from tests.conftest import GEODATA, ROOT, from_day

if TYPE_CHECKING:
    from pathlib import Path

FILES = (
    "areas_of_control.geojson",
    "front_lines.geojson",
    "certainty.json",
    "statistics.json",
    "derivation.json",
)


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((GEODATA / "derivation.json").read_text("utf-8"))
    return content


@pytest.mark.long
def test_what_is_kept_is_what_the_evidence_gives(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["derive", "--geodata", str(GEODATA), "--check"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.long
def test_changed_evidence_is_noticed(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from_day(copy, "2018-09-14")
    path = copy / "settlements.geojson"
    text = path.read_text(encoding="utf-8")
    features = json.loads(text)["features"]
    for feature in features:
        if feature["properties"].get("holder") == "nlf":
            feature["properties"]["holder"] = "hts"
    content = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    assert main(["derive", "--geodata", str(copy), "--check"]) == 1
    assert "km² have another holder by the evidence" in capsys.readouterr().err


@pytest.mark.long
def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for number, zone in enumerate(("Asia/Tokyo", "America/Lima")):
        folder = tmp_path / str(number) / "geodata"
        shutil.copytree(GEODATA, folder)
        from_day(folder, "2018-07-15")
        for name in FILES:
            (folder / name).unlink()
        environment = os.environ | {
            "PYTHONHASHSEED": str(number + 1), "TZ": zone, "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        command = [sys.executable, "-m", "mapgen", "derive", "--geodata", str(folder)]
        done = subprocess.run(
            command, check=True, cwd=folder, env=environment, capture_output=True, text=True
        )
        assert done.stderr == ""
        written.append({name: (folder / name).read_bytes() for name in FILES})
    assert written[0] == written[1]


def test_the_days_are_those_on_which_something_changed(report: dict[str, Any]) -> None:
    days = report["dates"]
    assert days == sorted(set(days))
    assert (days[0], days[-1]) == ("2017-09-01", report["as_of"])
    assert {"2017-10-01", "2018-01-20", "2018-03-18", "2018-05-16"} <= set(days)
    statistics = json.loads((GEODATA / "statistics.json").read_text("utf-8"))
    assert statistics["dates"] == days


def test_sure_settlements_have_ground_of_their_own_on_every_day(report: dict[str, Any]) -> None:
    assert report["unresolved_on"] == {}


def test_the_statistics_add_up() -> None:
    statistics = json.loads((GEODATA / "statistics.json").read_text("utf-8"))
    for number in range(len(statistics["dates"])):
        of_day = statistics["holders"].values()
        assert sum(each["share"][number] for each in of_day) == pytest.approx(1, abs=1e-3)
        assert sum(each["km2"][number] for each in of_day) == pytest.approx(52_492, abs=1)
        assert all(each["uncertain_km2"][number] <= each["km2"][number] + 0.1 for each in of_day)
    for post in statistics["posts"]:
        assert post["km"][0] is None
        assert 0 < post["km"][-1] < 40


def test_left_out_settlements_are_found(report: dict[str, Any]) -> None:
    assert report["leave_one_out"]["side"]["share"] >= 0.95
    assert report["leave_one_out"]["holder"]["share"] >= 0.90


def test_the_opposition_pocket_has_about_the_published_size(report: dict[str, Any]) -> None:
    assert report["pocket_km2"] == pytest.approx(6_400, rel=0.10)


def test_the_report_names_what_contradicts_its_area(report: dict[str, Any]) -> None:
    known = {
        feature["properties"]["id"]
        for feature in json.loads((GEODATA / "settlements.geojson").read_text("utf-8"))["features"]
    }
    for ids in report["contradicting"].values():
        assert set(ids) <= known
