"""What editors know of the files of facts: schemas made of the models, one for each file."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from mapgen.facts.schemas import fact_schemas
from tests.conftest import GEODATA, ROOT
from tests.test_setup import tool

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEMAS = fact_schemas()


def content_of(path: Path) -> Any:
    """Return what an editor checks: TOML as JSON, its dates as texts."""
    text = path.read_text("utf-8")
    if path.suffix != ".toml":
        return json.loads(text)
    return json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))


def faults(name: str, content: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMAS[name])
    validator.check_schema(SCHEMAS[name])
    return [error.message for error in validator.iter_errors(content)]


LARGE = {"areas_of_control.geojson", "front_lines.geojson", "settlements.geojson"}
NAMES = [pytest.param(name, marks=[pytest.mark.long] * (name in LARGE)) for name in SCHEMAS]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_facts_is_as_its_schema_says(name: str) -> None:
    assert faults(name, content_of(GEODATA / name)) == []


def test_the_schemas_are_those_of_the_models() -> None:
    writes = tool("write_schema")
    made = {writes.schema_path(name): writes.text_of(schema) for name, schema in SCHEMAS.items()}
    kept = (ROOT / "docs/schemas").rglob("*.json")
    assert {path: path.read_text("utf-8") for path in kept} == made, "Run make schema."


def test_editors_are_told_which_file_has_which() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    told = {rule["fileMatch"][0]: rule["url"] for rule in settings["json.schemas"]}
    rules = tomllib.loads((ROOT / ".taplo.toml").read_text("utf-8"))["rule"]
    told |= {f"/{rule['include'][0]}": f"./{rule['schema']['path']}" for rule in rules}
    paths = {name: tool("write_schema").schema_path(name).relative_to(ROOT) for name in SCHEMAS}
    assert told == {f"/geodata/{name}": f"./{path.as_posix()}" for name, path in paths.items()}


def set_property(key: str, value: object) -> Callable[[Any], object]:
    return lambda content: content["features"][0]["properties"].update({key: value})


SLIPS: dict[str, tuple[str, Callable[[Any], object], str]] = {
    "another key": ("bases.geojson", set_property("holdr", "hts"), "'holdr' was unexpected"),
    "another word": ("settlements.geojson", set_property("confidence", "sure"), "is not one of"),
    "half a date": ("events.geojson", set_property("date", "14.9.2018"), "does not match"),
    "another kind": (
        "border.geojson",
        lambda content: content["features"][0].update(
            geometry={"type": "Point", "coordinates": [36, 36]}
        ),
        "is not valid under any",
    ),
    "a missing list": ("actors.json", lambda content: content.pop("holders"), "is a required"),
    "a layer of no name": (
        "atlas.toml", lambda content: content["layers"][0].update(id="hospitals"), "is not one of",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_an_editor_underlines_a_slip(slip: str) -> None:
    name, change, expected = SLIPS[slip]
    content = content_of(GEODATA / name)
    change(content)
    assert any(expected in fault for fault in faults(name, content))
