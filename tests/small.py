"""A small folder of facts: the real ones, with a few features of each layer."""

from __future__ import annotations

import json
import re
import shutil
import zlib
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import deflate
import pytest

import mapgen
from mapgen.page.packing import packed
from tests.conftest import GEODATA, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

KEPT = {
    "settlements": 12, "events": 6, "crossings": 3, "bases": 3, "border": 2,
    "basemap/towns": 8, "basemap/roads": 4, "basemap/rivers": 2, "basemap/lakes": 2,
    "basemap/governorates": 2,
}  # fmt: skip
"""Features that are kept of a layer that has more."""


@contextmanager
def packed_quickly() -> Iterator[None]:
    """Pack pages ten times faster and larger; none is kept for tests of what users get."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deflate, "zlib_compress", lambda content, _: zlib.compress(content, 1))
        packed.cache_clear()
        yield
    packed.cache_clear()


def change(path: Path, edit: Callable[[Any], Any]) -> None:
    content = json.loads(path.read_text("utf-8"))
    content = edit(content) or content
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def _without_claims(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_claims(item) for key, item in value.items() if key != "claim"}
    return list(map(_without_claims, value)) if isinstance(value, list) else value


def _last_day(content: dict[str, Any]) -> None:
    content["features"] = [
        feature for feature in content["features"] if "valid_to" not in feature["properties"]
    ]


def _first(content: dict[str, Any], count: int) -> None:
    content["features"] = content["features"][:count]


def _last_entry(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _last_entry(item) for key, item in value.items()}
    return value[-1:] if isinstance(value, list) and not isinstance(value[0], dict) else value


def small_folder(folder: Path) -> Path:
    """Write the facts of one day, a few of each kind, without lessons and translations."""
    shutil.copytree(GEODATA, folder)
    shutil.rmtree(folder / "lessons")
    for path in [*folder.glob("text/facts.*"), *folder.glob("text/lessons.*")]:
        path.write_text(
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', "utf-8"
        )
    for name in ("areas_of_control", "front_lines"):
        change(folder / f"{name}.geojson", _last_day)
    for name, count in KEPT.items():
        change(folder / f"{name}.geojson", partial(_first, count=count))
    for path in [*folder.glob("*.geojson"), folder / "actors.json", folder / "figures.json"]:
        change(path, _without_claims)
    change(folder / "figures.json", lambda content: content.update(figures=content["figures"][:4]))
    change(folder / "claims.json", lambda content: content.update(claims=[]))
    change(folder / "certainty.json", lambda content: content.pop("earlier") and None)
    statistics = json.loads((folder / "statistics.json").read_text("utf-8"))
    for post in statistics["posts"]:
        post["km"] = post["km"][-1:]
    posts = statistics.pop("posts")
    statistics = {**_last_entry(statistics), "posts": posts}
    (folder / "statistics.json").write_text(json.dumps(statistics), "utf-8")
    atlas = folder / "atlas.toml"
    text = re.sub(r"(?m)^claim = .*\n", "", atlas.read_text("utf-8"))
    atlas.write_text(text, "utf-8")
    stamp(folder)
    mapgen.read(folder)
    return folder
