"""Everything in ``geodata/``, read and checked on its own; ``checks`` looks at how it fits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mapgen.facts.actors import Actors, read_actors
from mapgen.facts.atlas import Atlas, read_atlas
from mapgen.facts.basemap import Basemap, read_basemap
from mapgen.facts.certainty import Certainty, read_certainty
from mapgen.facts.figures import Claim, Figure, read_entries
from mapgen.facts.layers import Layer, read_layer
from mapgen.facts.leanings import Leaning, read_leanings
from mapgen.facts.lessons import Lesson, read_lessons, texts_of_lesson
from mapgen.facts.properties import RULES
from mapgen.facts.sources import Source, read_sources
from mapgen.facts.statistics import Statistics, read_statistics
from mapgen.facts.terms import Term, read_terms
from mapgen.facts.texts import Catalogue, read_catalogues
from mapgen.facts.translations import fact_texts, read_translations
from mapgen.faults import Place

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.faults import FaultLog


@dataclass(frozen=True)
class Geodata:
    """The checked content of the folder.

    Parameters
    ----------
    layers
        Layers by id; derived ones only where they were asked for.
    certainty
        Of the holder of each place; None where derived data were not asked for.
    translations
        Of the texts of facts and lessons, by language and English text.
    lessons
        Tours and tasks, in the order of their files.
    terms
        Forms that texts avoid.
    statistics
        What areas and fronts measure on each day; None where certainty is.
    """

    atlas: Atlas
    actors: Actors
    sources: dict[str, Source]
    layers: dict[str, Layer]
    figures: dict[str, Figure]
    claims: dict[str, Claim]
    basemap: Basemap
    catalogues: dict[str, Catalogue]
    translations: dict[str, Catalogue]
    certainty: Certainty | None = None
    statistics: Statistics | None = None
    lessons: tuple[Lesson, ...] = ()
    terms: tuple[Term, ...] = ()
    leanings: dict[str, Leaning] = field(default_factory=dict)

    def today(self, layer: str) -> Layer:
        """Return what a layer holds on the day of the map."""
        return self.layers[layer].on(self.atlas.as_of)


def read_geodata(folder: Path, log: FaultLog, *, derived: bool) -> Geodata | None:
    """Read the folder.

    Parameters
    ----------
    folder
        The folder of facts, laid out as ``docs/data.md`` says.
    log
        Takes every fault.
    derived
        Whether to read the layers that ``mapgen derive`` writes.

    Returns
    -------
    Geodata or None
        None when a part is missing altogether; the log says which.
    """
    if not folder.is_dir():
        log.add(Place(str(folder)), "is not a folder. Pass the folder of the facts with --geodata.")
        return None
    atlas = read_atlas(folder / "atlas.toml", log)
    if atlas is None:
        return None
    actors = read_actors(folder / "actors.json", log)
    sources = read_sources(folder / "sources.json", log)
    layers = {
        layer: read_layer(folder, layer, atlas.frame, log)
        for layer, rule in RULES.items()
        if rule.ending == ".geojson" and (derived or not rule.is_derived)
    }
    figures = read_entries(folder / "figures.json", "figures", Figure, log)
    claims = read_entries(folder / "claims.json", "claims", Claim, log)
    basemap = read_basemap(folder / "basemap", atlas.frame, log)
    texts = folder / "text"
    catalogues = read_catalogues(texts, atlas.languages, log)
    if basemap is None:
        return None
    lessons = read_lessons(folder / "lessons", log)
    in_facts = fact_texts(layers.values(), figures.values(), claims.values())
    of_facts = read_translations(texts, "facts", atlas.languages, in_facts, log)
    facts = Geodata(
        atlas,
        actors,
        sources,
        layers,
        figures,
        claims,
        basemap,
        catalogues,
        _with_lessons(of_facts, lessons, texts, log),
        lessons=lessons,
        terms=read_terms(texts / "terms.toml", log),
        leanings=read_leanings(folder / "leanings.toml", log),
    )
    return _with_derived(facts, folder, log) if derived else facts


def _with_lessons(
    of_facts: dict[str, Catalogue], lessons: tuple[Lesson, ...], texts: Path, log: FaultLog
) -> dict[str, Catalogue]:
    """Return the translations of facts with those of lessons, by language."""
    told = ((text, lesson.id) for lesson in lessons for text in texts_of_lesson(lesson))
    of_lessons = read_translations(texts, "lessons", of_facts, told, log)
    return {language: of_lessons[language] | of_facts[language] for language in of_facts}


def _with_derived(facts: Geodata, folder: Path, log: FaultLog) -> Geodata:
    """Return the facts with what ``mapgen derive`` wrote besides layers."""
    return replace(
        facts,
        certainty=read_certainty(folder / "certainty.json", log),
        statistics=read_statistics(folder / "statistics.json", facts.atlas.as_of, log),
    )
