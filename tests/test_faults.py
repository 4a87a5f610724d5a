"""What an editor sees who broke a file: one line a fault, and the old page still there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def edit(folder: Path, name: str, change: Callable[[Any], None]) -> None:
    path = folder / name
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def faults(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Build into a page that exists, see that it fails and leaves the page; return the lines."""
    output = folder.parent / "page.html"
    output.write_text("the old page", encoding="utf-8")
    code = main(["build", "--geodata", str(folder), "--output", str(output)])
    lines = capsys.readouterr().err.splitlines()
    assert code == 1, lines
    assert output.read_text(encoding="utf-8") == "the old page"
    assert sorted(each.name for each in folder.parent.iterdir()) == ["geodata", "page.html"]
    assert lines[-1].endswith("Nothing was written.")
    return lines[:-1]


def first(content: Any) -> Any:
    return content["features"][0]


def set_coordinates(value: Any) -> Callable[[Any], None]:
    def change(content: Any) -> None:
        first(content)["geometry"]["coordinates"] = value

    return change


def set_property(key: str, value: Any) -> Callable[[Any], None]:
    def change(content: Any) -> None:
        first(content)["properties"][key] = value

    return change


def say(*statements: Any) -> Callable[[Any], None]:
    """Return a change that gives the first feature statements, and their source."""

    def change(content: Any) -> None:
        first(content)["properties"]["sources"].append("nso-2018-02-12")
        first(content)["properties"]["statements"] = list(statements)

    return change


def drop_property(key: str) -> Callable[[Any], None]:
    return lambda content: first(content)["properties"].pop(key)


EARLIER = {
    "side": "opposition",
    "holder": "hts",
    "valid_to": "2018-01-07",
    "confidence": "high",
    "sources": ["daher-2018"],
}
"""A period before the present one."""

LATER = EARLIER | {"valid_from": "2018-01-08", "valid_to": "2018-02"}
"""A period that leaves a gap after the other."""

NEXT = EARLIER | {"valid_from": "2018-01-07", "valid_to": "2018-02-02"}
"""A period that follows the other."""


def span(earliest: str, latest: str) -> dict[str, str]:
    """Return the keys of the days between which a period ended."""
    return {"valid_to_earliest": earliest, "valid_to_latest": latest}


SAID = {"source": "nso-2018-02-12", "says:en": "HTS took it.", "locator": {"label": "title"}}
"""What a source says of a place."""


POST = 'geodata/observation_posts.geojson, feature 1 (id "post-salwa")'

