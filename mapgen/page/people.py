"""Who took part, how they stood to each other, and what the article says of it, as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.kinds import kind_of
from mapgen.page import model

if TYPE_CHECKING:
    from mapgen.facts.actors import Actor, Relation
    from mapgen.facts.folder import Geodata
    from mapgen.page.rows import RowEncoder


_SHOWN_BEST_BY = {
    "actor": "actors",
    "area": "actors",
    "relation": "relations",
    "context": "texts",
}
"""What tells of a kind of claim best, besides layers; whatever else shows it comes after."""


def shown_best_by(geodata: Geodata) -> dict[str, str]:
    """Return what tells of each kind of claim best: a layer, actors, relations or texts."""
    layers = ((kind_of(layer.kind).best_for, layer.id) for layer in geodata.atlas.layers)
    return _SHOWN_BEST_BY | {kind: layer for kind, layer in layers if kind}


def actors(geodata: Geodata, encoder: RowEncoder) -> tuple[model.Actor, ...]:
    """Return the actors; descriptions in English, the phrases have them in other languages."""
    return tuple(_actor(actor, encoder) for actor in geodata.actors.actors.values())


def relations(geodata: Geodata, encoder: RowEncoder) -> tuple[model.Relation, ...]:
    """Return the relations; texts in English, the phrases have them in other languages."""
    return tuple(_relation(relation, encoder) for relation in geodata.actors.relations)


def claims(geodata: Geodata) -> tuple[model.Claim, ...]:
    """Return what the article says, with the translations that there are."""
    best = shown_best_by(geodata)
    return tuple(
        model.Claim(
            id=claim.id,
            first=best.get(claim.kind),
            text=_in_all_languages(claim.text, geodata),
        )
        for claim in geodata.claims.values()
    )


def _actor(actor: Actor, encoder: RowEncoder) -> model.Actor:
    return model.Actor(
        id=actor.id,
        name=actor.name.by_language,
        short=actor.short.by_language,
        article_name=actor.article_name,
        alt_names=actor.alt_names,
        search_names=actor.search_names,
        description={"en": actor.description.en},
        territory=actor.territory,
        seat=actor.seat,
        sources=encoder.sources(actor.sources),
        claim=actor.claim,
    )


def _relation(relation: Relation, encoder: RowEncoder) -> model.Relation:
    return model.Relation(
        id=relation.id,
        from_=relation.from_,
        to=relation.to,
        kind=relation.kind,
        text={"en": relation.text.en},
        since=relation.since,
        sources=encoder.sources(relation.sources),
        claim=relation.claim,
    )


def _in_all_languages(text: str, geodata: Geodata) -> dict[str, str]:
    """Return an English text of a fact with its translations, as far as there are any."""
    translated = {
        language: texts[text] for language, texts in geodata.translations.items() if text in texts
    }
    return {"en": text, **translated}
