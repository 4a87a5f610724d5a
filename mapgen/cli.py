"""The command line: build, derive, check, export. The one module that prints."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bar

import mapgen
from mapgen.exports.kinds import KINDS
from mapgen.facts.reading import read_with_warnings
from mapgen.facts.values import LANGUAGES, web_address
from mapgen.faults import Fault, FaultsError, Place
from mapgen.links import broken_links
from mapgen.output import write_files
from mapgen.page.embedding import EXAMPLES, companions, published_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mapgen.progress import Progress

_DEFAULT_OUTPUT = Path("output/northwest-syria.html")
_DEFAULT_FOLDER = Path("output/export")


def run() -> None:
    """Entry point of the command ``mapgen``."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command.

    Parameters
    ----------
    arguments
        Words of the command line, without the name of the program.

    Returns
    -------
    int
        0 on success, 1 for faults in the data or files that cannot be written.

    Raises
    ------
    SystemExit
        With code 2 for wrong usage.
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except FaultsError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        print(_count(len(error.faults)), file=sys.stderr)
    except OSError as error:
        print(f"{error.filename}: cannot be used: {error.strerror}.", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mapgen", description="Facts with sources to one map page.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"mapgen {mapgen.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = _command(commands, "build", _build, "make the page from the layers")
    build.add_argument(
        "--output", type=Path, default=_DEFAULT_OUTPUT, metavar="FILE", help="default: %(default)s"
    )
    build.add_argument(
        "--address", metavar="URL", help="where the page is published (instead of atlas.toml's)"
    )
    build.add_argument(
        "--examples", action="store_true", help="also write a page with ways to embed the map"
    )
    derive = _command(commands, "derive", _derive, "make areas of control from the evidence")
    derive.add_argument(
        "--check", action="store_true", help="only compare with the files that are there"
    )
    checks = _command(commands, "check", _check, "tell all faults of the data; write nothing")
    checks.add_argument("--strict", action="store_true", help="let warnings fail too")
    checks.add_argument(
        "--links",
        action="store_true",
        help="also ask the network whether each address of the bibliography answers",
    )
    export = _command(commands, "export", _export, "write all that can be taken along")
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
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    function: Callable[[argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text.capitalize() + ".")
    command.add_argument(
        "--geodata", type=Path, default=Path("geodata"), metavar="DIR", help="default: %(default)s"
    )
    command.set_defaults(command=function)
    return command


def _build(options: argparse.Namespace) -> int:
    given = _given_address(options.address)
    if options.examples and options.output.name == EXAMPLES:
        problem = "the page itself is called so. Give --output another name."
        raise FaultsError([Fault(Place("--examples"), f"{EXAMPLES}: {problem}")])
    geodata = mapgen.read(options.geodata)
    name = options.output.name
    address = given or geodata.atlas.address
    published = published_at(address, name) if address else None
    html = mapgen.build(geodata, published=published).to_html()
    beside = companions(geodata.atlas, name, html, address=address, with_examples=options.examples)
    files = {options.output: html}
    files |= {options.output.with_name(file_name): text for file_name, text in beside.items()}
    write_files({path: text.encode("utf-8") for path, text in files.items()})
    for path in files:
        print(path)
    return 0


def _given_address(value: str | None) -> str | None:
    """Return the address of the command line, checked as that of ``atlas.toml`` is."""
    try:
        return web_address(value) if value is not None else None
    except ValueError as error:
        fault = Fault(Place("--address"), f"{json.dumps(value, ensure_ascii=False)}: {error}.")
        raise FaultsError([fault]) from error


def _derive(options: argparse.Namespace) -> int:
    geodata = mapgen.read(options.geodata, derived=False)
    with _shown_progress() as progress:
        derived = mapgen.derive(geodata, progress)
    if options.check:
        differences = derived.differences(options.geodata)
        for line in differences:
            print(line, file=sys.stderr)
        return 1 if differences else 0
    write_files({options.geodata / name: content for name, content in derived.files.items()})
    print(derived.summary)
    return 0


def _export(options: argparse.Namespace) -> int:
    geodata = mapgen.read(options.geodata)
    if options.language and options.language not in geodata.atlas.languages:
        known = ", ".join(geodata.atlas.languages)
        problem = f'"{options.language}" is not a language of this map. Known: {known}.'
        raise FaultsError([Fault(Place("--language"), problem)])
    kinds = [kind for kind in KINDS if kind in options.only]
    with _shown_progress() as progress:
        files = mapgen.export(geodata, kinds, language=options.language, progress=progress)
    write_files({options.output / name: content for name, content in files.items()})
    size = sum(map(len, files.values())) / 1e6
    print(f"{options.output}: {len(files)} files, {size:.1f} MB ({', '.join(kinds)})")
    return 0


@contextmanager
def _shown_progress() -> Iterator[Progress]:
    """Show progress as a bar, which only a terminal does."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn())
    with Bar(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda step, share: bar.update(task, description=step, completed=share)


def _check(options: argparse.Namespace) -> int:
    geodata, found = read_with_warnings(options.geodata, derived=True)
    warnings = list(found)
    for warning in warnings:
        print(warning, file=sys.stderr)
    for warning in broken_links(geodata.sources.values()) if options.links else ():
        print(warning, file=sys.stderr)
        warnings.append(warning)
    if options.strict and warnings:
        print(_count(len(warnings)), file=sys.stderr)
        return 1
    print("No faults." if not warnings else f"No errors, {len(warnings)} warnings.")
    return 0


def _count(number: int) -> str:
    return f"{number} fault{'s' if number != 1 else ''}. Nothing was written."
