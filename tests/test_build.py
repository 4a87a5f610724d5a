"""The page as a file: one file, the same bytes, nothing of others, nothing that can inject."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import folium
import jsonschema
import pytest

from mapgen.cli import main
from mapgen.page.build import build
from mapgen.page.packing import json_in_html
from mapgen.page.schema import document_schema
from tests.conftest import GEODATA, ROOT, unpacked

TABLES = [
    "areas_of_control", "front_lines", "border", "settlements", "crossings", "bases", "events",
    "observation_posts", "figures", "statistics",
]  # fmt: skip


class Elements(HTMLParser):
    """Collects start tags, and the first cell of each row of the tables by layer."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: dict[str, list[str]] = {}
        self._table = ""
        self._begins = self._reads = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag == "table":
            self._table = found.get("data-layer") or ""
            self.rows[self._table] = []
        if tag == "tr":
            self._begins = True
        elif tag == "td" and self._begins:
            self._begins = False
            self.rows[self._table].append("")
            self._reads = True
        else:
            self._reads = False

    def handle_data(self, data: str) -> None:
        if self._reads and self._table:
            self.rows[self._table][-1] += data


@pytest.fixture(scope="module")
def html(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def elements(html: str) -> Elements:
    return Elements(html)


def test_nothing_in_the_page_loads_a_file_of_others(html: str, elements: Elements) -> None:
    for tag, attributes in elements.tags:
        for name in ("src", "srcset", "poster", "data"):
            value = attributes.get(name)
            assert value is None or value.startswith("data:"), (tag, attributes)
        if tag == "link":
            assert (attributes.get("href") or "").startswith("data:"), attributes
    assert not re.search(r"url\((?!data:|#|\"#|\"data:)", html)
    assert "@import" not in html


def test_the_policy_names_exactly_the_scripts_and_styles(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy"\s+content="([^"]+)"', html)
    assert policy
    content = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in content
    style, scripts = front_end_of(html)
    blocks = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, flags=re.DOTALL)
    hashes = {
        "'sha256-"
        + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        + "'"
        for text in [*blocks, style, *scripts]
    }
    assert hashes == set(re.findall(r"'sha256-[^']+'", content))
    assert "unsafe" not in content


def front_end_of(html: str) -> tuple[str, list[str]]:
    """Return the style and the scripts that the starter puts into the page."""
    held = re.search(r'<script type="text/plain" id="mapgen-front-end">([^<]+)</script>', html)
    assert held
    found = json.loads(unpacked(held[1]))
    return found["style"], found["scripts"]


def test_the_page_can_be_zoomed_and_names_its_language(elements: Elements) -> None:
    metas = {each.get("name"): each for tag, each in elements.tags if tag == "meta"}
    viewport = metas["viewport"]["content"] or ""
    assert "user-scalable" not in viewport
    assert "maximum-scale" not in viewport
    root = next(each for tag, each in elements.tags if tag == "html")
    assert (root["lang"], root["dir"]) == ("en", "ltr")


def test_every_layer_is_a_table_with_a_row_for_each_feature(
    elements: Elements, document: dict[str, Any]
) -> None:
    """Of what changes with the day, the tables list the day of the map."""
    as_of = document["atlas"]["as_of"]
    for layer in document["layers"]:
        rows = layer["rows"]
        if layer["id"] in ("areas_of_control", "front_lines"):
            rows = [each for each in rows if each["valid_to"] is None]
            assert all(each["valid_from"] <= as_of for each in rows)
        assert elements.rows[layer["id"]] == [row["name"]["en"] for row in rows]
    assert set(TABLES) <= set(elements.rows)


def test_the_statistics_have_a_row_for_each_day(
    elements: Elements, document: dict[str, Any]
) -> None:
    assert len(elements.rows["statistics"]) == len(document["dates"])
    assert elements.rows["statistics"][0] == "1 September 2017"
    assert elements.rows["statistics"][-1] == "14 September 2018"


def test_areas_and_fronts_name_the_settlements_of_their_holders(
    html: str, document: dict[str, Any]
) -> None:
    """A link for each holder that has any, which leads to as many rows as it says."""
    table = re.search(r'<table data-layer="areas_of_control".*?</table>', html, re.DOTALL)
    assert table
    links = re.findall(r'<a href="#(held-[a-z_+]+)">[^<]*: (\d+)</a>', table[0])
    layer = next(each for each in document["layers"] if each["id"] == "areas_of_control")
    rows = layer["rows"]
    holders = [each["holder"] for each in rows if each["valid_to"] is None]
    assert [name for name, _ in links] == [f"held-{holder}" for holder in holders]
    for name, count in links:
        group = re.search(rf'<tbody id="{re.escape(name)}">(.*?)<(?:tbody|/table)', html, re.DOTALL)
        assert group
        assert group[1].count("<tr><td>") == int(count)


def test_every_day_can_be_drawn(document: dict[str, Any]) -> None:
    """Each day has an area for every holder; its pieces lie in the picture."""
    layer = next(each for each in document["layers"] if each["id"] == "areas_of_control")
    rows = layer["rows"]
    for number, day in enumerate(document["dates"]):
        here = [each for each in rows if each["valid_from"] <= day < (each["valid_to"] or "9999")]
        holders = {
            name: each["km2"][number]
            for name, each in document["statistics"]["holders"].items()
            if each["km2"][number]
        }
        assert {each["holder"]: each["area_km2"] for each in here} == holders
    assert {day["date"] for day in document["certainty"]["earlier"]} <= set(document["dates"][:-1])


def test_history_comes_with_its_sources(document: dict[str, Any]) -> None:
    layer = next(each for each in document["layers"] if each["id"] == "settlements")
    rows = layer["rows"]
    found = [period for row in rows for period in row["history"] or []]
    assert len(found) > 400
    for _, end, _, _, _, sources, span, by_loser in found:
        assert sources
        assert max(sources) < len(document["sources"])
        assert max(by_loser, default=0) < len(document["sources"])
        assert span is None or span[0] <= f"{end}-01"[:10] <= span[1]
    assert sum(period[6] is not None for period in found) >= 30


def test_the_year_costs_less_than_a_second_page(document: dict[str, Any]) -> None:
    """Arcs that days share are stored once: a year has less than three times those of a day."""
    layer = next(each for each in document["layers"] if each["id"] == "areas_of_control")
    rows = layer["rows"]
    today = {abs_arc(n) for row in rows if not row["valid_to"] for n in numbers(row["polygons"])}
    year = {abs_arc(n) for row in rows for n in numbers(row["polygons"])}
    values = [sum(len(document["arcs"][n]) for n in arcs) for arcs in (today, year)]
    assert values[1] < 3 * values[0]


def abs_arc(number: int) -> int:
    return number if number >= 0 else ~number


def numbers(polygons: list[list[list[int]]]) -> list[int]:
    return [each for polygon in polygons for ring in polygon for each in ring]


def test_the_schema_is_made_of_the_records() -> None:
    path = ROOT / "mapgen/web/facts/document.schema.json"
    kept = json.loads(path.read_text("utf-8"))
    assert kept == document_schema(), "The schema is stale: run make schema."


@pytest.mark.long
def test_the_document_keeps_to_its_schema(document: dict[str, Any]) -> None:
    schema = json.loads(
        (ROOT / "mapgen/web/facts/document.schema.json").read_text(encoding="utf-8")
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    found = [
        error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(document)
    ]
    assert found == []


def test_every_text_that_the_scripts_ask_for_is_in_the_catalogue(
    document: dict[str, Any],
) -> None:
    known = document["texts"]["en"]
    asked: set[str] = set()
    for script in (ROOT / "mapgen/web").rglob("*.js"):
        asked |= set(re.findall(r"\btext\(\s*[\"']([a-z_.]+)[\"']", script.read_text("utf-8")))
    assert asked
    assert asked <= set(known)


@pytest.mark.long
def test_the_same_facts_give_the_same_page_everywhere(page: Path, tmp_path: Path) -> None:
    output = tmp_path / "elsewhere.html"
    command = [sys.executable, "-m", "mapgen", "build", "--geodata", str(GEODATA)]
    environment = os.environ | {
        "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    subprocess.run([*command, "--output", str(output)], check=True, cwd=tmp_path, env=environment)
    assert output.read_bytes() == page.read_bytes()


def test_the_page_holds_no_trace_of_the_machine(html: str) -> None:
    assert str(ROOT) not in html
    assert str(Path.home()) not in html


def test_texts_cannot_end_the_script_that_holds_them() -> None:
    assert "</script>" not in json_in_html({"name": "</script><script>alert(1)</script>"})
    assert "<!--" not in json_in_html(["<!--"])


def test_the_page_stays_within_its_budget(page: Path) -> None:
    """A mail, a school's line and a phone bear about a megabyte, half of it where it is zipped.

    In one language, with all days, it was 982 kB and 392 kB. Each further language brings every
    note, text and word of the tables again: 40 kB, 30 kB zipped. Three lessons in three languages
    are 80 kB, 60 kB zipped. Search, timeline, actors, claims, sharing, tours, sheets and the walk
    by keyboard are the rest. The document is whole by itself: names, notes and sources stand in it
    and in the tables, 65 kB zipped. 290 more sources, second witnesses most of them, each with the
    address and the title of its very page, are 150 kB, 70 kB zipped.
    """
    content = page.read_bytes()
    assert len(content) <= 1_430_000
    assert len(gzip.compress(content, compresslevel=9, mtime=0)) <= 700_000


def test_folium_layers_can_be_added(geodata: Any) -> None:
    atlas = build(geodata, online=True)
    folium.CircleMarker([36, 36.5], radius=4).add_to(atlas)
    html = atlas.get_root().render()
    leaflet, added, own = front_end_of(html)[1]
    assert "L.circleMarker" in added
    assert "1.9.4" in leaflet
    assert "var mapgen=" in own  # what the page's starter starts
    assert "Content-Security-Policy" not in html
    assert "<iframe" in atlas._repr_html_()


def test_a_note_may_have_more_than_one_line(copy: Path, tmp_path: Path) -> None:
    """What check lets through, build can make."""
    path = copy / "bases.geojson"
    content = json.loads(path.read_text("utf-8"))
    content["features"][0]["properties"]["note:en"] = "One line.\nAnother."
    path.write_text(json.dumps(content), "utf-8")
    output = tmp_path / "page.html"
    assert main(["build", "--geodata", str(copy), "--output", str(output)]) == 0
    assert "One line.\nAnother." in output.read_text("utf-8")
