"""Write docs/claims.md: where a viewer finds each claim of the article.

Run by ``make claims``. The same facts give the same file.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import mapgen
from mapgen.page.people import shown_best_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.facts.figures import Claim
    from mapgen.facts.folder import Geodata

ROOT = Path(__file__).resolve().parent.parent

LISTED = 4
WORDS = 6
"""Words of a text of the page by which it is called."""

HEAD = """# The article, claim by claim

Made by `make claims`; do not edit. `geodata/claims.json` lists what the article says, in our own
words. This page says where a reader finds each claim on the map.

In the open page, every claim is two clicks away: "About & sources" lists them all under "The
article, claim by claim", and each links to what shows it. The text in `code` is the end of the
page's address and leads there directly; `#feature=` opens Details. This page names at most four
places for each claim; the map page names them all.

| claim | what the article says | where the map shows or checks it |
|---|---|---|
"""


class Place(NamedTuple):
    """What shows a claim: its group, the name that the page gives it, its address."""

    group: str
    name: str
    address: str
    claims: tuple[str, ...]


def main() -> None:
    """Read the command line and the facts, write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--geodata", type=Path, default=ROOT / "geodata")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "claims.md")
    arguments = parser.parse_args()
    geodata = mapgen.read(arguments.geodata, derived=False)
    arguments.output.write_text(listed(geodata), encoding="utf-8")


def listed(geodata: Geodata) -> str:
    """Return the list as Markdown: a row for each claim."""
    places = tuple(places_of(geodata))
    best = shown_best_by(geodata)
    return HEAD + "".join(
        _row(claim, places, best.get(claim.kind)) for claim in geodata.claims.values()
    )


def _row(claim: Claim, places: tuple[Place, ...], best: str | None) -> str:
    found = [place for place in places if claim.id in place.claims]
    found.sort(key=lambda place: place.group != best)
    words = [f"**{each.name}** `{each.address}`" for each in found[:LISTED]]
    if len(found) > LISTED:
        words.append(f"and {len(found) - LISTED} more")
    text = re.sub(r"\d{5,}", lambda found: f"{int(found[0]):,}", claim.text)
    return f"| {claim.id} | {text} | {'; '.join(words)} |\n"


def places_of(geodata: Geodata) -> Iterator[Place]:
    """Yield everything that shows claims, in the order of the page's document."""
    for layer in geodata.atlas.layers:
        if layer.id == "figures":
            records = list(geodata.figures.values())
        else:
            records = [each.properties for each in geodata.layers.get(layer.id, ())]
        for record in records:
            yield Place(layer.id, record.name_en, f"#feature={record.id}", record.claim)
    actors = geodata.actors.actors
    for actor in actors.values():
        yield Place("actors", actor.name.en, f"#feature=actor-{actor.id}", actor.claim)
    for relation in geodata.actors.relations:
        name = " – ".join(actors[each].short.en for each in (relation.from_, relation.to))
        yield Place("relations", name, f"#feature={relation.id}", relation.claim)
    for text in geodata.atlas.texts:
        name = " ".join(text.text.en.split()[:WORDS])
        yield Place("texts", name, "#panel=about", text.claim)


if __name__ == "__main__":
    main()
