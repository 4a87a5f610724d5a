"""What editors' tools leave in files: read where nothing is lost, else refused by name."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.cli import main
from mapgen.facts.reading import read_with_warnings
from mapgen.faults import FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BASES = "bases.geojson"
LAKES = "basemap/lakes.geojson"
DEEP = "[" * 3000 + "]" * 3000
MERCATOR = '"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}, '
HMEIMIM = f'geodata/{BASES}, feature 1 (id "base-hmeimim")'


def rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def changed(path: Path, change: Callable[[Any], object]) -> None:
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def said(folder: Path) -> list[str]:
    """Return all faults and warnings of a folder."""
    try:
        return [str(fault) for fault in read_with_warnings(folder, derived=True)[1]]
    except FaultsError as error:
        return [str(fault) for fault in error.faults]


@pytest.mark.parametrize(
    "name", [BASES, LAKES, "atlas.toml", "text/tr.po", "text/facts.ar.po", "sources.json"]
)
@pytest.mark.parametrize(
    "change",
    [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")],
    ids=["byte-order-mark", "crlf"],
)
def test_marks_and_ends_of_lines_of_any_editor_are_read(
    copy: Path, name: str, change: Callable[[str], str]
) -> None:
    path = copy / name
    path.write_bytes(change(path.read_text("utf-8")).encode())
    assert said(copy) == []


REFUSED: dict[str, tuple[str, Callable[[str], str], str]] = {
    "null": (LAKES, lambda _: "null", f"geodata/{LAKES}: holds null and nothing else."),
    "empty": (BASES, lambda _: "", "is not JSON"),
    "a list": (BASES, lambda _: "[]", "is not a FeatureCollection."),
    "a key twice": (
        BASES,
        lambda text: text.replace('"holder":', '"holder": "hts", "holder":', 1),
        'has the key "holder" of "base-hmeimim" twice in one object. Remove one of the two.',
    ),
    "deep lists": (
        LAKES,
        lambda text: text.replace('"coordinates":', f'"coordinates": {DEEP}, "x":', 1),
        "is nested deeper than",
    ),
    "deeper lists": (BASES, lambda _: "[" * 100_000, "is nested deeper than"),
    "a long number": (
        BASES,
        lambda text: text.replace("[35.9487,", f"[{'3' * 401},", 1),
        "holds a number of 401 digits.",
    ),
    "infinity": (BASES, lambda text: text.replace("[35.9487,", "[1e400,", 1), "the number 1e400"),
    "a control character": (
        "sources.json",
        lambda text: text.replace('"title": "', '"title": "A\\u000bB', 1),
        '"title" holds the character U+000B, which cannot be shown.',
    ),
    "half a character": (
        BASES,
        lambda text: text.replace('"name:en": "', '"name:en": "\\ud800', 1),
        f'{HMEIMIM}: "name:en" holds the character U+D800',
    ),
    "a turned direction": (
        BASES,
        lambda text: text.replace('"name:en": "', '"name:en": "\u202e', 1),
        f'{HMEIMIM}: "name:en" holds the character U+202E',
    ),
    "an end of line in a name": (
        BASES,
        lambda text: text.replace('"name:en": "', '"name:en": "A\\n', 1),
        f'{HMEIMIM}: "name:en" is "A\\n',
    ),
    "digits of another script": (
        "events.geojson",
        lambda text: text.replace('"date": "2018', '"date": "٢٠١٨', 1),
        "expected an ISO day, month or year",
    ),
    "mercator": (
        BASES,
        lambda text: text.replace(
            '"features"',
MERCATOR + '"features"',
            1,
        ),
        "Save the file in EPSG:4326 (WGS 84)",
    ),
    "a title of a lesson": (
        "lessons/reading-a-map-of-a-war.md",
        lambda text: text.replace("# ", "# A\x0bB ", 1),
        "line 1: holds the character U+000B",
    ),
    "an entry twice": (
        "text/tr.po",
        lambda text: text + '\nmsgctxt "page.view"\nmsgid "View"\nmsgstr "A"\n',
        '"page.view" stands there 2 times. Remove all but one.',
    ),
    "another placeholder": (
        "text/tr.po",
        lambda text: re.sub(r"(?m)^(msgstr .*)\{share\}", r"\1{parts}", text),
        "which the English text has not. Correct it.",
    ),
    "half a brace": (
        "text/tr.po",
        lambda text: re.sub(r"(?m)^(msgstr .*)\{share\}", r"\1{share", text),
        "has a brace without its other half. Close it.",
    ),
    "no locale": (
        "text/tr.po",
        lambda text: text.replace('msgstr "tr-TR"', 'msgstr "klingon !!"'),
        'text "locale" is "klingon !!", which no CLDR locale is called.',
    ),
    "a link of another kind": (
        "atlas.toml",
        lambda text: text.replace('url = "https', 'url = "javascript', 1),
        '.url" is "javascript',
    ),
    "no WebP": ("basemap/relief.webp", lambda _: "<html>", "is no whole WebP picture"),
    "half a date": (
        "sources.json",
        lambda text: text.replace('"date-parts": [[', '"date-parts": [[2018, 13, 99], [', 1),
        '"issued" is',
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_be_lost_is_refused_by_name(copy: Path, case: str) -> None:
    name, change, expected = REFUSED[case]
    path = copy / name
    if path.suffix == ".webp":
        path.write_text(change(""), "utf-8")
    else:
        rewrite(path, change)
    told = said(copy)
    assert any(expected in line and line.startswith("geodata/") for line in told), told


def test_faults_of_one_geometry_are_told_together(copy: Path) -> None:
    changed(
        copy / LAKES,
        lambda content: content["features"][0].update(
            geometry={
                "type": "MultiPolygon",
                "coordinates": [
                    [[[36, 36], [37, 36], [37, 37]]],
                    [[[38, 36], [38.5, 36], [38, 37]]],
                ],
            }
        ),
    )
    assert sum("a ring is open" in line for line in said(copy)) == 2


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        ({"type": "MultiPolygon", "coordinates": [36.5, 35.9]}, "Is it another type of geometry?"),
        ({"type": "Polygon", "coordinates": [[]]}, "Is it another type of geometry?"),
        ({"type": None, "coordinates": [36.5, 35.9]}, "geometry is null, expected"),
        ({"coordinates": [36.5, 35.9]}, "geometry is null, expected"),
        ({"type": ["Polygon"], "coordinates": []}, 'geometry is "[\\"Polygon\\"]", expected'),
        ({"type": "Polygon"}, "geometry has no coordinates."),
        ({"type": "GeometryCollection", "geometries": []}, "expected MultiPolygon or Polygon."),
        ("POINT (36 35)", 'geometry is "POINT (36 35)", expected'),
    ],
)
def test_geometry_of_another_form_is_refused(copy: Path, geometry: object, expected: str) -> None:
    changed(copy / LAKES, lambda content: content["features"][0].update(geometry=geometry))
    told = said(copy)
    assert any(f"geodata/{LAKES}, feature 1" in line and expected in line for line in told), told


def as_gdal_writes(content: dict[str, Any]) -> None:
    """Change a layer as QGIS and GDAL would."""
    content["name"] = "bases"
    content["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    content["bbox"] = [35, 34, 39, 38]
    for number, feature in enumerate(content["features"]):
        feature["id"] = number
        feature["bbox"] = [35, 34, 39, 38]
        properties = feature["properties"]
        properties["sources"] = json.dumps(properties["sources"])
        properties["disagreement"] = json.dumps(properties.get("disagreement"))
        properties.setdefault("valid_to", None)
        if properties["disagreement"] == "null":
            properties["disagreement"] = None
        feature["geometry"]["coordinates"] = [
            value + 1e-9 for value in feature["geometry"]["coordinates"]
        ] + [312.5]


def test_a_layer_as_gdal_writes_it_is_read_and_tidied(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy / BASES
    before = json.loads(path.read_text("utf-8"))
    changed(path, as_gdal_writes)
    told = said(copy)
    assert told
    assert all("warning: " in line for line in told), told
    for part in ("had a height", "more than 5 decimals", "null is no value", "held a list as text"):
        assert any(part in line for line in told), part
    assert main(["tidy", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: rewritten\n"
    assert json.loads(path.read_text("utf-8"))["features"] == before["features"]
    assert said(copy) == []
    assert main(["tidy", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: tidy already\n"


def test_ids_in_capitals_and_turned_rings_are_put_right(copy: Path) -> None:
    changed(copy / LAKES, lambda content: turn(content["features"][0]))
    (line,) = said(copy)
    assert "ran the other way round; now turned (RFC 7946, 3.1.6)." in line


def turn(feature: dict[str, Any]) -> None:
    geometry = feature["geometry"]
    polygons = geometry["coordinates"]
    for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
        for ring in polygon:
            ring.reverse()


def test_a_thousand_faults_of_one_kind_are_one_line(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def number(content: dict[str, Any]) -> None:
        for at, feature in enumerate(content["features"]):
            feature["properties"]["fid"] = at

    changed(copy / "settlements.geojson", number)
    assert main(["check", "--geodata", str(copy)]) == 1
    lines = capsys.readouterr().err.splitlines()
    (line,) = [line for line in lines if "fid" in line]
    assert ' times: unknown key "fid".' in line
    assert 'It is so at feature 1 (id "set-latakia"), feature 2' in line
    assert main(["check", "--all", "--geodata", str(copy)]) == 1
    assert sum("fid" in line for line in capsys.readouterr().err.splitlines()) > 1000
    assert main(["check", "--json", "--geodata", str(copy)]) == 1
    faults = json.loads(capsys.readouterr().out)
    assert faults[0].keys() == {"file", "spot", "id", "severity", "message"}


def test_events_outside_the_time_of_the_map_are_refused(copy: Path) -> None:
    def add(content: dict[str, Any]) -> None:
        first = content["features"][0]
        for day in ("1991-06-01", "2024-11-27", "2018"):
            properties = first["properties"] | {"id": f"event-{day}", "date": day}
            properties.pop("date_end", None)
            content["features"].append(first | {"properties": properties})

    changed(copy / "events.geojson", add)
    told = [line for line in said(copy) if "timeline" in line or "outside the time" in line]
    assert len(told) == 3


def test_areas_of_other_evidence_are_refused(copy: Path) -> None:
    def flip(content: dict[str, Any]) -> None:
        for feature in content["features"]:
            if feature["properties"]["id"] in {"set-idlib", "set-saraqib", "set-ariha"}:
                feature["properties"].update(side="government", holder="government")

    changed(copy / "settlements.geojson", flip)
    assert said(copy)[-1] == (
        "geodata/derivation.json: was derived from other evidence than settlements.geojson and its "
        "sources have now. Run mapgen derive."
    )


def test_a_note_of_the_evidence_asks_for_no_new_areas(copy: Path) -> None:
    changed(
        copy / "settlements.geojson",
        lambda content: content["features"][0]["properties"].update(alt_names=["Ladhiqiya"]),
    )
    assert said(copy) == []
