"""Renew the locks: exact versions, with hashes, of everything that the project installs.

Resolves the bounds of `pyproject.toml` for every Python and system that the project names, and sees
to it that each version can be had there without a compiler. `--newest` and `--oldest` write locks
for this Python and system alone, which `make test-newest` and `make test-oldest` install.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = (
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
OLDEST_MACOS = "14.0"
"""The oldest for which pyproj publishes a wheel for Apple's own processors."""

NO_WHEELS: set[str] = set()
"""Packages that publish wheels for Linux alone. Without a compiler they install as pure Python,
which gives the same text."""

LOCKS = {"map": None, "export": "map", "method": "map", "test": "export"}
"""Locks of the package, named as its extras are, and the lock that each goes on from."""

HEADER = "# Exact versions for Python {pythons}. `make lock` writes this file.\n"


class LockError(Exception):
    """Versions that cannot be locked, and why."""


def main() -> int:
    """Return 0 when the locks are written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--newest", action="store_true", help="what the bounds allow at most")
    kind.add_argument("--oldest", action="store_true", help="the lower bounds themselves")
    parser.add_argument("--python", help="the interpreter of --newest and --oldest")
    parser.add_argument("--into", type=Path, default=ROOT / "requirements", metavar="DIR")
    options = parser.parse_args()
    single = options.newest or options.oldest
    try:
        if single:
            how = ["--python", options.python or sys.executable]
            how += ["--resolution", "lowest-direct" if options.oldest else "highest"]
            locks = resolved(how)
        else:
            # One version for all Pythons where one can serve them: the same page everywhere.
            how = ["--universal", "--python-version", PYTHONS[0], "--fork-strategy", "fewest"]
            locks = resolved(how)
            check_wheels("\n".join(locks.values()))
            lock_node()
    except LockError as fault:
        print(fault, file=sys.stderr)
        return 1
    pythons = "this interpreter" if single else f"{PYTHONS[0]} to {PYTHONS[-1]}"
    _write(options.into, locks, HEADER.format(pythons=pythons))
    return 0


def resolved(how: list[str]) -> dict[str, str]:
    """Return the text of each lock; a package has the same version in all of them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    build = "\n".join(project["build-system"]["requires"])
    everything = _compile(
        [*how, "--all-extras", "--group", "lock", "--group", "audit", "pyproject.toml", "-"], build
    )
    fixed = ROOT / "build" / "everything.txt"
    fixed.parent.mkdir(exist_ok=True)
    fixed.write_text(everything, "utf-8")
    how = [*how, "--constraint", str(fixed.relative_to(ROOT)), "--generate-hashes"]
    full = {
        name: _compile([*how, *([f"--extra={name}"] if base else []), "pyproject.toml"])
        for name, base in LOCKS.items()
    }
    locks = {
        name: f"-r {base}.txt\n{without(full[name], full[base])}" if base else full[name]
        for name, base in LOCKS.items()
    }
    locks["build"] = _compile([*how, "-"], build)
    locks["lock"] = _compile([*how, "--group", "lock"])
    locks["audit"] = _compile([*how, "--group", "audit"])
    for name, text in locks.items():
        check_text(name, text)
    return locks


def without(text: str, other: str) -> str:
    """Return the pins of a lock that another does not have."""
    known = set(_pins(other))
    return "".join(pin for pin in _pins(text) if pin not in known)


def check_text(name: str, text: str) -> None:
    """Raise a fault where a lock holds an address, or a version without a hash."""
    if re.search(r"://|--(?:index|extra-index|find-links)|@ ", text):
        message = f"{name}.txt would name where packages come from."
        raise LockError(message)
    for pin in _pins(text):
        if not re.match(r"[a-z0-9-]+==\S+[^\n]*(\n +--hash=sha256:\w{64}.*)+", pin):
            message = f"{name}.txt would have no hash for: {pin.splitlines()[0]}"
            raise LockError(message)


def check_wheels(text: str) -> None:
    """Raise a fault where a version has no wheel for one of the Pythons and systems."""
    lines = dict.fromkeys(re.findall(r"(?m)^[a-z0-9-]+==[^\\\n]*", text))
    wanted = [line.strip() for line in lines if line.split("==")[0] not in NO_WHEELS]
    for system in SYSTEMS:
        for python in PYTHONS:
            where = ["--python-version", python, "--python-platform", system]
            try:
                _compile([*where, "--no-deps", "--only-binary=:all:", "-"], "\n".join(wanted))
            except LockError as fault:
                message = (
                    f"{fault}\nNo wheel for Python {python} on {system}: give the package an upper "
                    "bound in pyproject.toml, or name it in NO_WHEELS of tools/lock.py."
                )
                raise LockError(message) from None


def lock_node() -> None:
    """Renew package-lock.json, within the ranges of package.json."""
    npm = shutil.which("npm", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if not npm:
        message = "There is no npm beside this Python; `make lock` installs it."
        raise LockError(message)
    _run([npm, "update", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"])
    if '"resolved"' in (ROOT / "package-lock.json").read_text("utf-8"):
        message = "package-lock.json names where packages come from: is .npmrc heard?"
        raise LockError(message)


def _pins(text: str) -> list[str]:
    """Return each version with the lines of its hashes."""
    return re.findall(r"(?m)^[a-z0-9].*\n(?: .*\n)*", text)


def _compile(arguments: list[str], given: str = "") -> str:
    uv = shutil.which("uv", path=str(Path(sys.executable).parent))
    if not uv:
        message = "There is no uv beside this Python; `make lock` installs it."
        raise LockError(message)
    return _run(
        [uv, "pip", "compile", "--quiet", "--no-header", "--no-annotate", *arguments], given
    )


def _run(command: list[str], given: str = "") -> str:
    # Indexes and folders that this machine is set to ask have other files under the same names.
    plain = {
        name: text for name, text in os.environ.items() if not name.startswith(("UV_", "PIP_"))
    }
    settings = {"UV_NO_CONFIG": "1", "MACOSX_DEPLOYMENT_TARGET": OLDEST_MACOS}
    try:
        done = subprocess.run(
            command,
            cwd=ROOT, env=plain | settings, input=given, capture_output=True, text=True, check=True,
        )  # fmt: skip
    except subprocess.CalledProcessError as fault:
        raise LockError(fault.stderr.strip()) from None
    return done.stdout


def _write(folder: Path, locks: dict[str, str], header: str) -> None:
    """Write what changed: an environment is as old as its lock."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in locks.items():
        path = folder / f"{name}.txt"
        if not path.is_file() or path.read_text("utf-8") != header + text:
            path.write_text(header + text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
