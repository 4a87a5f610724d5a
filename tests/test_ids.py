"""Ids, links and names of files: one pattern for each, and a fault by name for what is none."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from mapgen.exports.archive import FileNameError, archive, file_name
from mapgen.facts.sources import Source
from mapgen.facts.values import MOST_OF_AN_ID, HolderId, WebLink, fitting_id, identifier
from tests.test_files import changed, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BAD_IDS = {
    "space": "set latakia",
    "capital": "Set-latakia",
    "markup": "x><img src=x onerror=alert(1)>",
    "attribute": "x onmouseover=alert(1)",
    "quote": 'x"y',
    "path": "../../etc/passwd",
    "underline": "set_latakia",
    "hyphens": "set--latakia",
    "end of line": "set-latakia\n",
    "letters": "اللاذقية",
    "dotless": "ıdlib",
    "prototype": "__proto__",
    "empty": "",
    "device": "con",
    "long": "a" * (MOST_OF_AN_ID + 1),
}


@pytest.mark.parametrize("kind", BAD_IDS)
def test_an_id_of_another_form_is_refused_with_one_that_fits(kind: str) -> None:
    with pytest.raises(ValueError, match=r"rename it, for example ([a-z0-9-]+)") as error:
        identifier(BAD_IDS[kind])
    fitting = str(error.value).rpartition(" ")[2]
    assert identifier(fitting) == fitting


@pytest.mark.parametrize(
    ("name", "fitting"),
    [("Tell Touqan!", "tell-touqan"), ("Işık_2", "isik-2"), ("درس", "my-id"), ("NUL", "my-nul")],
)
def test_a_name_has_an_id_near_to_it(name: str, fitting: str) -> None:
    assert fitting_id(name) == fitting


def _first(content: Any) -> Any:
    return content["features"][0]["properties"]


IDS: dict[str, tuple[str, Callable[[Any], Any], str, str]] = {
    "feature": ("bases.geojson", lambda c: _first(c).update(id="a&b"), "feature 1", "id"),
    "settlement": (
        "settlements.geojson",
        lambda c: _first(c).update(id="a<b"),
        'feature 1 (id "a<b")',
        "id",
    ),
    "source": ("sources.json", lambda c: c[0].update(id="A_b"), 'entry 1 (id "A_b")', "id"),
    "named source": (
        "bases.geojson",
        lambda c: _first(c).update(sources=["a b"]),
        "feature 1",
        "sources.0",
    ),
    "relation": ("actors.json", lambda c: c["relations"][0].update(id="a b"), "", "id"),
    "holder": ("actors.json", lambda c: c["holders"][0].update(id="a b"), "", "id"),
    "holder of a place": (
        "bases.geojson",
        lambda c: _first(c).update(holder="__proto__"),
        "feature 1",
        "holder",
    ),
    "claim": ("claims.json", lambda c: c["claims"][0].update(id="A1<"), "", "id"),
    "named claim": ("bases.geojson", lambda c: _first(c).update(claim=["x"]), "", "claim.0"),
    "town": ("basemap/towns.geojson", lambda c: _first(c).update(id="a<b"), "feature 1", "id"),
    "figure": ("figures.json", lambda c: c["figures"][0].update(id="a b"), "", "id"),
}


@pytest.mark.grid(5)
@pytest.mark.parametrize("kind", IDS)
def test_check_refuses_other_ids_of_every_record(copy: Path, kind: str) -> None:
    name, change, spot, key = IDS[kind]
    changed(copy / name, change)
    told = [line for line in said(copy) if f'"{key}" is ' in line]
    assert told
    assert told[0].startswith(f"geodata/{name}")
    assert spot in told[0]
    assert "rename it" in told[0]


def test_check_refuses_other_ids_of_atlas_texts_lessons_and_steps(copy: Path) -> None:
    atlas = copy / "atlas.toml"
    text = atlas.read_text("utf-8")
    atlas.write_text(re.sub(r'(?m)^id = ".*"$', 'id = "nul"', text, count=1), "utf-8")
    (line,) = [line for line in said(copy) if line.startswith("geodata/atlas.toml")]
    assert "nul is the name of a device in Windows: rename it, for example my-nul." in line
    atlas.write_text(text, "utf-8")
    lesson = next((copy / "lessons").glob("*.md"))
    changed_text = re.sub(r"(?m)^id: .*$", "id: a&b", lesson.read_text("utf-8"), count=1)
    lesson.with_name("aux.md").write_text(changed_text, "utf-8")
    told = [line for line in said(copy) if "lessons/aux.md" in line]
    assert any("and aux is the name of a device in Windows" in line for line in told), told
    assert any('"id" is "a&b"' in line and "example a-b." in line for line in told), told


BAD_LINKS = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://example.org", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "//example.org/x", "/x", "ftp://example.org", "http://",
    "https:///x", "https://a b", 'https://a"b', "https://a<b", "https://a>b", "https://a`b",
    "https://a\\b", "https://a\nb", "https://a\x00b", "https://a\u202eb", "https://a\u200bb",
    "https://a\u00adb", "https://a\ufeffb", "https://a^b", "https://" + "a" * 2_000,
]  # fmt: skip


@pytest.mark.parametrize("link", BAD_LINKS, ids=map(ascii, range(len(BAD_LINKS))))
def test_links_that_are_none_of_the_web_are_refused(link: str) -> None:
    with pytest.raises(ValidationError, match="begins with https:// or http://"):
        TypeAdapter(WebLink).validate_python(link)


@pytest.mark.parametrize(
    "link", ["http://x.org/", "https://ar.wikipedia.org/wiki/إدلب", "https://x.org/a'b?c=d#e"]
)
def test_links_of_the_web_are_taken(link: str) -> None:
    assert TypeAdapter(WebLink).validate_python(link) == link


@pytest.mark.parametrize(
    ("escaped", "shown"),
    [
        ("%D8%A5%D8%AF%D9%84%D8%A8", "إدلب"),
        ("a%E2%80%AEb", "a%E2%80%AEb"),
        ("a%E2%80%8Bb", "a%E2%80%8Bb"),
        ("a%C2%85b", "a%C2%85b"),
        ("a%22%3Eb", "a%22%3Eb"),
        ("a%FFb", "a%FFb"),
    ],
)
def test_addresses_show_letters_and_nothing_that_turns_or_hides_them(
    escaped: str, shown: str
) -> None:
    record = {"id": "x", "type": "webpage", "title": "X", "URL": f"https://example.org/{escaped}"}
    assert Source.model_validate(record).iri == f"https://example.org/{shown}"


@pytest.mark.parametrize("holder", ["hts", "western_states", "hts+nlf", "free_army+hts"])
def test_ids_of_holders_are_taken(holder: str) -> None:
    assert TypeAdapter(HolderId).validate_python(holder) == holder


@pytest.mark.parametrize(
    "name",
    [
        "../x", "a/../b", "/etc/passwd", "C:/x", "C:\\x", "a\\b", "a//b", "a/", "", ".", "..",
        "a\x00b", "a\nb", "CON", "con.html", "a/nul.txt", "COM1.zip", "lpt9", "a.", "a ", " a",
        "a:b", "a*b", "a?b", "a|b", '"a"', "<a>", "إدلب.html", "a..b", "~/x", "a" * 151, "-a",
        "\u202ea", ".htaccess",
    ],
)  # fmt: skip
def test_no_archive_holds_a_name_that_unpacks_elsewhere(name: str) -> None:
    with pytest.raises(FileNameError):
        archive({name: b""})


@pytest.mark.parametrize("name", ["a", "imsmanifest.xml", "data/2018-09-14/x-figures.csv", "a_b.c"])
def test_names_of_files_are_taken(name: str) -> None:
    assert file_name(name) == name


def test_all_ids_of_the_facts_are_of_the_pattern(copy: Path) -> None:
    for path in copy.rglob("*.geojson"):
        for feature in json.loads(path.read_text("utf-8"))["features"]:
            identifier(feature["properties"].get("id") or feature["properties"].get("key") or "x")