CASES = [
    (
        "observation_posts.geojson",
        lambda c: first(c).update(geometry={"type": "LineString", "coordinates": [[36, 36]]}),
        f'{POST}: geometry is "LineString", expected Point.',
    ),
    (
        "observation_posts.geojson",
        set_coordinates([36.309, 36.756]),
        f"{POST}: lies outside Syria's land (basemap/land.geojson). Is it longitude first?",
    ),
    (
        "observation_posts.geojson",
        set_coordinates([4032110.0, 36.0]),
        (f"{POST}: position [4032110.0, 36.0] is outside -180..180, -90..90. "
        "Is the file in EPSG:4326?"),
    ),
    (
        "observation_posts.geojson",
        set_property("confidence", "hihg"),
        f'{POST}: "confidence" is "hihg": input should be \'high\', \'medium\' or \'low\'.',
    ),
    (
        "observation_posts.geojson",
        set_property("sorces", []),
        f'{POST}: unknown key "sorces". Did you mean "sources"?',
    ),
    (
        "observation_posts.geojson",
        drop_property("sources"),
        f'{POST}: "sources" is missing. Add it; docs/data.md says what it holds.',
    ),
    (
        "observation_posts.geojson",
        set_property("sources", []),
        f'{POST}: "sources" is []: tuple should have at least 1 item after validation, not 0.',
    ),
    (
        "observation_posts.geojson",
        set_property("sources", ["daher-2017"]),
        f'{POST}: source "daher-2017" is not in geodata/sources.json. Did you mean "daher-2018"?',
    ),
    (
        "observation_posts.geojson",
        set_property("valid_from", "2018-13-01"),
        (f'{POST}: "valid_from" is "2018-13-01": expected an ISO day, month or year, '
        "such as 2018-09-14, 2018-09 or 2018."),
    ),
    (
        "bases.geojson",
        set_property("holder", "goverment"),
        '"holder" is the unknown holder "goverment". Did you mean "government"?',
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER | {"valid_from": "2018-02-01", "valid_to": "2018-01-01"}]),
        "history 1: valid_to 2018-01-01 does not lie after valid_from 2018-02-01",
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER, LATER]),
        ("history 2: valid_from is 2018-01-08, but the period before it ends on 2018-01-07; "
        "periods follow each other, oldest first"),
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER | {"valid_to_earliest": "2018-01-06"}]),
        "history 1: valid_to_earliest and valid_to_latest belong together; give both",
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER | span("2018-01-08", "2018-01-09")]),
        "history 1: valid_to 2018-01-07 does not lie between 2018-01-08 and 2018-01-09",
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER | span("2018-01", "2018-01-09")]),
        '"history.0.valid_to_earliest" is "2018-01"',
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER | span("2018-01-07", "2018-02-03"), NEXT]),
        ("history 1: valid_to_latest 2018-02-03 lies after the change of hands on 2018-02-02"),
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER, NEXT | span("2018-01-06", "2018-02-03")]),
        ("history 2: valid_to_earliest 2018-01-06 lies before the change of hands on 2018-01-07"),
    ),
    (
        "settlements.geojson",
        set_property("statements", [SAID | {"source": "daher-2018"}]),
        'statements: "daher-2018" is not among the sources; add it there',
    ),
    (
        "settlements.geojson",
        say(SAID, SAID),
        'statements: 2 are of "nso-2018-02-12"; make one of them',
    ),
    (
        "settlements.geojson",
        say(SAID | {"says:en": "word " * 25 + "more"}),
        'statements: "says:en" of "nso-2018-02-12" has 26 words; use at most 25',
    ),
    (
        "settlements.geojson",
        say(SAID | {"locator": {"label": "paragraph"}}),
        '"value" is missing: say which paragraph; only a title needs none',
    ),
    (
        "settlements.geojson",
        say(SAID | {"locator": {"label": "verse", "value": "3"}}),
        '"statements.0.locator.label" is "verse"',
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER | {"sources": ["nobody-2018"]}]),
        'source "nobody-2018" is not in geodata/sources.json.',
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER | {"holder": "isis"}]),
        '"history 1: holder" is the unknown holder "isis". Did you mean "isil"?',
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER | {"side": "isil"}]),
        'history 1: holder "hts" is of side "opposition", but side is "isil".',
    ),
    (
        "settlements.geojson",
        set_property("history", [EARLIER | {"valid_until": "2018-01-07"}]),
        'unknown key "history.0.valid_until".',
    ),
    (
        "crossings.geojson",
        lambda c: c["features"][1]["properties"].update(id=first(c)["properties"]["id"]),
        "this id is used already: geodata/crossings.geojson, feature 1",
    ),
    (
        "basemap/lakes.geojson",
        lambda c: first(c).update(
            geometry={"type": "Polygon", "coordinates": [[[36, 36], [37, 36], [37, 37], [36, 37]]]}
        ),
        "a ring is open: it ends at [36, 37], not at [36, 36]. Close it.",
    ),
    (
        "basemap/lakes.geojson",
        lambda c: first(c).update(
            geometry={
                "type": "Polygon",
                "coordinates": [[[36, 36], [37, 36], [36, 36.5], [37, 37], [36, 36]]],
            }
        ),
        "geometry is not valid: ",
    ),
    (
        "sources.json",
        lambda c: c[0].update(URL="www.example.org"),
        '"URL" is "www.example.org"',
    ),
    (
        "figures.json",
        lambda c: c["figures"][0].update(valeu=1),
        'unknown key "valeu". Did you mean "value"?',
    ),
    (
        "actors.json",
        lambda c: c["actors"].pop(),
        "names the unknown actor",
    ),
    (
        "actors.json",
        lambda c: c.update(holders={"id": "hts"}),
        "must hold exactly the lists actors, holders, relations.",
    ),
    (
        "actors.json",
        lambda c: c["holders"].append(c["holders"][0]),
        'holders 11 (id "government"): this id is used twice. Rename one of the two.',
    ),
    (
        "actors.json",
        lambda c: c["holders"][1].update(id="russia"),
        'geodata/actors.json: holder "russia": no actor of it has a colour.',
    ),
    (
        "sources.json",
        lambda c: c.append(c[0]),
        ": this id is used twice. Rename one of the two.",
    ),
    (
        "observation_posts.geojson",
        lambda c: c["features"].pop(0),
        "geodata/observation_posts.geojson: the Turkish posts must be numbered 1 to 12, each once;",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "expected"), CASES)
