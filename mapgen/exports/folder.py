"""The folder that is taken along: one exporter for each kind of file."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from mapgen.exports.archive import file_name
from mapgen.exports.data import data_files
from mapgen.exports.kinds import KINDS
from mapgen.exports.material import Material
from mapgen.exports.packages import package_files
from mapgen.faults import Fault, FaultsError, Place, did_you_mean
from mapgen.page.embedding import companions, published_at
from mapgen.page.html import PageOptions
from mapgen.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mapgen.facts.folder import Geodata
    from mapgen.progress import Progress


def _page(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the page, and what lies beside it for those who embed it."""
    atlas, name = material.geodata.atlas, material.page_name
    published = published_at(atlas.address, name) if atlas.address else None
    page = material.pages.page(PageOptions(published=published))
    yield name, page.encode()
    beside = companions(atlas, name, page, address=atlas.address, with_examples=True)
    for beside_it, text in beside.items():
        yield beside_it, text.encode()


def _pictures(material: Material, progress: Progress) -> Iterator[tuple[str, bytes]]:
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
    yield from pictures(material.geodata, languages=languages, progress=progress)


EXPORTERS: dict[str, Callable[[Material, Progress], Iterable[tuple[str, bytes]]]] = {
    "page": lambda material, _: _page(material),
    "data": lambda material, _: data_files(material),
    "packages": lambda material, _: package_files(material),
    "pictures": _pictures,
}
"""By kind: yields the name of each file, with ``/`` between folders, and its content.

An exporter that takes long calls with the share of its kind that is made.
"""


def export(
    geodata: Geodata,
    kinds: Iterable[str] = KINDS,
    *,
    language: str | None = None,
    progress: Progress = ignore,
) -> dict[str, bytes]:
    """Make everything that can be taken along: page, data, packages for schools, pictures.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    kinds
        What is made, of ``page``, ``data``, ``packages``, ``pictures``.
    language
        Of titles, of the pages in packages and of pictures; None for the language of the map,
        where pages choose by the browser and pictures are made in each language.
    progress
        Is called with what is made and the share of everything that is done, 0 to 1.

    Returns
    -------
    dict of str to bytes
        Content of files by name, with ``/`` between folders, as ``docs/packages.md`` lists them.

    Raises
    ------
    ValueError
        For a kind or a language that there is not.

    Examples
    --------
    >>> files = export(read("geodata"), ["data"])
    >>> files["data/northwest-syria.gpkg"][:6]
    b'SQLite'
    """
    wanted = list(kinds)
    for kind in wanted:
        if kind not in EXPORTERS:
            message = f'"{kind}" cannot be exported. {did_you_mean(kind, EXPORTERS)}'
            raise ValueError(message)
    if language is not None and language not in geodata.atlas.languages:
        known = ", ".join(geodata.atlas.languages)
        message = f'"{language}" is not a language of this map. Known: {known}.'
        raise ValueError(message)
    return exported(Material(geodata, language), wanted, progress)


def exported(
    material: Material, kinds: Sequence[str], progress: Progress = ignore
) -> dict[str, bytes]:
    """Return the content of files by name.

    Parameters
    ----------
    material
        Facts and language.
    kinds
        Keys of `EXPORTERS`.
    progress
        Is called with what is made and the share of everything that is done, 0 to 1.
    """
    files: dict[str, bytes] = {}
    for done, kind in enumerate(kinds):
        progress(kind, done / len(kinds))
        made = EXPORTERS[kind](material, _part(done, len(kinds), progress))
        files |= {file_name(name): content for name, content in made}
        progress(kind, (done + 1) / len(kinds))
    return files


def _part(done: int, kinds: int, progress: Progress) -> Progress:
    """Return progress of the kind that comes after `done` others."""
    return lambda name, share: progress(name, (done + share) / kinds)
