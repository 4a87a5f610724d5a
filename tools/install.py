"""Make a virtual environment with exactly the versions that a lock names, and mapgen in it.

A lock is a file of exact versions with hashes: `requirements/map.txt` has what the map needs,
`export.txt`, `test.txt` and `method.txt` have more. Needs Python alone, on every system.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

OLDEST = (3, 11)
"""As `requires-python` in pyproject.toml says; pip would say it less plainly."""

ALONE = {"lock", "audit"}
"""Locks of tools that work on the project from outside."""

PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-compile")
"""Python compiles what it imports, a small part of all: so the map is there some seconds sooner."""

COMPILED = {"test"}
"""Locks whose packages are compiled at once: pytest would take a compiler's warning for a fault."""


def main(arguments: list[str] | None = None) -> int:
    """Return 0 when everything is installed."""
    if sys.version_info[:2] < OLDEST:
        wanted, here = (".".join(map(str, version[:2])) for version in (OLDEST, sys.version_info))
        print(
            f"mapgen needs Python {wanted} or later, and {sys.executable} is {here}. "
            "Name another one, such as: make map PYTHON=python3.13",
            file=sys.stderr,
        )
        return 1
    options = _options(arguments)
    lock, build = (options.locks / f"{name}.txt" for name in (options.lock, "build"))
    for path in (lock, build):
        if not path.is_file():
            print(f"There is no {path}; `make lock` writes it.", file=sys.stderr)
            return 1
    try:
        _environment(options.into, options.locks)
        _install(options.lock, lock, build, python_of(options.into))
        if options.lock in COMPILED:
            _compile(options.into)
    except subprocess.CalledProcessError as fault:
        print(f"{lock} could not be installed into {options.into}.", file=sys.stderr)
        return fault.returncode or 1
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("lock", nargs="?", default="map", help="default: %(default)s")
    parser.add_argument("--into", type=Path, default=ROOT / ".venv", metavar="DIR")
    parser.add_argument("--locks", type=Path, default=ROOT / "requirements", metavar="DIR")
    return parser.parse_args(arguments)


def python_of(environment: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def pins(text: str) -> set[tuple[str, str]]:
    """Return names and versions of a lock."""
    return set(re.findall(r"(?m)^([a-z0-9-]+)==([^\s;]+)", text))


def strangers(environment: Path, locks: Path) -> list[str]:
    """Return what is installed in an environment and named by none of the locks.

    An environment from before a lock was renewed holds versions and packages that nobody asks for.
    """
    named = {pin for path in locks.glob("*.txt") for pin in pins(path.read_text("utf-8"))}
    known = {f"{name}-{version}" for name, version in named}
    installed = [
        re.sub(r"[-_.]+(?=.*-)", "-", path.stem).lower()
        for path in environment.glob("**/site-packages/*.dist-info")
    ]
    # pip comes with Python, and mapgen is the project itself.
    return sorted(
        name for name in installed if name not in known and not name.startswith(("pip-", "mapgen-"))
    )


def _environment(environment: Path, locks: Path) -> None:
    """Make the environment, anew where another Python or another lock made it."""
    lines = {}
    settings = environment / "pyvenv.cfg"
    if settings.is_file():
        lines = dict(re.findall(r"(?m)^(\S+) = (.*)$", settings.read_text("utf-8")))
    here = ".".join(map(str, sys.version_info[:3]))
    if lines.get("version") == here and not strangers(environment, locks):
        return
    _run([sys.executable, "-m", "venv", "--clear", environment])


def _install(name: str, lock: Path, build: Path, python: Path) -> None:
    # What offers no wheel is built by the setuptools of the lock, not by the newest.
    _run([python, *PIP, "-r", build])
    _run([python, *PIP, "--no-build-isolation", "-r", lock])
    if name not in ALONE:
        _run([python, *PIP, "--no-build-isolation", "--no-deps", "-e", ROOT])


def _compile(environment: Path) -> None:
    """Compile on all cores; what cannot be compiled is example or template, and never imported."""
    command = [python_of(environment), "-W", "ignore", "-m", "compileall", "-qq", "-j", "0"]
    subprocess.run([*map(str, command), str(environment)], check=False)


def _run(command: list[str | Path]) -> None:
    subprocess.run([str(word) for word in command], check=True)


if __name__ == "__main__":
    sys.exit(main())
