"""What was measured: kept as JSON, from which table and picture are made."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import re
import statistics
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bench.inputs import Input

DIGITS = 4
"""Of a figure that is kept."""

PACKAGES = ("folium", "geopandas", "branca", "matplotlib", "xyzservices")


def machine(browser: str) -> str:
    """Return what the figures depend on, in a line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return (
        f"{_processor()}, {cores} cores, {memory:.0f} GiB of memory; {platform.system()}, "
        f"Python {platform.python_version()}, Chromium {browser} without a window; {today}"
    )


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    text = path.read_text("utf-8") if path.is_file() else ""
    found = re.search(r"(?m)^model name\s*: (.*)$", text)
    return found[1].strip() if found else platform.processor() or platform.machine()


def versions() -> dict[str, str]:
    """Return the versions of the peers and of what they are made with."""
    return {name: version(name) for name in PACKAGES}


def entry(given: Input, told: str, contestants: Iterable[str]) -> dict[str, Any]:
    """Return the empty results of an input."""
    return {
        "points": given.points,
        "vertices": given.vertices,
        "machine": told,
        "load": round(os.getloadavg()[0], 1),
        "rounds": 0,
        "versions": versions(),
        "missing": [],
        "builds": {each: {} for each in contestants},
        "speeds": {},
    }


def add(kept: dict[str, Any], figures: Mapping[str, float]) -> None:
    """Add the figures of one round to those of a contestant."""
    for name, value in figures.items():
        kept.setdefault(name, []).append(float(f"{value:.{DIGITS}g}"))


def read(path: Path) -> dict[str, Any]:
    """Return the results that are kept, by input."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


def write(path: Path, results: Mapping[str, Any]) -> None:
    """Keep results: a line for each figure."""
    text = json.dumps(results, indent=1, ensure_ascii=False)
    text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda found: _line(found[1]), text)
    path.write_text(f"{text}\n", "utf-8")


def _line(inside: str) -> str:
    return "[" + ", ".join(part.strip() for part in inside.split("\n")).replace(",,", ",") + "]"


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)
