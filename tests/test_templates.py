"""Templates: every attribute stands between quotes, and every value in HTML and XML is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mapgen.page.templates import template
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKUP = sorted(
    path
    for folder in (ROOT / "mapgen").rglob("templates")
    for path in folder.iterdir()
    if path.suffix in {".html", ".xml", ".svg"}
)
IN_PYTHON = sorted(
    path for path in (ROOT / "mapgen").rglob("*.py") if "{% macro" in path.read_text("utf-8")
)

TAG = re.compile(r"<[a-zA-Z](?:[^>\"]|\"[^\"]*\")*>")
UNQUOTED = re.compile(r"[\w:-]+\s*=\s*[^\s\">][^\s>]*")


def unquoted(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of every attribute whose value is not between double quotes."""
    # A value of Jinja may hold quotes of its own: its place is kept, and its beginning.
    text = re.sub(r"\{\{(.*?)\}\}", lambda found: "{" * len(found[0]), text, flags=re.DOTALL)
    for statement in reversed(list(re.finditer(r"\{[#%].*?[#%]\}", text, re.DOTALL))):
        blank = re.sub(r"[^\n]", " ", statement[0])
        text = text[: statement.start()] + blank + text[statement.end() :]
    for tag in TAG.finditer(text):
        bare = re.sub(r"\"[^\"]*\"", lambda found: '"' * len(found[0]), tag[0])
        for found in UNQUOTED.finditer(bare):
            yield text.count("\n", 0, tag.start() + found.start()) + 1, found[0]


@pytest.mark.parametrize("path", [*MARKUP, *IN_PYTHON], ids=lambda path: path.name)
def test_every_attribute_is_quoted(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    found = [f"{name}:{line}: {text}" for line, text in unquoted(path.read_text("utf-8"))]
    assert found == [], "Without quotes, a value with a space becomes more attributes."


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<p>\n<a href={{ link.href }}>x</a>", 2),
        ('<td{% if lang %} lang={{ lang["x"] }}{% endif %}>', 1),
        ("<a\n  title='{{ title }}'>", 2),
        ("<p class=wide>", 1),
    ],
)
def test_an_attribute_without_quotes_is_found(markup: str, line: int) -> None:
    assert [at for at, _ in unquoted(markup)] == [line]


def test_an_attribute_with_quotes_is_passed() -> None:
    markup = '<a{% if x == "y>" %} hidden{% endif %} title="{{ t("a=b") }} c=d">e=f</a>'
    assert list(unquoted(markup)) == []


@pytest.mark.parametrize("path", MARKUP, ids=lambda path: path.name)
def test_values_are_escaped_in_every_template(path: Path) -> None:
    if path.suffix == ".svg":
        assert "{{" not in path.read_text("utf-8"), "pictures are copied as they are"
        return
    environment = template(path.name).environment
    escape = environment.autoescape
    assert callable(escape)
    assert escape(path.name)


def test_templates_declare_nothing_safe() -> None:
    """What is markup already is so by its type: a template cannot say it of a text."""
    allowed = {"embed-examples.html": ["forceescape"]}
    for path in [*MARKUP, *IN_PYTHON]:
        text = path.read_text("utf-8")
        found = re.findall(r"\|\s*(safe|forceescape)\b|autoescape\s+false", text)
        assert found == allowed.get(path.name, []), path
