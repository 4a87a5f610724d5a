"""Documentation says what is true: its commands run, and it leaves nothing out."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mapgen.cli import main
from mapgen.facts.periods import Period
from mapgen.facts.properties import (
    AreaOfControl,
    Base,
    Border,
    Crossing,
    Event,
    FrontLine,
    ObservationPost,
    Settlement,
)
from mapgen.facts.statements import Locator, Statement
from tests.conftest import GEODATA, ROOT, from_day

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
MODELS = [
    Settlement,
    Period,
    Statement,
    Locator,
    ObservationPost,
    Border,
    Crossing,
    Base,
    Event,
    AreaOfControl,
    FrontLine,
]


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_explained(model: type[BaseModel]) -> None:
    text = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    for name, field in model.model_fields.items():
        assert f"`{field.alias or name}`" in text, field.alias or name


def test_every_file_of_the_data_is_explained() -> None:
    text = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    for path in GEODATA.iterdir():
        name = f"{path.name}/" if path.is_dir() else path.name
        assert f"`{name}`" in text or name == "LICENSES.md", name


def test_every_module_stands_in_the_architecture() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for path in (ROOT / "mapgen").rglob("*.py"):
        if not path.name.startswith("__"):
            assert f"`{path.stem}`" in text, path.stem


def test_links_between_documents_lead_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), (document.name, target)


def commands(document: Path) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = "\n".join(blocks).splitlines()
    return [line.split("#")[0].strip() for line in lines if line.split("#")[0].strip()]


def test_the_readme_begins_with_the_two_commands() -> None:
    assert commands(ROOT / "README.md")[:2] == ["make map", "make test"]


def test_commands_of_make_exist() -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    for document in DOCUMENTS:
        for target in re.findall(r"`?make ([a-z-]+)", " ".join(commands(document))):
            assert re.search(rf"^{target}:", rules, flags=re.MULTILINE), target


EXTRA = {
    "build": ["--output", "{folder}/page.html"],
    "export": ["--output", "{folder}/export", "--only", "data"],
}
"""Where the commands write here; pictures and packages have tests of their own."""


@pytest.mark.long
def test_commands_of_mapgen_run(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = {
        match
        for document in DOCUMENTS
        for line in commands(document)
        for match in re.findall(r"mapgen ((?:check|derive|build|export)\b.*)", line)
    }
    assert {line.split()[0] for line in found} == {"check", "derive", "build", "export"}
    from_day(copy, "2018-09-14")
    for line in sorted(found):
        extra = [word.format(folder=copy) for word in EXTRA.get(line.split()[0], [])]
        words = [*shlex.split(line), "--geodata", str(copy), *extra]
        assert main(words) == 0, capsys.readouterr().err


@pytest.fixture
def notebook() -> str:
    """Return the cell that the README shows."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (cell,) = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    return str(cell)


def test_the_notebook_example_shows_the_map(notebook: str) -> None:
    *lines, shown = notebook.splitlines()
    shows = ["import folium", f"shown = {shown}", "assert isinstance(shown, folium.Map)"]
    code = "\n".join([*lines, *shows, "assert '</html>' in shown.get_root().render()"])
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


@pytest.mark.long
def test_the_notebook_example_has_types(notebook: str, tmp_path: Path) -> None:
    cell = tmp_path / "cell.py"
    cell.write_text(f"{notebook}\nreveal_type(mapgen.build(facts))", encoding="utf-8")
    command = ["mypy", "--strict", "--follow-imports=silent", str(cell)]
    done = subprocess.run(
        [sys.executable, "-m", *command], check=False, cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    assert 'Revealed type is "mapgen.page.html.AtlasMap"' in done.stdout


def test_every_option_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command, options in {
        "build": ["--geodata", "--output", "--address", "--examples"],
        "derive": ["--geodata", "--check"],
        "check": ["--geodata", "--strict"],
        "export": ["--geodata", "--output", "--language", "--only"],
    }.items():
        with pytest.raises(SystemExit):
            main([command, "--help"])
        shown = capsys.readouterr().out
        assert all(option in shown for option in options)
