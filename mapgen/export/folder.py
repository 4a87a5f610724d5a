"""The folder that is taken along: one exporter for each kind of file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mapgen.build import Pages
from mapgen.export.data import data_files
from mapgen.export.packages import package_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mapgen.geodata import Geodata


@dataclass(frozen=True)
class Material:
    """What exporters work with.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    language
        Language of titles and of the pages in packages; None for that of the map, where pages
        choose by the browser.
    """

    geodata: Geodata
    language: str | None = None

    @cached_property
    def pages(self) -> Pages:
        """Pages of the facts."""
        return Pages(self.geodata)

    @property
    def page_name(self) -> str:
        """File of the page."""
        return f"{self.geodata.atlas.id}.html"

    @property
    def spoken(self) -> str:
        """The language of titles."""
        return self.language or self.geodata.atlas.languages[0]


def _page(material: Material) -> Iterator[tuple[str, bytes]]:
    yield material.page_name, material.pages.page().encode()


EXPORTERS: dict[str, Callable[[Material], Iterable[tuple[str, bytes]]]] = {
    "page": _page,
    "data": data_files,
    "packages": package_files,
}
"""By kind: yields the name of each file, with ``/`` between folders, and its content."""


def exported(
    material: Material, kinds: Iterable[str], tell: Callable[[str, int], None]
) -> dict[str, bytes]:
    """Return the content of files by name.

    Parameters
    ----------
    material
        Facts and language.
    kinds
        Keys of `EXPORTERS`.
    tell
        Is told what is made, and how many kinds are made already.
    """
    files: dict[str, bytes] = {}
    for done, kind in enumerate(kinds):
        tell(kind, done)
        for name, content in EXPORTERS[kind](material):
            files[name] = content
            tell(name, done)
        tell(kind, done + 1)
    return files
