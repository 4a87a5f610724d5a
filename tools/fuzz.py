"""Look for what the readers of facts do not expect: atheris changes real files, guided by coverage.

    python -m venv .venv-fuzz && .venv-fuzz/bin/pip install atheris -e .
    .venv-fuzz/bin/python tools/fuzz.py geojson -max_total_time=600

A reader may log faults. It must not raise anything, nor say anything in the words of Python. What
is found stands in `build/fuzz`; make it a test with input of its own. atheris is no dependency of
the project: it has wheels for few systems.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["mapgen", "babel.messages"]):
    from mapgen.facts.atlas import read_atlas
    from mapgen.facts.catalogues import read_messages
    from mapgen.facts.geojson import FileRule, read_features
    from mapgen.facts.lessons import read_lessons
    from mapgen.facts.properties import RULES
    from mapgen.facts.sources import read_sources
    from mapgen.faults import FaultLog

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(tempfile.mkdtemp())

BASES = FileRule(RULES["bases"].model, RULES["bases"].geometry_types, (35, 34, 39, 38))

READERS: dict[str, tuple[str, str, Callable[[Path, FaultLog], object]]] = {
    "geojson": (
        "bases.geojson",
        "bases.geojson",
        lambda path, log: read_features(path, BASES, log),
    ),
    "atlas": ("atlas.toml", "atlas.toml", read_atlas),
    "sources": ("sources.json", "sources.json", read_sources),
    "po": ("tr.po", "text/tr.po", read_messages),
    "lessons": (
        "lessons/example.md",
        "lessons/reading-a-map-of-a-war.md",
        lambda path, log: read_lessons(path.parent, log),
    ),
}
"""By name: the file that is written, one to begin with, and what reads it."""


def main() -> None:
    """Run one reader until it fails or time is up."""
    name = sys.argv.pop(1)
    written, first, read = READERS[name]
    path = FOLDER / written
    path.parent.mkdir(parents=True, exist_ok=True)
    corpus = ROOT / "build/fuzz" / name
    corpus.mkdir(parents=True, exist_ok=True)
    begun = (ROOT / "geodata" / first).read_text("utf-8")
    for number, lines in enumerate((begun.split("\n")[:20], begun.split("\n")[:80])):
        end = "\n]}" if name == "geojson" else "\n]" if name == "sources" else ""
        text = "\n".join(lines).rstrip(",") + end
        (corpus / f"first-{number}").write_text(text, "utf-8")

    def try_one(data: bytes) -> None:
        path.write_bytes(data)
        log = FaultLog()
        read(path, log)
        for fault in log.faults:
            if re.search(r"Traceback|object at 0x|<class", fault.message):
                raise AssertionError(fault)

    atheris.Setup([*sys.argv, f"-artifact_prefix={corpus.parent}/{name}-", str(corpus)], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
