"""Kills commands at random moments, and tells what each left: ``python -m tests.killing``.

A process of its own, because it copies itself once everything is imported and compressed: what is
killed then lasts a second, most of it the command's own work. Linux and macOS can do so.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from mapgen.cli import main
from mapgen.facts.changes import JOURNAL
from mapgen.output import finish, write_files

DERIVED = (
    "areas_of_control.geojson", "certainty.json", "derivation.json", "front_lines.geojson",
    "statistics.json",
)  # fmt: skip

WRITING = 0.004
"""Seconds that writing a few files takes."""

RARELY = {"derive": 5}
"""One of how many is killed while it writes: a whole derivation takes long."""

Files = dict[str, bytes]


class Command(NamedTuple):
    """A command that is killed: its words, what it writes where, what it reads."""

    words: list[str]
    output: Path
    facts: Path
    written: tuple[str, ...] = ()
    """Names of what it writes; without it, all that lies in `output`."""

    def run(self) -> int:
        """Run it here, without a word."""
        if not self.words:
            files = {path.name: path.read_bytes() for path in self.facts.glob("*.*")}
            write_files(self.output, files)
            return 0
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return main([*self.words, "--geodata", str(self.facts)])

    def files(self) -> Files:
        """Return what it has written."""
        names = self.written or [
            path.relative_to(self.output).as_posix()
            for path in self.output.rglob("*")
            if path.is_file() and not is_left(path)
        ]
        return {name: (self.output / name).read_bytes() for name in names}

    def killed(self, moment: float, *, writing: bool) -> None:
        """Run a copy of this process, and kill it a moment after it began, or began to write."""
        child = os.fork()
        if child == 0:
            os._exit(self.run())
        ended = False
        while writing and not ended and not (self.output / JOURNAL).exists():
            ended = os.waitpid(child, os.WNOHANG) != (0, 0)
        time.sleep(moment)
        if not ended:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def is_left(path: Path) -> bool:
    """Tell whether a file is one that a killed run leaves behind."""
    return path.name.startswith(".mapgen-")


def left_in(folder: Path) -> list[Path]:
    """Return what killed runs have left."""
    return [path for path in folder.rglob(".mapgen-*") if is_left(path)]


def command(kind: str, home: Path, facts: Path) -> Command:
    """Return a command that reads the facts in a folder and writes beside them."""
    output = home / kind
    if kind == "build":
        words = ["build", "--examples", "--output", str(output / "page.html")]
    elif kind == "write":  # no command, only what all of them do at their end
        words = []
    elif kind == "export":
        words = ["export", "--only", "page", "data", "--output", str(output)]
    else:
        return Command(["derive"], facts, facts, DERIVED)
    return Command(words, output, facts)


def walk(kind: str, count: int, seed: int, home: Path) -> dict[str, int]:
    """Kill a command again and again, and return how often what was found.

    ``home`` holds ``first`` and ``second``, folders of facts; ``facts`` is made of them in turn.
    """
    facts = home / "facts"
    shutil.copytree(home / "first", facts)
    killed = command(kind, home, facts)
    versions: list[Files] = []
    for name in ("second", "first", "first"):
        give(home / name, killed)
        began = time.monotonic()
        assert killed.run() == 0
        lasts = time.monotonic() - began
        versions.append(killed.files())
    versions.pop()
    assert versions[0] != versions[1]
    chance = random.Random(seed)  # noqa: S311 - not a secret
    told: Counter[str] = Counter()
    for number in range(count):
        give(home / chance.choice(("first", "second")), killed)
        writing = bool(number % RARELY.get(kind, 2) == 0)
        killed.killed(chance.uniform(0, WRITING if writing else lasts * 1.05), writing=writing)
        told.update(found(killed, versions))
    give(home / "second", killed)
    told["ran after all"] = int(killed.run() == 0 and killed.files() == versions[0])
    told["left at the end"] = len(left_in(home))
    return dict(told)


def give(facts: Path, killed: Command) -> None:
    """Let a command read other facts, and leave alone what it writes."""
    for path in facts.glob("*"):
        if path.is_file() and path.name not in killed.written:
            content = path.read_bytes()
            if content != (killed.facts / path.name).read_bytes():
                (killed.facts / path.name).write_bytes(content)


def found(killed: Command, versions: list[Files]) -> list[str]:
    """Return what a killed run has left: each file whole, and all of one run after `finish`."""
    before = killed.files()
    torn = [
        name
        for name, content in before.items()
        if content not in [files.get(name) for files in versions]
    ]
    told = ["torn" for _ in torn]
    told.append("killed while writing" if left_in(killed.output) else "killed at another time")
    if before not in versions:
        told.append("killed between two files")
    finish(killed.output)
    told += ["left" for _ in left_in(killed.output)]
    told.append("whole" if killed.files() in versions else "mixed")
    return told


if __name__ == "__main__":
    asked, kills, start, folder = sys.argv[1:]
    print(json.dumps(walk(asked, int(kills), int(start), Path(folder))))  # noqa: T201 - to a test
