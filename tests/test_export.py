"""The folder that a teacher takes along: complete, the same bytes each time, valid packages."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import geopandas as gpd
import pyogrio
import pytest

from mapgen.cli import main
from mapgen.exports.folder import EXPORTERS, exported
from mapgen.exports.kinds import KINDS
from mapgen.exports.material import Material
from mapgen.page.build import Pages
from mapgen.progress import ignore
from tests.conftest import GEODATA
from tests.lessons import LESSON

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from mapgen.facts.folder import Geodata

AS_OF = "2018-09-14"
LAYERS = [
    "areas_of_control", "front_lines", "border", "settlements", "crossings", "bases", "events",
    "observation_posts", "figures",
]  # fmt: skip


QUICK = tuple(kind for kind in KINDS if kind != "pictures")
"""Pictures of every step take minutes; tests/pictures asserts what they hold."""


@pytest.fixture(scope="module")
def material(geodata: Geodata) -> Material:
    return Material(replace(geodata, lessons=(LESSON,)))


@pytest.fixture(scope="module")
def files(material: Material) -> dict[str, bytes]:
    return exported(material, QUICK)


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_folder_holds_page_data_and_packages(files: dict[str, bytes]) -> None:
    data = [
        f"data/{folder}/northwest-syria-{day}{layer}.{form}"
        for folder, day in ((AS_OF, f"{AS_OF}-"), ("all-dates", ""))
        for layer in LAYERS
        for form in ("geojson", "csv")
    ]
    assert set(files) == {
        "northwest-syria.html",
        "embed-examples.html",
        *data,
        "data/northwest-syria.gpkg",
        "data/northwest-syria-sources.json",
        "data/northwest-syria-sources.csv",
        "data/northwest-syria-statistics.csv",
        "data/README.txt",
        "packages/scorm12-reading-a-map.zip",
        "packages/scorm2004-reading-a-map.zip",
        "packages/northwest-syria.imscc",
    }
    packed = unzipped(files["packages/northwest-syria.imscc"])
    assert files["northwest-syria.html"] == packed["northwest-syria.html"]


def test_packages_are_the_same_bytes_again(material: Material, files: dict[str, bytes]) -> None:
    """Of the page that is asserted in test_build.py, of the data below, each read anew."""
    again = exported(material, ["packages"])
    assert len(again) == 3
    assert [name for name in again if again[name] != files[name]] == []


def test_archives_tell_no_time(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if name.startswith("packages/"):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                assert packed.namelist() == sorted(packed.namelist())
                assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.long
def test_pictures_are_made_in_the_language_that_is_asked_for(geodata: Geodata) -> None:
    told: list[tuple[str, float]] = []
    found = exported(
        Material(replace(geodata, lessons=()), "ar"), ["pictures"], lambda *each: told.append(each)
    )
    assert set(found) == {f"pictures/map.ar.{form}" for form in ("png", "svg", "pdf")}
    assert told[0] == ("pictures", 0)
    assert told[-1] == ("pictures", 1)


def test_without_matplotlib_it_is_said_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("mapgen.exports.folder.find_spec", lambda _: None)
    arguments = ["export", "--geodata", str(GEODATA), "--output", str(tmp_path / "out")]
    assert main([*arguments, "--only", "pictures"]) == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "--only: pictures need matplotlib, which is not installed. "
        'Run "pip install .[export]", or leave them out: --only page data packages.'
    )
    assert not (tmp_path / "out").exists()


def test_each_kind_has_an_exporter() -> None:
    assert tuple(EXPORTERS) == KINDS


def test_the_command_writes_what_is_asked_for_the_same_bytes_again(
    files: dict[str, bytes], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "taken"
    code = main(["export", "--geodata", str(GEODATA), "--output", str(folder), "--only", "data"])
    said = capfd.readouterr()
    assert (code, said.err) == (0, "")
    paths = [each for each in folder.rglob("*") if each.is_file()]
    written = {each.relative_to(folder).as_posix(): each.read_bytes() for each in paths}
    wanted = {name: content for name, content in files.items() if name.startswith("data/")}
    assert [name for name in wanted if written.get(name) != wanted[name]] == []
    assert written.keys() == wanted.keys()
    size = sum(map(len, written.values())) / 1e6
    assert said.out == f"{folder}: 41 files, {size:.1f} MB (data)\n"


def test_an_unknown_kind_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["export", "--only", "films"])
    assert stopped.value.code == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert "invalid choice: 'films'" in error
    for kind in KINDS:
        assert kind in error


def test_a_language_that_the_map_does_not_speak(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    atlas = copy / "atlas.toml"
    text = re.sub(r"(?m)^languages = .*$", 'languages = ["en", "ar"]', atlas.read_text("utf-8"))
    atlas.write_text(text, encoding="utf-8")
    folder = tmp_path / "taken"
    arguments = ["export", "--geodata", str(copy), "--output", str(folder), "--language", "tr"]
    assert main(arguments) == 1
    assert capsys.readouterr().err.splitlines() == [
        '--language: "tr" is not a language of this map. Known: en, ar.',
        "1 fault. Nothing was written.",
    ]
    assert not folder.exists()


def test_faults_of_the_data_write_nothing(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "crossings.geojson").write_text("{", encoding="utf-8")
    folder = tmp_path / "taken"
    assert main(["export", "--geodata", str(copy), "--output", str(folder)]) == 1
    assert capsys.readouterr().err.endswith("Nothing was written.\n")
    assert not folder.exists()


def test_the_geopackage_holds_every_layer(files: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "layers.gpkg"
    path.write_bytes(files["data/northwest-syria.gpkg"])
    passing = ("areas_of_control", "front_lines", "settlements", "events")
    names = [name for name, _ in pyogrio.list_layers(path)]
    assert names == [*LAYERS, *(f"{each}_all_dates" for each in passing)]
    for name in names:
        layer = name.removesuffix("_all_dates")
        when = "all-dates/northwest-syria" if layer != name else f"{AS_OF}/northwest-syria-{AS_OF}"
        read = gpd.read_file(path, layer=name)
        assert read.crs.to_epsg() == 4326
        assert read.geometry[read.geometry.notna()].is_valid.all()
        told = json.loads(files[f"data/{when}-{layer}.geojson"])
        assert set(read["id"]) == {each["id"] for each in told["features"]}
        assert read["sources"].str.len().min() > 5
    posts = gpd.read_file(path, layer="observation_posts").set_index("id")
    assert posts["number"]["post-morek"] == 9
    assert str(posts["number"].dtype).startswith(("int", "Int", "float"))
    wall = gpd.read_file(path, layer="border")["wall"]
    assert set(wall.dropna()) <= {"true", "false", "partial"}
    with sqlite3.connect(path) as base:
        rows = base.execute("SELECT table_name, description, last_change FROM gpkg_contents")
        for name, description, changed in rows.fetchall():
            assert changed == f"{AS_OF}T00:00:00.000Z"
            assert "Licence: CC-BY-4.0" in description, name
    base.close()
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None, "nobody else is dated so"


def test_licences_stand_beside_the_data(files: dict[str, bytes], geodata: Geodata) -> None:
    text = files["data/README.txt"].decode("utf-8")
    for layer in geodata.atlas.layers:
        line = next(each for each in text.splitlines() if each.split()[:1] == [layer.id])
        assert line.split(maxsplit=1)[1] == (layer.licence or geodata.atlas.licence)
    for each in geodata.atlas.attribution:
        assert f"{each.text}: {each.licence}" in text
    assert f"Map and texts: {geodata.atlas.licence}" in text


SCORM = {
    "scorm12": {
        "cp": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "version": "1.2",
        "type": "scormtype",
    },
    "scorm2004": {
        "cp": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "version": "2004 3rd Edition",
        "type": "scormType",
    },
}
CARTRIDGE = {
    "cp": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "lom": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
}


def manifest_of(packed: dict[str, bytes], names: dict[str, str]) -> ET.Element:
    """Return the manifest after what holds for all three: ids, references, files."""
    root = ET.fromstring(packed["imsmanifest.xml"])  # noqa: S314 - made by the project
    assert root.tag == f"{{{names['cp']}}}manifest"
    assert [each.tag.split("}")[1] for each in root] == ["metadata", "organizations", "resources"]
    ids = [each.get("identifier") for each in root.iter() if each.get("identifier")]
    assert len(ids) == len(set(ids))
    assert all(str(each)[0].isalpha() for each in ids), "an XML id begins with a letter"
    resources = {each.get("identifier"): each for each in root.iterfind("cp:resources/*", names)}
    for item in root.iterfind(".//cp:item[@identifierref]", names):
        assert item.get("identifierref") in resources
    listed = []
    for resource in resources.values():
        own = [str(each.get("href")) for each in resource.iterfind("cp:file", names)]
        assert resource.get("href") in own
        listed += own
    assert {*listed, "imsmanifest.xml"} == packed.keys(), "every file is listed, none is missing"
    assert len(listed) == len(set(listed))
    return root


@pytest.mark.parametrize("kind", SCORM)
def test_a_scorm_package_is_one_object_that_opens_the_lesson(
    files: dict[str, bytes], kind: str
) -> None:
    names = SCORM[kind]
    packed = unzipped(files[f"packages/{kind}-reading-a-map.zip"])
    root = manifest_of(packed, names)
    assert root.findtext("cp:metadata/cp:schema", None, names) == "ADL SCORM"
    assert root.findtext("cp:metadata/cp:schemaversion", None, names) == names["version"]
    organization = root.find("cp:organizations/cp:organization", names)
    assert organization is not None
    assert root.find("cp:organizations", names).get("default") == organization.get("identifier")  # type: ignore[union-attr]
    assert organization.findtext("cp:title", None, names) == LESSON.title
    assert organization.findtext("cp:item/cp:title", None, names) == LESSON.title
    resource = root.find("cp:resources/cp:resource", names)
    assert resource is not None
    assert resource.get("type") == "webcontent"
    assert resource.get(f"{{{names['adlcp']}}}{names['type']}") == "sco"
    html = packed["northwest-syria.html"].decode("utf-8")
    assert '<html lang="en" dir="ltr"' in html
    assert 'data-start="tour=reading-a-map&amp;step=1"' in html


def test_texts_with_signs_of_markup_stay_texts(geodata: Geodata) -> None:
    odd = replace(LESSON, title='Maps & "facts" <b>', summary="1 < 2 & 3")
    material = Material(replace(geodata, lessons=(odd,)))
    material.__dict__["pages"] = NoPage()
    for name, content in EXPORTERS["packages"](material, ignore):
        packed = unzipped(content)
        root = ET.fromstring(packed["imsmanifest.xml"])  # noqa: S314 - made by the project
        assert odd.title in [each.text for each in root.iter()], name


class NoPage(Pages):
    """Pages of nothing: what is asked for is what stands around them."""

    def __init__(self) -> None:
        """Hold nothing."""

    def page(self, *_: Any) -> str:
        return ""


def test_the_cartridge_leads_from_each_lesson_into_the_map(
    files: dict[str, bytes], geodata: Geodata
) -> None:
    packed = unzipped(files["packages/northwest-syria.imscc"])
    root = manifest_of(packed, CARTRIDGE)
    assert root.findtext("cp:metadata/cp:schema", None, CARTRIDGE) == "IMS Common Cartridge"
    assert root.findtext("cp:metadata/cp:schemaversion", None, CARTRIDGE) == "1.1.0"
    title = root.findtext("cp:metadata/lom:lom/lom:general/lom:title/lom:string", "", CARTRIDGE)
    assert title == geodata.atlas.title.en
    organizations = root.findall("cp:organizations/cp:organization", CARTRIDGE)
    assert [each.get("structure") for each in organizations] == ["rooted-hierarchy"]
    (top,) = organizations[0].findall("cp:item", CARTRIDGE)
    assert top.find("cp:title", CARTRIDGE) is None
    (module,) = top.findall("cp:item", CARTRIDGE)
    titles = [
        each.findtext("cp:title", "", CARTRIDGE) for each in module.iterfind("cp:item", CARTRIDGE)
    ]
    assert titles == [geodata.atlas.title.en, LESSON.title]
    html = packed["lesson-reading-a-map.html"].decode("utf-8")
    links = re.findall(r'href="([^"]+)"', html)
    assert links == ["northwest-syria.html#lang=en&amp;tour=reading-a-map&amp;step=1"]
    assert "<script" not in html
    for text in (LESSON.title, LESSON.summary, *LESSON.objectives, LESSON.level, "45"):
        assert text in html


def test_packages_speak_the_language_that_is_asked_for(geodata: Geodata) -> None:
    known = geodata.translations | {"ar": {LESSON.title: "درس للاختبارات وحدها"}}
    facts = replace(geodata, lessons=(LESSON,), translations=known)
    material = Material(facts, "ar")
    material.__dict__["pages"] = NoPage()
    packages = dict(EXPORTERS["packages"](material, ignore))
    manifest = unzipped(packages["packages/scorm12-reading-a-map.zip"])["imsmanifest.xml"]
    assert "<title>درس للاختبارات وحدها</title>" in manifest.decode("utf-8")
    packed = unzipped(packages["packages/northwest-syria.imscc"])
    html = packed["lesson-reading-a-map.html"].decode("utf-8")
    assert '<html lang="ar" dir="rtl">' in html
    links = re.findall(r'href="[^#"]+#lang=(..)&amp;', html)
    assert links == ["ar", "en"], "what is not translated, as in Turkish here, stands there once"
