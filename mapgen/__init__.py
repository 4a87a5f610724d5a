"""Layers of facts with sources, made into one Leaflet page.

`read` reads and checks a folder of facts, `derive` makes areas of the evidence, `build` makes the
map, `export` everything that a teacher takes along. Faults of the facts are raised together, as one
`FaultsError`.

>>> import mapgen
>>> facts = mapgen.read("geodata")
>>> mapgen.build(facts)  # a folium.Map; a notebook shows it
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapgen.derivation.files import Derived, derive
    from mapgen.exports.folder import export
    from mapgen.facts.folder import Geodata
    from mapgen.facts.reading import read
    from mapgen.faults import Fault, FaultsError
    from mapgen.page.build import build
    from mapgen.page.html import AtlasMap

__version__ = "0.1.0"

__all__ = [
    "AtlasMap",
    "Derived",
    "Fault",
    "FaultsError",
    "Geodata",
    "build",
    "derive",
    "export",
    "read",
]

_HOMES = {
    "AtlasMap": "mapgen.page.html",
    "Derived": "mapgen.derivation.files",
    "Fault": "mapgen.faults",
    "FaultsError": "mapgen.faults",
    "Geodata": "mapgen.facts.folder",
    "build": "mapgen.page.build",
    "derive": "mapgen.derivation.files",
    "export": "mapgen.exports.folder",
    "read": "mapgen.facts.reading",
}
"""Modules in which names live: each is imported when the name is first asked for.

folium, GDAL and scipy take seconds to import, and hardly a program needs all of them.
"""

if not TYPE_CHECKING:  # a type checker would take any name for one of these

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
