"""The data that the page gives away are the facts of geodata/, in forms that others read."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
from shapely.geometry import shape

from mapgen.exports.data import geojson, layer_csv, sources_csl, sources_csv, statistics_csv
from mapgen.exports.records import Records
from tests.browser.taking import open_share, saved
from tests.conftest import GEODATA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapgen.facts.folder import Geodata
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

DRAWN = ("areas_of_control", "front_lines", "border")
POINTS = ("settlements", "crossings", "bases", "events", "observation_posts")
AS_OF = "2018-09-14"
STEP = 1e-5
"""Degrees of the last decimal of a coordinate."""


def facts(layer: str) -> dict[str, dict[str, Any]]:
    """Return the features of a file of geodata/ by id."""
    content = json.loads((GEODATA / f"{layer}.geojson").read_text(encoding="utf-8"))
    return {each["properties"]["id"]: each for each in content["features"]}


def bibliography() -> dict[str, dict[str, Any]]:
    content = json.loads((GEODATA / "sources.json").read_text(encoding="utf-8"))
    return {each["id"]: each for each in content}


def is_on(feature: dict[str, Any], day: str) -> bool:
    properties = feature["properties"]
    begun = str(properties.get("valid_from", "")) <= day
    return begun and day < str(properties.get("valid_to", "9999"))


def rows_of(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel needs the mark of UTF-8"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.mark.grid(3)
@pytest.mark.parametrize("layer", [*DRAWN, *POINTS])
def test_all_of_a_layer_comes_back_as_geojson(open_page: Open, layer: str) -> None:
    tab = open_page()
    open_share(tab.page)
    tab.page.locator("#share [data-scope=all]").click()
    path = saved(tab.page, f"{layer}.geojson")
    assert path.name == f"northwest-syria-{layer}.geojson"
    content = json.loads(path.read_text(encoding="utf-8"))
    given = {each["id"]: each for each in content["features"]}
    own, sources = facts(layer), bibliography()
    assert given.keys() == own.keys()
    for id_, feature in own.items():
        properties, wanted = given[id_]["properties"], feature["properties"]
        for key in ("id", "name:en", "name:ar", "name:tr", "holder", "confidence", "note:en"):
            assert properties.get(key) == wanted.get(key), (id_, key)
        for key in ("valid_from", "valid_to", "certainty", "date", "position_error_km"):
            assert properties.get(key) == wanted.get(key), (id_, key)
        titles = [each["title"] for each in properties["sources"]]
        assert titles == [sources[each]["title"] for each in wanted["sources"]]
        assert all(
            set(each) <= {"publisher", "title", "date", "url"} for each in properties["sources"]
        )
    assert content["license"].startswith("CC-BY-4.0")
    assert any("OpenStreetMap" in each["text"] for each in content["attribution"])
    assert "crs" not in content
    assert tab.console == []


@pytest.mark.parametrize(("day", "hash_"), [(AS_OF, ""), ("2018-01-20", "#date=2018-01-20")])
def test_areas_of_a_day_are_those_of_the_facts(open_page: Open, day: str, hash_: str) -> None:
    page = open_page(hash_).page
    open_share(page)
    path = saved(page, "areas_of_control.geojson")
    assert path.name == f"northwest-syria-{day}-areas_of_control.geojson"
    given = gpd.read_file(path).set_index("id")
    assert given.crs.to_epsg() == 4326
    assert given.is_valid.all()
    own = gpd.read_file(GEODATA / "areas_of_control.geojson").set_index("id")
    wanted = own.loc[[id_ for id_, each in facts("areas_of_control").items() if is_on(each, day)]]
    assert set(given.index) == set(wanted.index)
    for id_, geometry in given.geometry.items():
        reference = wanted.geometry[id_]
        assert geometry.symmetric_difference(reference).area < STEP * reference.length, id_
        assert given["holder"][id_] == wanted["holder"][id_]
    km2 = given.to_crs("EPSG:6933").area / 1e6
    assert (abs(km2 - wanted["area_km2"][given.index]) < 0.01 * km2 + 1).all()


def test_outer_rings_turn_left_and_inner_ones_right(open_page: Open) -> None:
    """RFC 7946, section 3.1.6; longitude first."""
    page = open_page().page
    open_share(page)
    content = json.loads(saved(page, "areas_of_control.geojson").read_text(encoding="utf-8"))
    holes = 0
    for feature in content["features"]:
        assert feature["geometry"]["type"] == "MultiPolygon"
        for outer, *inner in feature["geometry"]["coordinates"]:
            assert turns(outer) > 0
            assert all(turns(each) < 0 for each in inner)
            holes += len(inner)
            for ring in (outer, *inner):
                assert ring[0] == ring[-1]
                assert len(ring) >= 4
                assert all(35 < lon < 39 and 34 < lat < 38 for lon, lat in ring)
                assert all(round(value, 5) == value for place in ring for value in place)
    assert holes


def turns(ring: list[list[float]]) -> float:
    """Return twice the area of a ring: above zero where it runs counter-clockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


