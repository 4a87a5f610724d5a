"""The folder that is taken along: one exporter for each kind of file."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from mapgen.exports.data import data_files
from mapgen.exports.packages import package_files
from mapgen.faults import Fault, FaultsError, Place
from mapgen.page.embedding import companions, published_at
from mapgen.page.html import PageOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapgen.exports.material import Material


Tell = Callable[[str, float], None]
"""Is told what is made, and how many kinds are made already."""


def quietly(_: str, __: float) -> None:
    """Tell nobody."""


def _page(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the page, and what lies beside it for those who embed it."""
    atlas, name = material.geodata.atlas, material.page_name
    published = published_at(atlas.address, name) if atlas.address else None
    page = material.pages.page(PageOptions(published=published))
    yield name, page.encode()
    beside = companions(atlas, name, page, address=atlas.address, with_examples=True)
    for each, text in beside.items():
        yield each, text.encode()


def _pictures(material: Material, tell: Tell) -> Iterator[tuple[str, bytes]]:
    """Yield pictures.

    Raises
    ------
    FaultsError
        Where matplotlib is not installed, which nothing else needs.
    """
    if not find_spec("matplotlib"):
        problem = (
            "pictures need matplotlib, which is not installed. Run "
            '"pip install .[export]", or leave them out: --only page data packages.'
        )
        raise FaultsError([Fault(Place("--only"), problem)])
    from mapgen.pictures import pictures  # noqa: PLC0415 - the rest works without matplotlib

    languages = [material.language] if material.language else None
    yield from pictures(material.geodata, languages=languages, progress=tell)


EXPORTERS: dict[str, Callable[[Material, Tell], Iterable[tuple[str, bytes]]]] = {
    "page": lambda material, _: _page(material),
    "data": lambda material, _: data_files(material),
    "packages": lambda material, _: package_files(material),
    "pictures": _pictures,
}
"""By kind: yields the name of each file, with ``/`` between folders, and its content.

An exporter is told which share of its kind is made, where it takes long.
"""


def exported(material: Material, kinds: Iterable[str], tell: Tell = quietly) -> dict[str, bytes]:
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
        files |= dict(EXPORTERS[kind](material, _after(done, tell)))
        tell(kind, done + 1)
    return files


def _after(done: int, tell: Tell) -> Tell:
    """Return what is told of a share of the kind that comes after `done` others."""
    return lambda name, share: tell(name, done + share)
