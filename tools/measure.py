"""Measure this project and its peers in the same run; write docs/performance.md.

Run by ``make bench``. The figures are of one machine and one day: compare those of one run.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import inputs, libraries, plots, results, words
from bench.builds import CONTESTANTS, Failed, build
from bench.pages import SPEEDS, chromium, measure
from bench.server import Body, Shelf, serving
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "performance.md"
ROUNDS = 5
STOPPED = 128 + 2
"""What a shell is told of a program that Ctrl-C has stopped."""
TOLD = {key: speed.name for key, speed in SPEEDS.items()}


@dataclass(frozen=True)
class Bench:
    """Where an input is measured.

    Parameters
    ----------
    shelf, address
        What the server has, and where it is.
    folder
        For pages and inputs.
    tell
        Is called with each step before it is done.
    """

    browser: Browser
    shelf: Shelf
    address: str
    folder: Path
    tell: Callable[[str], None]


def main() -> None:
    """Read the command line, measure and write."""
    options = _options(sys.argv[1:])
    try:
        _run(options)
    except KeyboardInterrupt:
        sys.exit(STOPPED)


def _run(options: argparse.Namespace) -> None:
    home = libraries.install(ROOT / "build" / "bench")
    steps = len(options.inputs) * options.rounds * len(CONTESTANTS) * (1 + len(options.speeds))
    found: dict[str, Any] = {}
    shelf = Shelf(home)
    with (
        _told(steps) as tell,
        tempfile.TemporaryDirectory() as folder,
        serving(shelf) as address,
        chromium() as browser,
    ):
        bench = Bench(browser, shelf, address, Path(folder), tell)
        for name in options.inputs:
            for held in measured(bench, name, options.speeds, options.rounds):
                found[name] = held
                if options.into:
                    write(options.into, {name: held})
    for name, held in found.items():
        print(words.section(name, held, TOLD))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--inputs", nargs="+", default=inputs.USUAL, type=_input, help=" ".join(inputs.USUAL)
    )
    parser.add_argument("--rounds", default=ROUNDS, type=_count, help="how often (5)")
    parser.add_argument("--speeds", nargs="+", default=list(SPEEDS), choices=list(SPEEDS))
    parser.add_argument("--into", default=DOCUMENT, type=Path, help="document to write")
    parser.add_argument("--dry", dest="into", action="store_const", const=None, help="only print")
    return parser.parse_args(arguments)


def _input(name: str) -> str:
    if not inputs.is_known(name):
        message = f"no input is called {name}. Known: {', '.join(inputs.USUAL)}."
        raise argparse.ArgumentTypeError(message)
    return name


def _count(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d?", text):
        message = "a number from 1 to 99 is needed"
        raise argparse.ArgumentTypeError(message)
    return int(text)


@contextmanager
def _told(steps: int) -> Iterator[Callable[[str], None]]:
    """Show progress as a bar, which only a terminal does."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=steps)
        yield lambda step: bar.update(task, description=step, advance=1)


def measured(
    bench: Bench, name: str, speeds: Sequence[str], rounds: int
) -> Iterator[dict[str, Any]]:
    """Measure all contestants with one input, in turn; yield what is known after each round.

    Parameters
    ----------
    name
        Of the input.
    speeds
        Keys of `SPEEDS`.
    rounds
        How often.
    """
    given = inputs.make(name, bench.folder / name)
    held = results.entry(given, results.machine(bench.browser.version), CONTESTANTS)
    held["versions"] |= libraries.versions()
    held["speeds"] = {key: {each: {} for each in CONTESTANTS} for key in speeds}
    for number in range(rounds):
        turns = _turns(number)
        for contestant in turns:
            bench.tell(f"{name}, build: {contestant}")
            _build(bench, given, contestant, held)
        for key, kept in held["speeds"].items():
            for contestant in turns:
                bench.tell(f"{name}, {TOLD[key]}: {contestant}")
                _open(bench, contestant, key, held, kept[contestant])
        held["rounds"] = number + 1
        yield held


def _turns(number: int) -> list[str]:
    """Return the contestants, each round with another first."""
    start = number % len(CONTESTANTS)
    return [*CONTESTANTS[start:], *CONTESTANTS[:start]]


def _page(contestant: str) -> str:
    return "/" + re.sub(r"\W+", "-", contestant) + ".html"


def _build(bench: Bench, given: inputs.Input, contestant: str, held: dict[str, Any]) -> None:
    kept = held["builds"][contestant]
    if "failed" in kept:
        return
    path = bench.folder / given.name / "pages" / _page(contestant)[1:]
    used = build(contestant, given, path)
    if isinstance(used, Failed):
        kept["failed"] = used.reason
        return
    results.add(kept, used)
    content = path.read_bytes()
    if "disk_kb" not in kept:
        packed = len(gzip.compress(content, 9, mtime=0))
        results.add(kept, {"disk_kb": len(content) / 1000, "gzip_kb": packed / 1000})
        html, missing = libraries.local(content.decode("utf-8"), bench.shelf.libraries)
        held["missing"] = sorted({*held["missing"], *missing})
        bench.shelf.pages[_page(contestant)] = Body(html.encode("utf-8"), "text/html")


def _open(
    bench: Bench, contestant: str, key: str, held: dict[str, Any], kept: dict[str, Any]
) -> None:
    built = held["builds"][contestant]
    if "failed" in built or "failed" in kept:
        kept.setdefault("failed", built.get("failed"))
        return
    bench.shelf.elsewhere()
    address = bench.address + _page(contestant)
    figures = measure(bench.browser, address, contestant, SPEEDS[key])
    if isinstance(figures, Failed):
        kept["failed"] = figures.reason
        return
    results.add(kept, figures)
    requests, sent = bench.shelf.elsewhere()
    if "requests" not in built:
        results.add(built, {"elsewhere_kb": sent / 1000, "requests": requests})


def write(document: Path, found: dict[str, Any]) -> None:
    """Write results beside a document, and tables and picture of all that is kept there."""
    beside = document.with_suffix(".json")
    kept = results.read(beside) | found
    kept = {name: kept[name] for name in sorted(kept, key=inputs.order)}
    results.write(beside, kept)
    text = document.read_text("utf-8") if document.is_file() else ""
    document.write_text(words.with_results(text, kept, TOLD), "utf-8")
    plots.draw(kept, TOLD, document.with_suffix(".svg"))


if __name__ == "__main__":
    main()