@pytest.mark.grid(2)
@pytest.mark.parametrize("layer", POINTS)
def test_a_layer_of_points_as_a_table(open_page: Open, layer: str) -> None:
    page = open_page().page
    open_share(page)
    page.locator("#share [data-scope=all]").click()
    rows = rows_of(saved(page, f"{layer}.csv"))
    own = facts(layer)
    assert {row["id"] for row in rows} == own.keys()
    for row in rows:
        feature = own[row["id"]]
        wanted = feature["properties"]
        for key in ("name:en", "name:ar", "name:tr", "note:en"):
            assert row.get(key, "") == wanted.get(key, ""), (row["id"], key)
        if feature["geometry"]:
            place = [float(row["longitude"]), float(row["latitude"])]
            assert place == pytest.approx(feature["geometry"]["coordinates"], abs=STEP / 2)
        else:
            assert (row["longitude"], row["latitude"]) == ("", "")
        assert row["license"] == "CC-BY-4.0"
        titles, urls = row["sources"].split(" | "), row["source_urls"].split(" | ")
        assert len(titles) == len(urls)


def test_the_evidence_of_all_dates_has_a_row_for_each_period(open_page: Open) -> None:
    page = open_page().page
    open_share(page)
    page.locator("#share [data-scope=all]").click()
    rows = rows_of(saved(page, "settlements.csv"))
    own = facts("settlements")
    wanted = []
    for id_, feature in own.items():
        properties = feature["properties"]
        periods = [*properties.get("history", []), properties]
        begun = ["", *(each["valid_to"] for each in periods[:-1])]
        wanted += [
            (
                id_,
                since,
                each.get("valid_to", ""),
                each["side"],
                each.get("holder", ""),
                each["confidence"],
            )
            for since, each in zip(begun, periods, strict=True)
        ]
    keys = ("id", "valid_from", "valid_to", "side", "holder", "confidence")
    assert sorted(tuple(row[key] for key in keys) for row in rows) == sorted(wanted)


@pytest.mark.parametrize("day", ["2018-01-20", AS_OF])
def test_the_evidence_of_a_day_is_as_it_was_held_then(
    open_page: Open, geodata: Geodata, day: str
) -> None:
    page = open_page("" if day == AS_OF else f"#date={day}").page
    open_share(page)
    rows = rows_of(saved(page, "settlements.csv"))
    given = {row["id"]: (row["side"], row["holder"], row["confidence"]) for row in rows}
    held = {
        feature.properties.id: feature.properties.on(date.fromisoformat(day))
        for feature in geodata.layers["settlements"]
    }
    wanted = {id_: (each.side, each.holder or "", each.confidence) for id_, each in held.items()}
    assert given == wanted
    content = json.loads(saved(page, "settlements.geojson").read_text(encoding="utf-8"))
    assert content["date"] == day
    told = {each["id"]: each["properties"] for each in content["features"]}
    assert {id_: each.get("holder", "") for id_, each in told.items()} == {
        id_: holder for id_, (_, holder, _) in wanted.items()
    }


