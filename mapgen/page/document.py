"""Checked facts to the document of the page."""

from __future__ import annotations

import base64
from itertools import chain
from typing import TYPE_CHECKING

from mapgen.facts.certainty import STEP
from mapgen.facts.certainty_words import CERTAINTY_WORDS
from mapgen.facts.holders import drawn_holders
from mapgen.kinds import kind_of
from mapgen.page import model
from mapgen.page.arcs import ArcTable, lines, rings
from mapgen.page.basemap import LINES, POLYGONS, basemap
from mapgen.page.citations import cited_sources
from mapgen.page.lessons import lessons
from mapgen.page.people import actors, claims, relations
from mapgen.page.phrases import phrases
from mapgen.page.rows import RowEncoder
from mapgen.page.software import SOFTWARE
from mapgen.page.tables import tables_by_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapgen.facts.atlas import Atlas, AtlasLayer
    from mapgen.facts.certainty import Certainty
    from mapgen.facts.folder import Geodata
    from mapgen.facts.holders import DrawnHolder
    from mapgen.facts.rasters import RasterImage
    from mapgen.facts.statistics import Statistics
    from mapgen.page.tables import Table


def encode(geodata: Geodata, tables: Mapping[str, Iterable[Table]] | None = None) -> model.Document:
    """Return the document of a page.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    tables
        The tables of each language, where they have been made already.
    """
    arcs = ArcTable()
    _add_paths(geodata, arcs)
    encoder = RowEncoder(geodata, arcs)
    languages = geodata.atlas.languages
    statistics = geodata.statistics
    return model.Document(
        atlas=_atlas(geodata.atlas, geodata, encoder),
        dates=statistics.dates if statistics else (),
        languages=languages,
        texts={language: dict(geodata.catalogues[language]) for language in languages},
        sources=_sources(geodata),
        actors=actors(geodata, encoder),
        relations=relations(geodata, encoder),
        claims=claims(geodata),
        lessons=lessons(geodata),
        holders=tuple(map(_holder, drawn_holders(geodata))),
        certainty_words=tuple(CERTAINTY_WORDS.items()),
        phrases=phrases(geodata, tables or tables_by_language(geodata)),
        images=model.Images(relief=_image(geodata.basemap.relief)),
        certainty=_certainty(geodata.certainty),
        basemap=basemap(geodata, encoder),
        layers=tuple(_layer(layer, geodata, encoder) for layer in geodata.atlas.layers),
        statistics=_statistics(statistics) if statistics else None,
        arcs=tuple(arcs.arcs),
    )


def _add_paths(geodata: Geodata, arcs: ArcTable) -> None:
    """Tell the table of every line and ring before the first is cut."""
    ground, layers = geodata.basemap.features, geodata.layers
    outlined = [layer for layer in geodata.atlas.layers if not layer.rule.is_of_points]
    polygons = [ground[name] for name in POLYGONS]
    polygons += [layers[layer.id].features for layer in outlined if layer.rule.is_of_polygons]
    for feature in chain.from_iterable(polygons):
        for polygon in rings(feature.geometry):
            arcs.add(polygon)
    drawn = [ground[name] for name in LINES]
    drawn += [layers[layer.id].features for layer in outlined if not layer.rule.is_of_polygons]
    for feature in chain.from_iterable(drawn):
        arcs.add(lines(feature.geometry))


def _sources(geodata: Geodata) -> tuple[model.Source, ...]:
    return tuple(
        model.Source(
            publisher=source.published_by,
            title=source.title,
            date=source.date,
            url=source.iri,
            accessed=source.read_on,
            archive_url=source.archive_iri,
            address_missing=source.address_missing,
            leaning=geodata.leanings.get(source.told_by),
        )
        for source in cited_sources(geodata).values()
    )


def _atlas(atlas: Atlas, geodata: Geodata, encoder: RowEncoder) -> model.Atlas:
    return model.Atlas(
        id=atlas.id,
        title=atlas.title.by_language,
        subtitle=atlas.subtitle.by_language,
        description=atlas.description.by_language,
        as_of=atlas.as_of.isoformat(),
        frame=atlas.frame,
        home=atlas.home,
        article=encoder.sources((atlas.article,))[0],
        article_author=geodata.sources[atlas.article].written_by,
        licence=atlas.licence,
        texts=tuple(
            model.Text(
                id=text.id, section=text.section, text=text.text.by_language, claim=text.claim
            )
            for text in atlas.texts
        ),
        attribution=tuple(
            model.Credit(text=credit.text, licence=credit.licence, url=credit.url)
            for credit in atlas.attribution
        ),
        software=SOFTWARE,
    )


def _holder(drawn: DrawnHolder) -> model.Holder:
    holder = drawn.holder
    return model.Holder(
        id=holder.id,
        name=holder.name.by_language,
        short=holder.short.by_language,
        detail=holder.detail.by_language if holder.detail else None,
        drawn_as=holder.drawn_as,
        side=holder.side,
        fills=drawn.fills,
        ink=drawn.ink,
        pattern=drawn.pattern,
    )


def _certainty(certainty: Certainty | None) -> model.CertaintyGrid | None:
    if certainty is None:
        return None
    file = certainty.file
    return model.CertaintyGrid(
        bounds=file.bounds,
        width=file.width,
        height=file.height,
        step=STEP,
        levels="".join(file.levels),
        earlier=tuple(
            model.EarlierDay(date=day.date.isoformat(), pieces=tuple(map(tuple, day.pieces)))
            for day in file.earlier
        ),
    )


def _image(image: RasterImage) -> model.Image:
    url = f"data:image/webp;base64,{base64.b64encode(image.data).decode('ascii')}"
    return model.Image(url=url, bounds=image.bounds, width=image.width, height=image.height)


def _statistics(statistics: Statistics) -> model.Statistics:
    return model.Statistics(
        dates=statistics.dates,
        holders={
            name: model.Measures(
                km2=series.km2, share=series.share, uncertain_km2=series.uncertain_km2
            )
            for name, series in statistics.holders.items()
        },
        fronts_km=statistics.fronts_km.front,
        posts=tuple(model.PostDistances(id=post.id, km=post.km) for post in statistics.posts),
    )


def _layer(layer: AtlasLayer, geodata: Geodata, encoder: RowEncoder) -> model.Layer:
    features = kind_of(layer.kind).listed(layer.id, geodata)
    return model.Layer(
        id=layer.id,
        kind=layer.kind,
        visible=layer.visible,
        name=layer.name.by_language,
        licence=layer.licence or geodata.atlas.licence,
        rows=tuple(encoder.row(layer.kind, feature) for feature in features),
    )
