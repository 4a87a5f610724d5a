"""How the entries of the bibliography fit together: addresses, and names of publishers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from mapgen.faults import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.facts.folder import Geodata
    from mapgen.facts.sources import Source
    from mapgen.faults import FaultLog

FILE = "geodata/sources.json"

_TRACKERS = frozenset(
    [
        "_ga", "dclid", "fbclid", "gbraid", "gclid", "igsh",
        "igshid", "mc_cid", "mc_eid", "mkt_tok", "msclkid", "oly_anon_id",
        "oly_enc_id", "ref_src", "ref_url", "s_cid", "twclid", "vero_id",
        "wbraid", "wt_mc", "yclid", "ysclid",
    ]
)  # fmt: skip
"""Parameters of addresses that tell a site from where a reader comes; so does any ``utm_*``."""

_SHORTENERS = frozenset(
    [
        "adf.ly", "bit.ly", "buff.ly", "cutt.ly", "dlvr.it", "fb.me",
        "goo.gl", "ift.tt", "is.gd", "j.mp", "lnkd.in", "ow.ly",
        "rb.gy", "rebrand.ly", "shorturl.at", "t.co", "t.ly", "tiny.cc",
        "tinyurl.com", "trib.al", "wp.me",
    ]
)  # fmt: skip
"""Hosts that only send on to other addresses."""


def check_bibliography(geodata: Geodata, log: FaultLog) -> None:
    """Warn of addresses that do not lead to the very page, and of publishers with two names."""
    sources = geodata.sources.values()
    for source in sources:
        _check_address(source, log)
    _check_same_addresses(sources, log)
    _check_publishers(sources, log)
    known = {source.told_by for source in sources}
    for publisher in sorted(geodata.leanings.keys() - known):
        problem = f'"{publisher}" publishes no source. Write the name as sources.json has it.'
        log.add_warning(Place("geodata/leanings.toml"), problem)


def place_of(source: Source) -> Place:
    """Return where an entry stands."""
    return Place(FILE, id=source.id)


def _check_address(source: Source, log: FaultLog) -> None:
    if source.url is None:
        return
    parts = urlsplit(source.url)
    where = place_of(source)
    if parts.path in ("", "/") and not parts.query and not source.address_missing:
        log.add_warning(
            where,
            f'"URL" {source.url} is a whole site. Give the address of the very page, or say in '
            '"custom", "address_missing" why it cannot be given.',
        )
    if trackers := [
        key for key, _ in parse_qsl(parts.query, keep_blank_values=True) if _tracks(key)
    ]:
        log.add_warning(
            where,
            f'"URL" {source.url} tracks its readers. Leave out {", ".join(trackers)}.',
        )
    if (parts.hostname or "").removeprefix("www.") in _SHORTENERS:
        log.add_warning(
            where,
            f'"URL" {source.url} is shortened, and whoever shortened it can change or lose it. '
            "Give the address to which it leads.",
        )


def _tracks(key: str) -> bool:
    return key.lower().startswith("utm_") or key.lower() in _TRACKERS


def _check_same_addresses(sources: Iterable[Source], log: FaultLog) -> None:
    """Warn of entries with one address, unless they say that it is not that of their page."""
    first: dict[str, Source] = {}
    for source in sources:
        if source.url is None or source.address_missing:
            continue
        same = first.setdefault(bare_address(source.url), source)
        if same is not source:
            log.add_warning(
                place_of(source),
                f'"URL" {source.url} is that of "{same.id}" as well. '
                "Make one entry of the two, or give each the address of its own page.",
            )


def bare_address(url: str) -> str:
    """Return what makes an address: without scheme, www., fragment and slash at the end.

    Letters that one writer escapes and the other does not are the same.

    Examples
    --------
    >>> bare_address("http://www.example.org/news/#top")
    'example.org/news'
    """
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    host = parts.netloc.lower().removeprefix("www.")
    return unquote(f"{host}{parts.path.rstrip('/')}{query}")


def _check_publishers(sources: Iterable[Source], log: FaultLog) -> None:
    """Warn of a publisher whose name is written in two ways, at the first entry of each rarer."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, Source] = {}
    for source in sources:
        for name in filter(None, (source.publisher, source.container_title)):
            spellings[plain_name(name)][name] += 1
            first.setdefault(name, source)
    for counts in spellings.values():
        (most, times), *others = counts.most_common()
        for name, _ in others:
            log.add_warning(
                place_of(first[name]),
                f'publisher "{name}" is "{most}" in {times} other '
                f"{'entry' if times == 1 else 'entries'}. Write the name in one way.",
            )


def plain_name(name: str) -> str:
    """Return a name without what people write in two ways.

    Capitals, spaces, hyphens, dots, brackets, accents, "the", and ".com" or its like at the end.

    Examples
    --------
    >>> plain_name("The Al-Araby al-Jadeed") == plain_name("al-Araby Al-Jadeed")
    True
    """
    folded = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    plain = re.sub(r"\bthe\b|\.(?:com|net|org)\b", " ", folded)
    return re.sub(r"[\W_]+", "", plain) or folded