def test_sources_come_as_a_table_and_for_reference_managers(
    open_page: Open, document: dict[str, Any]
) -> None:
    page = open_page().page
    open_share(page)
    rows = rows_of(saved(page, "sources.csv"))
    wanted = [(each["publisher"], each["title"], each["url"] or "") for each in document["sources"]]
    assert [(row["publisher"], row["title"], row["url"]) for row in rows] == wanted
    entries = json.loads(saved(page, "sources.json").read_text(encoding="utf-8"))
    assert [each["title"] for each in entries] == [title for _, title, _ in wanted]
    article = next(each for each in entries if each["title"] == "The looming massacre in Idlib")
    assert article["issued"] == {"date-parts": [[2018, 9, 14]]}
    assert len({each["id"] for each in entries}) == len(entries)


def test_the_numbers_by_day_are_those_of_the_statistics(open_page: Open) -> None:
    page = open_page().page
    open_share(page)
    rows = rows_of(saved(page, "statistics.csv"))
    own = json.loads((GEODATA / "statistics.json").read_text(encoding="utf-8"))
    for row in rows:
        at = own["dates"].index(row["date"])
        assert float(row["km2"]) == own["holders"][row["holder"]]["km2"][at]
    assert {row["date"] for row in rows} == set(own["dates"])
    assert {row["holder"] for row in rows} == set(own["holders"])


@pytest.mark.long
def test_the_folder_of_export_holds_the_same_facts(open_page: Open, geodata: Geodata) -> None:
    """What ``mapgen export`` writes from the facts means what the dialog saves."""
    page = open_page().page
    records = Records(geodata)
    for day in (date(2018, 1, 20), geodata.atlas.as_of, None):
        for layer in records.layers:
            asked = [layer, day and day.isoformat()]
            told = page.evaluate(
                "([id, day]) => inside.shareData.geojson(inside.current.model, id, day)", asked
            )
            compare_geojson(geojson(records, layer, day), told)
            told = page.evaluate(
                "([id, day]) => inside.shareData.csv(inside.current.model, id, day)", asked
            )
            assert read_table(layer_csv(records, layer, day)) == read_table(told), asked
    for name, write in (("sourcesCsv", sources_csv), ("statisticsCsv", statistics_csv)):
        told = page.evaluate(f"inside.shareData.{name}(inside.current.model)")
        assert read_table(write(records)) == read_table(told), name
    told = page.evaluate("inside.shareData.sourcesCsl(inside.current.model)")
    assert json.loads(sources_csl(records)) == json.loads(told)


def compare_geojson(own: str, told: str) -> None:
    one, other = json.loads(own), json.loads(told)
    features = [
        {feature["id"]: feature for feature in each.pop("features")} for each in (one, other)
    ]
    assert one == other
    assert features[0].keys() == features[1].keys()
    for id_, feature in features[0].items():
        assert feature["properties"] == features[1][id_]["properties"]
        assert places_of(feature["geometry"]) == places_of(features[1][id_]["geometry"]), id_


def places_of(geometry: dict[str, Any] | None) -> tuple[str, str] | None:
    """Return the type of a geometry and its text, from wherever its rings and parts begin."""
    if geometry is None:
        return None
    return geometry["type"], shape(geometry).normalize().wkt


def read_table(text: str) -> list[dict[str, str | float]]:
    """Return the rows of a table, in the order of what they say, without empty cells."""
    assert text.startswith("\ufeff")
    rows = csv.DictReader(io.StringIO(text[1:], newline=""), strict=True)
    told = [{key: read_cell(cell) for key, cell in row.items() if cell} for row in rows]
    return sorted(told, key=lambda row: json.dumps(row, sort_keys=True))


def read_cell(cell: str) -> str | float:
    try:
        return float(cell)
    except ValueError:
        return cell
