"""Records as tables: CSV (RFC 4180), and JSON as scripts write it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.exports.records import Record

_BETWEEN = " | "
"""Stands between several things in one cell."""

_BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a table is UTF-8."""

_NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$')


def flatten(record: Record) -> Record:
    """Return a record of single values: lists as one text, sources with their addresses apart."""
    flat = {key: each for key, each in record.items() if key not in ("sources", "disagreement")}
    if told := record.get("disagreement"):
        flat["disagreement:en"] = _BETWEEN.join(each["version:en"] for each in told)
    for key, value in flat.items():
        if isinstance(value, list):
            flat[key] = " ".join(map(str, value))
    if sources := record.get("sources"):
        flat["sources"] = _BETWEEN.join(map(_cited, sources))
        flat["source_urls"] = _BETWEEN.join(each.get("url", "") for each in sources)
    return flat


def _cited(source: Record) -> str:
    parts = (source.get(key) for key in ("publisher", "title", "date"))
    return ", ".join(part for part in parts if part)


def table(records: Iterable[Record], columns: Sequence[str] = ()) -> str:
    """Return records as CSV (RFC 4180): first these columns, then whatever else they hold."""
    records = list(records)
    heads = list(dict.fromkeys([*columns, *(key for record in records for key in record)]))
    rows = [heads, *([cell(record.get(head)) for head in heads] for record in records)]
    return _BYTE_ORDER_MARK + "".join(",".join(map(_quoted, row)) + "\r\n" for row in rows)


def _quoted(text: str) -> str:
    """Return a cell in quotes where it needs them; spaces at its ends are lost to some readers."""
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def cell(value: Any) -> str:  # noqa: ANN401 - a value of a record
    """Return a value as a cell of a table."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json_text(value)


def json_text(value: object) -> str:
    """Return JSON as scripts write it: a whole number has no decimals."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