def test_a_fault_is_told_with_its_place_and_the_page_stays(
    copy: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    change: Callable[[Any], None],
    expected: str,
) -> None:
    edit(copy, name, change)
    lines = faults(copy, capsys)
    assert any(expected in line and line.startswith(f"geodata/{name}") for line in lines), lines


def test_a_cut_file_is_told_with_its_line(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy / "events.geojson"
    path.write_text(path.read_text(encoding="utf-8")[:-200], encoding="utf-8")
    lines = faults(copy, capsys)
    assert any(line.startswith("geodata/events.geojson: line ") for line in lines)
    assert any("Is the file cut, or a comma missing?" in line for line in lines)


def test_a_missing_file_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "border.geojson").unlink()
    assert faults(copy, capsys)[0].startswith("geodata/border.geojson: the file is missing.")


def test_nan_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy / "bases.geojson"
    text = path.read_text(encoding="utf-8")
    start = text.index('"coordinates":') + len('"coordinates":')
    path.write_text(f"{text[:start]} [NaN, 35.4]{text[text.index(']', start) + 1 :]}", "utf-8")
    assert faults(copy, capsys) == [
        "geodata/bases.geojson: holds NaN, which is not JSON. Write a number or leave the key out."
    ]


def test_an_unknown_key_of_the_atlas_is_told(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy / "atlas.toml"
    path.write_text("langages = []\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert faults(copy, capsys) == [
        'geodata/atlas.toml: unknown key "langages". Did you mean "languages"?'
    ]


@pytest.mark.parametrize(
    ("line", "wrong", "told"),
    [
        (
            'id = "bases"',
            'id = "basis"',
            '"layers.5.id" is "basis": no layer has this name. Did you mean "bases"?',
        ),
        (
            'kind = "posts"',
            'kind = "post"',
            '"layers.7.kind" is "post": no kind of layer has this name. Did you mean "posts"?',
        ),
        (
            'kind = "posts"',
            'kind = "events"',
            'layer "observation_posts" is of the kind "posts". Correct "kind".',
        ),
    ],
)
def test_a_layer_of_the_atlas_that_there_is_not_is_told(
    copy: Path, capsys: pytest.CaptureFixture[str], line: str, wrong: str, told: str
) -> None:
    path = copy / "atlas.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"{line}\n", f"{wrong}\n", 1), encoding="utf-8")
    (fault,) = faults(copy, capsys)
    assert fault.startswith("geodata/atlas.toml: ")
    assert fault.endswith(told)


def test_broken_toml_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy / "atlas.toml"
    path.write_text("title = \n", encoding="utf-8")
    assert faults(copy, capsys) == [
        "geodata/atlas.toml: is not TOML: Invalid value (at line 1, column 9)."
    ]


def test_all_faults_are_told_at_once(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(copy, "bases.geojson", set_property("holder", "nobody"))
    edit(copy, "events.geojson", set_property("category", "parade"))
    edit(copy, "settlements.geojson", drop_property("side"))
    files = {line.split(",")[0] for line in faults(copy, capsys)}
    assert {"geodata/events.geojson", "geodata/settlements.geojson"} <= files


def test_a_claim_that_nothing_shows_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(copy, "claims.json", lambda c: c["claims"].append(
        {"id": "A99", "kind": "event", "text:en": "Something new"}
    ))  # fmt: skip
    assert faults(copy, capsys) == [
        *(
            f'geodata/text/facts.{each}.po: warning: "Something new" (A99) is not translated.'
            " Add it."
            for each in ("ar", "tr")
        ),
        (
            'geodata/claims.json: claim "A99" is on no feature, figure, actor, relation or text of '
            "the atlas. Add its id to what shows it."
        ),
    ]


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--geodata", str(tmp_path / "facts")]) == 1
    assert "is not a folder" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["biuld"], ["build", "--ouput", "x"], []])
def test_wrong_usage_has_code_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert "usage: mapgen" in capsys.readouterr().err
