"""The command line: build, derive, check, export. The one module that prints."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from mapgen import __version__
from mapgen.checks import check
from mapgen.embedding import EXAMPLES, companions, published_at
from mapgen.errors import DataFaultsError, Fault, FaultLog
from mapgen.export import KINDS
from mapgen.fields import LANGUAGES, web_address
from mapgen.geodata import Geodata, read_geodata
from mapgen.output import write_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    except DataFaultsError as error:
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
    parser.add_argument("--version", action="version", version=f"mapgen {__version__}")
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


def _read(folder: Path, *, derived: bool) -> tuple[Geodata, FaultLog]:
    """Return the checked folder and its log, in which only warnings are left."""
    log = FaultLog()
    geodata = read_geodata(folder, log, derived=derived)
    if geodata:
        check(geodata, log)
    log.raise_errors()
    if geodata is None:
        raise DataFaultsError(log.faults)
    return geodata, log


def _build(options: argparse.Namespace) -> int:
    from mapgen.build import page_of  # noqa: PLC0415 - folium takes a second to import

    given = _given_address(options.address)
    if options.examples and options.output.name == EXAMPLES:
        problem = "the page itself is called so. Give --output another name."
        raise DataFaultsError([Fault("--examples", f"{EXAMPLES}: {problem}")])
    geodata, _ = _read(options.geodata, derived=True)
    name = options.output.name
    address = given or geodata.atlas.address
    html = page_of(geodata, published_at(address, name) if address else None)
    beside = companions(geodata.atlas, name, html, address=address, with_examples=options.examples)
    files = {options.output: html}
    files |= {options.output.with_name(each): text for each, text in beside.items()}
    write_files({path: text.encode("utf-8") for path, text in files.items()})
    for path in files:
        print(path)
    return 0


def _given_address(value: str | None) -> str | None:
    """Return the address of the command line, checked as that of ``atlas.toml`` is."""
    try:
        return web_address(value) if value is not None else None
    except ValueError as error:
        fault = Fault("--address", f"{json.dumps(value, ensure_ascii=False)}: {error}.")
        raise DataFaultsError([fault]) from error


def _derive(options: argparse.Namespace) -> int:
    from mapgen.derivation import derived_files, differences  # noqa: PLC0415 - scipy

    geodata, _ = _read(options.geodata, derived=False)
    with _progress() as progress:
        task = progress.add_task("", total=1.0)
        files, summary = derived_files(
            geodata, lambda step, share: progress.update(task, description=step, completed=share)
        )
    if options.check:
        found = differences(files, options.geodata)
        for line in found:
            print(line, file=sys.stderr)
        return 1 if found else 0
    write_files({options.geodata / name: content for name, content in files.items()})
    print(summary)
    return 0


def _export(options: argparse.Namespace) -> int:
    from mapgen.export.folder import Material, exported  # noqa: PLC0415 - folium, pyogrio

    geodata, _ = _read(options.geodata, derived=True)
    if options.language and options.language not in geodata.atlas.languages:
        known = ", ".join(geodata.atlas.languages)
        problem = f'"{options.language}" is not a language of this map. Known: {known}.'
        raise DataFaultsError([Fault("--language", problem)])
    kinds = [kind for kind in KINDS if kind in options.only]
    with _progress() as progress:
        task = progress.add_task("", total=len(kinds))
        files = exported(
            Material(geodata, options.language),
            kinds,
            lambda name, done: progress.update(task, description=name, completed=done),
        )
    write_files({options.output / name: content for name, content in files.items()})
    size = sum(map(len, files.values())) / 1e6
    print(f"{options.output}: {len(files)} files, {size:.1f} MB ({', '.join(kinds)})")
    return 0


def _progress() -> Progress:
    """Return a bar that only a terminal shows."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)


def _check(options: argparse.Namespace) -> int:
    _, log = _read(options.geodata, derived=True)
    for fault in log.faults:
        print(fault, file=sys.stderr)
    if options.strict and log.faults:
        print(_count(len(log.faults)), file=sys.stderr)
        return 1
    print("No faults." if not log.faults else f"No errors, {len(log.faults)} warnings.")
    return 0


def _count(number: int) -> str:
    return f"{number} fault{'s' if number != 1 else ''}. Nothing was written."
