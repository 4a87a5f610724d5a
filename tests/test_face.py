"""What a program that imports mapgen gets."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import mapgen
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SLOW = {"folium", "geopandas", "matplotlib", "numpy", "pydantic", "pyogrio", "scipy", "shapely"}


def test_importing_it_imports_nothing_slow() -> None:
    code = "import json, sys, mapgen; print(json.dumps([*sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True
    )
    assert not SLOW & set(json.loads(done.stdout))


def test_every_name_that_it_offers_is_there_and_explained() -> None:
    for name in mapgen.__all__:
        assert name in dir(mapgen)
        assert getattr(mapgen, name).__doc__


def test_another_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="module 'mapgen' has no attribute 'buidl'"):
        mapgen.buidl  # type: ignore[attr-defined] # noqa: B018 - asking for it is the point


def test_faults_come_all_at_once_each_with_its_file_and_feature(copy: Path) -> None:
    path = copy / "crossings.geojson"
    content = json.loads(path.read_text("utf-8"))
    first, second = (each["properties"] for each in content["features"][:2])
    first["sources"] = ["nobody-wrote-this"]
    del second["state"]
    path.write_text(json.dumps(content), "utf-8")
    with pytest.raises(mapgen.FaultsError) as raised:
        mapgen.read(copy)
    lines = str(raised.value).splitlines()
    assert lines == [str(fault) for fault in raised.value.faults]
    faults = {fault.feature: fault for fault in raised.value.faults}
    assert {fault.file for fault in faults.values()} == {"geodata/crossings.geojson"}
    assert 'source "nobody-wrote-this" is not in' in faults[first["id"]].message
    assert '"state" is missing.' in faults[second["id"]].message


def test_a_folder_that_is_missing_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(mapgen.FaultsError, match="nowhere: is not a folder"):
        mapgen.read(tmp_path / "nowhere")


def test_what_cannot_be_exported_is_named(geodata: mapgen.Geodata) -> None:
    with pytest.raises(ValueError, match=r'"pictrues" cannot be exported. Did you mean "pictures"'):
        mapgen.export(geodata, ["pictrues"])
    with pytest.raises(ValueError, match='"fr" is not a language of this map'):
        mapgen.export(geodata, language="fr")
