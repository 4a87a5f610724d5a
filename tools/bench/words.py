"""The tables of docs/performance.md, kept between two comments each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bench.builds import CONTESTANTS, OURS
from bench.results import middle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIGURES = {
    "ready_ms": "ready, ms",
    "blocked_ms": "blocked, ms",
    "tasks_ms": "long tasks, ms",
    "frames_s": "frames a second",
    "longest_ms": "longest frame, ms",
    "heap_mb": "heap, MB",
    "elements": "elements",
}
"""Of a page in the browser."""
COMPARED = ("ready_ms", "blocked_ms")
LEAST_MS = 10
"""Less is no measure of anything."""
SLOWER = ("ready_ms", "blocked_ms", "frames_s", "longest_ms")
"""Of a page on a slower machine: what does not depend on speed is told once."""
BUILDS = {
    "disk_kb": "page, kB",
    "gzip_kb": "page, gzip kB",
    "elsewhere_kb": "libraries, gzip kB",
    "requests": "requests for libraries",
    "build_s": "build, s",
    "build_cpu_s": "processor, s",
    "build_mb": "memory, MB",
}
"""Of the build and of the file."""
TENS = 10
START, END = "<!-- results -->", "<!-- end of results -->"


def section(name: str, held: Mapping[str, Any], speeds: Mapping[str, str]) -> str:
    """Return the part of the document about an input.

    Parameters
    ----------
    name
        Of the input.
    held
        Its results.
    speeds
        What each speed is called, by its key.
    """
    rounds = held["rounds"]
    lines = [
        f"### {title(name)}",
        "",
        (
            f"{held['points']:,} points, {held['vertices']:,} vertices of areas and lines; "
            f"{rounds} round{'s' if rounds != 1 else ''}. Machine: {held['machine']}; "
            f"load at the start {held['load']}."
        ),
        "",
    ]
    for key, told in speeds.items():
        if key in held["speeds"]:
            wanted = list(FIGURES) if key == "1" else list(SLOWER)
            heads = [told, *(FIGURES[each] for each in wanted)]
            lines += [*_table(heads, held["speeds"][key], wanted), ""]
    lines += _table(["build and file", *BUILDS.values()], held["builds"], list(BUILDS))
    used = ", ".join(f"{package} {number}" for package, number in held["versions"].items())
    lines += ["", f"Versions: {used}."]
    if held["missing"]:
        lines += ["", f"Libraries not to be had, answered with nothing: {_codes(held['missing'])}."]
    return "\n".join(lines)


def ratios(results: Mapping[str, Any], speeds: Mapping[str, str]) -> str:
    """Return the table of medians of this project divided by those of each peer.

    Parameters
    ----------
    results
        By input.
    speeds
        What each speed is called, by its key.
    """
    peers = [each for each in CONTESTANTS if each != OURS]
    heads = [f"{FIGURES[figure]}: {peer}" for figure in COMPARED for peer in peers]
    lines = [
        f"| this project, as a multiple | {' | '.join(heads)} |",
        "|---" * (1 + len(heads)) + "|",
    ]
    for name, held in results.items():
        for key, told in speeds.items():
            found = held["speeds"].get(key, {})
            if found:
                cells = [_ratio(found, figure, peer) for figure in COMPARED for peer in peers]
                lines.append(f"| {title(name)}, {told.split(':')[0]} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _ratio(found: Mapping[str, Any], figure: str, peer: str) -> str:
    values = [found[each].get(figure) for each in (OURS, peer)]
    if not all(values):
        return "–"
    ours, theirs = map(middle, values)
    return f"{ours / theirs:.2f}" if theirs >= LEAST_MS else "–"


def title(name: str) -> str:
    """Return what an input is called."""
    kind, _, count = name.partition("-")
    return f"{int(count):,} {kind}" if count else f"The {kind}"


def _codes(values: Sequence[str]) -> str:
    return ", ".join(f"`{each}`" for each in values)


def _table(heads: Sequence[str], held: Mapping[str, Any], wanted: Sequence[str]) -> list[str]:
    rows = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for contestant, figures in held.items():
        cells = [spread(figures.get(each)) for each in wanted]
        if "failed" in figures and not any(cells):
            cells[0] = figures["failed"]
        rows.append(f"| {' | '.join([contestant, *cells])} |")
    return rows


def spread(values: Sequence[float] | None) -> str:
    """Return the median with the smallest and largest value, where they differ."""
    if not values:
        return ""
    told, low, high = (_number(each) for each in (middle(values), min(values), max(values)))
    return told if low == high else f"{told} ({low}–{high})"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= TENS or value == int(value) else f"{value:.1f}"


def with_results(text: str, results: Mapping[str, Any], speeds: Mapping[str, str]) -> str:
    """Return a document with the sections of some results between its two comments.

    A document without the comments has them at its end.
    """
    sections = [section(name, held, speeds) for name, held in results.items()]
    block = "\n\n".join([START, ratios(results, speeds), *sections, END])
    found = re.search(f"{re.escape(START)}.*?{re.escape(END)}", text, re.DOTALL)
    if found:
        return text[: found.start()] + block + text[found.end() :]
    return f"{text.rstrip()}\n\n{block}\n"
