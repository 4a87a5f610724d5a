"""Builds of the page, each in a process of its own: time, processor, memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.peers import PEERS

if TYPE_CHECKING:
    from bench.inputs import Input

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = "this project"
CONTESTANTS = (*PEERS, OURS)

LIMIT_S = 600
PAUSE_S = 0.01
UNIT = 1e-6 if sys.platform == "darwin" else 1024e-6
"""Megabytes in the unit in which this system tells the memory of a process."""

FEW = {"folium": 30_000}
"""The most points for which a peer's page is built: with more it takes minutes."""


@dataclass(frozen=True)
class Failed:
    """Why there is no figure."""

    reason: str


def command(contestant: str, given: Input, page: Path) -> list[str]:
    """Return the command that builds a page."""
    if contestant == OURS:
        words = ["mapgen", "build", "--geodata", str(given.geodata), "--output", str(page)]
    else:
        words = ["bench.peers", contestant, str(given.layers), str(page)]
    return [sys.executable, "-m", *words]


def build(contestant: str, given: Input, page: Path) -> dict[str, float] | Failed:
    """Build a page.

    Parameters
    ----------
    contestant
        One of `CONTESTANTS`.
    given
        What to draw.
    page
        The file to write.

    Returns
    -------
    dict or Failed
        Seconds by the clock and of processors, megabytes at most, or why there are none.
    """
    if given.points > FEW.get(contestant, given.points):
        return Failed("not run: it takes minutes to build")
    page.parent.mkdir(parents=True, exist_ok=True)
    places = os.pathsep.join((str(ROOT / "tools"), str(ROOT)))
    start = time.perf_counter()
    with subprocess.Popen(
        command(contestant, given, page),
        env={**os.environ, "PYTHONPATH": places},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        usage = _watched(process, start)
        if process.returncode:
            told = process.stderr.read() if process.stderr else ""
            return Failed(f"not built: {(told.split() and told.splitlines()[-1]) or 'stopped'}")
    return usage


def _watched(process: subprocess.Popen[str], start: float) -> dict[str, float]:
    """Wait for a process and return what it used; end it when it takes too long."""
    status_file = Path(f"/proc/{process.pid}/status")
    most = 0.0
    while True:
        most = _most_memory(status_file) or most
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        wall = time.perf_counter() - start
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            break
        if wall > LIMIT_S:
            process.kill()
        time.sleep(PAUSE_S)
    return {
        "build_s": wall,
        "build_cpu_s": usage.ru_utime + usage.ru_stime,
        "build_mb": most or usage.ru_maxrss * UNIT,
    }


def _most_memory(path: Path) -> float | None:
    """Return the most memory of a process so far, in MB, where this system tells it.

    Where it does not, the figure at the end must do, which is not below this program's own.
    """
    try:
        found = re.search(r"VmHWM:\s*(\d+) kB", path.read_text("utf-8"))
    except OSError:
        return None
    return int(found[1]) * 1024 / 1e6 if found else None
