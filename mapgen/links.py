"""Whether the addresses of the bibliography answer; the one module that asks the network."""

from __future__ import annotations

import http.client
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from mapgen.facts.source_checks import place_of
from mapgen.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapgen.facts.sources import Source

AGENT = "mapgen (map of northwest Syria, September 2018; checks the links of its bibliography)"
"""How the project names itself to those whom it asks."""

_THREADS = 6
_SAFE = "/?:@!$&'()*+,;=~%-._[]"


def broken_links(sources: Iterable[Source], *, timeout: float = 20.0) -> Iterator[Fault]:
    """Ask every address of the bibliography, and yield a warning for each that does not answer.

    Parameters
    ----------
    sources
        The entries; those without an address are left out.
    timeout
        Seconds until an address counts as silent.
    """
    asked = [(source, address) for source in sources for address in _addresses(source)]
    with ThreadPoolExecutor(_THREADS) as pool:
        answers = pool.map(lambda item: failure(item[1], timeout), asked)
        for (source, address), problem in zip(asked, answers, strict=True):
            if problem:
                yield Fault(
                    place_of(source),
                    f"{address} does not answer: {problem}. "
                    "Look whether the page has moved, or give a copy in archive_location.",
                    "warning",
                )


def _addresses(source: Source) -> list[str]:
    return [address for address in (source.url, source.archive_location) if address]


def failure(address: str, timeout: float) -> str:
    """Return why an address does not answer, or an empty text when it does.

    Some servers refuse ``HEAD``; these are asked for the page itself.
    """
    return _failure(address, "HEAD", timeout) and _failure(address, "GET", timeout)


def _failure(address: str, method: str, timeout: float) -> str:
    try:
        request = Request(  # noqa: S310 - the bibliography takes http and https alone
            _ascii(address), method=method, headers={"User-Agent": AGENT}
        )
        with urlopen(request, timeout=timeout):  # noqa: S310 - as above
            return ""
    except HTTPError as error:
        error.close()
        return f"status {error.code}"
    except (OSError, http.client.HTTPException, ValueError) as error:
        return str(getattr(error, "reason", error) or type(error).__name__).rstrip(".")


def _ascii(address: str) -> str:
    """Return an address as it is sent: letters of other scripts escaped."""
    scheme, host, path, query, _ = urlsplit(address)
    host = host.encode("idna").decode("ascii")
    return urlunsplit((scheme, host, quote(path, _SAFE), quote(query, _SAFE), ""))
