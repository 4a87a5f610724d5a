"""Packages for learning management systems: one of each kind for every lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.exports.cartridge import cartridge
from mapgen.exports.scorm import KINDS, package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.exports.material import Material


def package_files(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the folder ``packages``."""
    for lesson in material.geodata.lessons:
        for kind in KINDS:
            yield f"packages/{kind}-{lesson.id}.zip", package(material, lesson, kind)
    yield f"packages/{material.geodata.atlas.id}.imscc", cartridge(material)
