"""The one module that writes files: whole or not at all, even where a run is killed.

A run first lists in a journal what it is about to write (`JOURNAL`), and locks it. Then it writes
each file beside its place, says in the journal that all of them are whole, and renames them. Where
a run was killed, its lock is gone and its journal is still there: the next run takes back what was
begun, or renames the rest of what was whole.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from mapgen.facts.changes import JOURNAL
from mapgen.faults import Fault, FaultsError, Place
from mapgen.interrupts import held_back
from mapgen.locking import is_still, lock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from threading import Event

PATIENCE: Final = 60.0
"""Seconds for which a run waits until another one has written to the same folder."""

_WHOLE: Final = b"whole\n"


class _Step(NamedTuple):
    """A file beside its place, and its place."""

    beside: Path
    target: Path


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files so that each is either the old one or the new one, never a part.

    Where a file is a symbolic link, the file to which it leads is written.

    Parameters
    ----------
    folder
        Where they lie; made where it is missing.
    files
        Content by name, with ``/`` between folders.

    Raises
    ------
    FaultsError
        When a folder or a device lies in a file's place, or another run does not end.
    OSError
        When a folder or file cannot be written; no existing file is changed then, unless a
        rename itself fails: the next run renames the rest.
    """
    targets = {_target(folder / name): content for name, content in files.items()}
    made = _missing(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _journal(folder, "a+b") as journal:
            if journal:
                _write(folder, targets, journal)
    except BaseException:
        _remove_folders(made)
        raise


def finish(folder: Path) -> None:
    """Take back what a killed run has begun in a folder, or put in place what it had whole.

    Raises
    ------
    FaultsError
        When another run is writing to the folder and does not end.
    OSError
        When a file cannot be renamed.
    """
    with _journal(folder, "r+b"):
        pass


def _target(path: Path) -> Path:
    """Return where a file is written: where links lead."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        step = "is a folder. Remove it, or choose another name."
    elif target.is_symlink():
        step = "is a symbolic link that leads back to itself. Remove it."
    elif target.exists() and not target.is_file():
        step = "is a device, not a file. Choose another name."
    else:
        return target
    raise FaultsError([Fault(Place(str(path)), step)])


def _missing(folder: Path) -> list[Path]:
    """Return which of a folder and those above it are missing, from above."""
    return [path for path in reversed((folder, *folder.parents)) if not path.exists()]


def _remove_folders(folders: list[Path]) -> None:
    """Remove folders that were made for files that were not written after all."""
    for folder in reversed(folders):
        with suppress(OSError):  # something else lies in it
            folder.rmdir()


def _write(folder: Path, targets: Mapping[Path, bytes], journal: IO[bytes]) -> None:
    """Write files beside their places, then put all of them in place."""
    token = secrets.token_hex(4)
    home = Path(os.path.realpath(folder))
    new = sorted({path for target in targets for path in _missing(target.parent)})
    begun = {
        "token": token,
        "folders": [_relative(path, home) for path in new],
        "files": [_relative(path, home) for path in targets],
    }
    steps = _steps(home, token, list(targets))
    is_whole = False
    try:
        with _named(folder):
            _append(journal, json.dumps(begun).encode() + b"\n")
        for step, content in zip(steps, targets.values(), strict=True):
            with _named(step.target):
                step.target.parent.mkdir(parents=True, exist_ok=True)
                _write_beside(step.beside, content)
        with _named(folder):
            _append(journal, _WHOLE)
        is_whole = True
        _put_in_place(steps)
    finally:
        if not is_whole:
            _take_back(steps, new)


def _write_beside(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o644)


def _put_in_place(steps: list[_Step]) -> None:
    """Rename what is whole; what was renamed already is left alone."""
    for step in steps:
        with _named(step.target), suppress(FileNotFoundError):
            step.beside.replace(step.target)


def _take_back(steps: list[_Step], folders: list[Path]) -> None:
    for step in steps:
        with suppress(FileNotFoundError, NotADirectoryError):
            step.beside.unlink()
    _remove_folders(folders)


def _steps(home: Path, token: str, targets: list[Path]) -> list[_Step]:
    """Return where each file is written first: beside its place, under a name of the run."""
    return [
        _Step(home / target.with_name(f".mapgen-{token}-{number}"), home / target)
        for number, target in enumerate(targets)
    ]


def _relative(path: Path, home: Path) -> str:
    """Return a path as seen from the folder, which may be moved; whole from another drive."""
    try:
        return os.path.relpath(path, home)
    except ValueError:
        return str(path)


def _append(journal: IO[bytes], line: bytes) -> None:
    journal.seek(0, os.SEEK_END)
    while line:
        line = line[journal.write(line) :]
    os.fsync(journal.fileno())


def _recover(folder: Path, journal: IO[bytes]) -> None:
    """Take back what a journal has begun, or put in place what was whole."""
    journal.seek(0)
    first, _, rest = journal.read().partition(b"\n")
    with suppress(ValueError, TypeError, KeyError):  # not even listed: nothing was begun
        begun = json.loads(first)
        token = re.fullmatch("[0-9a-f]{8}", begun["token"])
        if token:
            home = Path(os.path.realpath(folder))
            steps = _steps(home, token[0], [Path(name) for name in begun["files"]])
            if rest == _WHOLE:
                _put_in_place(steps)
            else:
                _take_back(steps, [home / name for name in begun["folders"]])
    journal.truncate(0)


@contextmanager
def _journal(folder: Path, mode: str) -> Iterator[IO[bytes] | None]:
    """Yield the journal of a folder, locked and empty; None where there is none to open."""
    path = folder / JOURNAL
    with held_back() as pressed:
        journal = _locked(path, mode, pressed)
        if journal is None:
            yield None
            return
        with _released(folder, journal):
            yield journal


@contextmanager
def _released(folder: Path, journal: IO[bytes]) -> Iterator[None]:
    """Recover what a journal has, and remove it at the end, unless files wait to be renamed."""
    path = folder / JOURNAL
    done = True
    try:
        _recover(folder, journal)
        yield
    except OSError:
        journal.seek(0)
        done = not journal.read().endswith(_WHOLE)
        raise
    finally:
        if done and sys.platform != "win32":
            path.unlink(missing_ok=True)
        journal.close()
        if done and sys.platform == "win32":
            with suppress(PermissionError):  # the next run has it open already
                path.unlink(missing_ok=True)


def _locked(path: Path, mode: str, pressed: Event) -> IO[bytes] | None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            journal: IO[bytes] = path.open(mode, buffering=0)
        except (FileNotFoundError, NotADirectoryError):
            if "a" in mode:
                raise
            return None
        if lock(journal) and is_still(journal, path):
            return journal
        journal.close()
        if pressed.wait(0.05):
            return None
        if time.monotonic() > end:
            problem = "another run of mapgen is writing here. Run this again when it has ended."
            raise FaultsError([Fault(Place(str(path.parent)), problem)])


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let errors name the file that was to be written, not the one beside it."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise
