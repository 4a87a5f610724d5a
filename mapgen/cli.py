"""The command line: build, derive, check, export. The one module that prints.

Each command imports what it needs itself: folium, pydantic and shapely take a second.
"""

from __future__ import annotations

import gc
import io
import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import mapgen
from mapgen.exports.kinds import KINDS
from mapgen.faults import Fault, FaultLog, FaultsError, Place
from mapgen.interrupts import without_a_word
from mapgen.output import finish, write_files
from mapgen.telling import lines, refusal
from mapgen.usage import EXTRAS, parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from mapgen.progress import Progress


def run() -> None:
    """Run the command that the words of the command line name, and end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console may lack letters of a name: they are written as escapes then.
            stream.reconfigure(errors="backslashreplace")
    code = main(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError as error:
        code = _unheard(error)
    sys.exit(code)


def _unheard(error: OSError) -> int:
    """Return 1 after what was printed could not be: say why, unless nobody listens any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing fails at the end
    if not isinstance(error, BrokenPipeError):
        print(refusal(error), file=sys.stderr)
    return 1


def main(arguments: Sequence[str]) -> int:
    """Run one command.

    Parameters
    ----------
    arguments
        Words of the command line, without the name of the program.

    Returns
    -------
    int
        0 on success, 1 for faults in the data or files that cannot be written, 130 after Ctrl-C.

    Raises
    ------
    SystemExit
        With code 2 for wrong usage.
    """
    try:
        options = parser().parse_args(arguments)
        if options.name in EXTRAS:
            gc.enable()
        return _COMMANDS[options.name](options)
    except FaultsError as error:
        _tell(error.faults, options)
        print(_count(len(error.faults)), file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. No file is half written.", file=sys.stderr)
        return _STOPPED
    except OSError as error:
        if error.filename is None:  # of what is printed
            return _unheard(error)
        print(refusal(error), file=sys.stderr)
    except ModuleNotFoundError as error:
        if options.name not in EXTRAS:
            raise
        print(
            f"The package {error.name} is missing. Install what this command needs: "
            f"pip install 'mapgen[{options.name}]'",
            file=sys.stderr,
        )
    return 1


def _tell(faults: Sequence[Fault], options: argparse.Namespace) -> None:
    """Print faults: for people, or all of them as JSON for tools."""
    if options.json:
        # Letters as escapes: so programs read it whatever the console's encoding.
        print(json.dumps([fault.as_json() for fault in faults], indent=1))
        return
    for line in lines(faults, every=options.all):
        print(line, file=sys.stderr)


def _build(options: argparse.Namespace) -> int:
    with without_a_word():
        from mapgen.page.embedding import EXAMPLES, companions, published_at
    given = _given_address(options.address)
    if options.examples and options.output.name == EXAMPLES:
        problem = "the page itself is called so. Give --output another name."
        raise FaultsError([Fault(Place("--examples"), f"{EXAMPLES}: {problem}")])
    geodata = _read(options)
    name = options.output.name
    address = given or geodata.atlas.address
    published = published_at(address, name) if address else None
    with without_a_word():
        build = mapgen.build
    html = build(geodata, published=published).to_html()
    beside = companions(geodata.atlas, name, html, address=address, with_examples=options.examples)
    folder = options.output.parent
    files = {name: html, **beside}
    write_files(folder, {name: text.encode("utf-8") for name, text in files.items()})
    for file_name in files:
        print(folder / file_name)
    return 0


def _read(options: argparse.Namespace, *, derived: bool = True) -> mapgen.Geodata:
    """Return the checked facts, after a killed run has left no part of them."""
    with without_a_word():
        read = mapgen.read
    finish(options.geodata)
    return read(options.geodata, derived=derived)


def _given_address(value: str | None) -> str | None:
    """Return the address of the command line, checked as that of ``atlas.toml`` is."""
    if value is None:
        return None
    with without_a_word():
        from mapgen.facts.values import web_address
    try:
        return web_address(value)
    except ValueError as error:
        fault = Fault(Place("--address"), f"{json.dumps(value, ensure_ascii=False)}: {error}.")
        raise FaultsError([fault]) from error


def _derive(options: argparse.Namespace) -> int:
    geodata = _read(options, derived=False)
    with without_a_word():
        derive = mapgen.derive
    with _shown_progress() as progress:
        derived = derive(geodata, progress)
    if options.check:
        differences = derived.differences(options.geodata)
        for line in differences:
            print(line, file=sys.stderr)
        return 1 if differences else 0
    write_files(options.geodata, derived.files)
    print(derived.summary)
    return 0


def _export(options: argparse.Namespace) -> int:
    geodata = _read(options)
    if options.language and options.language not in geodata.atlas.languages:
        known = ", ".join(geodata.atlas.languages)
        problem = f'"{options.language}" is not a language of this map. Known: {known}.'
        raise FaultsError([Fault(Place("--language"), problem)])
    kinds = [kind for kind in KINDS if kind in options.only]
    with without_a_word():
        export = mapgen.export
    with _shown_progress() as progress:
        files = export(geodata, kinds, language=options.language, progress=progress)
    write_files(options.output, files)
    size = sum(map(len, files.values())) / 1e6
    print(f"{options.output}: {len(files)} files, {size:.1f} MB ({', '.join(kinds)})")
    return 0


@contextmanager
def _shown_progress() -> Iterator[Progress]:
    """Show progress as a bar, which only a terminal does."""
    with without_a_word():
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn())
    with Bar(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda step, share: bar.update(task, description=step, completed=share)


def _check(options: argparse.Namespace) -> int:
    with without_a_word():
        from mapgen.facts.reading import read_with_warnings
    finish(options.geodata)
    geodata, found = read_with_warnings(options.geodata, derived=True)
    warnings = [*found, *(_broken_links(geodata) if options.links else ())]
    _tell(warnings, options)
    if options.json:
        return 1 if options.strict and warnings else 0
    if options.strict and warnings:
        print(_count(len(warnings)), file=sys.stderr)
        return 1
    print("No faults." if not warnings else f"No errors, {len(warnings)} warnings.")
    return 0


def _broken_links(geodata: mapgen.Geodata) -> Iterator[Fault]:
    with without_a_word():
        from mapgen.links import broken_links
    return broken_links(geodata.sources.values())


def _tidy(options: argparse.Namespace) -> int:
    with without_a_word():
        from mapgen.facts.tidying import tidied
    log = FaultLog()
    made = {path: tidied(path, log) for path in options.files}
    log.raise_errors()
    _tell(log.faults, options)
    changed = {path: text for path, text in made.items() if text != path.read_bytes()}
    for folder in dict.fromkeys(path.parent for path in changed):
        write_files(
            folder, {path.name: text for path, text in changed.items() if path.parent == folder}
        )
    for path in options.files:
        print(f"{path}: {'rewritten' if path in changed else 'tidy already'}")
    return 0


def _count(number: int) -> str:
    return f"{number} fault{'s' if number != 1 else ''}. Nothing was written."


_STOPPED = 128 + 2
"""What a shell is told of a program that Ctrl-C has stopped."""

_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "derive": _derive,
    "check": _check,
    "tidy": _tidy,
    "export": _export,
}
