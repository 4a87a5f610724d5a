"""Whatever stops a run: what was there stays whole, or the new is whole, and no more is left."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

import mapgen
from mapgen.cli import main
from mapgen.output import write_files
from mapgen.telling import refusal
from tests.conftest import ROOT, from_day
from tests.small import change, small_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COPIES_ITSELF = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes copy themselves")
LIMITS_FILES = pytest.mark.skipif(sys.platform == "win32", reason="files have no limit")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}
OLD, NEW = ({f"{number}.txt": text * 9_000 for number in range(9)} for text in (b"old", b"new"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_folder(tmp_path_factory.mktemp("small") / "geodata")


def content_of(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, hidden ones as well."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def other_name(content: dict[str, Any]) -> None:
    content["features"][0]["properties"]["name:en"] = "Elsewhere"


def other_holder(content: dict[str, Any]) -> None:
    content["features"][0]["properties"].update(side="opposition", holder="hts")


def walked(kind: str, count: int, home: Path, seed: int = 0) -> dict[str, int]:
    """Return what `count` killed runs have left; see tests/killing.py."""
    command = [sys.executable, "-m", "tests.killing", kind, str(count), str(seed), str(home)]
    done = subprocess.run(
        command, cwd=home, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, int] = json.loads(done.stdout)
    print(kind, told)  # noqa: T201 - pytest -s shows how often a run was killed where
    return told


def assert_nothing_lost(told: dict[str, int], count: int) -> None:
    assert told["whole"] == count
    assert told["ran after all"] == 1
    assert told["left at the end"] == 0
    assert told.keys().isdisjoint({"torn", "mixed", "left"})


@COPIES_ITSELF
def test_killed_while_writing(tmp_path: Path) -> None:
    write_files(tmp_path / "first", OLD)
    write_files(tmp_path / "second", NEW)
    assert_nothing_lost(walked("write", 20, tmp_path), 20)


@COPIES_ITSELF
@pytest.mark.long
@pytest.mark.parametrize(
    ("kind", "count", "seed"),
    [("build", 40, 1), ("build", 40, 2), ("derive", 16, 3), ("export", 8, 4)],
)
def test_killed_at_any_moment(
    kind: str, count: int, seed: int, small: Path, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        shutil.copytree(small, tmp_path / name)
        (tmp_path / name / "text/terms.toml").unlink()  # takes a third of the time to check
    if kind == "derive":
        for name in ("first", "second"):
            from_day(tmp_path / name, "2018-09-14")
        change(tmp_path / "second/settlements.geojson", other_holder)
    else:
        change(tmp_path / "second/bases.geojson", other_name)
    told = walked(kind, count, tmp_path, seed)
    assert_nothing_lost(told, count)
    if kind == "build":
        assert told["killed while writing"]


def build(facts: Path, output: Path) -> int:
    return main(["build", "--geodata", str(facts), "--output", str(output)])


def test_a_folder_in_the_place_of_the_page(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "out/page.html"
    page.mkdir(parents=True)
    assert build(small, page) == 1
    assert f"{page}: is a folder. Remove it, or choose another name." in capsys.readouterr().err
    assert list(tmp_path.rglob("*")) == [page.parent, page]


def test_a_file_in_the_place_of_the_folder(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "out/page.html"
    page.parent.write_text("mine", "utf-8")
    assert build(small, page) == 1
    assert "a file lies where a folder should be." in capsys.readouterr().err
    assert content_of(tmp_path) == {"out": b"mine"}


def test_a_link_in_the_place_of_the_page_is_followed(small: Path, tmp_path: Path) -> None:
    published = tmp_path / "published/page.html"
    published.parent.mkdir()
    published.write_text("old", "utf-8")
    page = tmp_path / "out/page.html"
    page.parent.mkdir()
    page.symlink_to(published)
    assert build(small, page) == 0
    assert page.is_symlink()
    assert published.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert len(content_of(published.parent)) == 1


def test_a_link_to_itself_and_a_device_are_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop.html"
    loop.symlink_to(loop)
    device = tmp_path / "device.html"
    device.symlink_to(os.devnull)
    for path, said in ((loop, "leads back to itself"), (device, "is a device")):
        with pytest.raises(mapgen.FaultsError, match=said):
            write_files(tmp_path, {path.name: b""})
    assert sorted(tmp_path.iterdir()) == [device, loop]


@LIMITS_FILES
def test_a_file_that_grows_too_large(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    page = tmp_path / "out/page.html"
    write_files(page.parent, {page.name: b"old"})
    most, ever = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, ever))
    try:
        assert build(small, page) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, ever))
    line = f"{page}: is larger than a file may be here. Choose another place.\n"
    assert capsys.readouterr().err == line
    assert content_of(page.parent) == {page.name: b"old"}


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """Let a folder be a small disk of its own, where the system allows it."""
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if not mount or not unmount or sys.platform != "linux" or os.geteuid():
        pytest.skip("no right to mount a disk")
    command = [mount, "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount a disk")
    try:
        yield
    finally:
        subprocess.run([unmount, str(folder)], check=True)


def test_a_full_disk(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with mounted(tmp_path, "size=200k"):
        page = tmp_path / "out/page.html"
        write_files(page.parent, {page.name: b"old"})
        assert build(small, page) == 1
        assert content_of(tmp_path) == {"out/page.html": b"old"}
        words = ["export", "--only", "data", "--geodata", str(small), "--output"]
        assert main([*words, str(tmp_path / "export")]) == 1
        assert sorted(tmp_path.rglob("*")) == [page.parent, page]
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"{page}: the disk is full. Make room on it, or choose another place."
    assert "/export/" in lines[1]


def test_a_disk_that_may_only_be_read(tmp_path: Path) -> None:
    with mounted(tmp_path, "ro"), pytest.raises(OSError, match=str(tmp_path)) as caught:
        write_files(tmp_path, NEW)
    assert refusal(caught.value).endswith("may only be read. Choose another place.")


@pytest.mark.skipif(not getattr(os, "geteuid", int)(), reason="root may write anywhere")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(PermissionError) as caught:
            write_files(tmp_path, NEW)
    finally:
        tmp_path.chmod(0o755)
    assert "may not be read or written. Change its permissions" in refusal(caught.value)
    assert content_of(tmp_path) == OLD


def test_two_runs_at_once_write_one_after_the_other(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        for files in [OLD, NEW] * 10:
            pool.submit(write_files, tmp_path, files)
    assert content_of(tmp_path) in (OLD, NEW)


@pytest.mark.long
def test_two_builds_at_once(small: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(small, other)
    change(other / "bases.geojson", other_name)
    wanted = []
    for facts, folder in ((small, tmp_path / "1"), (other, tmp_path / "2")):
        assert main(words(facts, folder)) == 0
        wanted.append(content_of(folder))
    assert wanted[0] != wanted[1]
    both = tmp_path / "both"
    runs = [
        subprocess.Popen([sys.executable, "-m", "mapgen", *words(facts, both)], env=ENVIRONMENT)
        for facts in (small, other, small, other)
    ]
    assert [run.wait() for run in runs] == [0] * len(runs)
    assert content_of(both) in wanted


def words(facts: Path, folder: Path) -> list[str]:
    page = str(folder / "page.html")
    return ["build", "--examples", "--geodata", str(facts), "--output", page]


STARTS = """
import runpy, sys

