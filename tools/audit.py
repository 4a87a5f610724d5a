"""Ask for known faults of the locked packages, and list the licences of what is in the page.

Writes `docs/audit.md`. Without a network, or where a service does not answer, it says so, keeps
the last answer and returns 2: no answer is not a good one. Known faults return 1.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from mapgen.page.software import SOFTWARE

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs/audit.md"
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIP_AUDIT = ROOT / ".venv-audit/bin/pip-audit"
"""In an environment of its own: what audits the locks is not held to their versions."""


class NoAnswerError(Exception):
    """A service that was asked did not answer."""


class Answer(NamedTuple):
    """How many packages were asked about, and the known faults, a line each."""

    asked: int
    faults: list[str]


def main() -> int:
    """Return 0 where no fault is known, 1 where some are, 2 where nobody answered."""
    answers: dict[str, Answer | None] = {}
    for name, ask in (("Python", ask_python), ("Node.js, for tests only", ask_node)):
        try:
            answers[name] = ask()
        except NoAnswerError as error:
            print(f"{name}: not audited: {error}", file=sys.stderr)
            answers[name] = None
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    if None in answers.values():
        print("docs/audit.md keeps its last answer. Try again with a network.", file=sys.stderr)
        if not TABLE.is_file():
            TABLE.write_text(report(day, answers), "utf-8")
        return 2
    TABLE.write_text(report(day, answers), "utf-8")
    faults = [fault for answer in answers.values() if answer for fault in answer.faults]
    print("\n".join(faults) or "No known faults.", f"docs/audit.md has the date: {day}.", sep="\n")
    return 1 if faults else 0


def ask_python() -> Answer:
    """Ask about every version of the locks; of one that is not known there is no answer."""
    asked: dict[str, list[str]] = {}
    silent: set[str] = set()
    for lock in LOCKS:
        pins = re.sub(r"(?m)^-r .*\n", "", lock.read_text("utf-8"))
        plain = ROOT / "build" / f"audit-{lock.name}"
        plain.parent.mkdir(exist_ok=True)
        plain.write_text(pins, "utf-8")
        found = read_json(
            [PIP_AUDIT, "--disable-pip", "--require-hashes", "--format=json", "-r", plain],
            "pip-audit",
        )
        for package in found["dependencies"]:
            named = f"{package['name']} {package.get('version', '')}".strip()
            if "skip_reason" in package:
                silent.add(named)
            asked[named] = [f"{named}: {fault['id']}" for fault in package.get("vulns", ())]
    if silent:
        message = f"the service knows nothing of {len(silent)} of {len(asked)} packages"
        raise NoAnswerError(message)
    return Answer(len(asked), [fault for faults in asked.values() for fault in faults])


def ask_node() -> Answer:
    """Ask about every package of package-lock.json."""
    npm = shutil.which("npm")
    if not npm:
        message = "there is no npm; `make test` installs it"
        raise NoAnswerError(message)
    found = read_json([npm, "audit", "--json"], "npm audit")
    if "vulnerabilities" not in found:
        message = "npm audit: the service did not answer"
        raise NoAnswerError(message)
    faults = [f"{name}: {each['severity']}" for name, each in found["vulnerabilities"].items()]
    return Answer(found["metadata"]["dependencies"]["total"], faults)


def read_json(command: list[Any], name: str) -> dict[str, Any]:
    """Return what a program prints as JSON, whatever it returns."""
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
        )
        found: dict[str, Any] = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        message = f"{name}: the service did not answer"
        raise NoAnswerError(message) from None
    return found


def licences() -> list[tuple[str, str]]:
    """Return what is in the page and under which licence: software, then data."""
    software = [(each.text, each.licence) for each in SOFTWARE]
    atlas = tomllib.loads((ROOT / "geodata/atlas.toml").read_text("utf-8"))
    own = [("facts, map and texts", atlas["licence"])]
    return [*software, *own, *((each["text"], each["licence"]) for each in atlas["attribution"])]


def report(day: str, answers: dict[str, Answer | None]) -> str:
    """Return the text of `docs/audit.md`."""
    counts = (
        f"| {name} | {answer.asked} | {'; '.join(answer.faults) or 'none'} |"
        if answer
        else f"| {name} | 0 | not known: nobody answered |"
        for name, answer in answers.items()
    )
    within = (f"| {name} | {licence} |" for name, licence in licences())
    return "\n".join(
        [
            "# Audit",
            "",
            f"`make audit` wrote this file on {day}.",
            "",
            "| locked packages | asked about | known faults |",
            "|---|---|---|",
            *counts,
            "",
            "## What is in the page",
            "",
            "| what | licence |",
            "|---|---|",
            *within,
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
