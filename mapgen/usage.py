"""The words of the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

import mapgen
from mapgen.exports.kinds import KINDS
from mapgen.facts.languages import LANGUAGES

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - has no other name

EXTRAS: Final = frozenset({"derive", "export"})
"""Commands that need more packages than the map: ``pip`` calls them by the command's name."""

_DEFAULT_OUTPUT = Path("output/northwest-syria.html")
_DEFAULT_FOLDER = Path("output/export")


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line: ``name`` is the command's."""
    words = argparse.ArgumentParser(
        prog="mapgen", description="Facts with sources to one map page.", allow_abbrev=False
    )
    words.set_defaults(all=False, json=False)  # what only some commands offer
    words.add_argument("--version", action="version", version=f"mapgen {mapgen.__version__}")
    commands = words.add_subparsers(required=True, metavar="COMMAND", dest="name")
    _add_build(commands)
    derive = _with_folder(commands, "derive", "make areas of control from the evidence")
    derive.add_argument(
        "--check", action="store_true", help="only compare with the files that are there"
    )
    _add_check(commands)
    tidy = _command(commands, "tidy", "rewrite GeoJSON files as the project keeps them")
    tidy.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _add_export(commands)
    return words


def _add_build(commands: Commands) -> None:
    build = _with_folder(commands, "build", "make the page from the layers")
    build.add_argument(
        "--output", type=Path, default=_DEFAULT_OUTPUT, metavar="FILE", help="default: %(default)s"
    )
    build.add_argument(
        "--address", metavar="URL", help="where the page is published (instead of atlas.toml's)"
    )
    build.add_argument(
        "--examples", action="store_true", help="also write a page with ways to embed the map"
    )


def _add_check(commands: Commands) -> None:
    check = _with_folder(commands, "check", "tell all faults of the data; write nothing")
    check.add_argument("--strict", action="store_true", help="let warnings fail too")
    check.add_argument(
        "--all", action="store_true", help="give each fault a line, however many are alike"
    )
    check.add_argument("--json", action="store_true", help="write all faults as JSON, for tools")
    check.add_argument(
        "--links",
        action="store_true",
        help="also ask the network whether each address of the bibliography answers",
    )


def _add_export(commands: Commands) -> None:
    export = _with_folder(commands, "export", "write all that can be taken along")
    export.add_argument(
        "--output", type=Path, default=_DEFAULT_FOLDER, metavar="DIR", help="default: %(default)s"
    )
    export.add_argument(
        "--language",
        choices=LANGUAGES,
        help="of titles, packages and pictures; default: all that there are",
    )
    export.add_argument(
        "--only", nargs="+", choices=KINDS, default=KINDS, metavar="KIND", help=", ".join(KINDS)
    )


def _command(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=text, description=text.capitalize() + ".")


def _with_folder(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    command = _command(commands, name, text)
    command.add_argument(
        "--geodata", type=Path, default=Path("geodata"), metavar="DIR", help="default: %(default)s"
    )
    return command