class Tells:
    def find_spec(self, name, *_):
        if name == "mapgen.cli":
            print("begins", flush=True)

sys.meta_path.insert(0, Tells())
runpy.run_module("mapgen", run_name="__main__")
"""


@pytest.fixture
def heard() -> Iterator[None]:
    """Let processes that a test starts hear Ctrl-C, where a shell in the background forbids it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise")
@pytest.mark.parametrize("seconds", [0, 0.05, 0.1, 0.2, 1.5])
def test_ctrl_c(seconds: float, small: Path, tmp_path: Path) -> None:
    """At once it stops imports, later reading or building: by no more than a line."""
    write_files(tmp_path / "out", {"page.html": b"old"})
    command = [sys.executable, "-c", STARTS, *words(small, tmp_path / "out")]
    with subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout
        assert run.stdout.readline() == "begins\n"
        try:
            run.wait(seconds)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGINT)
        told = run.communicate()[1]
    assert (run.returncode, told) in (
        (-signal.SIGINT, ""),
        (130, "Stopped. No file is half written.\n"),
    )
    assert content_of(tmp_path / "out") == {"page.html": b"old"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="files cannot be made to wait")
def test_facts_that_change_while_they_are_read(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "geodata"
    shutil.copytree(small, facts)
    waits = facts / "leanings.toml"  # is read after the sources
    text = waits.read_bytes()
    waits.unlink()
    os.mkfifo(waits)

    def save() -> None:
        with waits.open("wb") as file:  # waits until it is read
            path = facts / "sources.json"
            path.write_bytes(path.read_bytes() + b"\n")
            file.write(text)

    editor = Thread(target=save)
    editor.start()
    assert build(facts, tmp_path / "out/page.html") == 1
    editor.join()
    told = capsys.readouterr().err
    assert "geodata: changed while it was read (" in told
    assert "sources.json). Run this again when all is saved." in told
    assert not (tmp_path / "out").exists()


def test_facts_that_a_killed_run_left_half_renamed(small: Path, tmp_path: Path) -> None:
    """Who reads them by the command gets them whole; who reads them by the package is told."""
    facts = tmp_path / "geodata"
    shutil.copytree(small, facts)
    change(tmp_path / "geodata/bases.geojson", other_name)
    whole = (facts / "bases.geojson").read_bytes()
    shutil.copy(small / "bases.geojson", facts)
    (facts / ".mapgen-0123abcd-0").write_bytes(whole)
    begun = {"token": "0123abcd", "folders": [], "files": ["bases.geojson"]}
    (facts / ".mapgen-writing").write_text(json.dumps(begun) + "\nwhole\n", "utf-8")
    with pytest.raises(mapgen.FaultsError, match="was stopped"):
        mapgen.read(facts)
    assert main(["check", "--geodata", str(facts)]) == 0
    assert (facts / "bases.geojson").read_bytes() == whole
    assert not list(facts.glob(".mapgen*"))


WORKS = """
import os, time
from mapgen.workers import workers

if __name__ == "__main__":
    with workers(1) as pool:
        pool.submit(os.getpid).result()
        print("begins", flush=True)
        pool.submit(time.sleep, 600).result()
"""


@pytest.mark.usefixtures("heard")
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise")
@pytest.mark.parametrize("sent", ["SIGKILL", "SIGINT"])
def test_processes_end_with_the_one_that_began_them(sent: str, tmp_path: Path) -> None:
    script = tmp_path / "works.py"
    script.write_text(WORKS, "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout
        assert run.stdout.readline() == "begins\n"
        run.send_signal(getattr(signal, sent))
        # Ends when the last of them has closed what it prints to.
        run.communicate(timeout=60)
    assert run.returncode == -getattr(signal, sent)
