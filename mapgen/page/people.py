"""Who took part, how they stood to each other, and what the article says of it, as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapgen.facts.actors import Actor, Relation
    from mapgen.facts.folder import Geodata
    from mapgen.page.rows import Row, RowEncoder


SHOWN_BEST_BY = {
    "actor": "actors",
    "area": "actors",
    "relation": "relations",
    "figure": "figures",
    "event": "events",
    "post": "observation_posts",
    "border": "border",
    "context": "texts",
}
"""What tells of a kind of claim best; whatever else shows it comes after."""


def actors(geodata: Geodata, encoder: RowEncoder) -> list[Row]:
    """Return the actors; descriptions in English, the phrases have them in other languages."""
    return [_actor(each, encoder) for each in geodata.actors.actors.values()]


def relations(geodata: Geodata, encoder: RowEncoder) -> list[Row]:
    """Return the relations; texts in English, the phrases have them in other languages."""
    return [_relation(each, encoder) for each in geodata.actors.relations]


def claims(geodata: Geodata) -> list[Row]:
    """Return what the article says, with the translations that there are."""
    return [
        {
            "id": each.id,
            "first": SHOWN_BEST_BY.get(each.kind),
            "text": _in_all_languages(each.text, geodata),
        }
        for each in geodata.claims.values()
    ]


def _actor(actor: Actor, encoder: RowEncoder) -> Row:
    return {
        **actor.model_dump(include={"id", "name", "short", "article_name", "territory", "seat"}),
        "alt_names": list(actor.alt_names),
        "description": {"en": actor.description.en},
        "sources": encoder.sources(actor.sources),
        "claim": list(actor.claim),
    }


def _relation(relation: Relation, encoder: RowEncoder) -> Row:
    return {
        "id": relation.id,
        "from": relation.from_,
        "to": relation.to,
        "kind": relation.kind,
        "text": {"en": relation.text.en},
        "since": relation.since,
        "sources": encoder.sources(relation.sources),
        "claim": list(relation.claim),
    }


def _in_all_languages(text: str, geodata: Geodata) -> dict[str, str]:
    """Return an English text of a fact with its translations, as far as there are any."""
    found = {name: each[text] for name, each in geodata.translations.items() if text in each}
    return {"en": text, **found}
